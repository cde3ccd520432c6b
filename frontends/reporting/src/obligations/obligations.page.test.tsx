import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madeUnits, makeObligation } from '../testing/make-obligation.ts';
import ObligationsPage from './obligations.page.tsx';
import ReportsOwedWidget from './reports-owed.widget.tsx';

const page = (nodes: readonly unknown[]) => ({
  __typename: 'ReportObligationConnection',
  totalCount: nodes.length,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  nodes,
});

const open = (role: string, nodes: readonly unknown[] = [makeObligation({ permissions: ['submit'] })]) =>
  renderPage(<ObligationsPage />, {
    at: '/reports',
    path: 'reports',
    role,
    permissions: role === 'REPORTER' ? ['reports.read', 'reports.submit'] : undefined,
    answers: { 'Query.reportObligations': page(nodes), 'Query.reportingRegimes': [] },
  });

test('an officer sees what the unit owes, by when, and writes it from there', async () => {
  const { asked } = open('REPORTER');
  const table = await screen.findByRole('table', { name: 'Báo cáo phải nộp' });
  expect(within(table).getByText('trước 20/11/2025 08:00')).toBeTruthy();
  expect(
    within(table)
      .getByRole('link', { name: /^Lập báo cáo: / })
      .getAttribute('href'),
  ).toBe('/reports/obligations/obligation-1');
  expect(asked.find(({ operation }) => operation === 'ObligationList')?.variables.filter).toMatchObject({ mine: true });
});

test('the standing agency begins with what is sent to it', async () => {
  const { asked } = open('STANDING_AGENCY', [
    makeObligation({ state: 'SUBMITTED_LATE', lateBySeconds: 7_300, permissions: ['accept'] }),
  ]);
  const table = await screen.findByRole('table', { name: 'Báo cáo gửi đến đơn vị tôi' });
  expect(within(table).getByText(/muộn 2 giờ/)).toBeTruthy();
  expect(within(table).getByRole('link', { name: /^Xem và tiếp nhận: / })).toBeTruthy();
  expect(asked.find(({ operation }) => operation === 'ObligationList')?.variables.filter).toMatchObject({
    toReceive: true,
  });
});

test('the choice of list stands in the address', async () => {
  const { router, asked } = open('REPORTER');
  await userEvent.setup().click(await screen.findByRole('radio', { name: 'Tất cả' }));
  expect(router.state.location.search).toBe('?tab=all');
  await waitFor(() => expect(asked.at(-1)?.variables.filter).not.toHaveProperty('mine', true));
});

test('the morning list says which report is due today', async () => {
  renderPage(<ReportsOwedWidget />, {
    answers: {
      'Query.reportObligations': (_: unknown, { filter }: { filter: { mine?: boolean } }) =>
        page(
          filter.mine
            ? [makeObligation({ permissions: ['submit'] })]
            : [makeObligation({ id: 'o2', unit: madeUnits.home, state: 'SUBMITTED', permissions: ['accept'] })],
        ),
    },
  });
  const owed = await screen.findByRole('region', { name: 'Báo cáo phải nộp' });
  expect(within(owed).getByText('hôm nay')).toBeTruthy();
  expect(within(owed).getByRole('link', { name: /^Lập báo cáo: / })).toBeTruthy();
  const toTakeIn = await screen.findByRole('region', { name: 'Báo cáo chờ tiếp nhận' });
  expect(within(toTakeIn).getByText(/Sở Nội vụ/)).toBeTruthy();
});
