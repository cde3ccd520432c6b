import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { groupFigures } from '../overview/figures.directory.ts';
import { TaskFigures } from '../overview/task-figures.ts';
import { loadPlan } from '../plans/plan.directory.ts';
import { Plan } from '../plans/plan.entity.ts';
import { TaskGroup } from './task-group.entity.ts';

@Resolver(() => TaskGroup)
export class TaskGroupResolver {
  @FieldResolver(() => Plan, { description: 'The plan it stands in.' })
  plan(@Root() { planId }: TaskGroup, @Ctx() context: PlansContext): Promise<Plan> {
    return loadPlan(context, planId);
  }

  @FieldResolver(() => Int, { description: 'How many of its tasks you may see.' })
  async taskCount(@Root() { id }: TaskGroup, @Ctx() context: PlansContext): Promise<number> {
    return (await groupFigures(context, id)).total;
  }

  @FieldResolver(() => TaskFigures, { description: 'How the tasks that you may see stand.' })
  figures(@Root() { id }: TaskGroup, @Ctx() context: PlansContext): Promise<TaskFigures> {
    return groupFigures(context, id);
  }
}
