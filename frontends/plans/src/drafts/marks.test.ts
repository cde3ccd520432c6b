import { expect, test } from 'vitest';
import { markCells, markWords } from './marks.ts';

test('the words of each field are marked where they stand in the line', () => {
  expect(
    markWords('Sở Nội vụ chủ trì, xong trước ngày 15/7/2025.', [
      { field: 'DEADLINE', text: 'trước ngày 15/7/2025' },
      { field: 'LEADS', text: 'Sở Nội vụ' },
    ]),
  ).toEqual([
    { text: 'Sở Nội vụ', field: 'LEADS' },
    { text: ' chủ trì, xong ' },
    { text: 'trước ngày 15/7/2025', field: 'DEADLINE' },
    { text: '.' },
  ]);
});

test('words that the line does not have mark nothing, and no word is lost', () => {
  expect(markWords('Sở Tư pháp', [{ field: 'LEADS', text: 'Sở Y tế' }])).toEqual([{ text: 'Sở Tư pháp' }]);
  expect(markWords('', [])).toEqual([]);
});

test('a unit that is also named in the content is marked in its own cell', () => {
  const [content, lead] = markCells(
    ['Phối hợp với Sở Tài chính bố trí kinh phí', 'Sở Tài chính'],
    [{ field: 'LEADS', text: 'Sở Tài chính' }],
  );
  expect(content).toEqual([{ text: 'Phối hợp với Sở Tài chính bố trí kinh phí' }]);
  expect(lead).toEqual([{ text: 'Sở Tài chính', field: 'LEADS' }]);
});
