import { randomUUID } from 'node:crypto';
import type { Effects } from '@lienthong/kit/write';
import type { EntityManager } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { UnitProgress } from '../progress/unit-progress.entity.ts';
import { bearersOf, groupOfKey, partsOf, readingDay } from './bearers.ts';
import { type Part, rollUp } from './roll-up.ts';
import { Task } from './task.entity.ts';
import { TaskState } from './task.state.ts';
import { TimelineEntry, type TimelineKind } from './timeline-entry.entity.ts';

/** A unit sees only its own part of a shared task; their sum is everybody's and is worked out over all of them. */
async function overAllParts<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  const [{ before = '' } = {}] = await manager.query(`select current_setting('app.service', true) as before`);
  await manager.query(`select set_config('app.service', 'on', true)`);
  const result = await work();
  await manager.query(`select set_config('app.service', $1, true)`, [before ?? '']);
  return result;
}

export async function partOf(manager: EntityManager, task: Task, unitId: string, context: PlansContext): Promise<Part> {
  // What a later document withdrew is withdrawn for everyone in it.
  if (task.state === TaskState.CANCELLED) return { state: TaskState.CANCELLED, percent: null, completedOn: null };
  const on = readingDay(task, context.clock.today());
  const rows = await overAllParts(manager, () => manager.findBy(UnitProgress, { taskId: task.id }));
  const part = partsOf(rows, [unitId], context.hierarchy, on).get(unitId);
  if (part) return part;
  // What the document calls done is done for everyone in it.
  return task.state === TaskState.COMPLETED
    ? { state: TaskState.COMPLETED, percent: 100, completedOn: task.completedOn }
    : { state: TaskState.NOT_STARTED, percent: null, completedOn: null };
}

/** Keeps one unit's part and the task that all parts together make. */
export async function keepPart(
  manager: EntityManager,
  context: PlansContext,
  task: Task,
  unitId: string,
  part: Part,
): Promise<void> {
  await manager.query(
    `insert into plans.unit_progress (task_id, unit_id, state, percent, completed_on) values ($1, $2, $3, $4, $5)
     on conflict (task_id, unit_id) do update
       set state = excluded.state, percent = excluded.percent, completed_on = excluded.completed_on`,
    [task.id, unitId, part.state, part.percent, part.completedOn],
  );
  await rollUpTask(manager, context, task);
}

/** The task as the parts of those who bear it today make it. */
export async function rollUpTask(manager: EntityManager, context: PlansContext, task: Task): Promise<void> {
  const today = context.clock.today();
  const rows = await overAllParts(manager, () => manager.findBy(UnitProgress, { taskId: task.id }));
  const bearers = bearersOf(task, context.hierarchy, today);
  const whole = rollUp(partsOf(rows, bearers, context.hierarchy, readingDay(task, today)), bearers);
  await manager.update(Task, task.id, {
    state: whole.state,
    percent: whole.percent,
    completedOn: whole.completedOn,
    bearersDone: whole.done,
  });
}

/**
 * A change that others' open forms must notice. The members of a group do not stand in each other's way: their parts
 * leave the version alone, and a second report of the same unit is refused by its state.
 */
export async function markChanged(manager: EntityManager, task: Task): Promise<void> {
  await manager.increment(Task, { id: task.id }, 'version', 1);
}

export const isLedByGroup = (task: Pick<Task, 'leadKeys'>): boolean =>
  task.leadKeys.some((key) => groupOfKey(key) !== null);

let entries = 0;

/** Sorts by real time: two entries of one business instant keep the order in which they happened. */
const entryId = (now: Date): string => {
  entries += 1;
  return `${now.toISOString()}-${String(entries).padStart(9, '0')}-${randomUUID().slice(0, 8)}`;
};

export interface Happening {
  kind: TimelineKind;
  unitId: string | null;
  detail?: string | null | undefined;
  progressReportId?: string | null;
}

/** The timeline, the audit and the event of one change, said once. */
export async function record(
  manager: EntityManager,
  effects: Effects,
  context: PlansContext,
  task: Task,
  { kind, unitId, detail = null, progressReportId = null }: Happening,
): Promise<void> {
  await manager.insert(TimelineEntry, {
    id: entryId(context.clock.realNow()),
    taskId: task.id,
    at: context.clock.now(),
    kind,
    actorName: context.actor.displayName,
    unitId,
    unitName: unitId === null ? null : (context.hierarchy.find(unitId)?.name ?? unitId),
    detail,
    progressReportId,
  });
  const after = await manager.findOneByOrFail(Task, { id: task.id });
  const facts = ({ state, percent, completedOn, version }: Task) => ({ state, percent, completedOn, version });
  effects.audit({
    objectType: 'Task',
    objectId: task.id,
    provinceId: task.provinceId,
    blocs: task.blocs,
    unitId,
    before: facts(task),
    after: { ...facts(after), kind, progressReportId, detail },
  });
  const followers = context.following.unitsFor(task.followKeys);
  const unitIds = new Set([...task.namedParticipants, ...followers, ...(unitId === null ? [] : [unitId])]);
  const told = { provinceId: task.provinceId, blocs: task.blocs, unitIds: [...unitIds] };
  effects.publish({ type: 'Task', id: task.id, ...told });
  effects.publish({ type: 'Plan', id: task.planId, ...told });
  if (progressReportId) effects.publish({ type: 'ProgressReport', id: progressReportId, ...told });
}
