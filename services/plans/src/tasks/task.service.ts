import { type Page, type PageRequest, paginate } from '@lienthong/kit/connection';
import { Refusal } from '@lienthong/kit/refusal';
import type { PlansContext } from '../context.ts';
import { bearingUnit } from '../progress/progress.service.ts';
import { holdTask } from './task.access.ts';
import { markChanged, record } from './task.changes.ts';
import { Task, TaskPart } from './task.entity.ts';
import type { TaskFilter, TaskOrder } from './task.filter.ts';
import type { MarkTaskPartInput } from './task.inputs.ts';
import { orderKeys, type TaskAsker, taskQuery } from './task.query.ts';
import { TaskState } from './task.state.ts';

export const ALL_TASKS = 500;

export const askerOf = ({ clock, hierarchy, actor }: PlansContext): TaskAsker => ({
  today: clock.today(),
  hierarchy,
  personId: actor.kind === 'person' ? actor.id : null,
});

export function listTasks(
  context: PlansContext,
  filter: TaskFilter | null | undefined,
  order: TaskOrder | null | undefined,
  page: PageRequest,
): Promise<Page<Task>> {
  return paginate(context, (manager) => taskQuery(manager, filter, askerOf(context)), orderKeys(order), page);
}

/** All at once, in the order of the documents, for a page that shows a whole plan; bounded. */
export function listAllTasks(context: PlansContext, filter: TaskFilter | null, limit = ALL_TASKS): Promise<Task[]> {
  return context.read((manager) => {
    const query = taskQuery(manager, filter, askerOf(context));
    for (const key of orderKeys(null)) query.addOrderBy(key.sql);
    return query.limit(limit).getMany();
  });
}

export function markTaskPart(context: PlansContext, input: MarkTaskPartInput): Promise<{ taskId: string }> {
  return context.write('markTaskPart', input, async (manager, effects) => {
    const task = await holdTask(manager, context, input.taskId, 'reportProgress', input.expectedVersion);
    const part = await manager.findOneBy(TaskPart, { taskId: task.id, ordinal: input.ordinal });
    if (!part) throw new Refusal('NOT_FOUND', 'PART_NOT_FOUND', { field: 'ordinal' });
    if (task.state === TaskState.CANCELLED) throw new Refusal('CONFLICT', 'TASK_CANCELLED', { taskId: task.id });
    if (part.done !== input.done) {
      await manager.update(TaskPart, { taskId: task.id, ordinal: input.ordinal }, { done: input.done });
      await markChanged(manager, task);
      await record(manager, effects, context, task, {
        kind: input.done ? 'PART_DONE' : 'PART_REOPENED',
        unitId: bearingUnit(context, task),
        detail: part.text,
      });
    }
    return { taskId: task.id };
  });
}
