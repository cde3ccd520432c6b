import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import { In, IsNull } from 'typeorm';
import { Assignment } from '../assignments/assignment.entity.ts';
import type { PlansContext } from '../context.ts';
import { ProgressReport, ProgressReportState } from '../progress/progress-report.entity.ts';
import { UnitProgress } from '../progress/unit-progress.entity.ts';
import { Assignee } from './assignee.entity.ts';
import { Task, TaskPart } from './task.entity.ts';
import { TimelineEntry } from './timeline-entry.entity.ts';

export const taskById = defineLoader(async (context: PlansContext, ids: readonly string[]) => {
  const rows = await context.read((manager) => manager.findBy(Task, { id: In([...ids]) }));
  return inOrder(ids, rows, (task) => task.id);
});

export const assigneesOfTask = defineLoader(async (context: PlansContext, taskIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.find(Assignee, {
      where: { taskId: In([...taskIds]), endedAt: IsNull() },
      order: { side: 'DESC', ordinal: 'ASC' },
    }),
  );
  return grouped(taskIds, rows, (assignee) => assignee.taskId);
});

export const partsOfTask = defineLoader(async (context: PlansContext, taskIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.find(TaskPart, { where: { taskId: In([...taskIds]) }, order: { ordinal: 'ASC' } }),
  );
  return grouped(taskIds, rows, (part) => part.taskId);
});

export const assignmentsOfTask = defineLoader(async (context: PlansContext, taskIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.find(Assignment, {
      where: { taskId: In([...taskIds]), endedAt: IsNull() },
      order: { assignedAt: 'DESC', id: 'ASC' },
    }),
  );
  return grouped(taskIds, rows, (assignment) => assignment.taskId);
});

export const latestReportOfTask = defineLoader(async (context: PlansContext, taskIds: readonly string[]) => {
  // Index order within each task, so that one visible row is enough: a group's task can have hundreds.
  const rows = await context.read((manager) =>
    manager
      .createQueryBuilder(ProgressReport, 'report')
      .where(
        `report.id in (select latest.id from unnest(cast(:taskIds as text[])) wanted cross join lateral (
           select r.id from plans.progress_reports r where r.task_id = wanted
           order by r.reported_at desc, r.id desc limit 1
         ) latest)`,
        { taskIds },
      )
      .getMany(),
  );
  return inOrder(taskIds, rows, (report) => report.taskId);
});

export const timelineOfTask = defineLoader(async (context: PlansContext, taskIds: readonly string[]) => {
  // The newest 500 of each: a group's task can have thousands.
  const rows = await context.read((manager) =>
    manager
      .createQueryBuilder(TimelineEntry, 'entry')
      .where(
        `entry.id in (select recent.id from unnest(cast(:taskIds as text[])) wanted cross join lateral (
           select e.id from plans.timeline_entries e where e.task_id = wanted order by e.at desc, e.id desc limit 500
         ) recent)`,
        { taskIds },
      )
      .orderBy('entry.at')
      .addOrderBy('entry.id')
      .getMany(),
  );
  return grouped(taskIds, rows, (entry) => entry.taskId);
});

/** The parts of all units that whoever asks may see. */
export const unitProgressOfTask = defineLoader(async (context: PlansContext, taskIds: readonly string[]) => {
  const rows = await context.read((manager) => manager.findBy(UnitProgress, { taskId: In([...taskIds]) }));
  return grouped(taskIds, rows, (progress) => progress.taskId);
});

export interface OwnPart {
  /** The acting unit's part, or that of the unit it took over from. */
  progress: UnitProgress | null;
  /** Reports of the acting unit that wait for its head. */
  submitted: ProgressReport[];
}

export const ownPartOfTask = defineLoader(async (context: PlansContext, taskIds: readonly string[]) => {
  const unitId = context.actor.membership?.unitId ?? '';
  const units = [unitId, ...context.hierarchy.predecessors(unitId, context.clock.today())];
  const [progress, submitted] = await context.read(async (manager) => [
    await manager.findBy(UnitProgress, { taskId: In([...taskIds]), unitId: In(units) }),
    await manager.findBy(ProgressReport, {
      taskId: In([...taskIds]),
      unitId: In(units),
      state: ProgressReportState.SUBMITTED,
    }),
  ]);
  return taskIds.map((taskId): OwnPart => {
    const parts = progress.filter((row) => row.taskId === taskId);
    return {
      progress: parts.find((row) => row.unitId === unitId) ?? parts[0] ?? null,
      submitted: submitted.filter((row) => row.taskId === taskId),
    };
  });
});

/** Claimed results that wait for a following body. */
export const waitingResultsOfTask = defineLoader(async (context: PlansContext, taskIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.findBy(ProgressReport, {
      taskId: In([...taskIds]),
      state: ProgressReportState.APPROVED,
      claimsCompletion: true,
    }),
  );
  return grouped(taskIds, rows, (report) => report.taskId);
});
