import { expect, test } from 'vitest';
import { successorFault } from './succession.ts';

const known = new Map(
  [
    { id: 'valid', provinceId: '38', from: '2025-07-01', to: null },
    { id: 'ended', provinceId: '38', from: '2025-01-01', to: '2025-07-01' },
    { id: 'later', provinceId: '38', from: '2026-01-01', to: null },
    { id: 'elsewhere', provinceId: '19', from: '2025-01-01', to: null },
  ].map((unit) => [unit.id, unit]),
);
const check = (...ids: string[]) =>
  successorFault({ id: 'unit', provinceId: '38' }, '2025-07-01', ids, (id) => known.get(id));

test('a unit may end without a successor, or with several', () => {
  expect(check()).toBeNull();
  expect(check('valid')).toBeNull();
});

test.each([
  ['unit', 'SUCCESSOR_IS_ITSELF'],
  ['nobody', 'SUCCESSOR_UNKNOWN'],
  ['elsewhere', 'SUCCESSOR_OF_OTHER_PROVINCE'],
  ['ended', 'SUCCESSOR_NOT_VALID'],
  ['later', 'SUCCESSOR_NOT_VALID'],
])('%s cannot take over: %s', (id, reason) => {
  expect(check('valid', id)).toEqual({ reason, unitId: id });
});
