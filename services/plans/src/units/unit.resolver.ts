import { type Page, PageArgs } from '@lienthong/kit/connection';
import { DateScalar } from '@lienthong/kit/scalars';
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { unitFigures } from '../overview/figures.directory.ts';
import { TaskFigures } from '../overview/task-figures.ts';
import { TaskConnection } from '../tasks/task.connection.ts';
import type { Task } from '../tasks/task.entity.ts';
import { TaskFilter, TaskOrder } from '../tasks/task.filter.ts';
import { listTasks } from '../tasks/task.service.ts';
import { Unit } from './unit.reference.ts';

@Resolver(() => Unit)
export class UnitResolver {
  @FieldResolver(() => TaskConnection, {
    nullable: true,
    description: 'Tasks that it leads or coordinates, itself or through a group, and that you may see.',
  })
  tasks(
    @Root() { id }: Unit,
    @Arg('filter', () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Arg('orderBy', () => TaskOrder, { nullable: true }) orderBy: TaskOrder | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: PlansContext,
  ): Promise<Page<Task>> {
    return listTasks(context, { ...filter, unitId: id }, orderBy, page);
  }

  @FieldResolver(() => TaskFigures, {
    nullable: true,
    description:
      'How the tasks it leads stand, measured by its own part; with dates, those due or completed between them.',
  })
  taskFigures(
    @Root() { id }: Unit,
    @Arg('planId', () => ID, { nullable: true }) planId: string | null,
    @Arg('from', () => DateScalar, { nullable: true }) from: string | null,
    @Arg('to', () => DateScalar, { nullable: true }) to: string | null,
    @Ctx() context: PlansContext,
  ): Promise<TaskFigures> {
    return unitFigures(context, { unitId: id, planId: planId ?? null, from: from ?? null, to: to ?? null });
  }
}
