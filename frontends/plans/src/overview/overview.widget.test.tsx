import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madePlan, madeUnits, makeTask } from '../testing/make-task.ts';
import OverviewWidget from './overview.widget.tsx';

const line = (parts: Record<string, unknown>) => ({
  __typename: 'FiguresRow',
  bloc: null,
  unit: null,
  taskGroup: null,
  plan: null,
  figures: madePlan.figures,
  ...parts,
});

const overview = {
  __typename: 'Overview',
  asOf: '2025-11-20',
  figures: { ...madePlan.figures, total: 193, overdue: 14, atRisk: 9, onTimePercent: 61 },
  byBloc: [line({ key: 'PARTY', label: 'Khối Đảng', bloc: 'PARTY' })],
  byPlan: [],
  byTaskGroup: [],
  byUnit: [line({ key: '38.skhcn', label: 'Sở KH&CN', unit: { __typename: 'Unit', ...madeUnits.science } })],
  dueSoon: [],
  overdueTasks: [makeTask()],
  days: [{ __typename: 'DueDay', on: '2025-11-30', due: 5 }],
};

const open = () =>
  renderPage(<OverviewWidget />, { at: '/overview', path: 'overview', answers: { 'Query.overview': overview } });

test('one sentence says whether the province is on time', async () => {
  open();
  expect(await screen.findByText('193 nhiệm vụ: 61 % đúng hạn, 14 quá hạn, 9 có nguy cơ.')).toBeTruthy();
});

test('every number leads to its rows', async () => {
  open();
  const bars = await screen.findByRole('region', { name: 'Theo khối' });
  const row = within(bars).getByRole('row', { name: /Khối Đảng/ });
  const addresses = within(row)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));
  expect(addresses).toContain('/tasks?bloc=PARTY');
  expect(addresses).toContain('/tasks?bloc=PARTY&standing=OVERDUE');
});

test('the same tasks are cut by unit', async () => {
  open();
  await userEvent.setup().click(await screen.findByRole('radio', { name: 'Theo đơn vị chủ trì' }));
  const row = within(await screen.findByRole('region', { name: 'Theo đơn vị chủ trì' })).getByRole('row', {
    name: /Sở KH&CN/,
  });
  expect(within(row).getAllByRole('link')[0]?.getAttribute('href')).toBe('/tasks?lead=38.skhcn');
});

test('what is late stands with whose it is', async () => {
  open();
  const late = await screen.findByRole('region', { name: 'Đang quá hạn, của ai' });
  expect(within(late).getByText('Sở KH&CN')).toBeTruthy();
  expect(within(late).getByText(/quá hạn 129 ngày/)).toBeTruthy();
  expect(within(late).getByRole('link', { name: 'Xem tất cả 14 nhiệm vụ quá hạn' })).toBeTruthy();
});
