import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madeUnits, makeTask } from '../testing/make-task.ts';
import TaskListPage from './task-list.page.tsx';

const rows = (nodes: readonly unknown[]) => ({
  'Query.tasks': {
    __typename: 'TaskConnection',
    totalCount: nodes.length,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    nodes,
  },
  'Query.plans': { nodes: [] },
  'Overview.byUnit': [],
});

const open = (at: string, nodes: readonly unknown[]) => {
  const page = renderPage(<TaskListPage />, { at, path: 'tasks', answers: rows(nodes), unit: madeUnits.science });
  const asked = () => page.asked.filter(({ operation }) => operation === 'TaskList').map(({ variables }) => variables);
  return { ...page, asked, user: userEvent.setup() };
};

test('a number of the overview leads to its rows, and the export holds the same rows', async () => {
  const { asked } = open('/tasks?standing=OVERDUE&lead=38.skhcn&to=2025-11-30', [makeTask()]);
  const table = await screen.findByRole('table', { name: 'Danh sách nhiệm vụ' });
  expect(
    within(table)
      .getByRole('link', { name: /Bảo đảm mạng/ })
      .getAttribute('href'),
  ).toBe('/tasks/th-285-kh-tu.17');
  const filter = { leadUnitId: '38.skhcn', standing: ['OVERDUE'], dueTo: '2025-11-30' };
  expect(asked()[0]).toMatchObject({ filter, orderBy: 'STANDING' });
  const link = screen.getByRole('link', { name: 'Xuất .xlsx' }).getAttribute('href') ?? '';
  expect(JSON.parse(new URL(link, 'http://x').searchParams.get('filter') ?? '')).toEqual(filter);
  expect(screen.getByText('Trạng thái được lọc theo phần việc của đơn vị chủ trì đã chọn.')).toBeTruthy();
});

test('one click shows the tasks of my own unit', async () => {
  const { asked, user, router } = open('/tasks', [makeTask()]);
  await user.click(await screen.findByRole('checkbox', { name: 'Nhiệm vụ của đơn vị tôi' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Nhiệm vụ của đơn vị tôi' })).toBeTruthy();
  expect(router.state.location.search).toBe('?unit=38.skhcn');
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ filter: { unitId: '38.skhcn' } }));
});

test('each row shows the words of the document beside the date and how late it is', async () => {
  open('/tasks', [makeTask()]);
  const row = (await screen.findAllByRole('row'))[1] as HTMLElement;
  expect(within(row).getByText('Trước ngày 15/7/2025')).toBeTruthy();
  expect(within(row).getByText(/14\/07\/2025 · quá hạn 129 ngày/)).toBeTruthy();
});

test('an empty list says why and leads out', async () => {
  open('/tasks?search=khong-co', []);
  expect(await screen.findByText('Không có nhiệm vụ nào khớp bộ lọc')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Xem tất cả nhiệm vụ' })).toBeTruthy();
});
