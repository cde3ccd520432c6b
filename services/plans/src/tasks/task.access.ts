import { Refusal } from '@lienthong/kit/refusal';
import type { EntityManager } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { Task } from './task.entity.ts';
import { demandOnTask, type TaskAction } from './task.policy.ts';

/** Unknown and invisible look the same. */
export async function getTask(manager: EntityManager, id: string): Promise<Task> {
  const task = await manager.findOneBy(Task, { id });
  if (!task) throw new Refusal('NOT_FOUND', 'TASK_NOT_FOUND', { taskId: id });
  return task;
}

/**
 * The task, held against other writers until the end of the transaction. What a person may do is asked before the
 * version: somebody without the right learns nothing of the state.
 */
export async function holdTask(
  manager: EntityManager,
  context: PlansContext,
  id: string,
  action: TaskAction,
  expectedVersion?: number,
): Promise<Task> {
  await getTask(manager, id).then((task) => demandOnTask(context, action, task));
  const task = await lockTask(manager, id);
  if (expectedVersion !== undefined && task.version !== expectedVersion) {
    throw new Refusal('CONFLICT', 'STALE_VERSION', { version: task.version });
  }
  return task;
}

/** The second wall lets fewer write than read: a row that cannot be locked may be seen and not touched. */
export async function lockTask(manager: EntityManager, id: string): Promise<Task> {
  const task = await manager.findOne(Task, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!task) throw new Refusal('FORBIDDEN', 'NOT_ALLOWED');
  return task;
}
