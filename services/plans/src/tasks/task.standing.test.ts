import { describe, expect, test } from 'vitest';
import { DeadlineKind } from './deadline.ts';
import { daysLateOn, daysLeftOn, type StandingFacts, standingOn } from './task.standing.ts';
import { TaskState } from './task.state.ts';

const TODAY = '2025-11-20';

const facts = (given: Partial<StandingFacts> & { kind?: DeadlineKind; dueOn?: string | null }): StandingFacts => ({
  state: given.state ?? TaskState.IN_PROGRESS,
  deadline: { kind: given.kind ?? DeadlineKind.DATE, dueOn: given.dueOn === undefined ? '2025-12-31' : given.dueOn },
  runsFrom: given.runsFrom ?? '2025-06-27',
  completedOn: given.completedOn ?? null,
  percent: given.percent ?? null,
});

describe('how a task stands', () => {
  test.each<[string, Partial<Parameters<typeof facts>[0]>, string]>([
    ['done on its day', { state: TaskState.COMPLETED, dueOn: '2025-10-31', completedOn: '2025-10-31' }, 'COMPLETED'],
    [
      'done a day after its day',
      { state: TaskState.COMPLETED, dueOn: '2025-10-31', completedOn: '2025-11-01' },
      'COMPLETED_LATE',
    ],
    [
      'done, without a date',
      { state: TaskState.COMPLETED, kind: DeadlineKind.NONE, dueOn: null, completedOn: '2025-11-01' },
      'COMPLETED',
    ],
    ['due today, all but done', { dueOn: TODAY, percent: 80 }, 'IN_PROGRESS'],
    ['due today, not all but done', { dueOn: TODAY, percent: 79 }, 'AT_RISK'],
    ['due yesterday', { dueOn: '2025-11-19', percent: 99 }, 'OVERDUE'],
    [
      'due yesterday, waiting for confirmation',
      { state: TaskState.AWAITING_CONFIRMATION, dueOn: '2025-11-19', percent: 99 },
      'OVERDUE',
    ],
    ['due in 7 days, 79 percent', { dueOn: '2025-11-27', percent: 79 }, 'AT_RISK'],
    ['due in 8 days, 79 percent', { dueOn: '2025-11-28', percent: 79 }, 'IN_PROGRESS'],
    ['less than 30 percent of its time left, 49 percent', { dueOn: '2025-12-31', percent: 49 }, 'AT_RISK'],
    ['less than 30 percent of its time left, half done', { dueOn: '2025-12-31', percent: 50 }, 'IN_PROGRESS'],
    ['most of its time left, nothing done', { dueOn: '2026-12-31', state: TaskState.NOT_STARTED }, 'NOT_DUE'],
    ['not begun, due in a week', { dueOn: '2025-11-27', state: TaskState.NOT_STARTED }, 'AT_RISK'],
    ['withdrawn', { dueOn: '2025-01-31', state: TaskState.CANCELLED }, 'NOT_DUE'],
  ])('%s', (_, given, standing) => {
    expect(standingOn(TODAY, facts(given))).toBe(standing);
  });

  test.each(['ONGOING', 'RECURRING', 'UPON_EVENT', 'PER_UPSTREAM_PLAN', 'NONE', 'DONE'] as const)(
    '%s is never overdue, even with a date',
    (kind) => {
      expect(standingOn(TODAY, facts({ kind: DeadlineKind[kind], dueOn: '2025-01-01' }))).toBe('IN_PROGRESS');
      expect(standingOn(TODAY, facts({ kind: DeadlineKind[kind], state: TaskState.NOT_STARTED }))).toBe('NOT_DUE');
    },
  );

  test('what was completed late stays late on every later day', () => {
    const late = facts({ state: TaskState.COMPLETED, dueOn: '2025-07-14', completedOn: '2025-07-22' });
    expect(standingOn('2030-01-01', late)).toBe('COMPLETED_LATE');
    expect(daysLateOn('2030-01-01', late)).toBe(8);
  });

  test('days late grow until it is done, days left shrink until its day', () => {
    expect(daysLateOn(TODAY, facts({ dueOn: '2025-11-10' }))).toBe(10);
    expect(daysLeftOn(TODAY, facts({ dueOn: '2025-11-10' }))).toBeNull();
    expect(daysLeftOn(TODAY, facts({ dueOn: TODAY }))).toBe(0);
    expect(daysLeftOn(TODAY, facts({ dueOn: '2025-12-01' }))).toBe(11);
    expect(
      daysLeftOn(TODAY, facts({ dueOn: '2025-12-01', state: TaskState.COMPLETED, completedOn: TODAY })),
    ).toBeNull();
    expect(daysLateOn(TODAY, facts({ kind: DeadlineKind.ONGOING, dueOn: null }))).toBeNull();
  });
});
