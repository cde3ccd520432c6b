import { type Page, PageArgs } from '@lienthong/kit/connection';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AssignTaskInput } from '../assignments/assignment.inputs.ts';
import { assignTask } from '../assignments/assignment.service.ts';
import type { PlansContext } from '../context.ts';
import { listMyTasks } from './my-tasks.service.ts';
import { MyTasks, TaskConnection } from './task.connection.ts';
import { Task } from './task.entity.ts';
import { MarkTaskPartInput, TaskFilter, TaskOrder } from './task.inputs.ts';
import { taskById } from './task.loader.ts';
import { AssignTaskPayload, MarkTaskPartPayload } from './task.payloads.ts';
import { listTasks, markTaskPart } from './task.service.ts';

@Resolver(() => Task)
export class TaskResolver {
  @Rule('Task.read')
  @Query(() => Task, { nullable: true, description: 'One task; null when there is none that you may see.' })
  task(@Arg('id', () => ID) id: string, @Ctx() context: PlansContext): Promise<Task | null> {
    return context.loaders.for(taskById).load(id);
  }

  @Rule('Task.read')
  @Query(() => TaskConnection, { description: 'The tasks that you may see.' })
  tasks(
    @Arg('filter', () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Arg('orderBy', () => TaskOrder, { nullable: true }) orderBy: TaskOrder | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: PlansContext,
  ): Promise<Page<Task>> {
    return listTasks(context, filter, orderBy, page);
  }

  @Rule('Task.read')
  @Query(() => MyTasks, { description: 'What waits for you, at most 100 of each kind.' })
  myTasks(@Ctx() context: PlansContext): Promise<MyTasks> {
    return listMyTasks(context);
  }

  @Rule('Task.assign')
  @Mutation(() => AssignTaskPayload, { description: 'Gives a task to an officer of a lead unit (phân công).' })
  async assignTask(
    @Arg('input', () => AssignTaskInput) input: AssignTaskInput,
    @Ctx() context: PlansContext,
  ): Promise<AssignTaskPayload> {
    return shown(context, await assignTask(context, input));
  }

  @Rule('Task.reportProgress')
  @Mutation(() => MarkTaskPartPayload, { description: 'Checks off, or reopens, one enumerated part of a task.' })
  async markTaskPart(
    @Arg('input', () => MarkTaskPartInput) input: MarkTaskPartInput,
    @Ctx() context: PlansContext,
  ): Promise<MarkTaskPartPayload> {
    return shown(context, await markTaskPart(context, input));
  }
}

async function shown(context: PlansContext, { taskId }: { taskId: string }): Promise<{ task: Task }> {
  return { task: (await context.loaders.for(taskById).load(taskId)) as Task };
}
