import { expect, test } from 'vitest';
import { fixedClock, systemClock } from './clock.ts';

test('the business day begins at midnight in Viet Nam', () => {
  const clock = fixedClock('2025-11-19T16:59:59Z');
  expect(clock.today()).toBe('2025-11-19');
  clock.advance(1);
  expect(clock.today()).toBe('2025-11-20');
});

test('a shifted clock ticks, and real time stays real', () => {
  const clock = systemClock(-3600);
  const shift = clock.realNow().getTime() - clock.now().getTime();
  expect(Math.abs(shift - 3_600_000)).toBeLessThan(1000);
});

test('whoever is given the time cannot turn it back', () => {
  const clock = fixedClock('2025-11-20T00:00:00Z');
  clock.now().setFullYear(1999);
  expect(clock.now().getFullYear()).toBe(2025);
});
