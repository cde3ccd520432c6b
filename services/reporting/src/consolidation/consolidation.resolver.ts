import { pageSize } from '@lienthong/kit/connection';
import { DateScalar } from '@lienthong/kit/scalars';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import type { ReportingContext } from '../reporting-context.ts';
import { consolidated, periodsOf, punctuality } from './consolidation.service.ts';
import { ConsolidatedReport, Punctuality, ReportingPeriod } from './consolidation.types.ts';

@Resolver()
export class ConsolidationResolver {
  @Rule('ReportObligation.read')
  @Query(() => [ReportingPeriod], {
    description: 'The periods of a regime, latest first, with their counts of reports.',
  })
  periods(
    @Arg('regimeId', () => ID, { description: 'Which regime.' }) regimeId: string,
    @Ctx() context: ReportingContext,
    @Arg('first', () => Int, { nullable: true, description: 'How many periods, 1 to 100.' }) first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The periodFrom of the last period seen.' }) after?:
      | string
      | null,
  ): Promise<ReportingPeriod[]> {
    return periodsOf(context, regimeId, pageSize(first), after ?? null);
  }

  @Rule('ReportObligation.read')
  @Query(() => Punctuality, {
    description: 'Who reported on time in the period of a day; today’s when no day is given.',
  })
  punctuality(
    @Arg('regimeId', () => ID, { description: 'Which regime.' }) regimeId: string,
    @Ctx() context: ReportingContext,
    @Arg('on', () => DateScalar, { nullable: true, description: 'A day of the period.' }) on?: string | null,
  ): Promise<Punctuality> {
    return punctuality(context, regimeId, on ?? null);
  }

  @Rule('Report.export')
  @Query(() => ConsolidatedReport, { description: 'The reports of one period added up.' })
  consolidated(
    @Arg('regimeId', () => ID, { description: 'Which regime.' }) regimeId: string,
    @Arg('periodFrom', () => DateScalar, { description: 'First day of the period.' }) periodFrom: string,
    @Ctx() context: ReportingContext,
  ): Promise<ConsolidatedReport> {
    return consolidated(context, regimeId, periodFrom);
  }
}
