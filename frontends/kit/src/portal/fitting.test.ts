import { expect, test } from 'vitest';
import { fits, misfits } from './fitting.ts';

test.each([
  ['^19.3.1', '19.3.1', true],
  ['^19.3.1', '19.4.0', true],
  ['^19.3.1', '19.2.9', false],
  ['^19.3.1', '20.0.0', false],
  ['^0.1.0', '0.1.4', true],
  ['^0.1.0', '0.2.0', false],
  ['^0.1.2', '0.1.1', false],
  ['*', '1.0.0', true],
])('%s is met by %s: %s', (required, provided, expected) => {
  expect(fits(required, provided)).toBe(expected);
});

test('a module is told which library keeps it out', () => {
  const needed = [
    { name: 'react', requiredVersion: '^18.0.0' },
    { name: '@lienthong/frontend-kit/ui', requiredVersion: '^0.1.0' },
    { name: 'unknown', requiredVersion: '^1.0.0' },
  ];
  expect(misfits(needed, { react: '19.3.1', '@lienthong/frontend-kit/ui': '0.1.0' })).toEqual([
    'react ^18.0.0',
    'unknown ^1.0.0',
  ]);
});
