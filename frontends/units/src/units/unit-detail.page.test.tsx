import { refuse } from '@lienthong/frontend-kit/testing/mocked-graph.ts';
import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madeUnits, makeUnit } from '../testing/make-unit.ts';
import UnitDetailPage from './unit-detail.page.tsx';

function open(unit: ReturnType<typeof makeUnit> | (() => unknown), answers: Record<string, unknown> = {}, query = '') {
  const page = renderPage(<UnitDetailPage />, {
    at: `/units/38.skhcn${query}`,
    path: 'units/:unitId',
    bloc: 'GOVERNMENT',
    unit: madeUnits.committee,
    answers: { 'Query.unit': unit, ...answers },
  });
  const sent = (operation: string) => page.asked.filter((one) => one.operation === operation);
  return { ...page, user: userEvent.setup(), sent, input: (operation: string) => sent(operation)[0]?.variables.input };
}

const membership = {
  __typename: 'Membership',
  id: 'm1',
  role: 'REPORTER',
  validFrom: '2025-07-01',
  validTo: null,
  person: { __typename: 'Person', id: 'p1', displayName: 'Chuyên viên – Sở Khoa học và Công nghệ' },
};

test('a unit says what it is, where it stands, who works there and what happened to it', async () => {
  open(
    makeUnit({
      people: [membership],
      predecessors: [madeUnits.home],
      history: [
        {
          __typename: 'UnitChange',
          on: '2025-03-01',
          kind: 'CREATED',
          detail: null,
          recordedAt: '2025-03-01T00:00:00Z',
          recordedBy: null,
        },
      ],
    }),
  );
  expect(await screen.findByRole('heading', { level: 1, name: 'Sở Khoa học và Công nghệ' })).toBeTruthy();
  const facts = screen.getByRole('region', { name: 'Thông tin đơn vị' });
  expect(within(facts).getByText('TH.SKHCN')).toBeTruthy();
  expect(within(facts).getByRole('link', { name: 'Sở Nội vụ' })).toBeTruthy();
  const people = screen.getByRole('region', { name: 'Người trong đơn vị' });
  expect(within(people).getByText(/Chuyên viên báo cáo, từ 01\/07\/2025/)).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Lịch sử' })).getByText(/Thành lập/)).toBeTruthy();
});

test('numbers of tasks lead to their rows', async () => {
  open(
    makeUnit({
      taskFigures: { ...makeUnit().taskFigures, total: 5, overdue: 2, completed: 3 },
      tasks: { __typename: 'TaskConnection', totalCount: 7, nodes: [] },
    }),
  );
  const tasks = await screen.findByRole('region', { name: 'Nhiệm vụ' });
  const late = await within(tasks).findByRole('link', { name: /2 quá hạn/ });
  expect(late.getAttribute('href')).toBe('/tasks?lead=38.skhcn&standing=OVERDUE');
});

test('while one service is down the other areas are there', async () => {
  open(makeUnit({ people: [membership] }), {
    'Query.unit': () => {
      const { taskFigures: _, tasks: __, ...unit } = makeUnit({ people: [membership] });
      return unit;
    },
    'Unit.taskFigures': () => refuse('INTERNAL', 'SUBGRAPH_UNAVAILABLE', '', { service: 'plans' }),
    'Unit.tasks': () => refuse('INTERNAL', 'SUBGRAPH_UNAVAILABLE', '', { service: 'plans' }),
  });
  const tasks = await screen.findByRole('region', { name: 'Nhiệm vụ' });
  expect(await within(tasks).findByText(/Chưa tải được phần:/)).toBeTruthy();
  expect(screen.getByText('Chuyên viên – Sở Khoa học và Công nghệ')).toBeTruthy();
  const reports = screen.getByRole('region', { name: 'Báo cáo phải nộp' });
  expect(await within(reports).findByText(/Không có báo cáo nào/)).toBeTruthy();
});

test('who may not keep the unit is offered nothing', async () => {
  open(makeUnit({ mayManage: false, people: [membership] }));
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('heading', { name: 'Quản trị đơn vị' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Thôi phân công/ })).toBeNull();
});

test('a unit below is added once for a double click, of the bloc of this one', async () => {
  const { user, sent, input } = open(makeUnit(), {
    'Mutation.createUnit': { unit: { ...madeUnits.home, id: '38.new', name: 'Phòng Chuyển đổi số' } },
  });
  await user.click(await screen.findByRole('button', { name: 'Thêm đơn vị trực thuộc' }));
  await user.click(screen.getByRole('button', { name: 'Thêm đơn vị' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Chưa nhập: Tên đầy đủ');
  await user.type(screen.getByLabelText(/Tên đầy đủ/), 'Phòng Chuyển đổi số');
  await user.type(screen.getByRole('textbox', { name: /Mã đơn vị/ }), 'TH.SKHCN.CDS');
  await user.dblClick(screen.getByRole('button', { name: 'Thêm đơn vị' }));
  await screen.findByText(/Đã lưu/);
  expect(sent('CreateUnit')).toHaveLength(1);
  expect(input('CreateUnit')).toMatchObject({
    name: 'Phòng Chuyển đổi số',
    code: 'TH.SKHCN.CDS',
    parentId: '38.skhcn',
    bloc: 'GOVERNMENT',
    tier: 'PROVINCE',
    kind: 'OFFICE',
    validFrom: '2025-11-20',
    idempotencyKey: expect.any(String),
  });
  expect(screen.getByRole('link', { name: 'Mở Phòng Chuyển đổi số' }).getAttribute('href')).toBe('/units/38.new');
});

test('a refusal stands at its field and nothing that was typed is lost', async () => {
  const { user } = open(
    makeUnit(),
    {
      'Mutation.createUnit': () =>
        refuse('CONFLICT', 'UNIT_CODE_TAKEN', 'Mã TH.X đang được một đơn vị khác sử dụng.', { field: 'code' }),
    },
    '?act=addChild',
  );
  await user.type(await screen.findByLabelText(/Tên đầy đủ/), 'Phòng Chuyển đổi số');
  const code = screen.getByRole('textbox', { name: /Mã đơn vị/ });
  await user.type(code, 'TH.X');
  await user.click(screen.getByRole('button', { name: 'Thêm đơn vị' }));
  await waitFor(() => expect(code.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByLabelText(/Tên đầy đủ/)).toHaveProperty('value', 'Phòng Chuyển đổi số');
});

test('a form that has gone stale keeps what was typed and is sent again on the new version', async () => {
  let version = 3;
  const { user, sent } = open(
    () => makeUnit({ version }),
    {
      'Mutation.renameUnit': (_: unknown, { input }: { input: { expectedVersion: number } }) =>
        input.expectedVersion === version
          ? { unit: makeUnit({ version: version + 1 }) }
          : refuse('CONFLICT', 'STALE_VERSION', 'Đã có thay đổi.'),
    },
    '?act=rename',
  );
  const name = await screen.findByRole('textbox', { name: /^Tên mới( \*)?$/ });
  version = 4;
  await user.clear(name);
  await user.type(name, 'Sở Khoa học');
  await user.click(screen.getByRole('button', { name: 'Đổi tên' }));
  await user.click(await screen.findByRole('button', { name: 'Lấy bản mới, giữ phần đã nhập' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(name).toHaveProperty('value', 'Sở Khoa học');
  await user.click(screen.getByRole('button', { name: 'Đổi tên' }));
  await screen.findByText(/Đã lưu/);
  expect(
    sent('RenameUnit').map(({ variables }) => (variables.input as { expectedVersion: number }).expectedVersion),
  ).toEqual([3, 4]);
});

test('a unit ends on a date with the successors that were searched for', async () => {
  const { user, input } = open(
    makeUnit(),
    {
      'Query.units': { nodes: [madeUnits.home, madeUnits.science] },
      'Mutation.endUnit': { unit: makeUnit({ validTo: '2025-11-30', version: 4 }) },
    },
    '?act=end',
  );
  const date = await screen.findByLabelText(/Ngày đầu tiên không còn hoạt động/);
  await user.clear(date);
  await user.type(date, '30/11/2025');
  await user.type(screen.getByRole('combobox', { name: /Đơn vị kế thừa/ }), 'noi vu');
  await user.click(await screen.findByText('Sở Nội vụ'));
  expect(screen.queryByRole('option', { name: 'Sở Khoa học và Công nghệ' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Kết thúc hoạt động' }));
  await waitFor(() =>
    expect(input('EndUnit')).toMatchObject({ on: '2025-11-30', successorIds: ['38.snv'], expectedVersion: 3 }),
  );
});

test('what has ended says since when and who follows, and is kept as it is', async () => {
  open(
    makeUnit({
      validTo: '2025-11-01',
      ancestors: [],
      successors: [{ __typename: 'UnitSuccession', on: '2025-11-01', successor: madeUnits.home }],
    }),
  );
  expect(await screen.findByText('Đã kết thúc hoạt động từ ngày 01/11/2025')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Sở Nội vụ' }).getAttribute('href')).toBe('/units/38.snv');
  expect(screen.queryByRole('button', { name: 'Kết thúc hoạt động' })).toBeNull();
  expect(await screen.findByText(/nhiệm vụ còn lại do đơn vị kế thừa/)).toBeTruthy();
});

test('a role is given to somebody new with the identifier of the sign-in system', async () => {
  const { user, input } = open(
    makeUnit(),
    { 'Mutation.grantMembership': { membership }, 'Query.people': { nodes: [] } },
    '?act=grant',
  );
  await user.click(await screen.findByLabelText('Người mới'));
  await user.type(screen.getByLabelText(/Tên hiển thị/), 'Chuyên viên – Sở Khoa học và Công nghệ');
  await user.type(screen.getByLabelText(/Mã tài khoản đăng nhập/), 'skhcn-moi');
  await user.click(screen.getByRole('button', { name: 'Phân công' }));
  await screen.findByText(/Đã lưu/);
  expect(input('GrantMembership')).toMatchObject({
    unitId: '38.skhcn',
    role: 'REPORTER',
    validFrom: '2025-11-20',
    newPerson: { displayName: 'Chuyên viên – Sở Khoa học và Công nghệ', subject: 'skhcn-moi' },
  });
});

test('a role ends on a date', async () => {
  const { user, input } = open(makeUnit({ people: [membership] }), { 'Mutation.endMembership': { membership } });
  await user.click(await screen.findByRole('button', { name: /Thôi phân công Chuyên viên/ }));
  await user.click(screen.getByRole('button', { name: 'Thôi phân công' }));
  await screen.findByText(/Đã lưu/);
  expect(input('EndMembership')).toMatchObject({ membershipId: 'm1', on: '2025-11-20' });
});

test('the page shows the latest failing checks of its systems with their evidence', async () => {
  open(
    makeUnit({
      complianceFigures: {
        __typename: 'ComplianceFigures',
        systems: 1,
        approvedDossiers: 0,
        failedChecks: 1,
        unknownChecks: 0,
        staleChecks: 0,
      },
      systems: {
        __typename: 'InformationSystemConnection',
        totalCount: 1,
        nodes: [
          {
            __typename: 'InformationSystem',
            id: 's1',
            code: 'THU',
            name: 'Thư điện tử công vụ',
            nameEn: 'Mail',
            level: 2,
            dossier: null,
            checks: [
              {
                __typename: 'ComplianceCheck',
                id: 'c1',
                kindName: 'Tiêu đề bảo mật',
                isStale: false,
                latestRun: {
                  __typename: 'CheckRun',
                  id: 'r1',
                  state: 'FINISHED',
                  outcome: 'FAIL',
                  reason: null,
                  startedAt: '2025-11-19T02:00:00Z',
                  finishedAt: '2025-11-19T02:00:01Z',
                  evidenceSha256: 'ab'.repeat(32),
                  evidenceText: 'HTTP/1.1 200 OK',
                  findings: [
                    {
                      __typename: 'CheckFinding',
                      code: 'HSTS',
                      outcome: 'FAIL',
                      seen: '',
                      expected: 'Strict-Transport-Security ít nhất 6 tháng',
                      whatToDo: 'Thêm Strict-Transport-Security.',
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    }),
  );
  const system = await screen.findByRole('article', { name: 'Thư điện tử công vụ' });
  expect(within(system).getByText('Không đạt')).toBeTruthy();
  expect(within(system).getByText(/Thực tế: không có\. Yêu cầu: Strict-Transport-Security/)).toBeTruthy();
  expect(within(system).getByText('ab'.repeat(32))).toBeTruthy();
  expect(within(system).getByText('HTTP/1.1 200 OK')).toBeTruthy();
});
