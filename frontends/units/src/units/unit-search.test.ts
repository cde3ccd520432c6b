import { expect, test } from 'vitest';
import { folded, matchingBranches } from './unit-search.ts';

test('a name is found without marks, in composed and decomposed letters', () => {
  expect(folded('Sở Khoa học và Công nghệ')).toBe('so khoa hoc va cong nghe');
  expect(folded('Đảng ủy'.normalize('NFD'))).toBe('dang uy');
});

test('what is found keeps its place in the tree', () => {
  const nodes = [
    { id: 'province', parentId: null },
    { id: 'department', parentId: 'province' },
    { id: 'office', parentId: 'department' },
    { id: 'court', parentId: null },
  ];
  const { shown, found, open } = matchingBranches(nodes, ({ id }) => id === 'office');
  expect(shown.map(({ id }) => id)).toEqual(['province', 'department', 'office']);
  expect([...found]).toEqual(['office']);
  expect(open).toEqual(['department', 'province']);
});
