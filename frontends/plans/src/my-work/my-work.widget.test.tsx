import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { makeTask } from '../testing/make-task.ts';
import MyWorkWidget from './my-work.widget.tsx';

const open = (lists: Record<string, unknown>) =>
  renderPage(<MyWorkWidget />, {
    answers: {
      'Query.myTasks': { __typename: 'MyTasks', toDo: [], returned: [], toApprove: [], toConfirm: [], ...lists },
    },
  });

const due = (dueOn: string | null, parts = {}) =>
  makeTask({
    id: `task-${dueOn}`,
    title: `Việc hạn ${dueOn}`,
    permissions: ['reportProgress'],
    deadline: { ...makeTask().deadline, dueOn },
    ...parts,
  });

test('each row has its one act as a button that opens the form', async () => {
  open({ toDo: [due('2025-11-24')], toApprove: [due('2025-12-01', { permissions: ['approve', 'return'] })] });
  const week = await screen.findByRole('region', { name: 'Cần làm trong tuần này' });
  expect(
    within(week)
      .getByRole('link', { name: /^Báo cáo tiến độ: / })
      .getAttribute('href'),
  ).toBe('/tasks/task-2025-11-24?act=reportProgress');
  const toApprove = screen.getByRole('region', { name: 'Chờ tôi duyệt' });
  expect(
    within(toApprove)
      .getByRole('link', { name: /^Duyệt báo cáo: / })
      .getAttribute('href'),
  ).toBe('/tasks/task-2025-12-01?act=approve');
});

test('what falls due within a week comes first and in order of time', async () => {
  open({ toDo: [due('2025-12-20'), due('2025-11-27'), due(null), due('2025-11-10')] });
  const titles = async (name: string) =>
    within(await screen.findByRole('region', { name }))
      .getAllByText(/^Việc hạn/)
      .map((title) => title.textContent);
  expect(await titles('Cần làm trong tuần này')).toEqual(['Việc hạn 2025-11-10', 'Việc hạn 2025-11-27']);
  expect(await titles('Sau tuần này')).toEqual(['Việc hạn 2025-12-20', 'Việc hạn null']);
});

test('who has nothing to do is told so', async () => {
  open({});
  expect(await screen.findByText('Hiện không có việc nào chờ bạn')).toBeTruthy();
});
