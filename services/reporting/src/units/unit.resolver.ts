import type { Page } from '@lienthong/kit/connection';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ReportObligationConnection } from '../obligations/obligation.connection.ts';
import type { ReportObligation } from '../obligations/obligation.entity.ts';
import { demandReading } from '../obligations/obligation.policy.ts';
import { listObligations } from '../obligations/obligation.service.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { ReportsOwedArgs } from './reports-owed.args.ts';
import { Unit } from './unit.reference.ts';

@Resolver(() => Unit)
export class UnitResolver {
  @FieldResolver(() => ReportObligationConnection, {
    nullable: true,
    description: 'The reports this unit owes (báo cáo phải nộp), latest due first.',
  })
  async reportsOwed(
    @Root() unit: Unit,
    @Args(() => ReportsOwedArgs) { from, to, ...page }: ReportsOwedArgs,
    @Ctx() context: ReportingContext,
  ): Promise<Page<ReportObligation>> {
    demandReading(context);
    return listObligations(context, { unitId: unit.id, from: from ?? null, to: to ?? null }, page);
  }
}
