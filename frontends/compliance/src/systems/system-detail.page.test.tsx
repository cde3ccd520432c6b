import { refuse } from '@lienthong/frontend-kit/testing/mocked-graph.ts';
import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madeUnits, makeCheck, makeDossier, makeRun, makeSystem } from '../testing/make-system.ts';
import SystemDetailPage from './system-detail.page.tsx';

function open(
  system: ReturnType<typeof makeSystem> | (() => unknown),
  answers: Record<string, unknown> = {},
  query = '',
) {
  const page = renderPage(<SystemDetailPage />, {
    at: `/compliance/systems/s1${query}`,
    path: 'compliance/systems/:systemId',
    bloc: 'GOVERNMENT',
    unit: madeUnits.police,
    answers: { 'Query.informationSystem': system, ...answers },
  });
  const sent = (operation: string) => page.asked.filter((one) => one.operation === operation);
  return { ...page, user: userEvent.setup(), sent, input: (operation: string) => sent(operation)[0]?.variables.input };
}

test('the way of a dossier is drawn as steps: what is passed, where it stands and until when', async () => {
  open(
    makeSystem({
      dossier: makeDossier({
        state: 'UNDER_APPRAISAL',
        stateName: 'Đang thẩm định',
        limit: {
          __typename: 'DossierLimit',
          days: 15,
          countsWorkingDays: false,
          dueOn: '2025-11-18',
          isOverdue: true,
          source: 'Nghị định 85/2016/NĐ-CP',
        },
      }),
    }),
  );
  const steps = await screen.findByRole('list', { name: 'Các bước của hồ sơ' });
  const here = within(steps)
    .getAllByRole('listitem')
    .find((item) => item.getAttribute('aria-current') === 'step');
  expect(here?.textContent).toContain('Thẩm định (đang ở bước này)');
  expect(within(steps).getByText(/Soạn thảo/).textContent).toContain('đã qua');
  expect(within(steps).getByText(/^Phê duyệt/).textContent).toContain('chưa đến');
  expect(screen.getByText(/Hạn xử lý: 18\/11\/2025 · quá hạn 2 ngày/)).toBeTruthy();
  expect(screen.getByText(/15 ngày theo Nghị định 85\/2016\/NĐ-CP/)).toBeTruthy();
});

test('a dossier is sent for appraisal once for a double click', async () => {
  const { user, sent, input } = open(makeSystem({ dossier: makeDossier({ nextSteps: ['SUBMIT'] }) }), {
    'Mutation.advanceDossier': { dossier: makeDossier({ state: 'SUBMITTED', version: 2 }), system: makeSystem() },
  });
  await user.click(await screen.findByRole('button', { name: 'Gửi thẩm định' }));
  await user.dblClick(screen.getByRole('button', { name: 'Gửi thẩm định' }));
  await screen.findByText(/Đã lưu/);
  expect(sent('AdvanceDossier')).toHaveLength(1);
  expect(input('AdvanceDossier')).toMatchObject({ dossierId: 'd1', expectedVersion: 1, step: 'SUBMIT', note: null });
});

test('a dossier is not sent back without a reason', async () => {
  const { user, sent } = open(makeSystem({ dossier: makeDossier({ state: 'SUBMITTED', nextSteps: ['RETURN'] }) }));
  await user.click(await screen.findByRole('button', { name: 'Trả lại để hoàn thiện' }));
  await user.click(screen.getByRole('button', { name: 'Trả lại để hoàn thiện' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Chưa nhập: Lý do');
  expect(sent('AdvanceDossier')).toHaveLength(0);
});

test('an approval needs number and date of the decision; a refusal stands at its field', async () => {
  const { user, input } = open(
    makeSystem({ dossier: makeDossier({ state: 'AWAITING_APPROVAL', nextSteps: ['APPROVE'] }) }),
    {
      'Mutation.advanceDossier': () =>
        refuse('INVALID', 'DECISION_IN_FUTURE', 'Ngày quyết định không được sau hôm nay.', { field: 'decisionOn' }),
    },
    '?step=APPROVE',
  );
  await user.type(await screen.findByLabelText(/Số quyết định/), '12/QĐ-UBND');
  const date = screen.getByLabelText(/Ngày quyết định/);
  await user.type(date, '1/12/2025');
  await user.click(screen.getByRole('button', { name: 'Ghi quyết định phê duyệt' }));
  await waitFor(() => expect(date.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByLabelText(/Số quyết định/)).toHaveProperty('value', '12/QĐ-UBND');
  expect(input('AdvanceDossier')).toMatchObject({ decisionNumber: '12/QĐ-UBND', decisionOn: '2025-12-01' });
});

test('a form that has gone stale keeps what was typed and is sent again on the new version', async () => {
  let version = 1;
  const { user, sent } = open(
    () => makeSystem({ dossier: makeDossier({ nextSteps: ['SUBMIT'], version }) }),
    {
      'Mutation.advanceDossier': (_: unknown, { input }: { input: { expectedVersion: number } }) =>
        input.expectedVersion === version
          ? { dossier: makeDossier({ version: version + 1 }), system: makeSystem() }
          : refuse('CONFLICT', 'STALE_VERSION', 'Người khác vừa sửa.'),
    },
    '?step=SUBMIT',
  );
  const note = await screen.findByLabelText('Ghi chú');
  await user.type(note, 'Kèm sơ đồ mạng');
  version = 2;
  await user.click(screen.getByRole('button', { name: 'Gửi thẩm định' }));
  await user.click(await screen.findByRole('button', { name: 'Lấy bản mới, giữ phần đã nhập' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(note).toHaveProperty('value', 'Kèm sơ đồ mạng');
  await user.click(screen.getByRole('button', { name: 'Gửi thẩm định' }));
  await screen.findByText(/Đã lưu/);
  const versions = sent('AdvanceDossier').map(
    ({ variables }) => (variables.input as { expectedVersion: number }).expectedVersion,
  );
  expect(versions).toEqual([1, 2]);
});

test('a check explains itself: what was seen, what should be, why it matters, what to do, and its evidence', async () => {
  open(makeSystem({ checks: [makeCheck({ isStale: true })] }));
  const check = await screen.findByRole('article', { name: 'Tiêu đề bảo mật' });
  for (const text of [
    'không có',
    'Strict-Transport-Security ít nhất 6 tháng',
    'Lần truy cập đầu có thể bị hạ xuống HTTP.',
    'Thêm tiêu đề Strict-Transport-Security.',
    'ab'.repeat(32),
    'HTTP/1.1 200 OK',
    'Kết quả quá hạn: cần kiểm tra lại sau mỗi 1 ngày',
  ]) {
    expect(within(check).getByText(text)).toBeTruthy();
  }
  expect(screen.getByText('1 không đạt, 0 chưa xác định, 1 quá hạn trên 1 phép kiểm tra')).toBeTruthy();
});

test('a run that was asked for shows that it waits, and its result appears by itself', async () => {
  let latestRun: unknown = makeRun();
  const { user, changed, input } = open(() => makeSystem({ checks: [makeCheck({ latestRun })] }), {
    'Mutation.runCheck': () => {
      latestRun = makeRun({
        id: 'r2',
        state: 'QUEUED',
        outcome: null,
        finishedAt: null,
        findings: [],
        evidenceSha256: null,
        evidenceText: null,
      });
      return { run: latestRun };
    },
  });
  const check = await screen.findByRole('article', { name: 'Tiêu đề bảo mật' });
  await user.click(within(check).getByRole('button', { name: /Chạy kiểm tra/ }));
  expect(await within(check).findByText('Đang chờ chạy')).toBeTruthy();
  expect(input('RunCheck')).toMatchObject({ checkId: 'c1' });
  latestRun = makeRun({ id: 'r2', outcome: 'PASS', findings: [] });
  changed('CheckRun', 'r2');
  expect((await within(check).findAllByText('Đạt')).length).toBeGreaterThan(0);
});

test('an unknown outcome says why and is never shown as passed', async () => {
  open(
    makeSystem({
      checks: [
        makeCheck({
          latestRun: makeRun({ id: 'r2', outcome: 'UNKNOWN', reason: 'Không kết nối được tới máy chủ.', findings: [] }),
        }),
      ],
    }),
  );
  const check = await screen.findByRole('article', { name: 'Tiêu đề bảo mật' });
  expect(within(check).getByText('Chưa xác định')).toBeTruthy();
  expect(within(check).getByText('Không kết nối được tới máy chủ.')).toBeTruthy();
});

test('a check is added with who allowed it and for how long', async () => {
  const { user, sent, input } = open(
    makeSystem({ permissions: ['addCheck'] }),
    { 'Mutation.addCheck': { check: makeCheck() } },
    '?add=check',
  );
  await user.click(await screen.findByRole('button', { name: 'Thêm phép kiểm tra' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Chưa nhập: Văn bản cho phép kiểm tra');
  expect(sent('AddCheck')).toHaveLength(0);
  await user.type(screen.getByLabelText(/Tên máy chủ hoặc địa chỉ/), 'mail.example');
  await user.type(screen.getByLabelText(/Văn bản cho phép kiểm tra/), 'Biên bản 12');
  await user.click(screen.getByRole('button', { name: 'Thêm phép kiểm tra' }));
  await screen.findByText(/Đã lưu/);
  expect(input('AddCheck')).toMatchObject({
    systemId: 's1',
    kind: 'TLS_CERTIFICATE',
    host: 'mail.example',
    port: 443,
    authorisedBy: 'Biên bản 12',
    authorisedFrom: '2025-11-20',
    authorisedTo: '2026-11-20',
  });
});

test('who may do nothing is offered nothing', async () => {
  open(makeSystem({ checks: [makeCheck({ permissions: [] })] }));
  await screen.findByRole('article', { name: 'Tiêu đề bảo mật' });
  for (const name of [/Chạy kiểm tra/, /Thêm phép kiểm tra/, /Sửa thông tin/, /Gửi thẩm định/]) {
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
});

test('while the units service is down the system is there without its owner’s name', async () => {
  open(makeSystem({ owner: null, supervisor: null }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Thư điện tử công vụ' })).toBeTruthy();
});
