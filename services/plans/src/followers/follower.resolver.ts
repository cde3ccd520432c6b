import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { loadPlan } from '../plans/plan.directory.ts';
import { Plan } from '../plans/plan.entity.ts';
import { findTaskGroup } from '../task-groups/task-group.directory.ts';
import { TaskGroup } from '../task-groups/task-group.entity.ts';
import { Unit, unitNameOf, unitReference } from '../units/unit.reference.ts';
import { Follower } from './follower.entity.ts';

@Resolver(() => Follower)
export class FollowerResolver {
  @FieldResolver(() => Plan, { description: 'The plan whose tasks it follows.' })
  plan(@Root() { planId }: Follower, @Ctx() context: PlansContext): Promise<Plan> {
    return loadPlan(context, planId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that follows.' })
  unit(@Root() { unitId }: Follower): Unit {
    return unitReference(unitId);
  }

  @FieldResolver(() => String, { description: 'The name of that unit, as last heard from the units service.' })
  unitName(@Root() { unitId }: Follower, @Ctx() context: PlansContext): string {
    return unitNameOf(context, unitId);
  }

  @FieldResolver(() => [TaskGroup], { nullable: true, description: 'The groups it follows; null means all of them.' })
  async taskGroups(@Root() { taskGroupIds }: Follower, @Ctx() context: PlansContext): Promise<TaskGroup[] | null> {
    if (taskGroupIds === null) return null;
    const groups = await Promise.all(taskGroupIds.map((id) => findTaskGroup(context, id)));
    return groups.filter((group) => group !== null);
  }
}
