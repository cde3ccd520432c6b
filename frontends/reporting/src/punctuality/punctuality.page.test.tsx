import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import ConsolidatedPage from '../consolidated/consolidated.page.tsx';
import { madeFigures, madeRegime, madeUnits, makeObligation, makeReport } from '../testing/make-obligation.ts';
import PunctualityPage from './punctuality.page.tsx';

const periods = [
  {
    __typename: 'ReportingPeriod',
    periodFrom: '2025-11-14',
    periodTo: '2025-11-20',
    periodLabel: 'Tuần 14/11–20/11/2025',
    dueAt: '2025-11-20T01:00:00Z',
    owed: 20,
    submitted: 18,
  },
];
const answers = {
  'Query.reportingRegimes': [madeRegime],
  'Query.periods': periods,
  'Query.punctuality': {
    __typename: 'Punctuality',
    periodFrom: '2025-11-14',
    periodTo: '2025-11-20',
    periodLabel: 'Tuần 14/11–20/11/2025',
    dueAt: '2025-11-20T01:00:00Z',
    owed: 20,
    submitted: 18,
    onTime: 17,
    accepted: 15,
    overdue: 2,
    regime: madeRegime,
    missing: [makeObligation({ id: 'o1', unit: madeUnits.home, state: 'OVERDUE' })],
  },
  'Query.reportObligations': {
    __typename: 'ReportObligationConnection',
    totalCount: 1,
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    nodes: [makeObligation({ id: 'o2', state: 'SUBMITTED_LATE', lateBySeconds: 300, report: makeReport() })],
  },
};

test('the page says x of y, names the missing, and how late the late are', async () => {
  renderPage(<PunctualityPage />, { at: '/reports/punctuality', path: 'reports/punctuality', answers });
  expect(await screen.findByText('Đã nộp 18/20 báo cáo, 17 đúng hạn.')).toBeTruthy();
  const missing = screen.getByRole('region', { name: 'Chưa nộp (1)' });
  expect(within(missing).getByRole('link', { name: 'Sở Nội vụ' })).toBeTruthy();
  const late = await screen.findByRole('region', { name: 'Nộp muộn (1)' });
  expect(within(late).getByText('muộn 5 phút')).toBeTruthy();
});

test('the reports of a period are added up and can be taken away as a document', async () => {
  renderPage(<ConsolidatedPage />, {
    at: '/reports/consolidated',
    path: 'reports/consolidated',
    answers: {
      ...answers,
      'Query.consolidated': {
        __typename: 'ConsolidatedReport',
        periodFrom: '2025-11-14',
        periodTo: '2025-11-20',
        periodLabel: 'Tuần 14/11–20/11/2025',
        owed: 20,
        submitted: 18,
        accepted: 15,
        documentUrl: '/files/reporting/exports/consolidated.docx?regimeId=regime-weekly&period=2025-11-14',
        regime: madeRegime,
        missingUnits: [madeUnits.home],
        totals: madeFigures,
        rows: [
          makeObligation({
            state: 'ACCEPTED',
            report: makeReport({ enteredInCentralSystemAt: '2025-11-20T03:00:00Z' }),
          }),
        ],
      },
    },
  });
  expect(await screen.findByRole('link', { name: 'Xuất .docx' })).toHaveProperty(
    'href',
    expect.stringContaining('consolidated.docx'),
  );
  const totals = screen.getByRole('region', { name: 'Số liệu tổng hợp' });
  expect(within(totals).getByRole('row', { name: /Nhiệm vụ được giao 12 12/ })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Chưa báo cáo (1)' }).textContent).toContain('Sở Nội vụ');
  expect(within(screen.getByRole('table', { name: 'Báo cáo của từng đơn vị' })).getByText('đã nhập')).toBeTruthy();
});
