import { expect, test } from 'vitest';
import { nextDoubt, ordered, toLookAt } from './row-order.ts';

const row = (id: string, ...fields: ('LEADS' | 'DEADLINE')[]) => ({ id, doubts: fields.map((field) => ({ field })) });
const rows = [row('1'), row('2', 'LEADS', 'DEADLINE'), row('3'), row('4', 'LEADS')];

test('rows with doubts come first, each part in the order of the document', () => {
  expect(ordered(rows, 'doubts', new Set(toLookAt(rows))).map(({ id }) => id)).toEqual(['2', '4', '1', '3']);
  expect(ordered(rows, 'document', new Set(toLookAt(rows))).map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
});

test('beside a plan that is already there, rows that would change it come next', () => {
  const compared = rows.map((one) => ({ ...one, difference: { kind: one.id === '3' ? 'CHANGED' : 'SAME' } as const }));
  expect(ordered(compared, 'doubts', new Set(toLookAt(compared))).map(({ id }) => id)).toEqual(['2', '4', '3', '1']);
});

test('a row keeps its place when its last doubt is settled', () => {
  const settled = rows.map((one) => (one.id === '2' ? row('2') : one));
  expect(ordered(settled, 'doubts', new Set(toLookAt(rows))).map(({ id }) => id)).toEqual(['2', '4', '1', '3']);
});

test('one goes from doubt to doubt, within a row, to the next row and round the end', () => {
  expect(nextDoubt(rows, undefined)).toEqual({ rowId: '2', field: 'LEADS' });
  expect(nextDoubt(rows, { rowId: '2', field: 'LEADS' })).toEqual({ rowId: '2', field: 'DEADLINE' });
  expect(nextDoubt(rows, { rowId: '2', field: 'DEADLINE' })).toEqual({ rowId: '4', field: 'LEADS' });
  expect(nextDoubt(rows, { rowId: '4', field: 'LEADS' })).toEqual({ rowId: '2', field: 'LEADS' });
  expect(nextDoubt(rows, { rowId: '2', field: 'LEADS' }, -1)).toEqual({ rowId: '4', field: 'LEADS' });
  expect(nextDoubt(rows, { rowId: '3' })).toEqual({ rowId: '4', field: 'LEADS' });
  expect(nextDoubt(rows, { rowId: '3' }, -1)).toEqual({ rowId: '2', field: 'DEADLINE' });
});

test('where nothing is doubtful there is no next doubt', () => {
  expect(nextDoubt([row('1')], undefined)).toBeUndefined();
});
