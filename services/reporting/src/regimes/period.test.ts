import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lateBySeconds } from '../obligations/obligation.state.ts';
import { addDays } from './civil-date.ts';
import { dueSoonFrom, type Period, periodOn, periodsBetween, type Rhythm, resolutionDay } from './period.ts';

const base: Rhythm = {
  cadence: 'DAILY',
  dueTime: '24:00',
  dueWeekday: null,
  dueDay: null,
  dueOn: null,
  workingDaysOnly: false,
  validFrom: '2025-07-01',
  validTo: null,
};
const daily: Rhythm = { ...base, dueTime: '10:00', workingDaysOnly: true };
const weekly: Rhythm = { ...base, cadence: 'WEEKLY', dueTime: '08:00', dueWeekday: 4 };
const monthly: Rhythm = { ...base, cadence: 'MONTHLY', dueDay: 24 };
const quarterly: Rhythm = { ...base, cadence: 'QUARTERLY' };
const once: Rhythm = {
  ...base,
  cadence: 'ONCE',
  dueTime: '14:00',
  dueOn: '2025-06-30',
  validFrom: '2025-06-27',
  validTo: '2025-06-30',
};

const shown = (period: Period | null) => period && [period.from, period.to, period.dueAt.toISOString()];
const vietnam = (dateTime: string) => new Date(`${dateTime}+07:00`);

describe('when a report is on time', () => {
  test.each([
    ['daily, a second before 10:00', daily, '2025-11-20', '2025-11-20T09:59:59', 0],
    ['daily, at 10:00 sharp', daily, '2025-11-20', '2025-11-20T10:00:00', 1],
    ['daily, at 10:05', daily, '2025-11-20', '2025-11-20T10:05:00', 300],
    ['weekly, Thursday 07:59', weekly, '2025-11-20', '2025-11-20T07:59:00', 0],
    ['weekly, Thursday 08:00', weekly, '2025-11-20', '2025-11-20T08:00:00', 1],
    ['monthly, the 24th at 23:59', monthly, '2025-11-20', '2025-11-24T23:59:59', 0],
    ['monthly, the 25th at 00:00', monthly, '2025-11-20', '2025-11-25T00:00:00', 1],
    ['once, 13:59 on the day', once, '2025-06-30', '2025-06-30T13:59:59', 0],
    ['once, 14:00 on the day', once, '2025-06-30', '2025-06-30T14:00:00', 1],
  ])('%s', (_, rhythm, day, handedIn, late) => {
    const period = periodOn(rhythm, day);
    expect(period).not.toBeNull();
    expect(lateBySeconds((period as Period).dueAt, vietnam(handedIn))).toBe(late);
  });
});

describe('the period a day belongs to', () => {
  test.each([
    ['a Thursday', daily, '2025-11-20', ['2025-11-20', '2025-11-20', '2025-11-20T03:00:00.000Z']],
    [
      'a Saturday belongs to Friday for a working-day report',
      daily,
      '2025-11-22',
      ['2025-11-21', '2025-11-21', '2025-11-21T03:00:00.000Z'],
    ],
    [
      'a Saturday has its own report where every day counts',
      { ...daily, workingDaysOnly: false },
      '2025-11-22',
      ['2025-11-22', '2025-11-22', '2025-11-22T03:00:00.000Z'],
    ],
    ['a week closes on Thursday', weekly, '2025-11-20', ['2025-11-14', '2025-11-20', '2025-11-20T01:00:00.000Z']],
    ['and the next begins on Friday', weekly, '2025-11-21', ['2025-11-21', '2025-11-27', '2025-11-27T01:00:00.000Z']],
    [
      'the first week begins with the regime',
      weekly,
      '2025-07-01',
      ['2025-07-01', '2025-07-03', '2025-07-03T01:00:00.000Z'],
    ],
    [
      'a month closes on its last good day',
      monthly,
      '2025-11-24',
      ['2025-10-25', '2025-11-24', '2025-11-24T17:00:00.000Z'],
    ],
    ['the 25th opens the next month', monthly, '2025-11-25', ['2025-11-25', '2025-12-24', '2025-12-24T17:00:00.000Z']],
    [
      'before the 12th',
      { ...monthly, dueDay: 11 },
      '2025-11-20',
      ['2025-11-12', '2025-12-11', '2025-12-11T17:00:00.000Z'],
    ],
    [
      'a month without a day closes with the month',
      { ...monthly, dueDay: null },
      '2025-11-20',
      ['2025-11-01', '2025-11-30', '2025-11-30T17:00:00.000Z'],
    ],
    [
      'day 31 in February',
      { ...monthly, dueDay: 31 },
      '2026-02-10',
      ['2026-02-01', '2026-02-28', '2026-02-28T17:00:00.000Z'],
    ],
    [
      'day 31 in a leap February',
      { ...monthly, dueDay: 31 },
      '2028-02-10',
      ['2028-02-01', '2028-02-29', '2028-02-29T17:00:00.000Z'],
    ],
    ['a quarter', quarterly, '2025-11-20', ['2025-10-01', '2025-12-31', '2025-12-31T17:00:00.000Z']],
    [
      'a quarter before the 25th of its last month',
      { ...quarterly, dueDay: 24 },
      '2025-11-20',
      ['2025-09-25', '2025-12-24', '2025-12-24T17:00:00.000Z'],
    ],
    [
      'a year',
      { ...base, cadence: 'YEARLY' as const },
      '2025-11-20',
      ['2025-07-01', '2025-12-31', '2025-12-31T17:00:00.000Z'],
    ],
    [
      'a year closing before 20 December',
      { ...base, cadence: 'YEARLY' as const, dueOn: '2025-12-19' },
      '2026-01-05',
      ['2025-12-20', '2026-12-19', '2026-12-19T17:00:00.000Z'],
    ],
    ['one time only', once, '2025-11-20', ['2025-06-27', '2025-06-30', '2025-06-30T07:00:00.000Z']],
  ])('%s', (_, rhythm, day, expected) => {
    expect(shown(periodOn(rhythm, day))).toEqual(expected);
  });

  test('a regime that has not begun has no period', () => {
    expect(periodOn(daily, '2025-06-30')).toBeNull();
  });

  test('a report on request has no period of its own', () => {
    expect(periodOn({ ...base, cadence: 'AD_HOC' }, '2025-11-20')).toBeNull();
  });

  test('a regime that has ended answers with its last period', () => {
    expect(shown(periodOn({ ...daily, validTo: '2025-07-31' }, '2025-11-20'))?.[0]).toBe('2025-07-31');
  });
});

describe('all periods of a regime', () => {
  test('ten working days in two weeks', () => {
    expect(periodsBetween(daily, '2025-11-07', '2025-11-20').map((period) => period.from)).toEqual([
      '2025-11-07',
      '2025-11-10',
      '2025-11-11',
      '2025-11-12',
      '2025-11-13',
      '2025-11-14',
      '2025-11-17',
      '2025-11-18',
      '2025-11-19',
      '2025-11-20',
    ]);
  });

  test('no period whose report would fall due after the regime ended', () => {
    expect(periodsBetween({ ...monthly, validTo: '2025-12-31' }, '2025-07-01', '2026-03-01').at(-1)?.to).toBe(
      '2025-12-24',
    );
  });

  test('no day falls between two periods, and every report is due within its own', () => {
    const rhythms = fc.constantFrom(
      weekly,
      monthly,
      { ...monthly, dueDay: 31 },
      quarterly,
      { ...quarterly, dueDay: 30 },
      { ...base, cadence: 'YEARLY' as const },
    );
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 0, max: 4000 }), (rhythm, offset) => {
        const periods = periodsBetween(rhythm, '2025-07-01', addDays('2025-07-01', offset));
        for (const [index, period] of periods.entries()) {
          const before = periods[index - 1];
          if (before) expect(period.from).toBe(addDays(before.to, 1));
          expect(period.dueAt <= vietnam(`${addDays(period.to, 1)}T00:00:00`)).toBe(true);
          expect(period.dueAt > vietnam(`${period.from}T00:00:00`)).toBe(true);
        }
      }),
    );
  });

  test('starting later never changes what a period is', () => {
    const all = periodsBetween(monthly, '2025-07-01', '2027-01-01').map(shown);
    expect(periodsBetween(monthly, '2026-01-25', '2027-01-01').map(shown)).toEqual(
      all.filter((period) => (period?.[0] ?? '') >= '2026-01-25'),
    );
  });
});

test('the time zone of the process changes nothing', () => {
  const before = process.env.TZ;
  const answers = ['UTC', 'America/Los_Angeles', 'Asia/Tokyo', 'Asia/Ho_Chi_Minh'].map((zone) => {
    process.env.TZ = zone;
    return [daily, weekly, monthly, quarterly].flatMap((rhythm) =>
      periodsBetween(rhythm, '2027-12-20', '2028-03-05').map(shown),
    );
  });
  process.env.TZ = before;
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test('a short period is due soon one day before, a long one three days before', () => {
  const dueAt = vietnam('2025-11-20T10:00:00');
  expect(dueSoonFrom('DAILY', dueAt)).toEqual(vietnam('2025-11-19T10:00:00'));
  expect(dueSoonFrom('MONTHLY', dueAt)).toEqual(vietnam('2025-11-17T10:00:00'));
});

test('a group is resolved on the last day of the period, never outside the regime', () => {
  expect(resolutionDay(daily, { to: '2025-11-20' })).toBe('2025-11-20');
  expect(resolutionDay({ validFrom: '2025-07-01', validTo: null }, { to: '2025-06-30' })).toBe('2025-07-01');
  expect(resolutionDay({ validFrom: '2025-07-01', validTo: '2025-12-31' }, { to: '2026-01-24' })).toBe('2025-12-31');
});
