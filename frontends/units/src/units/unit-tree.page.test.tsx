import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madeUnits, makeTree } from '../testing/make-unit.ts';
import UnitTreePage from './unit-tree.page.tsx';

const open = (at: string, answers: Record<string, unknown> = {}) => {
  const page = renderPage(<UnitTreePage />, {
    at,
    path: 'units',
    bloc: 'GOVERNMENT',
    unit: madeUnits.science,
    answers: { 'Query.unitTree': makeTree(), ...answers },
  });
  const asked = (operation: string) =>
    page.asked.filter((one) => one.operation === operation).map(({ variables }) => variables);
  return { ...page, asked, user: userEvent.setup() };
};

test('the tree of the own bloc is read first, as of the business date, and the own unit is marked', async () => {
  const { asked } = open('/units');
  const tree = await screen.findByRole('tree', { name: 'Cây đơn vị' });
  const items = within(tree).getAllByRole('treeitem');
  expect(items.map((item) => item.querySelector('a')?.textContent)).toEqual([
    'UBND tỉnh',
    'Sở KH&CN',
    'Sở Nội vụ',
    'Tòa án tỉnh',
  ]);
  expect(within(tree).getByText(/đơn vị của bạn/)).toBeTruthy();
  expect(screen.getByText('4 đơn vị vào ngày 20/11/2025')).toBeTruthy();
  expect(asked('UnitTree')[0]).toMatchObject({ provinceId: '38', asOf: '2025-11-20' });
});

test('the date stands in the address, so that a tree of another day can be sent to a colleague', async () => {
  const { asked, user, router } = open('/units?asOf=2025-06-30');
  await screen.findByText('4 đơn vị vào ngày 30/06/2025');
  expect(asked('UnitTree')[0]).toMatchObject({ asOf: '2025-06-30' });
  expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe('30/06/2025');
  const field = screen.getByLabelText('Tại ngày');
  await user.clear(field);
  await user.type(field, '1/7/2025');
  await waitFor(() => expect(router.state.location.search).toBe('?asOf=2025-07-01'));
});

test('words without marks find a unit and leave it in its place', async () => {
  open('/units?search=khoa%20hoc');
  const tree = await screen.findByRole('tree');
  expect(screen.getByText('1 đơn vị khớp vào ngày 20/11/2025')).toBeTruthy();
  expect(within(tree).getByRole('link', { name: 'UBND tỉnh' })).toBeTruthy();
  expect(within(tree).getByRole('link', { name: 'Sở KH&CN' })).toBeTruthy();
  expect(within(tree).queryByRole('link', { name: 'Sở Nội vụ' })).toBeNull();
});

test('a search that finds nothing says so', async () => {
  open('/units?search=khong-co');
  expect(await screen.findByText('Không có đơn vị nào khớp')).toBeTruthy();
});

test('the tree has its table, with whom each unit stands below', async () => {
  const { user } = open('/units');
  await screen.findByRole('tree');
  await user.click(screen.getByText('Bảng', { exact: true }));
  const table = await screen.findByRole('table', { name: 'Cây đơn vị' });
  const row = within(table)
    .getAllByRole('row')
    .find((one) => within(one).queryByRole('link', { name: 'Sở Nội vụ' })) as HTMLElement;
  expect(within(row).getByRole('link', { name: 'UBND tỉnh' }).getAttribute('href')).toBe('/units/38.ubnd');
});

test('what changed between two dates is told with the new parent and the successors', async () => {
  const change = (parts: Record<string, unknown>) => ({
    __typename: 'UnitChange',
    on: '2025-10-01',
    recordedAt: '2025-10-01T02:00:00Z',
    recordedBy: 'Quản trị đơn vị – UBND tỉnh',
    unit: { ...madeUnits.home, bloc: 'GOVERNMENT' },
    ...parts,
  });
  const { asked } = open('/units?view=changes&from=2025-07-01&to=2025-11-20', {
    'Query.unitChanges': {
      totalCount: 2,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      nodes: [
        change({ kind: 'MOVED', detail: 'UBND tỉnh' }),
        change({ kind: 'ENDED', on: '2025-11-01', detail: 'Sở Khoa học và Công nghệ' }),
      ],
    },
  });
  expect(await screen.findByText('trực thuộc UBND tỉnh')).toBeTruthy();
  expect(screen.getByText('kế thừa: Sở Khoa học và Công nghệ')).toBeTruthy();
  expect(asked('UnitChanges')[0]).toMatchObject({ from: '2025-07-01', to: '2025-11-20' });
});

test('two dates in the wrong order are told at the field, and nothing is asked', async () => {
  const { asked } = open('/units?view=changes&from=2025-11-20&to=2025-07-01');
  expect(await screen.findByText('Ngày sau phải từ ngày trước trở đi.')).toBeTruthy();
  expect(asked('UnitChanges')).toHaveLength(0);
});
