import { expect, test } from 'vitest';
import { likelyCut } from './cut-place.ts';

const cut = (content: string) => [content.slice(0, likelyCut(content)), content.slice(likelyCut(content))];

test('a content is cut after the sentence or part that ends nearest to its middle', () => {
  expect(cut('Rà soát quy chế. Trình ban hành quy chế mới; công bố.')).toEqual([
    'Rà soát quy chế. ',
    'Trình ban hành quy chế mới; công bố.',
  ]);
  expect(cut('Lập danh mục dữ liệu\nCông bố danh mục')).toEqual(['Lập danh mục dữ liệu\n', 'Công bố danh mục']);
});

test('one without such an end is cut between two words, one of a single word not at all', () => {
  expect(cut('Rà soát và công bố')).toEqual(['Rà soát ', 'và công bố']);
  expect(cut('Công-bố')).toEqual(['Công-bố', '']);
});
