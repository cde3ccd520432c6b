import type { PlansContext } from '../context.ts';
import type { PlanDraft } from './plan-draft.entity.ts';
import { draftById, rowById, rowsOfDraft } from './plan-draft.loader.ts';
import type { PlanDraftRow } from './plan-draft-row.entity.ts';

/** One draft; null when it may not be seen. */
export const findDraft = (context: PlansContext, id: string): Promise<PlanDraft | null> =>
  context.loaders.for(draftById).load(id);

/** The draft of something that was just done to it. */
export const loadDraft = async (context: PlansContext, id: string): Promise<PlanDraft> =>
  (await findDraft(context, id)) as PlanDraft;

export const findRow = (context: PlansContext, id: string): Promise<PlanDraftRow | null> =>
  context.loaders.for(rowById).load(id);

export const listRows = (context: PlansContext, draftId: string): Promise<PlanDraftRow[]> =>
  context.loaders.for(rowsOfDraft).load(draftId);
