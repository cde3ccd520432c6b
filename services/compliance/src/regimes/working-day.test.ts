import { describe, expect, it } from 'vitest';
import { dueAfter, isWorkingDay, workingDaysBetween } from './working-day.ts';

describe('which days count', () => {
  it.each([
    ['2025-11-20', true, 'a Thursday'],
    ['2025-11-22', false, 'a Saturday'],
    ['2025-11-23', false, 'a Sunday'],
    ['2025-01-28', false, 'the eve of Tết 2025'],
    ['2025-04-07', false, 'Hùng Kings 2025'],
    ['2025-05-02', false, 'the day off made up for in April 2025'],
    ['2025-04-26', true, 'the Saturday that makes up for it'],
    ['2025-09-01', false, 'the day before National Day 2025'],
    ['2026-01-02', false, 'the bridge after New Year 2026'],
    ['2026-01-10', true, 'the Saturday that makes up for it'],
    ['2026-02-17', false, 'the first day of Tết 2026'],
    ['2026-02-23', true, 'the first day back'],
    ['2026-04-27', false, 'Hùng Kings 2026, which fell on a Sunday'],
    ['2026-08-31', false, 'the bridge to National Day 2026'],
    ['2026-08-22', true, 'the Saturday that makes up for it'],
    ['2030-05-01', false, 'a feast with a fixed date in a year without a list'],
    ['2030-05-02', true, 'the day after it'],
  ])('%s: %s, %s', (date, works) => {
    expect(isWorkingDay(date)).toBe(works);
  });
});

describe('when a limit ends', () => {
  it.each([
    ['2025-11-20', 1, 'WORKING_DAYS', '2025-11-21', 'the next day'],
    ['2025-11-21', 1, 'WORKING_DAYS', '2025-11-24', 'over a weekend'],
    ['2025-08-28', 7, 'WORKING_DAYS', '2025-09-10', 'over National Day'],
    ['2026-02-10', 15, 'WORKING_DAYS', '2026-03-10', 'over Tết 2026'],
    ['2026-08-20', 5, 'WORKING_DAYS', '2026-08-26', 'with a Saturday worked'],
    ['2025-11-20', 15, 'CALENDAR_DAYS', '2025-12-05', 'every day counting'],
    ['2025-12-31', 1, 'WORKING_DAYS', '2026-01-05', 'over two years'],
  ] as const)('%s and %i in %s: %s, %s', (from, days, countedIn, due, _) => {
    expect(dueAfter(from, days, countedIn)).toBe(due);
  });

  it('counts working days back to the length of the limit', () => {
    expect(workingDaysBetween('2025-08-28', '2025-09-10')).toBe(7);
    expect(workingDaysBetween('2025-11-20', '2025-11-20')).toBe(0);
  });
});
