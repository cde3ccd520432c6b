import { refuse } from '@lienthong/frontend-kit/testing/mocked-graph.ts';
import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { madeUnits } from '../testing/make-task.ts';
import QuarantinePage from './quarantine.page.tsx';

const held = (parts: Record<string, unknown> = {}) => ({
  __typename: 'QuarantinedDocument',
  id: 'held-1',
  version: 1,
  unit: { __typename: 'Unit', ...madeUnits.office },
  sentBy: 'Chuyên viên – Văn phòng Tỉnh ủy',
  sentAt: '2025-11-20T01:30:00Z',
  marking: 'MẬT',
  where: 'trang 1, dòng 3',
  sizeBytes: 51_200,
  releases: [],
  state: 'HELD',
  permissions: ['release'],
  ...parts,
});

function open(document: ReturnType<typeof held> | null, answers: Record<string, unknown> = {}) {
  const page = renderPage(<QuarantinePage />, {
    at: '/plans/quarantine',
    path: 'plans/quarantine',
    role: 'SECURITY_OFFICER',
    answers: {
      'Query.quarantinedDocuments': {
        totalCount: document ? 1 : 0,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        nodes: document ? [document] : [],
      },
      ...answers,
    },
  });
  const sent = () => page.asked.filter(({ operation }) => operation === 'ReleaseQuarantinedDocument');
  return { ...page, user: userEvent.setup(), sent };
}

const first = {
  __typename: 'QuarantineRelease',
  by: 'Cán bộ an toàn thông tin – Công an tỉnh',
  at: '2025-11-20T02:00:00Z',
  reason: 'Chữ “mật” nằm trong tên một nghị quyết.',
};

test('a held document tells its marking, where it stood, who sent it and when; never what it says', async () => {
  open(held());
  expect(await screen.findByRole('heading', { name: 'Dấu “MẬT”' })).toBeTruthy();
  expect(screen.getByText('Đang giữ lại')).toBeTruthy();
  expect(screen.getByText('trang 1, dòng 3')).toBeTruthy();
  expect(screen.getByText('Chuyên viên – Văn phòng Tỉnh ủy, 20/11/2025 08:30')).toBeTruthy();
  expect(screen.getByText('50 KB')).toBeTruthy();
});

test('nobody allows it without a reason', async () => {
  const { user, sent } = open(held());
  await user.click(await screen.findByRole('button', { name: 'Cho phép gửi lại…' }));
  await user.click(screen.getByRole('button', { name: 'Cho phép gửi lại' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Chưa nhập: Lý do cho phép');
  expect(sent()).toHaveLength(0);
});

test('the first of two persons gives a reason, and the page says that a second one is waited for', async () => {
  const { user, sent } = open(held(), {
    'Mutation.releaseQuarantinedDocument': { document: held({ version: 2, releases: [first], permissions: [] }) },
  });
  await user.click(await screen.findByRole('button', { name: 'Cho phép gửi lại…' }));
  await user.type(screen.getByLabelText(/Lý do cho phép/), 'Nhận nhầm');
  await user.click(screen.getByRole('button', { name: 'Cho phép gửi lại' }));
  expect(await screen.findByText('Chờ người thứ hai đồng ý')).toBeTruthy();
  expect(screen.getByText('Cán bộ an toàn thông tin – Công an tỉnh đồng ý cho gửi lại, 20/11/2025 09:00')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /gửi lại/ })).toBeNull();
  expect(sent()[0]?.variables.input).toMatchObject({ documentId: 'held-1', expectedVersion: 1, reason: 'Nhận nhầm' });
});

test('the second person sees who was first and why; who sent it is told that it may not be them', async () => {
  const { user } = open(held({ releases: [first] }), {
    'Mutation.releaseQuarantinedDocument': () =>
      refuse('FORBIDDEN', 'OWN_DOCUMENT', 'Người gửi không được tự cho phép gửi lại.'),
  });
  expect(await screen.findByText('Lý do: Chữ “mật” nằm trong tên một nghị quyết.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Đồng ý cho gửi lại…' }));
  await user.type(screen.getByLabelText(/Lý do cho phép/), 'Đồng ý');
  await user.click(screen.getByRole('button', { name: 'Cho phép gửi lại' }));
  expect(await screen.findByText('Người gửi không được tự cho phép gửi lại.')).toBeTruthy();
  await waitFor(() => expect(screen.getByLabelText(/Lý do cho phép/)).toHaveProperty('value', 'Đồng ý'));
});

test('who may only look is offered nothing, and an empty list says what would stand in it', async () => {
  const { unmount } = open(held({ permissions: [] }));
  await screen.findByRole('heading', { name: 'Dấu “MẬT”' });
  expect(screen.queryByRole('button')).toBeNull();
  unmount();
  open(null);
  expect(await screen.findByText('Không có tài liệu nào bị giữ lại')).toBeTruthy();
});
