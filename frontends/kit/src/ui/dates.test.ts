import { expect, test } from 'vitest';
import { addDays, daysBetween, formatDate, formatInstant, formatNumber, parseDate } from './dates.ts';

test('dates are written day/month/year and instants in Vietnamese time', () => {
  expect(formatDate('2025-11-20')).toBe('20/11/2025');
  expect(formatDate(null)).toBe('—');
  expect(formatDate('2025-11-20T20:30:00Z')).toBe('21/11/2025');
  expect(formatInstant('2025-11-20T03:02:00Z')).toBe('20/11/2025 10:02');
});

test.each([
  ['20/11/2025', '2025-11-20'],
  [' 1/7/2025 ', '2025-07-01'],
  ['1-7-2025', '2025-07-01'],
  ['31/02/2025', undefined],
  ['2025-11-20', undefined],
  ['20/11/25', undefined],
  ['hôm nay', undefined],
])('%s typed is %s', (typed, date) => {
  expect(parseDate(typed)).toBe(date);
});

test('days are counted from date to date', () => {
  expect(daysBetween('2025-11-20', '2025-11-23')).toBe(3);
  expect(daysBetween('2025-11-20', '2025-11-08')).toBe(-12);
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
});

test('numbers have Vietnamese points and commas', () => {
  expect(formatNumber(1234.5)).toBe('1.234,5');
  expect(formatNumber(undefined)).toBe('—');
});
