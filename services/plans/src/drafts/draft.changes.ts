import { randomUUID } from 'node:crypto';
import { Refusal } from '@lienthong/kit/refusal';
import type { Effects } from '@lienthong/kit/write';
import type { EntityManager } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { type DraftBefore, DraftChange, DraftChangeKind, type RowBefore } from './draft-change.entity.ts';
import { PlanDraft } from './plan-draft.entity.ts';
import { PlanDraftRow } from './plan-draft-row.entity.ts';

export const MAX_ROWS = 1000;

/** What every change of a draft is made in. */
export interface Changing {
  manager: EntityManager;
  effects: Effects;
  context: PlansContext;
}

export interface Change {
  kind: DraftChangeKind;
  rowId: string | null;
  before: DraftBefore;
  /** What the audit keeps of the new state. */
  after: Record<string, unknown>;
}

/** The next version of the draft, the change that can be taken back, its audit and its event, said once. */
export async function keepChange(
  { manager, effects, context }: Changing,
  draft: PlanDraft,
  { kind, rowId, before, after }: Change,
): Promise<void> {
  await markDraft({ manager, effects, context }, draft, kind === DraftChangeKind.DOCUMENT, {
    before,
    after: { kind, rowId, ...after },
  });
  await manager.insert(DraftChange, {
    id: randomUUID(),
    draftId: draft.id,
    draftVersion: draft.version,
    kind,
    by: context.actor.displayName,
    byId: context.actor.id,
    at: context.clock.now(),
    rowId,
    before,
  });
}

/** Counts one change of the draft and tells of it; `draft` is the new one afterwards. */
export async function markDraft(
  { manager, effects, context }: Changing,
  draft: PlanDraft,
  isHead: boolean,
  { before, after }: { before: unknown; after: unknown },
): Promise<void> {
  draft.version += 1;
  if (isHead) draft.headVersion = draft.version;
  draft.changedBy = context.actor.displayName;
  draft.changedAt = context.clock.now();
  const { version, headVersion, changedBy, changedAt } = draft;
  await manager.update(PlanDraft, draft.id, { version, headVersion, changedBy, changedAt });
  recordDraft(effects, draft, before, after);
}

/** The audit and the event of what happened to a draft: its unit alone is told. */
export function recordDraft(effects: Effects, draft: PlanDraft, before: unknown, after: unknown): void {
  const { id, provinceId, bloc, unitId } = draft;
  effects.audit({ objectType: 'PlanDraft', objectId: id, provinceId, blocs: [bloc], unitId, before, after });
  effects.publish({ type: 'PlanDraft', id, provinceId, blocs: [], unitIds: [unitId] });
}

export const rowBefore = ({ draftId: _draft, version: _version, ...row }: PlanDraftRow): RowBefore => row;

/** Makes room for a row at a place, or closes the gap that one leaves; no form is stale for being moved. */
export async function shiftRows(manager: EntityManager, draftId: string, from: number, by: 1 | -1): Promise<void> {
  await manager.query(
    'update plans.plan_draft_rows set place = place + $3 where draft_id = $1 and place >= $2 and not removed',
    [draftId, from, by],
  );
}

export async function insertRow(manager: EntityManager, row: PlanDraftRow): Promise<void> {
  const count = await manager.countBy(PlanDraftRow, { draftId: row.draftId, removed: false });
  if (count >= MAX_ROWS) throw new Refusal('INVALID', 'TOO_MANY_ROWS', { max: MAX_ROWS });
  await shiftRows(manager, row.draftId, row.place, 1);
  await manager.insert(PlanDraftRow, row);
}

/** Out of the draft, not out of the database: it can be brought back. */
export async function takeOut(manager: EntityManager, row: PlanDraftRow): Promise<void> {
  await manager.update(PlanDraftRow, row.id, { removed: true, version: row.version + 1 });
  await shiftRows(manager, row.draftId, row.place + 1, -1);
}

export async function bringBack(manager: EntityManager, draftId: string, id: string, place: number): Promise<void> {
  await shiftRows(manager, draftId, place, 1);
  await manager.update(PlanDraftRow, id, { removed: false, place });
}
