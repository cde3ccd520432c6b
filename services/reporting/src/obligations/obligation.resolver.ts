import type { Page } from '@lienthong/kit/connection';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { ReportingRegime } from '../regimes/regime.entity.ts';
import { getRegime } from '../regimes/regime.service.ts';
import { periodInWords } from '../regimes/words.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { Report } from '../reports/report.entity.ts';
import { reportAnswering } from '../reports/report.queries.ts';
import { Unit, unitReference } from '../units/unit.reference.ts';
import { ReportObligationConnection } from './obligation.connection.ts';
import { ReportObligation } from './obligation.entity.ts';
import { ObligationsArgs } from './obligation.inputs.ts';
import { permissionsOn } from './obligation.policy.ts';
import { findObligation, listObligations, stateOf } from './obligation.service.ts';
import { ObligationState } from './obligation.state.ts';
import { waiverInWords } from './waiver.ts';

@Resolver(() => ReportObligation)
export class ObligationResolver {
  @Rule('ReportObligation.read')
  @Query(() => ReportObligationConnection, { description: 'The reports owed that one may see, latest due first.' })
  reportObligations(
    @Args(() => ObligationsArgs) { filter, ...page }: ObligationsArgs,
    @Ctx() context: ReportingContext,
  ): Promise<Page<ReportObligation>> {
    return listObligations(context, filter ?? {}, page);
  }

  @Rule('ReportObligation.read')
  @Query(() => ReportObligation, { nullable: true, description: 'One owed report.' })
  reportObligation(
    @Arg('id', () => ID, { description: 'Id of the obligation.' }) id: string,
    @Ctx() context: ReportingContext,
  ): Promise<ReportObligation | null> {
    return findObligation(context, id);
  }

  @FieldResolver(() => ReportingRegime, { description: 'The regime that asks for it (chế độ báo cáo).' })
  regime(@Root() obligation: ReportObligation, @Ctx() context: ReportingContext): Promise<ReportingRegime> {
    return getRegime(context, obligation.regimeId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that owes it (đơn vị báo cáo).' })
  unit(@Root() obligation: ReportObligation): Unit {
    return unitReference(obligation.unitId);
  }

  @FieldResolver(() => String, { description: 'What people call the period (kỳ báo cáo).' })
  async periodLabel(@Root() obligation: ReportObligation, @Ctx() context: ReportingContext): Promise<string> {
    const { cadence } = await getRegime(context, obligation.regimeId);
    return periodInWords(cadence, { from: obligation.periodFrom, to: obligation.periodTo }, context.locale);
  }

  @FieldResolver(() => ObligationState, { description: 'Where it stands now, by the business clock.' })
  state(@Root() obligation: ReportObligation, @Ctx() context: ReportingContext): Promise<ObligationState> {
    return stateOf(context, obligation);
  }

  @FieldResolver(() => Report, {
    nullable: true,
    description: 'The report, once written; a draft only for the unit that writes it.',
  })
  report(@Root() obligation: ReportObligation, @Ctx() context: ReportingContext): Promise<Report | null> {
    return reportAnswering(context, obligation.id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How late the report was first handed in, 0 when on time; kept for ever (nộp muộn).',
  })
  async lateBySeconds(@Root() obligation: ReportObligation, @Ctx() context: ReportingContext): Promise<number | null> {
    return (await reportAnswering(context, obligation.id))?.lateBySeconds ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why the report is no longer owed (lý do miễn).' })
  waiverReason(@Root() obligation: ReportObligation, @Ctx() context: ReportingContext): string | null {
    return waiverInWords(obligation.waiverReason, context.locale);
  }

  @FieldResolver(() => [String], {
    description: 'What one may do now: submit, saveDraft, accept, return, markEnteredInCentralSystem.',
  })
  async permissions(@Root() obligation: ReportObligation, @Ctx() context: ReportingContext): Promise<string[]> {
    return permissionsOn(context, obligation, await reportAnswering(context, obligation.id));
  }
}
