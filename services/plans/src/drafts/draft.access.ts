import { Refusal } from '@lienthong/kit/refusal';
import type { EntityManager } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { PlanDraft, PlanDraftState } from './plan-draft.entity.ts';
import { factsOfDraft } from './plan-draft.policy.ts';
import { PlanDraftRow } from './plan-draft-row.entity.ts';

/**
 * The draft, held against other reviewers until the end of the transaction: changes of one draft happen one after
 * another, each with a version of its own. Unknown and invisible look the same.
 */
export async function holdDraft(manager: EntityManager, context: PlansContext, id: string): Promise<PlanDraft> {
  const draft = await manager.findOne(PlanDraft, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!draft) throw new Refusal('NOT_FOUND', 'DRAFT_NOT_FOUND', { draftId: id });
  context.demand('manage', 'PlanDraft', factsOfDraft(draft));
  if (draft.state !== PlanDraftState.IN_REVIEW) throw new Refusal('CONFLICT', 'DRAFT_CLOSED', { state: draft.state });
  return draft;
}

export interface HeldRow {
  draft: PlanDraft;
  row: PlanDraftRow;
}

/** A row with its draft held; two reviewers of one row do not overwrite each other, those of two rows never meet. */
export async function holdRow(
  manager: EntityManager,
  context: PlansContext,
  id: string,
  expectedVersion: number,
): Promise<HeldRow> {
  const seen = await manager.findOneBy(PlanDraftRow, { id });
  if (!seen) throw new Refusal('NOT_FOUND', 'DRAFT_NOT_FOUND', { rowId: id });
  const draft = await holdDraft(manager, context, seen.draftId);
  return { draft, row: await freshRow(manager, id, expectedVersion) };
}

/** The row as it is now that its draft is held. */
export async function freshRow(manager: EntityManager, id: string, expectedVersion: number): Promise<PlanDraftRow> {
  const row = await manager.findOneByOrFail(PlanDraftRow, { id });
  if (row.removed || row.version !== expectedVersion) {
    throw new Refusal('CONFLICT', 'STALE_VERSION', { rowId: id, version: row.version });
  }
  return row;
}
