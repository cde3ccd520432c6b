import { describe, expect, test } from 'vitest';
import { after, reasonNotToReport, TaskState, type TaskStep } from './task.state.ts';

const STEPS: TaskStep[] = ['REPORT', 'APPROVE', 'APPROVE_CLAIM', 'RETURN', 'CONFIRM', 'REJECT'];

/** Everything that may follow; all else may not. */
const ALLOWED: Record<string, string> = {
  'NOT_STARTED REPORT': 'AWAITING_APPROVAL',
  'IN_PROGRESS REPORT': 'AWAITING_APPROVAL',
  'RETURNED REPORT': 'AWAITING_APPROVAL',
  'AWAITING_APPROVAL APPROVE': 'IN_PROGRESS',
  'AWAITING_APPROVAL APPROVE_CLAIM': 'AWAITING_CONFIRMATION',
  'AWAITING_APPROVAL RETURN': 'RETURNED',
  'AWAITING_CONFIRMATION CONFIRM': 'COMPLETED',
  'AWAITING_CONFIRMATION REJECT': 'RETURNED',
};

describe('which state may follow which', () => {
  test.each(Object.values(TaskState).flatMap((state) => STEPS.map((step) => [state, step] as const)))(
    'from %s by %s',
    (state, step) => {
      expect(after(state, step)).toBe(ALLOWED[`${state} ${step}`] ?? null);
    },
  );

  test('nothing is completed without a following body: only CONFIRM leads there', () => {
    const ways = Object.entries(ALLOWED).filter(([, next]) => next === 'COMPLETED');
    expect(ways).toEqual([['AWAITING_CONFIRMATION CONFIRM', 'COMPLETED']]);
  });

  test('why a report may not be handed in', () => {
    expect(reasonNotToReport(TaskState.IN_PROGRESS)).toBeNull();
    expect(reasonNotToReport(TaskState.AWAITING_APPROVAL)).toBe('REPORT_ALREADY_WAITING');
    expect(reasonNotToReport(TaskState.AWAITING_CONFIRMATION)).toBe('REPORT_ALREADY_WAITING');
    expect(reasonNotToReport(TaskState.COMPLETED)).toBe('TASK_ALREADY_COMPLETED');
    expect(reasonNotToReport(TaskState.CANCELLED)).toBe('TASK_CANCELLED');
  });
});
