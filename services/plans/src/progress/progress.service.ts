import { randomUUID } from 'node:crypto';
import { Refusal } from '@lienthong/kit/refusal';
import { claimUploads } from '@lienthong/kit/uploads';
import { demandFresh } from '@lienthong/kit/write';
import type { EntityManager } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { Plan } from '../plans/plan.entity.ts';
import { bearersOf } from '../tasks/bearers.ts';
import { canBeCompleted } from '../tasks/deadline.ts';
import { getTask, holdTask, lockTask } from '../tasks/task.access.ts';
import { isLedByGroup, keepPart, markChanged, partOf, record } from '../tasks/task.changes.ts';
import type { Task } from '../tasks/task.entity.ts';
import { factsOfReport } from '../tasks/task.policy.ts';
import { after, reasonNotToReport, TaskState } from '../tasks/task.state.ts';
import type {
  ApproveProgressReportInput,
  ConfirmTaskResultInput,
  RejectTaskResultInput,
  ReportTaskProgressInput,
  ReturnProgressReportInput,
} from './progress.inputs.ts';
import { ProgressReport, ProgressReportState } from './progress-report.entity.ts';

const MAX_TEXT = 5000;
const MAX_FILES = 10;

export interface Decided {
  [key: string]: string;
  taskId: string;
  progressReportId: string;
}

export function reportTaskProgress(context: PlansContext, input: ReportTaskProgressInput): Promise<Decided> {
  const summary = demandText(input.summary, 'summary');
  const obstacle = input.obstacle?.trim() ? demandText(input.obstacle, 'obstacle') : null;
  if (input.percent < 0 || input.percent > 100) {
    throw new Refusal('INVALID', 'PERCENT_OUT_OF_RANGE', { field: 'percent' });
  }
  if (input.uploadIds.length > MAX_FILES) {
    throw new Refusal('INVALID', 'TOO_MANY_FILES', { field: 'uploadIds', max: MAX_FILES });
  }
  return context.write('reportTaskProgress', input, async (manager, effects) => {
    const task = await holdTask(manager, context, input.taskId, 'reportProgress', input.expectedVersion);
    const unitId = bearingUnit(context, task);
    const part = await partOf(manager, task, unitId, context);
    const goesOn = part.state === TaskState.COMPLETED && task.deadline.thenOngoing;
    const reason = goesOn ? null : reasonNotToReport(part.state);
    if (reason) throw new Refusal('CONFLICT', reason, { taskId: task.id });
    const completedOn = await demandClaim(manager, context, task, input, goesOn);
    const report = manager.create(ProgressReport, {
      id: randomUUID(),
      taskId: task.id,
      unitId,
      percent: input.claimsCompletion || goesOn ? 100 : input.percent,
      summary,
      obstacle,
      claimsCompletion: input.claimsCompletion,
      completedOn,
      state: ProgressReportState.SUBMITTED,
      reportedById: context.actor.id,
      reportedBy: context.actor.displayName,
      reportedAt: context.clock.now(),
    });
    await manager.insert(ProgressReport, report);
    await attach(manager, context, report, input.uploadIds);
    if (!goesOn) await keepPart(manager, context, task, unitId, { ...part, state: TaskState.AWAITING_APPROVAL });
    if (!isLedByGroup(task)) await markChanged(manager, task);
    await record(manager, effects, context, task, {
      kind: 'REPORTED',
      unitId,
      detail: summary,
      progressReportId: report.id,
    });
    return { taskId: task.id, progressReportId: report.id };
  });
}

export function approveProgressReport(context: PlansContext, input: ApproveProgressReportInput): Promise<Decided> {
  return decide(context, 'approveProgressReport', input, 'approve', (report) =>
    report.claimsCompletion ? 'APPROVE_CLAIM' : 'APPROVE',
  );
}

export function returnProgressReport(context: PlansContext, input: ReturnProgressReportInput): Promise<Decided> {
  demandText(input.reason, 'reason');
  return decide(context, 'returnProgressReport', input, 'return', () => 'RETURN');
}

function decide(
  context: PlansContext,
  operation: string,
  input: ApproveProgressReportInput | ReturnProgressReportInput,
  action: 'approve' | 'return',
  stepFor: (report: ProgressReport) => 'APPROVE' | 'APPROVE_CLAIM' | 'RETURN',
): Promise<Decided> {
  return context.write(operation, input, async (manager, effects) => {
    const seen = await manager.findOneBy(ProgressReport, { id: input.progressReportId });
    if (!seen) throw new Refusal('NOT_FOUND', 'REPORT_NOT_FOUND');
    // Before it leaves the unit a report is its head's alone, to approve or to return.
    context.demand('approve', 'ProgressReport', factsOfReport(context, await getTask(manager, seen.taskId), seen));
    if (seen.reportedById === context.actor.id) throw new Refusal('FORBIDDEN', 'OWN_REPORT');
    const task = await lockTask(manager, seen.taskId);
    const report = await manager.findOneByOrFail(ProgressReport, { id: seen.id });
    if (report.version !== input.expectedVersion) throw new Refusal('CONFLICT', 'STALE_VERSION');
    if (report.state !== ProgressReportState.SUBMITTED) throw new Refusal('CONFLICT', 'REPORT_ALREADY_DECIDED');
    const step = stepFor(report);
    const reason = input.reason?.trim() || null;
    const { affected } = await manager.update(
      ProgressReport,
      { id: report.id, version: input.expectedVersion },
      {
        state: action === 'approve' ? ProgressReportState.APPROVED : ProgressReportState.RETURNED,
        decidedById: context.actor.id,
        decidedBy: context.actor.displayName,
        decidedAt: context.clock.now(),
        reason,
        version: report.version + 1,
      },
    );
    demandFresh(affected);
    const part = await partOf(manager, task, report.unitId, context);
    const next = after(part.state, step);
    if (next) {
      const percent = action === 'approve' && !report.claimsCompletion ? report.percent : part.percent;
      await keepPart(manager, context, task, report.unitId, { ...part, state: next, percent });
    }
    if (!isLedByGroup(task)) await markChanged(manager, task);
    await record(manager, effects, context, task, {
      kind: action === 'approve' ? 'APPROVED' : 'RETURNED',
      unitId: report.unitId,
      detail: reason,
      progressReportId: report.id,
    });
    return { taskId: task.id, progressReportId: report.id };
  });
}

export function confirmTaskResult(context: PlansContext, input: ConfirmTaskResultInput): Promise<Decided> {
  return judge(context, 'confirmTaskResult', input, 'CONFIRM');
}

export function rejectTaskResult(context: PlansContext, input: RejectTaskResultInput): Promise<Decided> {
  demandText(input.reason, 'reason');
  return judge(context, 'rejectTaskResult', input, 'REJECT');
}

function judge(
  context: PlansContext,
  operation: string,
  input: ConfirmTaskResultInput | RejectTaskResultInput,
  step: 'CONFIRM' | 'REJECT',
): Promise<Decided> {
  return context.write(operation, input, async (manager, effects) => {
    const task = await holdTask(manager, context, input.taskId, 'confirm', input.expectedVersion);
    const report = await waitingResult(manager, task, input.progressReportId ?? null);
    // Reported, approved and confirmed by three people: no unit closes its own task by one hand.
    if (report.reportedById === context.actor.id || report.decidedById === context.actor.id) {
      throw new Refusal('FORBIDDEN', 'OWN_RESULT');
    }
    const reason = input.reason?.trim() || null;
    const isConfirmed = step === 'CONFIRM';
    await manager.update(ProgressReport, report.id, {
      state: isConfirmed ? ProgressReportState.CONFIRMED : ProgressReportState.REJECTED,
      confirmedBy: context.actor.displayName,
      confirmedAt: context.clock.now(),
      reason: reason ?? report.reason,
      version: report.version + 1,
    });
    const part = await partOf(manager, task, report.unitId, context);
    const next = after(part.state, step);
    if (!next) throw new Refusal('CONFLICT', 'NO_RESULT_WAITING', { taskId: task.id });
    await keepPart(manager, context, task, report.unitId, {
      state: next,
      percent: isConfirmed ? 100 : part.percent,
      completedOn: isConfirmed ? report.completedOn : null,
    });
    await markChanged(manager, task);
    await record(manager, effects, context, task, {
      kind: isConfirmed ? 'CONFIRMED' : 'REJECTED',
      unitId: report.unitId,
      detail: reason,
      progressReportId: report.id,
    });
    return { taskId: task.id, progressReportId: report.id };
  });
}

/** The claimed result that is meant: the one named, or the only one that waits. */
async function waitingResult(manager: EntityManager, task: Task, id: string | null): Promise<ProgressReport> {
  const waiting = await manager.findBy(ProgressReport, {
    taskId: task.id,
    state: ProgressReportState.APPROVED,
    claimsCompletion: true,
    ...(id === null ? {} : { id }),
  });
  const [first, second] = waiting;
  if (!first) throw new Refusal('CONFLICT', 'NO_RESULT_WAITING', { taskId: task.id });
  if (second) {
    throw new Refusal('INVALID', 'SEVERAL_RESULTS_WAITING', { field: 'progressReportId', count: waiting.length });
  }
  return first;
}

async function demandClaim(
  manager: EntityManager,
  context: PlansContext,
  task: Task,
  { claimsCompletion, completedOn = null }: ReportTaskProgressInput,
  goesOn: boolean,
): Promise<string | null> {
  const refuse = (reason: string, data: object = {}): never => {
    throw new Refusal('INVALID', reason, { field: 'completedOn', ...data });
  };
  if (!claimsCompletion) return completedOn === null ? null : refuse('COMPLETED_ON_WITHOUT_CLAIM');
  if (goesOn || !canBeCompleted(task.deadline)) {
    throw new Refusal('INVALID', 'TASK_NEVER_COMPLETES', { field: 'claimsCompletion' });
  }
  if (completedOn === null) return refuse('COMPLETED_ON_MISSING');
  if (completedOn > context.clock.today()) return refuse('COMPLETED_IN_THE_FUTURE', { today: context.clock.today() });
  const { openedOn } = await manager.findOneByOrFail(Plan, { id: task.planId });
  return completedOn < openedOn ? refuse('COMPLETED_BEFORE_THE_PLAN', { openedOn }) : completedOn;
}

async function attach(
  manager: EntityManager,
  context: PlansContext,
  report: ProgressReport,
  uploadIds: readonly string[],
): Promise<void> {
  const uploads = await claimUploads(manager, 'plans', uploadIds);
  for (const [index, upload] of uploads.entries()) {
    await manager.insert(Evidence, {
      id: randomUUID(),
      progressReportId: report.id,
      ordinal: index + 1,
      name: upload.name,
      mediaType: upload.mediaType,
      size: upload.size,
      sha256: upload.sha256,
      uploadId: upload.uploadId,
      uploadedBy: context.actor.displayName,
      uploadedAt: context.clock.now(),
    });
  }
}

/** The acting unit, which must answer for the task today: a group is read on its day, not for ever. */
export function bearingUnit({ actor, hierarchy, clock }: PlansContext, task: Task): string {
  const unitId = actor.membership?.unitId;
  if (unitId === undefined || !bearersOf(task, hierarchy, clock.today()).includes(unitId)) {
    throw new Refusal('FORBIDDEN', 'NOT_A_LEAD_UNIT', { unitId });
  }
  return unitId;
}

function demandText(value: string, field: string): string {
  const text = value.normalize('NFC').trim();
  if (text === '') throw new Refusal('INVALID', 'TEXT_MISSING', { field });
  if (text.length > MAX_TEXT) throw new Refusal('INVALID', 'TEXT_TOO_LONG', { field, max: MAX_TEXT });
  return text;
}
