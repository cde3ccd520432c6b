import { refuse } from '@lienthong/frontend-kit/testing/mocked-graph.ts';
import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madeDraft, makeObligation, makeReport } from '../testing/make-obligation.ts';
import ReportFormPage from './report-form.page.tsx';

function open(obligation: ReturnType<typeof makeObligation> | (() => unknown), answers: Record<string, unknown> = {}) {
  const page = renderPage(<ReportFormPage />, {
    at: '/reports/obligations/obligation-1',
    path: 'reports/obligations/:obligationId',
    answers: { 'Query.reportObligation': obligation, 'Query.reportDraft': madeDraft, ...answers },
  });
  const sent = (operation: string) =>
    page.asked
      .filter((one) => one.operation === operation)
      .map(({ variables }) => variables.input as Record<string, unknown>);
  return { ...page, sent, user: userEvent.setup() };
}

const mine = makeObligation({ permissions: ['submit', 'saveDraft'] });

test('the form reads like the paper one and says where each figure comes from', async () => {
  open(mine);
  expect(await screen.findByRole('heading', { level: 1, name: /Báo cáo tuần/ })).toBeTruthy();
  expect(screen.getByText('Kính gửi').nextSibling?.textContent).toBe('Văn phòng Tỉnh ủy');
  expect(screen.getByText('hằng tuần, trước 08:00 thứ Năm')).toBeTruthy();
  const total = (await screen.findByLabelText('Nhiệm vụ được giao')).closest('li') as HTMLElement;
  expect(within(total).getByLabelText('Nhiệm vụ được giao')).toHaveProperty('value', '12');
  expect(within(total).getByText('từ nhiệm vụ: 12')).toBeTruthy();
  const typed = screen.getByLabelText('Văn bản chỉ đạo đã ban hành').closest('li') as HTMLElement;
  expect(within(typed).getByText('đơn vị tự nhập')).toBeTruthy();
});

test('a figure that differs from the tasks is marked and can be taken back', async () => {
  const { user } = open(mine);
  const late = await screen.findByLabelText('Quá hạn chưa xong');
  await user.clear(late);
  await user.type(late, '3');
  expect(await screen.findByText(/khác số từ nhiệm vụ/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Lấy lại số 2' }));
  expect(late).toHaveProperty('value', '2');
});

test('a report without its result is not handed in', async () => {
  const { user, sent } = open(mine);
  await user.click(await screen.findByRole('button', { name: 'Nộp báo cáo' }));
  expect(await screen.findByRole('alert')).toHaveProperty(
    'textContent',
    expect.stringContaining('Chưa nhập kết quả thực hiện'),
  );
  expect(sent('SubmitReport')).toHaveLength(0);
});

test('a double click hands in one report', async () => {
  const { user, sent } = open(mine, {
    'Mutation.submitReport': {
      report: makeReport(),
      obligation: makeObligation({ state: 'SUBMITTED', permissions: [] }),
    },
  });
  await user.type(await screen.findByLabelText(/Kết quả thực hiện/), 'Đã xong 8 việc');
  await user.dblClick(screen.getByRole('button', { name: 'Nộp báo cáo' }));
  await screen.findByText(/Đã nộp báo cáo/);
  expect(sent('SubmitReport')).toHaveLength(1);
  expect(sent('SubmitReport')[0]).toMatchObject({
    obligationId: 'obligation-1',
    expectedVersion: null,
    summary: 'Đã xong 8 việc',
    taskIds: ['th-285-kh-tu.17'],
    idempotencyKey: expect.any(String),
  });
});

test('a refused figure is shown at its field and what was typed stays', async () => {
  const { user } = open(mine, {
    'Mutation.submitReport': () =>
      refuse('INVALID', 'FIGURE_NOT_A_COUNT', 'Số liệu phải là số nguyên từ 0 trở lên.', { field: 'figures.1.value' }),
  });
  await user.type(await screen.findByLabelText(/Kết quả thực hiện/), 'Đã xong');
  await user.click(screen.getByRole('button', { name: 'Nộp báo cáo' }));
  await waitFor(() => expect(screen.getByLabelText('Quá hạn chưa xong').getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByLabelText(/Kết quả thực hiện/)).toHaveProperty('value', 'Đã xong');
});

test('a saved draft goes on from the version that was saved', async () => {
  const { user, sent } = open(mine, {
    'Mutation.saveReportDraft': {
      report: makeReport({ state: 'DRAFT', version: 1 }),
      obligation: makeObligation({ permissions: ['submit', 'saveDraft'] }),
    },
    'Mutation.submitReport': { report: makeReport(), obligation: makeObligation({ state: 'SUBMITTED' }) },
  });
  await user.type(await screen.findByLabelText(/Kết quả thực hiện/), 'Đang viết');
  await user.click(screen.getByRole('button', { name: 'Lưu nháp' }));
  await screen.findByText(/Đã lưu nháp/);
  await user.click(screen.getByRole('button', { name: 'Nộp báo cáo' }));
  await screen.findByText(/Đã nộp báo cáo/);
  expect(sent('SubmitReport')[0]).toMatchObject({ expectedVersion: 1, summary: 'Đang viết' });
});

test('a report a colleague has handed in meanwhile is refused without losing what was typed', async () => {
  const { user } = open(mine, {
    'Mutation.submitReport': () => refuse('CONFLICT', 'REPORT_EXISTS', 'Kỳ này đơn vị đã nộp báo cáo.'),
  });
  await user.type(await screen.findByLabelText(/Kết quả thực hiện/), 'Bản thứ hai');
  await user.click(screen.getByRole('button', { name: 'Nộp báo cáo' }));
  expect(await screen.findByText('Kỳ này đơn vị đã nộp báo cáo.')).toBeTruthy();
  expect(screen.getByLabelText(/Kết quả thực hiện/)).toHaveProperty('value', 'Bản thứ hai');
});

test('the recipient reads the report and returns it with a reason only', async () => {
  const { user, sent } = open(
    makeObligation({ state: 'SUBMITTED', permissions: ['accept', 'return'], report: makeReport() }),
    {
      'Mutation.returnReport': {
        report: makeReport({ state: 'RETURNED', reason: 'Thiếu số liệu' }),
        obligation: makeObligation({ state: 'RETURNED' }),
      },
    },
  );
  expect(await screen.findByText('Đã hoàn thành 8 trên 12 nhiệm vụ.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Trả lại' }));
  await user.click(screen.getByRole('button', { name: 'Trả lại' }));
  expect(await screen.findByRole('alert')).toHaveProperty(
    'textContent',
    expect.stringContaining('Chưa nhập lý do trả lại'),
  );
  expect(sent('ReturnReport')).toHaveLength(0);
  await user.type(screen.getByLabelText(/Lý do trả lại/), 'Thiếu số liệu');
  await user.click(screen.getByRole('button', { name: 'Trả lại' }));
  await waitFor(() =>
    expect(sent('ReturnReport')[0]).toMatchObject({
      reportId: 'report-1',
      expectedVersion: 2,
      reason: 'Thiếu số liệu',
    }),
  );
});

test('the recipient accepts and marks it as entered in the central system', async () => {
  const accepted = makeObligation({ state: 'ACCEPTED', permissions: ['markEnteredInCentralSystem'] });
  const { user, sent } = open(
    makeObligation({ state: 'SUBMITTED', permissions: ['accept', 'return'], report: makeReport() }),
    {
      'Mutation.acceptReport': { report: makeReport({ state: 'ACCEPTED', version: 3 }), obligation: accepted },
      'Mutation.markEnteredInCentralSystem': {
        report: makeReport({
          state: 'ACCEPTED',
          version: 4,
          enteredInCentralSystemBy: 'Chuyên viên VP Tỉnh ủy',
          enteredInCentralSystemAt: '2025-11-20T03:00:00Z',
          obligation: { ...accepted, permissions: [] },
        }),
      },
    },
  );
  await user.click(await screen.findByRole('button', { name: 'Tiếp nhận' }));
  await user.click(await screen.findByRole('button', { name: 'Ghi là đã nhập hệ thống Trung ương' }));
  expect(await screen.findByText(/ghi đã nhập hệ thống Trung ương lúc 20\/11\/2025 10:00/)).toBeTruthy();
  expect(sent('MarkEnteredInCentralSystem')[0]).toMatchObject({ expectedVersion: 3 });
});

test('a returned report says why, and every handing in is kept', async () => {
  open(
    makeObligation({
      state: 'RETURNED',
      report: makeReport({
        state: 'RETURNED',
        reason: 'Thiếu số liệu',
        submissions: [
          {
            __typename: 'ReportSubmission',
            number: 1,
            submittedBy: 'Chuyên viên',
            submittedAt: '2025-11-20T00:30:00Z',
            decidedBy: 'VP Tỉnh ủy',
            decidedAt: '2025-11-20T02:00:00Z',
            reason: 'Thiếu số liệu',
            summary: 'x',
          },
        ],
      }),
    }),
  );
  expect(await screen.findByText('Báo cáo bị trả lại: Thiếu số liệu')).toBeTruthy();
  const history = screen.getByRole('region', { name: 'Các lần nộp' });
  expect(within(history).getByText('VP Tỉnh ủy trả lại lúc 20/11/2025 09:00')).toBeTruthy();
});
