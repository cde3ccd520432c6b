import { refuse } from '@lienthong/frontend-kit/testing/mocked-graph.ts';
import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madeUnits, makeReport, makeTask } from '../testing/make-task.ts';
import TaskDetailPage from './task-detail.page.tsx';

const science = madeUnits.science;

function open(task: ReturnType<typeof makeTask>, answers: Record<string, unknown> = {}, query = '') {
  const page = renderPage(<TaskDetailPage />, {
    at: `/tasks/${task.id}${query}`,
    path: 'tasks/:taskId',
    bloc: 'GOVERNMENT',
    unit: science,
    answers: { 'Query.task': task, ...answers },
  });
  const sent = (operation: string) => page.asked.filter((one) => one.operation === operation);
  return { ...page, user: userEvent.setup(), sent, input: (operation: string) => sent(operation)[0]?.variables.input };
}

test('a task says what it is, whose, until when in the words of the document, and what happened', async () => {
  open(
    makeTask({
      timeline: [
        {
          __typename: 'TimelineEntry',
          id: '1',
          at: '2025-07-01T01:00:00Z',
          kind: 'ISSUED',
          actorName: 'Ban Thường vụ',
          unitName: null,
          detail: null,
          report: null,
        },
        {
          __typename: 'TimelineEntry',
          id: '2',
          at: '2025-11-19T02:15:00Z',
          kind: 'REPORTED',
          actorName: 'Chuyên viên',
          unitName: 'Sở KH&CN',
          detail: null,
          report: makeReport(),
        },
      ],
      progressReports: {
        __typename: 'ProgressReportConnection',
        totalCount: 1,
        nodes: [
          makeReport({
            evidence: [
              {
                __typename: 'Evidence',
                id: 'e1',
                name: 'bien-ban.pdf',
                mediaType: 'application/pdf',
                size: 10,
                sha256: 'x',
                url: '/files/plans/evidence/e1',
                uploadedAt: '2025-11-19T02:15:00Z',
                uploadedBy: 'Chuyên viên',
              },
            ],
          }),
        ],
      },
    }),
  );
  expect(await screen.findByRole('heading', { level: 1, name: /Bảo đảm mạng truyền số liệu/ })).toBeTruthy();
  expect(screen.getByText('Trước ngày 15/7/2025')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Sở Khoa học và Công nghệ' })).toBeTruthy();
  const story = screen.getByRole('region', { name: 'Diễn biến' });
  const entries = within(story)
    .getAllByRole('listitem')
    .filter((item) => item.dataset.kind);
  expect(entries.map((entry) => entry.dataset.kind)).toEqual(['REPORTED', 'ISSUED']);
  expect(within(story).getByRole('link', { name: 'Tải xuống bien-ban.pdf' }).getAttribute('href')).toBe(
    '/files/plans/evidence/e1',
  );
});

test('whoever may read the task is told who works on it, by the name kept at assignment', async () => {
  const assignment = {
    __typename: 'Assignment',
    id: 'a1',
    personName: 'Chuyên viên – Sở Khoa học và Công nghệ',
    assignedBy: 'Giám đốc – Sở Khoa học và Công nghệ',
    assignedAt: '2025-07-02T02:00:00Z',
    note: null,
    endedAt: null,
  };
  open(makeTask({ assignments: [assignment] }));
  expect(await screen.findByText('Chuyên viên – Sở Khoa học và Công nghệ')).toBeTruthy();
});

test('of hundreds of units the first are shown, and all when they are wanted', async () => {
  const units = Array.from({ length: 166 }, (_, place) => {
    const name = `UBND xã ${place + 1}`;
    return { __typename: 'Unit', id: `38.${place}.ubnd`, name, shortName: name, nameEn: name };
  });
  const bearers = ({ first }: { first: number }) => units.slice(0, first);
  const { user, sent } = open(makeTask({ bearerCount: 166, bearers }));
  expect(await screen.findByRole('link', { name: 'UBND xã 20' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'UBND xã 21' })).toBeNull();
  expect(sent('TaskBearers')).toHaveLength(0);
  await user.click(screen.getByRole('button', { name: 'Xem cả 166 đơn vị' }));
  expect(await screen.findByRole('link', { name: 'UBND xã 166' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Xem cả/ })).toBeNull();
});

test('who may do nothing is offered nothing', async () => {
  open(makeTask());
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('heading', { name: 'Việc tiếp theo' })).toBeNull();
});

test('a progress report without a summary is not sent, and the field says why', async () => {
  const { user, sent } = open(makeTask({ permissions: ['reportProgress'] }));
  await user.click(await screen.findByRole('button', { name: 'Báo cáo tiến độ' }));
  await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  expect(await screen.findByRole('alert')).toHaveProperty(
    'textContent',
    expect.stringContaining('Chưa nhập: Kết quả thực hiện'),
  );
  expect(screen.getByLabelText(/Kết quả thực hiện/).getAttribute('aria-invalid')).toBe('true');
  expect(sent('ReportTaskProgress')).toHaveLength(0);
});

test('a double click sends one report', async () => {
  const { user, sent, input } = open(makeTask({ permissions: ['reportProgress'] }), {
    'Mutation.reportTaskProgress': { task: makeTask({ state: 'AWAITING_APPROVAL', version: 4 }) },
  });
  await user.click(await screen.findByRole('button', { name: 'Báo cáo tiến độ' }));
  await user.type(screen.getByLabelText(/Kết quả thực hiện/), 'Đã nối mạng 160 xã');
  await user.dblClick(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  await screen.findByText(/Đã lưu/);
  expect(sent('ReportTaskProgress')).toHaveLength(1);
  expect(input('ReportTaskProgress')).toMatchObject({
    taskId: 'th-285-kh-tu.17',
    expectedVersion: 3,
    percent: 60,
    summary: 'Đã nối mạng 160 xã',
    claimsCompletion: false,
    completedOn: null,
    idempotencyKey: expect.any(String),
  });
});

test('a refusal is shown at its field and nothing that was typed is lost', async () => {
  const { user } = open(makeTask({ permissions: ['reportProgress'] }), {
    'Mutation.reportTaskProgress': () =>
      refuse('INVALID', 'COMPLETED_BEFORE_THE_PLAN', 'Ngày hoàn thành trước ngày kế hoạch có hiệu lực.', {
        field: 'completedOn',
      }),
  });
  await user.click(await screen.findByRole('button', { name: 'Báo cáo tiến độ' }));
  await user.type(screen.getByLabelText(/Kết quả thực hiện/), 'Đã xong');
  await user.click(screen.getByLabelText('Đơn vị đã hoàn thành, đề nghị xác nhận'));
  await user.clear(screen.getByLabelText(/Ngày hoàn thành/));
  await user.type(screen.getByLabelText(/Ngày hoàn thành/), '1/6/2025');
  await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  const field = await screen.findByLabelText(/Ngày hoàn thành/);
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getAllByText('Ngày hoàn thành trước ngày kế hoạch có hiệu lực.').length).toBeGreaterThan(0);
  expect(screen.getByLabelText(/Kết quả thực hiện/)).toHaveProperty('value', 'Đã xong');
  expect(field).toHaveProperty('value', '1/6/2025');
});

test('a form that has gone stale keeps what was typed and is sent again on the new version', async () => {
  let version = 3;
  const { user, sent } = open(makeTask(), {
    'Query.task': () => makeTask({ permissions: ['reportProgress'], version }),
    'Mutation.reportTaskProgress': (_: unknown, { input }: { input: { expectedVersion: number } }) =>
      input.expectedVersion === version
        ? { task: makeTask({ version: version + 1 }) }
        : refuse('CONFLICT', 'STALE_VERSION', 'Người khác vừa sửa.'),
  });
  await user.click(await screen.findByRole('button', { name: 'Báo cáo tiến độ' }));
  await user.type(screen.getByLabelText(/Kết quả thực hiện/), 'Đã nối mạng');
  version = 4;
  await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  await user.click(await screen.findByRole('button', { name: 'Lấy bản mới, giữ phần đã nhập' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(screen.getByLabelText(/Kết quả thực hiện/)).toHaveProperty('value', 'Đã nối mạng');
  await user.click(screen.getByRole('button', { name: 'Gửi báo cáo' }));
  await screen.findByText(/Đã lưu/);
  expect(
    sent('ReportTaskProgress').map(({ variables }) => (variables.input as { expectedVersion: number }).expectedVersion),
  ).toEqual([3, 4]);
});

test('an officer of the lead unit is assigned', async () => {
  const { user, input } = open(makeTask({ permissions: ['assign'] }), {
    'Query.people': {
      nodes: [{ __typename: 'Person', id: 'p1', displayName: 'Chuyên viên – Sở Khoa học và Công nghệ' }],
    },
    'Mutation.assignTask': { task: makeTask({ version: 4 }) },
  });
  await user.click(await screen.findByRole('button', { name: 'Phân công cán bộ' }));
  await user.click(await screen.findByRole('combobox', { name: /Cán bộ/ }));
  await user.click(await screen.findByRole('option', { name: 'Chuyên viên – Sở Khoa học và Công nghệ' }));
  await user.click(screen.getByRole('button', { name: 'Phân công' }));
  await screen.findByText(/Đã lưu/);
  expect(input('AssignTask')).toMatchObject({ unitId: '38.skhcn', personId: 'p1', expectedVersion: 3, note: null });
});

test('the head of the unit reads the report and cannot return it without a reason', async () => {
  const { user, sent, input } = open(
    makeTask({
      permissions: ['approve', 'return'],
      progressReports: { __typename: 'ProgressReportConnection', totalCount: 1, nodes: [makeReport({ version: 2 })] },
    }),
    { 'Mutation.returnProgressReport': { task: makeTask({ state: 'RETURNED' }) } },
    '?act=return',
  );
  expect(await screen.findByText('Đã nối mạng 150 trên 166 xã, phường.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Trả lại' }));
  expect(await screen.findByRole('alert')).toHaveProperty('textContent', expect.stringContaining('Chưa nhập: Lý do'));
  expect(sent('ReturnProgressReport')).toHaveLength(0);
  await user.type(screen.getByLabelText(/Lý do/), 'Thiếu biên bản nghiệm thu');
  await user.click(screen.getByRole('button', { name: 'Trả lại' }));
  await screen.findByText(/Đã lưu/);
  expect(input('ReturnProgressReport')).toMatchObject({
    progressReportId: 'report-1',
    expectedVersion: 2,
    reason: 'Thiếu biên bản nghiệm thu',
  });
});

test('a following body confirms the claimed result it has read', async () => {
  const { user, input } = open(
    makeTask({
      permissions: ['confirm'],
      waitingResults: [
        makeReport({ state: 'APPROVED', claimsCompletion: true, completedOn: '2025-11-18', percent: 100 }),
      ],
    }),
    {
      'Mutation.confirmTaskResult': {
        task: makeTask({ state: 'COMPLETED', standing: 'COMPLETED_LATE', completedOn: '2025-11-18' }),
      },
    },
  );
  await user.click(await screen.findByRole('button', { name: 'Xác nhận kết quả' }));
  expect(screen.getByText('Đề nghị xác nhận hoàn thành ngày 18/11/2025')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Xác nhận kết quả' }));
  await screen.findByText(/Đã lưu/);
  expect(input('ConfirmTaskResult')).toMatchObject({
    taskId: 'th-285-kh-tu.17',
    expectedVersion: 3,
    progressReportId: 'report-1',
  });
});

test('a task outside one’s scope says so instead of failing', async () => {
  open(makeTask(), { 'Query.task': null });
  expect(await screen.findByRole('heading', { level: 1, name: 'Không tìm thấy nhiệm vụ này' })).toBeTruthy();
});
