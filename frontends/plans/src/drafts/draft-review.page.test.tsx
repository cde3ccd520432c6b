import { refuse } from '@lienthong/frontend-kit/testing/mocked-graph.ts';
import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test } from 'vitest';
import { madeDoubts, makeDraft, makeDraftRow, makeDraftRows } from '../testing/make-draft.ts';
import DraftReviewPage from './draft-review.page.tsx';

// Wide enough for both panes.
beforeAll(() => Object.assign(window, { innerWidth: 1440 }));

type Made = ReturnType<typeof makeDraft>;
type Input = Record<string, unknown> & { rowId: string; expectedVersion: number };

/** A review over a draft that really changes: what is stored is what the next question is answered with. */
function open(
  parts: Record<string, unknown> = {},
  answers: (held: { draft: Made }) => Record<string, unknown> = () => ({}),
) {
  const held = { draft: makeDraft(parts) };
  const page = renderPage(<DraftReviewPage />, {
    at: '/plans/drafts/draft-1',
    path: 'plans/drafts/:draftId',
    answers: { 'Query.planDraft': () => held.draft, ...answers(held) },
  });
  const sent = (operation: string) => page.asked.filter((one) => one.operation === operation);
  return {
    ...page,
    held,
    user: userEvent.setup(),
    sent,
    input: (operation: string) => sent(operation).at(-1)?.variables.input as Record<string, unknown>,
  };
}

const withRow = (draft: Made, id: string, change: (row: Made['rows'][number]) => object): Made =>
  makeDraft({ ...draft, rows: draft.rows.map((row) => (row.id === id ? { ...row, ...change(row) } : row)) });

const settling = (held: { draft: Made }) => ({
  'Mutation.correctDraftRow': (_: unknown, { input }: { input: Input & { settle: string[] } }) => {
    held.draft = withRow(held.draft, input.rowId, (row) => ({
      version: row.version + 1,
      settled: input.settle,
      doubts: (row.doubts as (typeof madeDoubts.lead)[]).filter(({ field }) => !input.settle.includes(field)),
    }));
    return { draft: held.draft, row: held.draft.rows.find(({ id }) => id === input.rowId) };
  },
});

const places = () => screen.getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent);
const row = (place: number) => screen.getByRole('article', { name: `Dòng ${place}` });

test('rows with doubts come first, with how many are left; the order of the document is one click away', async () => {
  const { user } = open();
  await screen.findByRole('heading', { level: 1, name: '285-KH/TU' });
  expect(places()).toEqual(['Dòng 3', 'Dòng 4', 'Dòng 1', 'Dòng 2']);
  expect(screen.getByText('Còn 3 chỗ cần xem')).toBeTruthy();
  expect(within(row(3)).getByText('Chưa chắc “Sở KHCN và MT” là đơn vị nào.')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Theo thứ tự văn bản' }));
  expect(places()).toEqual(['Dòng 1', 'Dòng 2', 'Dòng 3', 'Dòng 4']);
});

test('a doubt is settled with one button, and the next one gets the focus', async () => {
  const { user, input } = open({}, settling);
  await user.click(await screen.findByRole('button', { name: 'Đúng rồi: chủ trì của dòng 3' }));
  expect(await screen.findByText('Còn 2 chỗ cần xem')).toBeTruthy();
  expect(input('CorrectDraftRow')).toEqual({
    rowId: 'row-3',
    expectedVersion: 1,
    settle: ['LEADS'],
    idempotencyKey: expect.any(String),
  });
  await waitFor(() => expect(document.activeElement?.id).toBe('doubt-row-3-DEADLINE'));
  await user.click(screen.getByRole('button', { name: 'Đúng rồi: thời hạn của dòng 3' }));
  await waitFor(() => expect(document.activeElement?.id).toBe('doubt-row-4-DEADLINE'));
  expect(input('CorrectDraftRow')).toMatchObject({ rowId: 'row-3', expectedVersion: 2 });
  // What was settled stays where it was.
  expect(places()).toEqual(['Dòng 3', 'Dòng 4', 'Dòng 1', 'Dòng 2']);
  await user.click(screen.getByRole('button', { name: 'Đúng rồi: thời hạn của dòng 4' }));
  expect(await screen.findByText('Không còn chỗ nào cần xem')).toBeTruthy();
  expect(screen.getByText(/Đã lưu/)).toBeTruthy();
});

test('the keyboard goes from doubt to doubt', async () => {
  const { user } = open();
  await screen.findByText('Còn 3 chỗ cần xem');
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(document.activeElement?.id).toBe('doubt-row-3-LEADS'));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(document.activeElement?.id).toBe('doubt-row-4-DEADLINE'));
});

test('the words from which a field was read are marked in the document, and a line leads to its row', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Xem dòng nhiệm vụ 2' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Dòng 2'));
  const lines = screen.getByRole('region', { name: 'Nội dung văn bản' });
  expect(within(lines).getByText('Sở Nội vụ').tagName).toBe('MARK');
  await user.click(within(row(3)).getByRole('button', { name: 'Chủ trì: xem trong văn bản' }));
  expect(within(lines).getByText('Sở KHCN và MT').tagName).toBe('MARK');
  expect(within(lines).getByText('Sở Nội vụ').tagName).not.toBe('MARK');
});

test('a unit is found by words of its name and takes the place of the words that named none', async () => {
  const unit = {
    __typename: 'Unit',
    id: '38.snnmt',
    name: 'Sở Nông nghiệp và Môi trường',
    shortName: 'Sở NN&MT',
    nameEn: '',
  };
  const { user, input, sent } = open({}, () => ({
    'Query.units': { nodes: [unit] },
    'Query.unitGroups': [],
    'Mutation.correctDraftRow': { draft: makeDraft(), row: makeDraftRow({ id: 'row-3' }) },
  }));
  await user.click(await screen.findByRole('button', { name: 'Sửa chủ trì của dòng 3' }));
  const field = await screen.findByRole('combobox', { name: 'Chủ trì' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard('{Backspace}');
  await user.type(field, 'nong');
  await user.click(await screen.findByRole('option', { name: 'Sở Nông nghiệp và Môi trường' }));
  await user.click(screen.getByRole('button', { name: 'Lưu dòng 3' }));
  await waitFor(() => expect(sent('CorrectDraftRow')).toHaveLength(1));
  expect(input('CorrectDraftRow')).toEqual({
    rowId: 'row-3',
    expectedVersion: 1,
    leads: [{ unitId: '38.snnmt', scope: null }],
    idempotencyKey: expect.any(String),
  });
});

test('a deadline typed anew is read by the service; a kind can be said instead', async () => {
  const { user, input, sent } = open({}, () => ({
    'Mutation.correctDraftRow': { draft: makeDraft(), row: makeDraftRow({ id: 'row-4' }) },
  }));
  await user.click(await screen.findByRole('button', { name: 'Sửa thời hạn của dòng 4' }));
  const field = await screen.findByLabelText('Thời hạn, ghi như văn bản');
  await user.clear(field);
  await user.type(field, 'Quý IV/2025');
  await user.click(screen.getByRole('button', { name: 'Lưu dòng 4' }));
  await waitFor(() => expect(sent('CorrectDraftRow')).toHaveLength(1));
  expect(input('CorrectDraftRow').deadline).toEqual({
    text: 'Quý IV/2025',
    kind: null,
    startsOn: null,
    dueOn: null,
    cadence: null,
    thenOngoing: false,
  });
});

test('a row that a colleague corrected meanwhile keeps what was typed, and shows what the colleague wrote', async () => {
  const theirs = 'Ban hành quy chế khai thác dữ liệu dùng chung';
  const { user, held, sent } = open({}, (at) => ({
    'Mutation.correctDraftRow': (_: unknown, { input }: { input: Input }) => {
      const now = at.draft.rows.find(({ id }) => id === input.rowId);
      if (input.expectedVersion !== now?.version) refuse('CONFLICT', 'STALE_VERSION', 'Người khác vừa sửa.');
      return { draft: at.draft, row: now };
    },
  }));
  await user.click(await screen.findByRole('button', { name: 'Sửa dòng 1' }));
  const field = await screen.findByRole('textbox', { name: /^Nội dung/ });
  await user.clear(field);
  await user.type(field, 'Của tôi');
  held.draft = withRow(held.draft, 'row-1', () => ({ version: 2, content: theirs }));
  await user.click(screen.getByRole('button', { name: 'Lưu dòng 1' }));
  await user.click(await screen.findByRole('button', { name: 'Lấy bản mới, giữ phần đã nhập' }));
  expect(await screen.findByText(`Đồng nghiệp vừa sửa thành: ${theirs}`)).toBeTruthy();
  expect(screen.getByRole('textbox', { name: /^Nội dung/ })).toHaveProperty('value', 'Của tôi');
  await user.click(screen.getByRole('button', { name: 'Lưu dòng 1' }));
  await waitFor(() => expect(sent('CorrectDraftRow')).toHaveLength(2));
  expect(sent('CorrectDraftRow').map(({ variables }) => (variables.input as Input).expectedVersion)).toEqual([1, 2]);
});

test('what a colleague corrects appears without a reload', async () => {
  const { held, changed } = open();
  await screen.findByText('Còn 3 chỗ cần xem');
  held.draft = withRow(held.draft, 'row-1', () => ({ version: 2, content: 'Nội dung đồng nghiệp vừa sửa' }));
  changed('PlanDraft', 'draft-1');
  expect((await screen.findAllByText('Nội dung đồng nghiệp vừa sửa')).length).toBeGreaterThan(0);
});

test('a row is split where its sentences end', async () => {
  const { user, input } = open({}, (held) => ({
    'Mutation.splitDraftRow': (_: unknown, { input: given }: { input: Input }) => {
      const [one, two, ...rest] = makeDraftRows();
      const second = makeDraftRow({ id: 'row-2b', place: 3, content: given.secondContent, lines: [3] });
      held.draft = makeDraft({ rows: [one, { ...two, content: given.firstContent }, second, ...rest] });
      return { draft: held.draft, row: held.draft.rows[1], secondRow: second };
    },
  }));
  await user.click(await screen.findByRole('button', { name: 'Việc khác với dòng 2' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Tách thành hai dòng' }));
  expect(await screen.findByLabelText(/Dòng thứ hai/)).toHaveProperty(
    'value',
    'Đào tạo cán bộ xã sử dụng đường truyền.',
  );
  await user.click(screen.getByRole('button', { name: 'Tách' }));
  expect(await screen.findByText('Đào tạo cán bộ xã sử dụng đường truyền.')).toBeTruthy();
  expect(input('SplitDraftRow')).toMatchObject({
    rowId: 'row-2',
    expectedVersion: 1,
    firstContent: 'Lắp đặt đường truyền tới xã.',
    secondContent: 'Đào tạo cán bộ xã sử dụng đường truyền.',
  });
});

test('a row is joined with the next one in the document, and the last change is taken back with its name', async () => {
  const { user, input, held, sent } = open({}, (at) => ({
    'Mutation.joinDraftRows': () => {
      const [one, two, ...rest] = makeDraftRows();
      at.draft = makeDraft({
        rows: [
          { ...one, content: `${one?.content} ${two?.content}` },
          ...rest.map((next, place) => ({ ...next, place: place + 2 })),
        ],
        lastChange: {
          __typename: 'DraftChange',
          id: 'change-9',
          kind: 'JOIN',
          by: 'Chuyên viên – Văn phòng Tỉnh ủy',
          at: '2025-11-20T03:00:00Z',
          rowId: 'row-1',
        },
      });
      return { draft: at.draft, row: at.draft.rows[0] };
    },
    'Mutation.undoDraftChange': () => {
      at.draft = makeDraft();
      return { draft: at.draft, row: at.draft.rows[0] };
    },
  }));
  await user.click(await screen.findByRole('button', { name: 'Việc khác với dòng 1' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Ghép với dòng sau' }));
  expect(
    await screen.findByText(/Gần nhất: ghép vào dòng 1 · Chuyên viên – Văn phòng Tỉnh ủy, 20\/11\/2025 10:00/),
  ).toBeTruthy();
  expect(input('JoinDraftRows')).toMatchObject({
    rowId: 'row-1',
    expectedVersion: 1,
    nextRowId: 'row-2',
    nextExpectedVersion: 1,
  });
  expect(held.draft.rows).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Hoàn tác' }));
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(4));
  expect(sent('UndoDraftChange')).toHaveLength(1);
  expect(input('UndoDraftChange')).toMatchObject({ draftId: 'draft-1', changeId: 'change-9' });
});

test('a document with doubts cannot be confirmed, and the bar leads to the first one', async () => {
  const { user } = open();
  expect(await screen.findByText('Tạo kế hoạch 285-KH/TU với 4 nhiệm vụ.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Xác nhận…' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'còn 3 chỗ cần xem' }));
  await waitFor(() => expect(document.activeElement?.id).toBe('doubt-row-3-LEADS'));
});

test('what the document lacks is named, and typed where it is missing', async () => {
  const { user, input } = open({ number: null, rows: [makeDraftRow()] }, (held) => ({
    'Mutation.correctPlanDraft': (_: unknown, { input: given }: { input: Input }) => {
      held.draft = makeDraft({ rows: [makeDraftRow()], number: given.number });
      return { draft: held.draft };
    },
  }));
  expect(await screen.findByRole('button', { name: 'thiếu số, ký hiệu' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Sửa thông tin văn bản' }));
  await user.type(await screen.findByLabelText('Số, ký hiệu'), '285-KH/TU');
  await user.click(screen.getByRole('button', { name: 'Lưu thông tin' }));
  expect(await screen.findByText('Tạo kế hoạch 285-KH/TU với 1 nhiệm vụ.')).toBeTruthy();
  expect(input('CorrectPlanDraft')).toEqual({
    draftId: 'draft-1',
    expectedVersion: 7,
    number: '285-KH/TU',
    idempotencyKey: expect.any(String),
  });
});

test('confirming says what it does, asks once, and leads to the plan', async () => {
  const { user, input, router } = open({ rows: [makeDraftRow()] }, () => ({
    'Mutation.confirmPlanDraft': {
      draft: makeDraft({ state: 'CONFIRMED' }),
      plan: { __typename: 'Plan', id: '38-285-kh-tu' },
    },
  }));
  await user.click(await screen.findByRole('button', { name: 'Xác nhận…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Xác nhận văn bản' });
  expect(within(dialog).getByText('Tạo kế hoạch 285-KH/TU với 1 nhiệm vụ.')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Xác nhận' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/plans/38-285-kh-tu'));
  expect(input('ConfirmPlanDraft')).toMatchObject({ draftId: 'draft-1', expectedVersion: 7 });
});

const plan = {
  __typename: 'Plan',
  id: 'th-285-kh-tu',
  number: '285-KH/TU',
  kind: 'PLAN',
  title: 'Kế hoạch',
  titleEn: 'Plan',
};

test('for a plan that is there already exactly the differences are shown', async () => {
  const task = {
    __typename: 'Task',
    id: 'th-285-kh-tu.1',
    title: 'Ban hành quy chế quản lý dữ liệu dùng chung của tỉnh',
    leads: [],
    coordinators: [],
    deadline: { ...makeDraftRow().deadline, text: 'Trước ngày 1/8/2025', dueOn: '2025-07-31' },
  };
  const { user } = open({
    plan,
    differences: { __typename: 'DraftDifferences', same: 0, changed: 1, added: 0, removed: [], completed: [] },
    rows: [makeDraftRow({ difference: { __typename: 'RowDifference', kind: 'CHANGED', fields: ['DEADLINE'], task } })],
  });
  expect(await screen.findByText('Kế hoạch 285-KH/TU đã có: thay đổi 1, thêm 0, bỏ 0 nhiệm vụ.')).toBeTruthy();
  expect(within(row(1)).getByText('thay đổi: thời hạn')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Xem các khác biệt' }));
  const dialog = await screen.findByRole('dialog', { name: 'Khác biệt so với kế hoạch 285-KH/TU' });
  expect(
    within(dialog).getByText(/Hiện nay: Trước ngày 1\/8\/2025 · Trước một ngày · hạn cuối 31\/07\/2025/),
  ).toBeTruthy();
  expect(within(dialog).getByText(/Văn bản mới: Trước ngày 15\/7\/2025/)).toBeTruthy();
});

test('a document that changes nothing says so and offers no confirmation', async () => {
  open({
    plan,
    differences: { __typename: 'DraftDifferences', same: 1, changed: 0, added: 0, removed: [], completed: [] },
    rows: [makeDraftRow({ difference: { __typename: 'RowDifference', kind: 'SAME', fields: [], task: null } })],
  });
  expect(await screen.findByText('Không có gì khác với kế hoạch 285-KH/TU đã có (1 nhiệm vụ).')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Xác nhận…' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Mở kế hoạch 285-KH/TU' }).getAttribute('href')).toBe('/plans/th-285-kh-tu');
});

test('a draft is thrown away only after a question', async () => {
  const { user, sent, router } = open({}, () => ({
    'Mutation.discardPlanDraft': { draft: makeDraft({ state: 'DISCARDED' }) },
  }));
  await user.click(await screen.findByRole('button', { name: 'Bỏ văn bản này…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Bỏ văn bản này?' });
  expect(sent('DiscardPlanDraft')).toHaveLength(0);
  await user.click(within(dialog).getByRole('button', { name: 'Bỏ văn bản' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/plans/drafts'));
});

test('who may not review reads the draft without any act', async () => {
  open({ permissions: [] });
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('button', { name: /Đúng rồi|^Sửa|Xác nhận|Bỏ văn bản/ })).toBeNull();
});

test('a draft that is not there says so', async () => {
  renderPage(<DraftReviewPage />, {
    at: '/plans/drafts/none',
    path: 'plans/drafts/:draftId',
    answers: { 'Query.planDraft': null },
  });
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Không tìm thấy văn bản đang rà soát này' }),
  ).toBeTruthy();
});
