import { describe, expect, test } from 'vitest';
import { changeFrom, holdsOn, overlaps, rowOn } from './dated.ts';

const first = { from: '2025-03-01', to: '2025-07-01', value: 'first' };
const second = { from: '2025-07-01', to: null, value: 'second' };

describe('what holds on a day', () => {
  test.each([
    ['2025-02-28', undefined],
    ['2025-03-01', 'first'],
    ['2025-06-30', 'first'],
    ['2025-07-01', 'second'],
    ['2099-01-01', 'second'],
  ])('on %s it is %s', (on, value) => {
    expect(rowOn([first, second], on)?.value).toBe(value);
    expect(holdsOn(first, on)).toBe(value === 'first');
  });

  test('periods that only touch share no day', () => {
    expect(overlaps(first, second)).toBe(false);
    expect(overlaps(first, { from: '2025-06-30', to: null })).toBe(true);
  });
});

describe('a change from a day on', () => {
  test('in the middle of a row cuts it, and the new one runs to the old end', () => {
    expect(changeFrom([first, second], '2025-05-01', { value: 'new' })).toEqual({
      shortened: { ...first, to: '2025-05-01' },
      replaced: null,
      added: { value: 'new', from: '2025-05-01', to: '2025-07-01' },
    });
  });

  test('on the first day of a row rewrites that row', () => {
    expect(changeFrom([first, second], '2025-07-01', { value: 'new' })).toEqual({
      shortened: null,
      replaced: { value: 'new', from: '2025-07-01', to: null },
      added: null,
    });
  });

  test('before the first row changes nothing', () => {
    expect(changeFrom([first], '2025-01-01', { value: 'new' })).toEqual({
      shortened: null,
      replaced: null,
      added: null,
    });
  });
});
