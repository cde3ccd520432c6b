import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madePlan, madeUnits, makeTask } from '../testing/make-task.ts';
import PlanDetailPage from './plan-detail.page.tsx';

const tasks = [
  makeTask(),
  makeTask({ id: 'th-285-kh-tu.9', number: '9', title: 'Bố trí cán bộ chuyên trách', leads: [madeUnits.home] }),
];

interface Asked {
  filter?: { leadUnitId?: string; dueTo?: string; taskGroupId?: string } | null;
}

const open = (query = '') => {
  const page = renderPage(<PlanDetailPage />, {
    at: `/plans/th-285-kh-tu${query}`,
    path: 'plans/:planId',
    answers: {
      'Query.plan': {
        ...madePlan,
        allTasks: ({ filter }: Asked) =>
          tasks.filter((task) => !filter?.leadUnitId || task.leads.some(({ unit }) => unit.id === filter.leadUnitId)),
      },
    },
  });
  const filters = () =>
    page.asked.filter(({ operation }) => operation === 'PlanTasks').map(({ variables }) => variables.filter);
  return { ...page, filters, user: userEvent.setup() };
};

test('the head names number, date, issuer, what it carries out, and how its tasks stand', async () => {
  open();
  expect(await screen.findByRole('heading', { level: 1, name: /^285-KH\/TU/ })).toBeTruthy();
  expect(screen.getByText(/27\/06\/2025 · Ban Thường vụ Tỉnh ủy Thanh Hóa/)).toBeTruthy();
  expect(screen.getByText(/02-KH\/BCĐTW, Ban Chỉ đạo Trung ương/)).toBeTruthy();
  expect(screen.getByText('61 nhiệm vụ')).toBeTruthy();
  const late = screen.getByRole('link', { name: /^4 quá hạn$/ });
  expect(late.getAttribute('href')).toBe('/plans/th-285-kh-tu?standing=OVERDUE');
});

test('choosing a lead unit and a last day narrows the table, the address and the export alike', async () => {
  const { user, filters, router } = open();
  await screen.findByRole('link', { name: /Bố trí cán bộ/ });
  await user.click(screen.getByRole('combobox', { name: 'Chủ trì' }));
  await user.click(await screen.findByRole('option', { name: 'Sở KH&CN' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: /Bố trí cán bộ/ })).toBeNull());
  await user.type(screen.getByLabelText('Hạn đến ngày'), '31/12/2025');
  await waitFor(() => expect(filters().at(-1)).toEqual({ leadUnitId: '38.skhcn', dueTo: '2025-12-31' }));
  expect(router.state.location.search).toBe('?lead=38.skhcn&to=2025-12-31');
  const link = screen.getByRole('link', { name: 'Xuất .xlsx' }).getAttribute('href') ?? '';
  expect(JSON.parse(new URL(link, 'http://x').searchParams.get('filter') ?? '')).toEqual({
    leadUnitId: '38.skhcn',
    dueTo: '2025-12-31',
    planId: 'th-285-kh-tu',
  });
});

test('the sections of the document are one press away', async () => {
  const { user, filters } = open();
  const sections = await screen.findByRole('group', { name: 'Mục của văn bản' });
  await user.click(within(sections).getByRole('button', { name: 'II Hạ tầng · 11' }));
  expect(within(sections).getByRole('button', { name: 'II Hạ tầng · 11' }).getAttribute('aria-pressed')).toBe('true');
  await waitFor(() => expect(filters().at(-1)).toEqual({ taskGroupId: 'th-285-kh-tu.II' }));
});
