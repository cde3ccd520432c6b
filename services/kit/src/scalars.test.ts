import { expect, test } from 'vitest';
import { DateScalar, DateTimeScalar } from './scalars.ts';

test.each([
  '2025-02-29',
  '2025-13-01',
  '2025-1-1',
  '20/11/2025',
  '',
  20251120,
  null,
  '2025-11-20T00:00:00Z',
  '0000-01-01',
])('%s is not a date', (value) => {
  expect(() => DateScalar.parseValue(value)).toThrow('not a date');
});

test('a date stays the day it was written, whatever the time zone', () => {
  expect(DateScalar.parseValue('2024-02-29')).toBe('2024-02-29');
  expect(DateScalar.serialize('2025-11-20')).toBe('2025-11-20');
});

test.each(['2025-11-20', '2025-11-20T25:00:00Z', '2025-02-30T10:00:00Z', '2025-11-20T10:00:00', 1763600000])(
  '%s is not an instant',
  (value) => {
    expect(() => DateTimeScalar.parseValue(value)).toThrow('not an instant');
  },
);

test('an instant keeps its moment', () => {
  const parsed = DateTimeScalar.parseValue('2025-11-20T10:00:00+07:00');
  expect(DateTimeScalar.serialize(parsed)).toBe('2025-11-20T03:00:00.000Z');
});
