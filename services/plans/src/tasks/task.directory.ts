import type { PlansContext } from '../context.ts';
import type { ProgressReport } from '../progress/progress-report.entity.ts';
import type { Assignee } from './assignee.entity.ts';
import type { Task } from './task.entity.ts';
import { assigneesOfTask, latestReportOfTask, taskById } from './task.loader.ts';

/** One task, in the same batch as others asked for at the same moment; null when it may not be seen. */
export const findTask = (context: PlansContext, id: string): Promise<Task | null> =>
  context.loaders.for(taskById).load(id);

/** The task of something that may be seen: whatever hangs on a task is seen only with it. */
export const loadTask = async (context: PlansContext, id: string): Promise<Task> =>
  (await findTask(context, id)) as Task;

export const listAssignees = (context: PlansContext, taskId: string): Promise<Assignee[]> =>
  context.loaders.for(assigneesOfTask).load(taskId);

/** The newest report that may be seen. */
export const findLatestReport = (context: PlansContext, taskId: string): Promise<ProgressReport | null> =>
  context.loaders.for(latestReportOfTask).load(taskId);
