import { Refusal } from '@lienthong/kit/refusal';
import type { Facts } from '@lienthong/policy/decide';
import type { PlansContext } from '../context.ts';
import type { ProgressReport } from '../progress/progress-report.entity.ts';
import { bearersOf } from './bearers.ts';
import type { Task } from './task.entity.ts';
import { ownPartOfTask, partsOfTask, waitingResultsOfTask } from './task.loader.ts';
import { reasonNotToReport, TaskState } from './task.state.ts';

export type TaskAction = 'assign' | 'reportProgress' | 'confirm';

export function factsOf({ following }: Pick<PlansContext, 'following'>, task: Task): Facts {
  return {
    provinceId: task.provinceId,
    blocs: task.blocs,
    unitIds: task.participants,
    leadUnitIds: task.leadKeys,
    followers: following.unitsFor(task.followKeys),
  };
}

/** A report belongs to the unit that made it, whoever else answers for the task. */
export function factsOfReport(context: PlansContext, task: Task, report: Pick<ProgressReport, 'unitId'>): Facts {
  return { ...factsOf(context, task), leadUnitIds: [report.unitId] };
}

export function mayOnTask(context: PlansContext, action: TaskAction, task: Task): boolean {
  const facts = factsOf(context, task);
  return action === 'confirm' ? context.may('confirm', 'ProgressReport', facts) : context.may(action, 'Task', facts);
}

export function demandOnTask(context: PlansContext, action: TaskAction, task: Task): void {
  const facts = factsOf(context, task);
  if (action === 'confirm') context.demand('confirm', 'ProgressReport', facts);
  else context.demand(action, 'Task', facts);
}

/** A lead unit assigns within itself; a following standing agency within every bearer, and names one where none can be told. */
export function demandAssign(context: PlansContext, task: Task, unitId: string, bearers: readonly string[]): void {
  // As if it led nothing: what is still allowed is allowed to it as following body.
  const isFollowing = context.may('assign', 'Task', { ...factsOf(context, task), leadUnitIds: [] });
  if (!isFollowing && unitId !== context.actor.membership?.unitId)
    throw new Refusal('FORBIDDEN', 'NOT_ALLOWED', { field: 'unitId' });
  if (bearers.includes(unitId)) return;
  const { hierarchy, clock } = context;
  const isKnown = hierarchy.isValid(unitId, clock.today()) && hierarchy.find(unitId)?.provinceId === task.provinceId;
  if (bearers.length > 0 || !isKnown) throw new Refusal('INVALID', 'NOT_A_LEAD_UNIT', { field: 'unitId', unitId });
}

/** What the person may do with the task as it is now: what the buttons show. */
export async function permissionsOn(context: PlansContext, task: Task): Promise<string[]> {
  const unitId = context.actor.membership?.unitId;
  if (context.actor.kind !== 'person' || unitId === undefined) return [];
  const permissions: string[] = [];
  if (task.state === TaskState.CANCELLED) return [];
  const isOpen = task.state !== TaskState.COMPLETED || task.deadline.thenOngoing;
  if (isOpen && mayOnTask(context, 'assign', task)) permissions.push('assign');
  const isBearer = bearersOf(task, context.hierarchy, context.clock.today()).includes(unitId);
  if (isBearer && mayOnTask(context, 'reportProgress', task)) {
    permissions.push(...(await permissionsAsBearer(context, task, unitId)));
  }
  if (task.state === TaskState.AWAITING_CONFIRMATION && mayOnTask(context, 'confirm', task)) {
    const waiting = await context.loaders.for(waitingResultsOfTask).load(task.id);
    const me = context.actor.id;
    if (waiting.some((report) => report.reportedById !== me && report.decidedById !== me)) permissions.push('confirm');
  }
  return permissions;
}

async function permissionsAsBearer(context: PlansContext, task: Task, unitId: string): Promise<string[]> {
  const [own, parts] = await Promise.all([
    context.loaders.for(ownPartOfTask).load(task.id),
    context.loaders.for(partsOfTask).load(task.id),
  ]);
  const permissions: string[] = [];
  const untouched = task.state === TaskState.COMPLETED ? TaskState.COMPLETED : TaskState.NOT_STARTED;
  const state = own.progress?.state ?? untouched;
  const goesOn = state === TaskState.COMPLETED && task.deadline.thenOngoing && own.submitted.length === 0;
  if (goesOn || reasonNotToReport(state) === null) permissions.push('reportProgress');
  if (parts.length > 0 && (task.state !== TaskState.COMPLETED || task.deadline.thenOngoing))
    permissions.push('markPart');
  const decidable = own.submitted.some(
    (report) =>
      report.unitId === unitId &&
      report.reportedById !== context.actor.id &&
      context.may('approve', 'ProgressReport', factsOfReport(context, task, report)),
  );
  return decidable ? [...permissions, 'approve', 'return'] : permissions;
}
