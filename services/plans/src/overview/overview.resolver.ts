import { Rule } from '@lienthong/policy/rule';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { findPlan } from '../plans/plan.directory.ts';
import { Plan } from '../plans/plan.entity.ts';
import { findTaskGroup } from '../task-groups/task-group.directory.ts';
import { TaskGroup } from '../task-groups/task-group.entity.ts';
import { overviewOf } from './overview.service.ts';
import { FiguresRow, Overview } from './overview.types.ts';

@Resolver(() => FiguresRow)
export class OverviewResolver {
  @Rule('Task.read')
  @Query(() => Overview, { description: 'The province at a glance; your own when none is named.' })
  overview(
    @Arg('provinceId', () => ID, { nullable: true }) provinceId: string | null,
    @Ctx() context: PlansContext,
  ): Promise<Overview> {
    return overviewOf(context, provinceId);
  }

  @FieldResolver(() => Plan, { nullable: true, description: 'The plan, in a line about one that you may see.' })
  async plan(@Root() { planId }: FiguresRow, @Ctx() context: PlansContext): Promise<Plan | null> {
    return planId === null ? null : findPlan(context, planId);
  }

  @FieldResolver(() => TaskGroup, { nullable: true, description: 'The group, in a line about one that you may see.' })
  async taskGroup(@Root() { taskGroupId }: FiguresRow, @Ctx() context: PlansContext): Promise<TaskGroup | null> {
    return findTaskGroup(context, taskGroupId);
  }
}
