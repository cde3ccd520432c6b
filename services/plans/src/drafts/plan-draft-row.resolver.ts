import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { differenceOfRow } from './draft-comparison.ts';
import { RowDifference } from './draft-differences.ts';
import { doubtsOf } from './draft-doubts.ts';
import { DraftDoubt, PlanDraftRow } from './plan-draft-row.entity.ts';

@Resolver(() => PlanDraftRow)
export class PlanDraftRowResolver {
  @FieldResolver(() => [DraftDoubt], { description: 'Its doubtful fields that nobody has settled yet.' })
  doubts(@Root() row: PlanDraftRow, @Ctx() { locale }: PlansContext): DraftDoubt[] {
    return doubtsOf(row, locale);
  }

  @FieldResolver(() => RowDifference, {
    nullable: true,
    description: 'How it stands to the plan of the same number; null when there is none.',
  })
  difference(@Root() row: PlanDraftRow, @Ctx() context: PlansContext): Promise<RowDifference | null> {
    return differenceOfRow(context, row);
  }
}
