import { type Page, PageArgs } from '@lienthong/kit/connection';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { listMyTasks } from './my-tasks.service.ts';
import { MyTasks, TaskConnection } from './task.connection.ts';
import { findTask, loadTask } from './task.directory.ts';
import { Task } from './task.entity.ts';
import { TaskFilter, TaskOrder } from './task.filter.ts';
import { MarkTaskPartInput } from './task.inputs.ts';
import { MarkTaskPartPayload } from './task.payloads.ts';
import { listTasks, markTaskPart } from './task.service.ts';

@Resolver(() => Task)
export class TaskResolver {
  @Rule('Task.read')
  @Query(() => Task, { nullable: true, description: 'One task; null when there is none that you may see.' })
  task(@Arg('id', () => ID) id: string, @Ctx() context: PlansContext): Promise<Task | null> {
    return findTask(context, id);
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

  @Rule('Task.reportProgress')
  @Mutation(() => MarkTaskPartPayload, { description: 'Checks off, or reopens, one enumerated part of a task.' })
  async markTaskPart(
    @Arg('input', () => MarkTaskPartInput) input: MarkTaskPartInput,
    @Ctx() context: PlansContext,
  ): Promise<MarkTaskPartPayload> {
    const { taskId } = await markTaskPart(context, input);
    return { task: await loadTask(context, taskId) };
  }
}
