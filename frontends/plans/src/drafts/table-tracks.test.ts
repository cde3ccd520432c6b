import { expect, test } from 'vitest';
import { spans, tableTracks } from './table-tracks.ts';

test('rows of one table share the widths of their columns, a line of text has none', () => {
  const long = 'Rà soát, sửa đổi quy chế quản lý và khai thác dữ liệu dùng chung của tỉnh';
  const tracks = tableTracks([{ cells: null }, { cells: ['1', long] }, { cells: ['2', long] }, { cells: ['a'] }]);
  expect(tracks[0]).toBeUndefined();
  expect(tracks[1]).toBe(tracks[2]);
  expect(tracks[1]).toMatch(/^minmax\(2\.6em, 1\.00fr\) minmax\(2\.6em, 8\.\d+fr\)$/);
  expect(tracks[3]).not.toBe(tracks[2]);
});

test('a heading over tasks stands over the whole table, a row with empty cells keeps them', () => {
  expect(spans(['II', 'Hạ tầng', '', '', ''])).toEqual([1, 4]);
  expect(spans(['Hạ tầng', '', '', ''])).toEqual([4]);
  expect(spans(['1', 'Nội dung', 'Sở Nội vụ', '', ''])).toEqual([1, 1, 1, 1, 1]);
  expect(spans(['', '', ''])).toEqual([1, 1, 1]);
});
