import type { Facts } from '@lienthong/policy/decide';
import type { PlansContext } from '../context.ts';
import { type PlanDraft, PlanDraftState } from './plan-draft.entity.ts';

/** A draft is its unit's alone: no one takes part in it or follows it. */
export const factsOfDraft = ({
  provinceId,
  bloc,
  unitId,
}: Pick<PlanDraft, 'provinceId' | 'bloc' | 'unitId'>): Facts => ({
  provinceId,
  blocs: [bloc],
  unitIds: [unitId],
});

/** What the person may do with the draft as it is now: what the buttons show. */
export function permissionsOnDraft(context: PlansContext, draft: PlanDraft): string[] {
  if (draft.state !== PlanDraftState.IN_REVIEW) return [];
  return context.may('manage', 'PlanDraft', factsOfDraft(draft)) ? ['review', 'confirm', 'discard'] : [];
}
