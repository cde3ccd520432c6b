import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { demandReading } from '../obligations/obligation.policy.ts';
import { ReportingRegime } from '../regimes/regime.entity.ts';
import { regimesOf } from '../regimes/regime.service.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { Plan } from './plan.reference.ts';

@Resolver(() => Plan)
export class PlanResolver {
  @FieldResolver(() => [ReportingRegime], {
    nullable: true,
    description: 'The reporting regimes the plan orders (chế độ báo cáo).',
  })
  async regimes(@Root() plan: Plan, @Ctx() context: ReportingContext): Promise<ReportingRegime[]> {
    demandReading(context);
    return regimesOf(context, plan.id);
  }
}
