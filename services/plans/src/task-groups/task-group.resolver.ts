import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { figuresOfGroup } from '../overview/figures.loader.ts';
import { TaskFigures } from '../overview/task-figures.ts';
import { Plan } from '../plans/plan.entity.ts';
import { planById } from '../plans/plan.loader.ts';
import { TaskGroup } from './task-group.entity.ts';

@Resolver(() => TaskGroup)
export class TaskGroupResolver {
  @FieldResolver(() => Plan, { description: 'The plan it stands in.' })
  async plan(@Root() { planId }: TaskGroup, @Ctx() context: PlansContext): Promise<Plan> {
    return (await context.loaders.for(planById).load(planId)) as Plan;
  }

  @FieldResolver(() => Int, { description: 'How many of its tasks you may see.' })
  async taskCount(@Root() { id }: TaskGroup, @Ctx() context: PlansContext): Promise<number> {
    return (await context.loaders.for(figuresOfGroup).load(id)).total;
  }

  @FieldResolver(() => TaskFigures, { description: 'How the tasks that you may see stand.' })
  figures(@Root() { id }: TaskGroup, @Ctx() context: PlansContext): Promise<TaskFigures> {
    return context.loaders.for(figuresOfGroup).load(id);
  }
}
