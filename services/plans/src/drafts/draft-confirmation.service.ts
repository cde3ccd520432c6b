import { Refusal } from '@lienthong/kit/refusal';
import type { PlansContext } from '../context.ts';
import { holdDraft } from './draft.access.ts';
import type { ConfirmPlanDraftInput } from './plan-draft.inputs.ts';
import { demandSeen } from './plan-draft.service.ts';

export function confirmPlanDraft(
  context: PlansContext,
  input: ConfirmPlanDraftInput,
): Promise<{ draftId: string; planId: string }> {
  return context.write('confirmPlanDraft', { ...input }, async (manager) => {
    demandSeen(await holdDraft(manager, context, input.draftId), input.expectedVersion);
    throw new Refusal('CONFLICT', 'NOTHING_TO_CHANGE');
  });
}
