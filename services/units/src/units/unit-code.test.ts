import { expect, test } from 'vitest';
import { isUnitCode } from './unit-code.ts';

test.each([
  ['TH.SKHCN', true],
  ['H56.01.02', true],
  ['A'.repeat(35), true],
  ['A'.repeat(36), false],
  ['th.skhcn', false],
  ['TH..SKHCN', false],
  ['.TH', false],
  ['TH.', false],
  ['TH SKHCN', false],
  ['SỞ', false],
  ['', false],
])('%s is a code: %s', (code, valid) => {
  expect(isUnitCode(code)).toBe(valid);
});
