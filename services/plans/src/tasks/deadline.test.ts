import { describe, expect, test } from 'vitest';
import { readDocuments } from '../seeds/document.ts';
import { canBeCompleted, type Deadline, DeadlineKind, fallsDue, faultOf } from './deadline.ts';

const deadline = (given: Partial<Deadline>): Deadline => ({
  kind: DeadlineKind.NONE,
  text: '',
  startsOn: null,
  dueOn: null,
  cadence: null,
  thenOngoing: false,
  ...given,
});

describe('a deadline', () => {
  test('every deadline of the five documents is sound', () => {
    const faults = readDocuments().flatMap(({ tasks }) =>
      tasks.flatMap((task) => (faultOf(task.deadline) ? [`${task.id}: ${faultOf(task.deadline)}`] : [])),
    );
    expect(faults).toEqual([]);
  });

  test('"trước ngày 15/7" is kept as 14 July, the last good day', () => {
    const plan = readDocuments().find(({ id }) => id === 'th-285-kh-tu');
    const before = plan?.tasks.find(
      (task) => task.deadline.kind === 'BEFORE_DATE' && task.deadline.text.includes('15/7'),
    );
    expect(before?.deadline.dueOn).toBe('2025-07-14');
  });

  test.each<[Partial<Deadline>, string]>([
    [{ kind: DeadlineKind.ONGOING, dueOn: '2025-12-31' }, 'ONGOING has no due date'],
    [{ kind: DeadlineKind.DATE }, 'DATE needs a due date'],
    [{ kind: DeadlineKind.END_OF_MONTH, dueOn: '2025-06-29' }, 'not the last day of a month'],
    [{ kind: DeadlineKind.END_OF_QUARTER, dueOn: '2025-11-30' }, 'not the last day of a quarter'],
    [{ kind: DeadlineKind.END_OF_YEAR, dueOn: '2025-12-30' }, 'not 31 December'],
    [{ kind: DeadlineKind.RECURRING }, 'RECURRING needs a cadence'],
    [{ kind: DeadlineKind.DATE, startsOn: '2025-08-01', dueOn: '2025-07-31' }, 'starts after it is due'],
  ])('%o is refused', (given, fault) => {
    expect(faultOf(deadline(given))).toBe(fault);
  });

  test.each([
    [DeadlineKind.DATE, true],
    [DeadlineKind.PHASED, true],
    [DeadlineKind.ONGOING, false],
    [DeadlineKind.RECURRING, false],
    [DeadlineKind.UPON_EVENT, false],
    [DeadlineKind.PER_UPSTREAM_PLAN, false],
    [DeadlineKind.DONE, false],
    [DeadlineKind.NONE, false],
  ])('%s falls due: %s', (kind, falls) => {
    expect(fallsDue({ kind, dueOn: '2025-12-31' })).toBe(falls);
    expect(fallsDue({ kind, dueOn: null })).toBe(false);
  });

  test('continuous and recurring work is never completed, other work is', () => {
    expect(canBeCompleted(deadline({ kind: DeadlineKind.ONGOING }))).toBe(false);
    expect(canBeCompleted(deadline({ kind: DeadlineKind.RECURRING }))).toBe(false);
    expect(canBeCompleted(deadline({ kind: DeadlineKind.DONE, thenOngoing: true }))).toBe(false);
    expect(canBeCompleted(deadline({ kind: DeadlineKind.END_OF_YEAR, thenOngoing: true }))).toBe(true);
    expect(canBeCompleted(deadline({ kind: DeadlineKind.UPON_EVENT }))).toBe(true);
  });
});
