import { connectionOf, type Page, PageArgs } from '@lienthong/kit/connection';
import { Refusal } from '@lienthong/kit/refusal';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { Follower } from '../followers/follower.entity.ts';
import { planFigures } from '../overview/figures.directory.ts';
import { TaskFigures } from '../overview/task-figures.ts';
import { Target } from '../targets/target.entity.ts';
import { listGroupsOfPlan } from '../task-groups/task-group.directory.ts';
import { TaskGroup } from '../task-groups/task-group.entity.ts';
import { TaskConnection } from '../tasks/task.connection.ts';
import { Task } from '../tasks/task.entity.ts';
import { TaskFilter, TaskOrder } from '../tasks/task.filter.ts';
import { listAllTasks, listTasks } from '../tasks/task.service.ts';
import { Bloc, Unit, unitReference } from '../units/unit.reference.ts';
import { Plan, PlanReference } from './plan.entity.ts';
import { followersOfPlan, implementersOfPlan, planById, referencesOfPlan, targetsOfPlan } from './plan.loader.ts';
import { listPlans } from './plan.service.ts';

export const PlanConnection = connectionOf(Plan, 'Plan');

@Resolver(() => Plan)
export class PlanResolver {
  @Rule('Plan.read')
  @Query(() => Plan, { nullable: true, description: 'One plan; null when there is none that you may see.' })
  plan(@Arg('id', () => ID) id: string, @Ctx() context: PlansContext): Promise<Plan | null> {
    return context.loaders.for(planById).load(id);
  }

  @Rule('Plan.read')
  @Query(() => PlanConnection, { description: 'The plans that you may see, the newest first.' })
  plans(
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: PlansContext,
  ): Promise<Page<Plan>> {
    return listPlans(context, search, page);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that issued it, where it is one here.' })
  issuer(@Root() { issuerUnitId }: Plan): Unit | null {
    return issuerUnitId === null ? null : unitReference(issuerUnitId);
  }

  @FieldResolver(() => [PlanReference], { description: 'The documents it carries out.' })
  implements(@Root() { id }: Plan, @Ctx() context: PlansContext): Promise<PlanReference[]> {
    return context.loaders.for(referencesOfPlan).load(id);
  }

  @FieldResolver(() => [Plan], { description: 'The plans that carry it out.' })
  async implementedBy(@Root() { id }: Plan, @Ctx() context: PlansContext): Promise<Plan[]> {
    const references = await context.loaders.for(implementersOfPlan).load(id);
    const plans = await context.loaders.for(planById).loadMany(references.map(({ planId }) => planId));
    return plans.filter((plan): plan is Plan => plan instanceof Plan);
  }

  @FieldResolver(() => [TaskGroup], { description: 'Its headings, in the order of the document.' })
  taskGroups(@Root() { id }: Plan, @Ctx() context: PlansContext): Promise<TaskGroup[]> {
    return listGroupsOfPlan(context, id);
  }

  @FieldResolver(() => TaskConnection, { description: 'Its tasks that you may see.' })
  tasks(
    @Root() { id }: Plan,
    @Arg('filter', () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Arg('orderBy', () => TaskOrder, { nullable: true }) orderBy: TaskOrder | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: PlansContext,
  ): Promise<Page<Task>> {
    return listTasks(context, { ...filter, planId: id }, orderBy, page);
  }

  @FieldResolver(() => [Task], {
    description: 'Its tasks in one flat answer, in the order of the document, at most 500; for the portals.',
  })
  async allTasks(
    @Root() { id }: Plan,
    @Arg('filter', () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Ctx() context: PlansContext,
  ): Promise<Task[]> {
    if (context.actor.kind === 'integrator') throw new Refusal('FORBIDDEN', 'PORTALS_ONLY');
    return listAllTasks(context, { ...filter, planId: id });
  }

  @FieldResolver(() => TaskFigures, { description: 'How its tasks that you may see stand.' })
  figures(
    @Root() { id }: Plan,
    @Arg('bloc', () => Bloc, { nullable: true }) bloc: Bloc | null,
    @Ctx() context: PlansContext,
  ): Promise<TaskFigures> {
    return planFigures(context, id, bloc ?? null);
  }

  @FieldResolver(() => [Target], { description: 'The targets it states.' })
  targets(@Root() { id }: Plan, @Ctx() context: PlansContext): Promise<Target[]> {
    return context.loaders.for(targetsOfPlan).load(id);
  }

  @FieldResolver(() => [Follower], { description: 'Who follows its tasks.' })
  followers(@Root() { id }: Plan, @Ctx() context: PlansContext): Promise<Follower[]> {
    return context.loaders.for(followersOfPlan).load(id);
  }
}

@Resolver(() => PlanReference)
export class PlanReferenceResolver {
  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'That document, where it is a plan here that you may see.',
  })
  async plan(@Root() { implementedPlanId }: PlanReference, @Ctx() context: PlansContext): Promise<Plan | null> {
    return implementedPlanId === null ? null : context.loaders.for(planById).load(implementedPlanId);
  }
}
