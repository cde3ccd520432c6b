import { expect, it } from 'vitest';
import { forbidsGoingLive, type GoingLive } from './going-live.ts';

const later: GoingLive = { on: '2026-09-01', before: null, today: '2026-08-20', approvedOn: [] };

it.each<[string, Partial<GoingLive>, boolean]>([
  ['without an approved level no system goes live', {}, true],
  ['nor today', { on: '2026-08-20' }, true],
  ['an approval by that day lets it', { approvedOn: ['2026-08-19'] }, false],
  ['on the very day is in time', { approvedOn: ['2026-09-01'] }, false],
  ['one that is dated later is not', { approvedOn: ['2026-09-02'] }, true],
  ['what has been in use since yesterday is a fact to be entered', { on: '2026-08-19' }, false],
  ['a day that was named before stays', { before: '2026-09-01' }, false],
  ['another one is looked at anew', { before: '2026-08-25' }, true],
  ['taking the day back is always possible', { on: null, before: '2026-09-01' }, false],
  ['the law before July 2026 is not held here to say so', { on: '2026-06-30', today: '2026-06-01' }, false],
  ['a day under the new law, named under the old one, is', { today: '2026-06-01' }, true],
])('%s', (_sentence, change, isForbidden) => {
  expect(forbidsGoingLive({ ...later, ...change })).toBe(isForbidden ? 'Nghị định 331/2026/NĐ-CP, Điều 28.3' : null);
});
