import { expect, test } from 'vitest';
import type { Rhythm } from './period.ts';
import { dayInWords, periodInWords, ruleInWords } from './words.ts';

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

test.each<[Partial<Rhythm>, string, string]>([
  [{ dueTime: '10:00', workingDaysOnly: true }, 'hằng ngày làm việc, trước 10:00', 'every working day, before 10:00'],
  [{ dueTime: '10:00' }, 'hằng ngày, trước 10:00', 'every day, before 10:00'],
  [
    { cadence: 'WEEKLY', dueTime: '08:00', dueWeekday: 4 },
    'hằng tuần, trước 08:00 thứ Năm',
    'every week, before 08:00 on Thursday',
  ],
  [{ cadence: 'MONTHLY', dueDay: 24 }, 'hằng tháng, trước ngày 25', 'every month, before day 25'],
  [
    { cadence: 'MONTHLY', dueDay: 24, dueTime: '16:00' },
    'hằng tháng, trước 16:00 ngày 24',
    'every month, before 16:00 on day 24',
  ],
  [{ cadence: 'QUARTERLY' }, 'hằng quý, chậm nhất ngày cuối cùng của quý', 'every quarter, by its last day'],
  [{ cadence: 'YEARLY', dueOn: '2025-12-19' }, 'hằng năm, chậm nhất ngày 19/12', 'every year, by 19/12'],
  [
    { cadence: 'ONCE', dueOn: '2025-06-30', dueTime: '14:00' },
    'một lần, trước 14:00 ngày 30/06/2025',
    'once, before 14:00 on 30/06/2025',
  ],
  [{ cadence: 'ONCE', dueOn: '2025-12-19' }, 'một lần, trước ngày 20/12/2025', 'once, before 20/12/2025'],
  [{ cadence: 'AD_HOC' }, 'đột xuất, khi có yêu cầu', 'when asked for'],
])('the rule %j reads "%s"', (rhythm, vietnamese, english) => {
  expect(ruleInWords({ ...base, ...rhythm }, 'vi')).toBe(vietnamese);
  expect(ruleInWords({ ...base, ...rhythm }, 'en')).toBe(english);
});

test.each<[Rhythm['cadence'], string, string, string, string]>([
  ['DAILY', '2025-11-20', '2025-11-20', 'Ngày 20/11/2025', 'Day 20/11/2025'],
  ['WEEKLY', '2025-11-14', '2025-11-20', 'Tuần 14/11–20/11/2025', 'Week 14/11–20/11/2025'],
  ['MONTHLY', '2025-10-25', '2025-11-24', 'Tháng 11/2025', 'November 2025'],
  ['QUARTERLY', '2025-10-01', '2025-12-31', 'Quý IV/2025', 'Quarter 4/2025'],
  ['YEARLY', '2025-01-01', '2025-12-31', 'Năm 2025', 'Year 2025'],
  ['ONCE', '2025-06-27', '2025-06-30', 'Đến ngày 30/06/2025', 'Up to 30/06/2025'],
])('a %s period is called by its name', (cadence, from, to, vietnamese, english) => {
  expect(periodInWords(cadence, { from, to }, 'vi')).toBe(vietnamese);
  expect(periodInWords(cadence, { from, to }, 'en')).toBe(english);
});

test('an official date carries a leading zero on small days and on the first two months', () => {
  expect(dayInWords('2025-11-05', 'vi')).toBe('ngày 05 tháng 11 năm 2025');
  expect(dayInWords('2026-02-14', 'vi')).toBe('ngày 14 tháng 02 năm 2026');
  expect(dayInWords('2026-03-14', 'vi')).toBe('ngày 14 tháng 3 năm 2026');
});
