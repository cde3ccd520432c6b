import { canBeCompleted, DeadlineKind, fallsDue } from '../tasks/deadline.ts';
import type { Task } from '../tasks/task.entity.ts';
import { daysBetween } from '../tasks/task.standing.ts';
import { TaskState } from '../tasks/task.state.ts';
import type { Random } from './random.ts';

/** The business date on which the demonstration stands. */
export const DEMONSTRATION_DAY = '2025-11-20';

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How far one unit has come with its part. */
export interface Outcome {
  state: TaskState;
  percent: number | null;
  completedOn: string | null;
}

const NOTHING: Outcome = { state: TaskState.NOT_STARTED, percent: null, completedOn: null };

/** Rows that the working day of the demonstration needs to find in a certain state. */
const FIXED: Record<string, Outcome> = {
  'th-285-kh-tu.14': { state: TaskState.AWAITING_APPROVAL, percent: 60, completedOn: null },
  'th-285-kh-tu.18': { state: TaskState.COMPLETED, percent: 100, completedOn: '2025-07-22' },
  'th-285-kh-tu.20': { state: TaskState.RETURNED, percent: 35, completedOn: null },
  'th-285-kh-tu.21': { state: TaskState.IN_PROGRESS, percent: 55, completedOn: null },
  'th-285-kh-tu.13': { state: TaskState.AWAITING_CONFIRMATION, percent: 90, completedOn: '2025-11-14' },
  'th-285-kh-tu.49': { state: TaskState.IN_PROGRESS, percent: 70, completedOn: null },
  'th-285-kh-tu.30': { state: TaskState.IN_PROGRESS, percent: 65, completedOn: null },
};

export const hasFixedOutcome = (taskId: string): boolean => taskId in FIXED;

/** What has become of a task as a whole by the day of the demonstration. */
export function outcomeOf(task: Task, openedOn: string, random: Random): Outcome {
  const fixed = FIXED[task.id];
  if (fixed) return fixed;
  if (fallsDue(task.deadline)) {
    const dueOn = task.deadline.dueOn as string;
    return dueOn < DEMONSTRATION_DAY ? outcomeOfPast(dueOn, openedOn, random) : outcomeOfComing(dueOn, task, random);
  }
  if (!canBeCompleted(task.deadline)) return going(random, 45, 90, 0.85);
  const waits = [DeadlineKind.UPON_EVENT, DeadlineKind.PER_UPSTREAM_PLAN].includes(task.deadline.kind);
  return waits ? going(random, 10, 50, 0.45) : going(random, 40, 80, 0.9);
}

function going(random: Random, low: number, high: number, share: number): Outcome {
  if (!random.chance(share)) return NOTHING;
  return { state: TaskState.IN_PROGRESS, percent: fives(random, low, high), completedOn: null };
}

const fives = (random: Random, low: number, high: number): number => Math.round(random.between(low, high) / 5) * 5;

function outcomeOfPast(dueOn: string, openedOn: string, random: Random): Outcome {
  const draw = random.next();
  if (draw < 0.7) {
    const room = Math.min(Math.max(daysBetween(openedOn, dueOn), 0), 20);
    return completed(addDays(dueOn, -random.between(0, room)));
  }
  if (draw < 0.88) {
    const latest = Math.min(daysBetween(dueOn, DEMONSTRATION_DAY) - 7, 40);
    if (latest >= 2) return completed(addDays(dueOn, random.between(2, latest)));
  }
  return { state: TaskState.IN_PROGRESS, percent: fives(random, 40, 90), completedOn: null };
}

function outcomeOfComing(dueOn: string, task: Task, random: Random): Outcome {
  const whole = Math.max(daysBetween(task.runsFrom, dueOn), 1);
  const spent = Math.max(daysBetween(task.runsFrom, DEMONSTRATION_DAY) / whole, 0);
  const draw = random.next();
  if (draw < 0.14 && spent > 0.5) return completed(addDays(DEMONSTRATION_DAY, -random.between(8, 30)));
  if (draw < 0.68) return going(random, 55, 92, 1);
  if (draw < 0.86) return going(random, 10, 45, 1);
  return draw < 0.93
    ? NOTHING
    : { state: TaskState.AWAITING_APPROVAL, percent: fives(random, 40, 75), completedOn: null };
}

const completed = (completedOn: string): Outcome => ({ state: TaskState.COMPLETED, percent: 100, completedOn });

/** One unit's part of a task that many bear together, given what has become of the whole. */
export function outcomeOfPart(whole: Outcome, task: Task, random: Random): Outcome {
  if (whole.state === TaskState.NOT_STARTED) return whole;
  if (whole.state === TaskState.COMPLETED) {
    const room = Math.min(Math.max(daysBetween(task.runsFrom, whole.completedOn as string), 0), 15);
    return completed(addDays(whole.completedOn as string, -random.between(0, room)));
  }
  const percent = whole.percent ?? 0;
  if (canBeCompleted(task.deadline) && random.chance(percent / 140)) {
    return completed(addDays(DEMONSTRATION_DAY, -random.between(8, 45)));
  }
  return random.chance(0.8) ? going(random, Math.max(percent - 30, 5), Math.min(percent + 15, 95), 1) : NOTHING;
}
