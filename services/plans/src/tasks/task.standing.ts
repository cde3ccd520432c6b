import { registerEnumType } from 'type-graphql';
import { type Deadline, fallsDue } from './deadline.ts';
import { TaskState } from './task.state.ts';

export enum TaskStanding {
  COMPLETED = 'COMPLETED',
  COMPLETED_LATE = 'COMPLETED_LATE',
  IN_PROGRESS = 'IN_PROGRESS',
  AT_RISK = 'AT_RISK',
  OVERDUE = 'OVERDUE',
  NOT_DUE = 'NOT_DUE',
}
registerEnumType(TaskStanding, {
  name: 'TaskStanding',
  description: 'How a task stands on a day (tình trạng): derived from its state, its deadline and the business date.',
  valuesConfig: {
    COMPLETED: { description: 'Confirmed as done, on time or without a date.' },
    COMPLETED_LATE: { description: 'Confirmed as done, after its day: stays so for ever (hoàn thành quá hạn).' },
    IN_PROGRESS: { description: 'Begun, and on course.' },
    AT_RISK: { description: 'Due soon with much left to do (nguy cơ chậm).' },
    OVERDUE: { description: 'Its day has passed and it is not confirmed as done (quá hạn).' },
    NOT_DUE: { description: 'Not begun, and not yet pressing.' },
  },
});

/** Due within this many days with less than AT_RISK_SOON_PERCENT done. */
export const AT_RISK_SOON_DAYS = 7;
export const AT_RISK_SOON_PERCENT = 80;
/** At most this share of the time left with less than AT_RISK_HALF_PERCENT done. */
export const AT_RISK_TIME_LEFT_PERCENT = 30;
export const AT_RISK_HALF_PERCENT = 50;

export interface StandingFacts {
  state: TaskState;
  deadline: Pick<Deadline, 'kind' | 'dueOn'>;
  /** First day of the work: the deadline's own, otherwise the day the plan takes effect. */
  runsFrom: string;
  completedOn: string | null;
  percent: number | null;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The function `plans.task_standing` of the database is the same rule in SQL; a test holds the two together. */
export function standingOn(today: string, task: StandingFacts): TaskStanding {
  const dueOn = fallsDue(task.deadline) ? task.deadline.dueOn : null;
  if (task.state === TaskState.COMPLETED) {
    const late = dueOn !== null && task.completedOn !== null && task.completedOn > dueOn;
    return late ? TaskStanding.COMPLETED_LATE : TaskStanding.COMPLETED;
  }
  if (task.state === TaskState.CANCELLED) return TaskStanding.NOT_DUE;
  if (dueOn !== null) {
    if (dueOn < today) return TaskStanding.OVERDUE;
    const percent = task.percent ?? 0;
    const left = daysBetween(today, dueOn);
    if (left <= AT_RISK_SOON_DAYS && percent < AT_RISK_SOON_PERCENT) return TaskStanding.AT_RISK;
    const whole = daysBetween(task.runsFrom, dueOn);
    if (left * 100 <= whole * AT_RISK_TIME_LEFT_PERCENT && percent < AT_RISK_HALF_PERCENT) return TaskStanding.AT_RISK;
  }
  return task.state === TaskState.NOT_STARTED ? TaskStanding.NOT_DUE : TaskStanding.IN_PROGRESS;
}

/** Days after the due day until it was done (or until today); null when it is not late. */
export function daysLateOn(today: string, task: StandingFacts): number | null {
  const standing = standingOn(today, task);
  if (standing === TaskStanding.OVERDUE) return daysBetween(task.deadline.dueOn as string, today);
  if (standing === TaskStanding.COMPLETED_LATE) {
    return daysBetween(task.deadline.dueOn as string, task.completedOn as string);
  }
  return null;
}

/** Days until the due day; null when it is done, late or without a date. */
export function daysLeftOn(today: string, task: StandingFacts): number | null {
  if (!fallsDue(task.deadline) || task.state === TaskState.COMPLETED || task.state === TaskState.CANCELLED) return null;
  const left = daysBetween(today, task.deadline.dueOn as string);
  return left < 0 ? null : left;
}
