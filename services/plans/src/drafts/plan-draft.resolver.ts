import { connectionOf, type Page, PageArgs } from '@lienthong/kit/connection';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { findPlan } from '../plans/plan.directory.ts';
import { Plan, PlanReference } from '../plans/plan.entity.ts';
import { Unit, unitReference } from '../units/unit.reference.ts';
import { DocumentLine, DraftFinding, DraftSection } from './document-parts.ts';
import { DraftChange } from './draft-change.entity.ts';
import { differencesFor } from './draft-comparison.ts';
import { DraftDifferences } from './draft-differences.ts';
import { findingsOf } from './draft-findings.ts';
import { findDraft, listRows } from './plan-draft.directory.ts';
import { PlanDraft, PlanDraftState } from './plan-draft.entity.ts';
import { countsOfDraft, lastChangeOfDraft, linesOfDraft } from './plan-draft.loader.ts';
import { permissionsOnDraft } from './plan-draft.policy.ts';
import { listDrafts } from './plan-draft.service.ts';
import { PlanDraftRow } from './plan-draft-row.entity.ts';
import { planToChange, referencesOf } from './same-plan.ts';

export const PlanDraftConnection = connectionOf(PlanDraft, 'PlanDraft');

@Resolver(() => PlanDraft)
export class PlanDraftResolver {
  @Rule('PlanDraft.read')
  @Query(() => PlanDraft, { nullable: true, description: 'One draft; null when there is none that you may see.' })
  planDraft(@Arg('id', () => ID) id: string, @Ctx() context: PlansContext): Promise<PlanDraft | null> {
    return findDraft(context, id);
  }

  @Rule('PlanDraft.read')
  @Query(() => PlanDraftConnection, { description: 'The drafts of your unit, the newest first.' })
  planDrafts(
    @Arg('state', () => PlanDraftState, { nullable: true }) state: PlanDraftState | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: PlansContext,
  ): Promise<Page<PlanDraft>> {
    return listDrafts(context, state, page);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that reviews it.' })
  unit(@Root() { unitId }: PlanDraft): Unit {
    return unitReference(unitId);
  }

  @FieldResolver(() => [PlanReference], { description: 'The documents that it carries out.' })
  implements(@Root() draft: PlanDraft, @Ctx() context: PlansContext): Promise<PlanReference[]> {
    return referencesOf(context, draft);
  }

  @FieldResolver(() => [DraftSection], { description: 'Its headings, with how many rows they have now.' })
  async sections(@Root() draft: PlanDraft, @Ctx() context: PlansContext): Promise<DraftSection[]> {
    const rows = await listRows(context, draft.id);
    return draft.declared.sections.map(({ line: _line, ...heading }) => ({
      ...heading,
      rowCount: rows.filter(({ appendix, section }) => appendix === heading.appendix && section === heading.code)
        .length,
    }));
  }

  @FieldResolver(() => Int, { description: 'How many rows it has.' })
  async rowCount(@Root() { id }: PlanDraft, @Ctx() context: PlansContext): Promise<number> {
    return (await context.loaders.for(countsOfDraft).load(id)).rows;
  }

  @FieldResolver(() => Int, { description: 'How many doubtful fields nobody has settled yet.' })
  async doubtCount(@Root() { id }: PlanDraft, @Ctx() context: PlansContext): Promise<number> {
    return (await context.loaders.for(countsOfDraft).load(id)).doubts;
  }

  @FieldResolver(() => [PlanDraftRow], { description: 'Its rows, in order; at most 1,000.' })
  rows(@Root() { id }: PlanDraft, @Ctx() context: PlansContext): Promise<PlanDraftRow[]> {
    return listRows(context, id);
  }

  @FieldResolver(() => [DocumentLine], { description: 'The document as it was read; at most 20,000 lines.' })
  lines(@Root() { id }: PlanDraft, @Ctx() context: PlansContext): Promise<DocumentLine[]> {
    return context.loaders.for(linesOfDraft).load(id);
  }

  @FieldResolver(() => [DraftFinding], { description: 'What must be looked at in the rows as they are now.' })
  findings(@Root() draft: PlanDraft, @Ctx() context: PlansContext): Promise<DraftFinding[]> {
    return findingsOf(context, draft);
  }

  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The plan that it became; before that the plan of the same number that it would change.',
  })
  plan(@Root() draft: PlanDraft, @Ctx() context: PlansContext): Promise<Plan | null> {
    return draft.planId === null ? planToChange(context, draft) : findPlan(context, draft.planId);
  }

  @FieldResolver(() => DraftDifferences, {
    nullable: true,
    description: 'What confirming would change in the plan of the same number; null when there is none.',
  })
  differences(@Root() draft: PlanDraft, @Ctx() context: PlansContext): Promise<DraftDifferences | null> {
    return differencesFor(context, draft);
  }

  @FieldResolver(() => DraftChange, { nullable: true, description: 'What undo would take back.' })
  lastChange(@Root() draft: PlanDraft, @Ctx() context: PlansContext): Promise<DraftChange | null> {
    return draft.state === PlanDraftState.IN_REVIEW
      ? context.loaders.for(lastChangeOfDraft).load(draft.id)
      : Promise.resolve(null);
  }

  @FieldResolver(() => [String], { description: 'What you may do with it now: review, confirm, discard.' })
  permissions(@Root() draft: PlanDraft, @Ctx() context: PlansContext): string[] {
    return permissionsOnDraft(context, draft);
  }
}
