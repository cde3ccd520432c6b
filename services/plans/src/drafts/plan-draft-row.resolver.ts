import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { unitReasons as reasonsEn } from '../importing/messages.en.ts';
import { unitReasons as reasonsVi } from '../importing/messages.vi.ts';
import { differenceOfRow } from './draft-comparison.ts';
import { RowDifference } from './draft-differences.ts';
import { doubtsOf } from './draft-doubts.ts';
import { DraftAssignee, DraftDoubt, PlanDraftRow } from './plan-draft-row.entity.ts';

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

@Resolver(() => DraftAssignee)
export class DraftAssigneeResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Why the words were taken for this body.' })
  reason(@Root() { reason }: DraftAssignee, @Ctx() { locale }: PlansContext): string | null {
    return reason === null ? null : (locale === 'en' ? reasonsEn : reasonsVi)[reason];
  }
}
