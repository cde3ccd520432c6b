import { type Page, type PageRequest, paginate } from '@lienthong/kit/connection';
import type { FileStore } from '@lienthong/kit/files';
import { Refusal } from '@lienthong/kit/refusal';
import type { EntityManager } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { documentKey } from './document.files.ts';
import { holdDraft } from './draft.access.ts';
import { bringBack, type Changing, keepChange, markDraft, recordDraft, takeOut } from './draft.changes.ts';
import { DraftChange, DraftChangeKind, type DraftHead } from './draft-change.entity.ts';
import { PlanDraft, PlanDraftState } from './plan-draft.entity.ts';
import type { CorrectPlanDraftInput, DiscardPlanDraftInput, UndoDraftChangeInput } from './plan-draft.inputs.ts';
import { PlanDraftRow } from './plan-draft-row.entity.ts';
import { demandWords } from './row-correction.ts';

/** The newest first. */
export function listDrafts(
  context: PlansContext,
  state: PlanDraftState | null | undefined,
  page: PageRequest,
): Promise<Page<PlanDraft>> {
  const keys = [
    { sql: 'draft.created_at', type: 'timestamptz', direction: 'DESC' as const },
    { sql: 'draft.id', type: 'text' },
  ];
  return paginate(
    context,
    (manager) => {
      const query = manager.createQueryBuilder(PlanDraft, 'draft');
      return state == null ? query : query.where('draft.state = :state', { state });
    },
    keys,
    page,
  );
}

const HEAD = ['number', 'issuer', 'title'] as const;

/** The head as it is corrected; a field that is left out stays. */
function headOf(input: CorrectPlanDraftInput): Partial<DraftHead> {
  const head: Partial<DraftHead> = {};
  for (const field of HEAD) {
    const value = input[field];
    if (value != null) head[field] = demandWords(value, field);
  }
  if (input.issuedOn != null) head.issuedOn = input.issuedOn;
  if (input.effectiveFrom != null) head.effectiveFrom = input.effectiveFrom;
  if (input.kind != null) head.kind = input.kind;
  return head;
}

export const headFacts = ({ number, issuedOn, issuer, title, kind, effectiveFrom }: PlanDraft): DraftHead => ({
  number,
  issuedOn,
  issuer,
  title,
  kind,
  effectiveFrom,
});

export function correctPlanDraft(context: PlansContext, input: CorrectPlanDraftInput): Promise<{ draftId: string }> {
  const head = headOf(input);
  return context.write('correctPlanDraft', { ...input }, async (manager, effects) => {
    const draft = await holdDraft(manager, context, input.draftId);
    // Others' rows do not stand in the way: only another correction of the head makes this one stale.
    if (input.expectedVersion < draft.headVersion || input.expectedVersion > draft.version) {
      throw new Refusal('CONFLICT', 'STALE_VERSION', { version: draft.version });
    }
    if (Object.keys(head).length === 0) return { draftId: draft.id };
    // The day of signing also says from when groups are read, until somebody says otherwise.
    if (head.issuedOn && head.effectiveFrom === undefined && draft.effectiveFrom === draft.issuedOn) {
      head.effectiveFrom = head.issuedOn;
    }
    await manager.update(PlanDraft, draft.id, head);
    const change = { kind: DraftChangeKind.DOCUMENT, rowId: null, before: { head: headFacts(draft) }, after: { head } };
    await keepChange({ manager, effects, context }, draft, change);
    return { draftId: draft.id };
  });
}

export function undoDraftChange(
  context: PlansContext,
  input: UndoDraftChangeInput,
): Promise<{ draftId: string; rowId: string | null }> {
  return context.write('undoDraftChange', { ...input }, async (manager, effects) => {
    const draft = await holdDraft(manager, context, input.draftId);
    const last = await manager.findOne(DraftChange, {
      where: { draftId: draft.id, takenBack: false },
      order: { draftVersion: 'DESC' },
    });
    if (!last) throw new Refusal('CONFLICT', 'NOTHING_TO_UNDO');
    if (last.id !== input.changeId) throw new Refusal('CONFLICT', 'STALE_VERSION', { changeId: last.id });
    await takeBack({ manager, effects, context }, draft, last);
    return { draftId: draft.id, rowId: last.rowId };
  });
}

/** Later changes were taken back before this one: every row and place is as this change left it. */
async function takeBack(changing: Changing, draft: PlanDraft, change: DraftChange): Promise<void> {
  const { manager } = changing;
  const { head, rows = [], addedId } = change.before;
  if (head) await manager.update(PlanDraft, draft.id, head);
  if (addedId !== undefined) await takeOut(manager, await manager.findOneByOrFail(PlanDraftRow, { id: addedId }));
  for (const { id, place, ...before } of rows) {
    const now = await manager.findOneByOrFail(PlanDraftRow, { id });
    if (now.removed) await bringBack(manager, draft.id, id, place);
    await manager.update(PlanDraftRow, id, { ...before, version: now.version + 1 });
  }
  await manager.update(DraftChange, change.id, { takenBack: true });
  await markDraft(changing, draft, head !== undefined, {
    before: { changeId: change.id, kind: change.kind },
    after: { takenBack: true, by: change.by },
  });
}

/** Thrown away with the file and its words; the rows stay as a record of what was refused. */
export async function discardPlanDraft(
  context: PlansContext,
  files: FileStore,
  input: DiscardPlanDraftInput,
): Promise<{ draftId: string }> {
  const discarded = await context.write('discardPlanDraft', { ...input }, async (manager, effects) => {
    const draft = await holdDraft(manager, context, input.draftId);
    demandSeen(draft, input.expectedVersion);
    await close(manager, context, draft, { state: PlanDraftState.DISCARDED, lines: [] });
    recordDraft(effects, draft, { state: PlanDraftState.IN_REVIEW }, { state: PlanDraftState.DISCARDED });
    return { draftId: draft.id };
  });
  // After the commit: a file without a draft is waste, a draft without its file would be a loss.
  await files.remove(documentKey(discarded.draftId)).catch((error: unknown) => {
    context.log.warn({ err: error, draftId: discarded.draftId }, 'the file of a discarded draft stays behind');
  });
  return discarded;
}

export function demandSeen(draft: PlanDraft, expectedVersion: number): void {
  if (draft.version !== expectedVersion) throw new Refusal('CONFLICT', 'STALE_VERSION', { version: draft.version });
}

/** Its last version. */
export async function close(
  manager: EntityManager,
  context: PlansContext,
  draft: PlanDraft,
  last: Partial<Pick<PlanDraft, 'state' | 'planId' | 'lines'>>,
): Promise<void> {
  const changedBy = context.actor.displayName;
  await manager.update(PlanDraft, draft.id, {
    ...last,
    version: draft.version + 1,
    changedBy,
    changedAt: context.clock.now(),
  });
}
