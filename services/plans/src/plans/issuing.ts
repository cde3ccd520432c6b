import type { EntityManager } from 'typeorm';

/**
 * A plan in the making is followed by nobody yet, and its tasks may belong to the other bloc: while it is issued or
 * amended the service itself reads. What may be written is still said by the walls: only what a confirmed draft names.
 */
export async function asIssuing<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  await manager.query(`select set_config('app.service', 'on', true)`);
  const result = await work();
  await manager.query(`select set_config('app.service', '', true)`);
  return result;
}
