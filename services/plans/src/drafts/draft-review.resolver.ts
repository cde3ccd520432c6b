import { Rule } from '@lienthong/policy/rule';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { loadPlan } from '../plans/plan.directory.ts';
import { confirmPlanDraft } from './draft-confirmation.service.ts';
import { addDraftRow, correctDraftRow, joinDraftRows, removeDraftRow, splitDraftRow } from './draft-row.service.ts';
import { findRow, loadDraft } from './plan-draft.directory.ts';
import {
  AddDraftRowInput,
  ConfirmPlanDraftInput,
  CorrectDraftRowInput,
  CorrectPlanDraftInput,
  DiscardPlanDraftInput,
  JoinDraftRowsInput,
  RemoveDraftRowInput,
  SplitDraftRowInput,
  UndoDraftChangeInput,
} from './plan-draft.inputs.ts';
import {
  AddDraftRowPayload,
  ConfirmPlanDraftPayload,
  CorrectDraftRowPayload,
  CorrectPlanDraftPayload,
  DiscardPlanDraftPayload,
  type DraftRowPayload,
  JoinDraftRowsPayload,
  RemoveDraftRowPayload,
  SplitDraftRowPayload,
  UndoDraftChangePayload,
} from './plan-draft.payloads.ts';
import { correctPlanDraft, discardPlanDraft, undoDraftChange } from './plan-draft.service.ts';
import type { PlanDraftRow } from './plan-draft-row.entity.ts';

@Resolver()
export class DraftReviewResolver {
  @Rule('PlanDraft.manage')
  @Mutation(() => CorrectPlanDraftPayload, { description: 'Corrects the head of a document (sửa thông tin văn bản).' })
  async correctPlanDraft(
    @Arg('input', () => CorrectPlanDraftInput) input: CorrectPlanDraftInput,
    @Ctx() context: PlansContext,
  ): Promise<CorrectPlanDraftPayload> {
    const { draftId } = await correctPlanDraft(context, input);
    return { draft: await loadDraft(context, draftId) };
  }

  @Rule('PlanDraft.manage')
  @Mutation(() => CorrectDraftRowPayload, { description: 'Corrects a row, or says that it is right (sửa dòng).' })
  async correctDraftRow(
    @Arg('input', () => CorrectDraftRowInput) input: CorrectDraftRowInput,
    @Ctx() context: PlansContext,
  ): Promise<CorrectDraftRowPayload> {
    return shown(context, await correctDraftRow(context, input));
  }

  @Rule('PlanDraft.manage')
  @Mutation(() => SplitDraftRowPayload, { description: 'Makes two rows of one (tách dòng).' })
  async splitDraftRow(
    @Arg('input', () => SplitDraftRowInput) input: SplitDraftRowInput,
    @Ctx() context: PlansContext,
  ): Promise<SplitDraftRowPayload> {
    const split = await splitDraftRow(context, input);
    const secondRow = (await findRow(context, split.secondRowId)) as PlanDraftRow;
    return { ...(await shown(context, split)), secondRow };
  }

  @Rule('PlanDraft.manage')
  @Mutation(() => JoinDraftRowsPayload, { description: 'Makes one row of two that follow each other (ghép dòng).' })
  async joinDraftRows(
    @Arg('input', () => JoinDraftRowsInput) input: JoinDraftRowsInput,
    @Ctx() context: PlansContext,
  ): Promise<JoinDraftRowsPayload> {
    return shown(context, await joinDraftRows(context, input));
  }

  @Rule('PlanDraft.manage')
  @Mutation(() => AddDraftRowPayload, { description: 'Adds a row that the reading missed (thêm dòng).' })
  async addDraftRow(
    @Arg('input', () => AddDraftRowInput) input: AddDraftRowInput,
    @Ctx() context: PlansContext,
  ): Promise<AddDraftRowPayload> {
    return shown(context, await addDraftRow(context, input));
  }

  @Rule('PlanDraft.manage')
  @Mutation(() => RemoveDraftRowPayload, { description: 'Takes a row out (bỏ dòng).' })
  async removeDraftRow(
    @Arg('input', () => RemoveDraftRowInput) input: RemoveDraftRowInput,
    @Ctx() context: PlansContext,
  ): Promise<RemoveDraftRowPayload> {
    const { draftId } = await removeDraftRow(context, input);
    return { draft: await loadDraft(context, draftId) };
  }

  @Rule('PlanDraft.manage')
  @Mutation(() => UndoDraftChangePayload, {
    description: 'Takes back the last change, whoever made it; then the one before it (hoàn tác).',
  })
  async undoDraftChange(
    @Arg('input', () => UndoDraftChangeInput) input: UndoDraftChangeInput,
    @Ctx() context: PlansContext,
  ): Promise<UndoDraftChangePayload> {
    const { draftId, rowId } = await undoDraftChange(context, input);
    return { draft: await loadDraft(context, draftId), row: rowId === null ? null : await findRow(context, rowId) };
  }

  @Rule('PlanDraft.manage')
  @Mutation(() => ConfirmPlanDraftPayload, {
    description:
      'Makes a plan with its tasks, or the exact changes of the plan of the same number (xác nhận); a completed task stays as it is. The English titles are the Vietnamese words until somebody translates them.',
  })
  async confirmPlanDraft(
    @Arg('input', () => ConfirmPlanDraftInput) input: ConfirmPlanDraftInput,
    @Ctx() context: PlansContext,
  ): Promise<ConfirmPlanDraftPayload> {
    const { draftId, planId } = await confirmPlanDraft(context, input);
    return { draft: await loadDraft(context, draftId), plan: await loadPlan(context, planId) };
  }

  @Rule('PlanDraft.manage')
  @Mutation(() => DiscardPlanDraftPayload, { description: 'Throws a draft away with its file (bỏ dự thảo).' })
  async discardPlanDraft(
    @Arg('input', () => DiscardPlanDraftInput) input: DiscardPlanDraftInput,
    @Ctx() context: PlansContext,
  ): Promise<DiscardPlanDraftPayload> {
    const { draftId } = await discardPlanDraft(context, context.files, input);
    return { draft: await loadDraft(context, draftId) };
  }
}

async function shown(
  context: PlansContext,
  { draftId, rowId }: { draftId: string; rowId: string },
): Promise<DraftRowPayload> {
  const [draft, row] = await Promise.all([loadDraft(context, draftId), findRow(context, rowId)]);
  return { draft, row: row as PlanDraftRow };
}
