import { describe, expect, test } from 'vitest';
import { type Part, rollUp } from './roll-up.ts';
import { TaskState } from './task.state.ts';

const done = (completedOn: string): Part => ({ state: TaskState.COMPLETED, percent: 100, completedOn });
const at = (percent: number, state = TaskState.IN_PROGRESS): Part => ({ state, percent, completedOn: null });
const together = (parts: Record<string, Part>, bearers: string[]) => rollUp(new Map(Object.entries(parts)), bearers);

describe('a task that several units bear', () => {
  test('is done when the last of them is done, on that day', () => {
    expect(together({ a: done('2025-09-01'), b: done('2025-09-30') }, ['a', 'b'])).toEqual({
      state: 'COMPLETED',
      percent: 100,
      completedOn: '2025-09-30',
      done: 2,
      total: 2,
    });
  });

  test('is not done while one of them is not, and never shows 100 percent before', () => {
    expect(together({ a: done('2025-09-01'), b: at(100) }, ['a', 'b'])).toMatchObject({
      state: 'IN_PROGRESS',
      percent: 99,
      completedOn: null,
      done: 1,
    });
  });

  test('counts those who never reported as nothing done', () => {
    expect(together({ a: at(90) }, ['a', 'b', 'c'])).toMatchObject({
      state: 'IN_PROGRESS',
      percent: 30,
      done: 0,
      total: 3,
    });
  });

  test('shows first what waits for somebody', () => {
    const parts = { a: at(10), b: at(20, TaskState.AWAITING_APPROVAL), c: at(90, TaskState.AWAITING_CONFIRMATION) };
    expect(together(parts, ['a', 'b', 'c']).state).toBe('AWAITING_CONFIRMATION');
    expect(together(parts, ['a', 'b']).state).toBe('AWAITING_APPROVAL');
  });

  test('has not begun before anybody reports, and leaves units out that no longer bear it', () => {
    expect(together({}, ['a', 'b'])).toMatchObject({ state: 'NOT_STARTED', percent: null, done: 0 });
    expect(together({ gone: at(50) }, ['a'])).toMatchObject({ state: 'NOT_STARTED', percent: null });
  });
});
