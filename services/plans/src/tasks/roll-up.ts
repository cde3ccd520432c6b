import { TaskState } from './task.state.ts';

/** One unit's part of a task: how far it has come. */
export interface Part {
  state: TaskState;
  percent: number | null;
  completedOn: string | null;
}

export interface RolledUp extends Part {
  /** How many of the bearing units have completed their part. */
  done: number;
  total: number;
}

const UNTOUCHED: Part = { state: TaskState.NOT_STARTED, percent: null, completedOn: null };

/** What waits for somebody is shown before what goes on by itself. */
const MOST_URGENT_FIRST = [
  TaskState.AWAITING_CONFIRMATION,
  TaskState.AWAITING_APPROVAL,
  TaskState.RETURNED,
  TaskState.IN_PROGRESS,
] as const;

/**
 * The task as its bearing units together make it: done when every one of them is done, on the last of their days;
 * the percentage is the mean over all of them, so that those who never reported count as nothing.
 */
export function rollUp(parts: ReadonlyMap<string, Part>, bearers: readonly string[]): RolledUp {
  const own = bearers.map((id) => parts.get(id) ?? UNTOUCHED);
  const total = own.length;
  const completed = own.filter((part) => part.state === TaskState.COMPLETED);
  if (total > 0 && completed.length === total) {
    const days = completed.flatMap((part) => part.completedOn ?? []).sort();
    return { state: TaskState.COMPLETED, percent: 100, completedOn: days.at(-1) ?? null, done: total, total };
  }
  const states = new Set(own.map((part) => part.state));
  const begun = completed.length > 0 ? TaskState.IN_PROGRESS : TaskState.NOT_STARTED;
  const state = MOST_URGENT_FIRST.find((candidate) => states.has(candidate)) ?? begun;
  const untouched = own.every((part) => part.percent === null);
  const sum = own.reduce((total_, part) => total_ + (part.percent ?? 0), 0);
  return {
    state,
    percent: untouched ? null : Math.min(Math.floor(sum / total), 99 + Number(total === 1)),
    completedOn: null,
    done: completed.length,
    total,
  };
}
