import { Rule } from '@lienthong/policy/rule';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Plan, planReference } from '../plans/plan.reference.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { Unit, unitReference } from '../units/unit.reference.ts';
import { ReportingRegime } from './regime.entity.ts';
import { regimesOf, reportersOf } from './regime.service.ts';
import { RegimeReporter } from './regime-reporter.entity.ts';
import { ruleInWords } from './words.ts';

@Resolver(() => ReportingRegime)
export class RegimeResolver {
  @Rule('ReportingRegime.read')
  @Query(() => [ReportingRegime], { description: 'The reporting regimes of a plan, or of all plans one may see.' })
  reportingRegimes(
    @Ctx() context: ReportingContext,
    @Arg('planId', () => ID, { nullable: true, description: 'Of this plan only.' }) planId?: string | null,
  ): Promise<ReportingRegime[]> {
    return regimesOf(context, planId ?? null);
  }

  @FieldResolver(() => Plan, { nullable: true, description: 'The plan that orders it (kế hoạch).' })
  plan(@Root() regime: ReportingRegime): Plan | null {
    return regime.planId === null ? null : planReference(regime.planId);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description:
      'The unit that receives, accepts and adds up (nơi nhận); none where it is a body outside, see recipientName.',
  })
  recipient(@Root() regime: ReportingRegime): Unit | null {
    return regime.recipientUnitId === null ? null : unitReference(regime.recipientUnitId);
  }

  @FieldResolver(() => [RegimeReporter], { description: 'Who owes reports (đối tượng báo cáo).' })
  reporters(@Root() regime: ReportingRegime, @Ctx() context: ReportingContext): Promise<RegimeReporter[]> {
    return reportersOf(context, regime.id);
  }

  @FieldResolver(() => String, { description: 'The rule in words, in the language of the reader.' })
  rule(@Root() regime: ReportingRegime, @Ctx() context: ReportingContext): string {
    return ruleInWords(regime, context.locale);
  }
}
