import { expect, test } from 'vitest';
import { spans, tableTracks } from './table-tracks.ts';

test('rows of one table share the widths of their columns, a line of text has none', () => {
  const long = 'Rà soát, sửa đổi quy chế quản lý và khai thác dữ liệu dùng chung của tỉnh';
  const tracks = tableTracks([{ cells: null }, { cells: ['1', long] }, { cells: ['2', long] }, { cells: ['a'] }]);
  expect(tracks[0]).toBeUndefined();
  expect(tracks[1]).toBe(tracks[2]);
  expect(tracks[1]).toBe('minmax(calc(0.6em + 14px), 1.00fr) minmax(calc(2.9em + 14px), 8.54fr)');
  expect(tracks[3]).not.toBe(tracks[2]);
});

test('a column keeps its dates whole, but not a word that is longer', () => {
  const [tracks] = tableTracks([{ cells: ['Trước ngày 15/12/2025', 'https://example.vn/mot-dia-chi-rat-dai'] }]);
  expect(tracks?.match(/calc\(([\d.]+)em/g)).toEqual(['calc(5.8em', 'calc(5.8em']);
});

test('a heading over tasks stands over the whole table, a row with empty cells keeps them', () => {
  expect(spans(['II', 'Hạ tầng', '', '', ''])).toEqual([1, 4]);
  expect(spans(['Hạ tầng', '', '', ''])).toEqual([4]);
  expect(spans(['1', 'Nội dung', 'Sở Nội vụ', '', ''])).toEqual([1, 1, 1, 1, 1]);
  expect(spans(['', '', ''])).toEqual([1, 1, 1]);
});
