import { renderPage } from '@lienthong/frontend-kit/testing/render-page.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeDraft, makeDraftRow } from '../testing/make-draft.ts';
import DraftListPage from './draft-list.page.tsx';

/** What goes to the service, and what it answers. */
class Sending {
  static readonly all: Sending[] = [];
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onabort?: () => void;
  onerror?: () => void;
  status = 0;
  response: unknown = null;
  path = '';
  headers: Record<string, string> = {};
  body: Blob | undefined;
  stopped = false;

  open(_method: string, path: string) {
    this.path = path;
    Sending.all.push(this);
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: Blob) {
    this.body = body;
  }
  abort() {
    this.stopped = true;
    this.onabort?.();
  }
  answer(status: number, response: unknown) {
    Object.assign(this, { status, response });
    this.onload?.();
  }
}

beforeEach(() => {
  Sending.all.length = 0;
  vi.stubGlobal('XMLHttpRequest', Sending);
});
afterEach(() => vi.unstubAllGlobals());

const none = { nodes: [], totalCount: 0 };

function open(answers: Record<string, unknown> = { 'Query.planDrafts': none }, permissions?: readonly string[]) {
  const page = renderPage(<DraftListPage />, { at: '/plans/drafts', path: 'plans/drafts', answers, permissions });
  return { ...page, user: userEvent.setup({ applyAccept: false }) };
}

const word = (name: string) => new File(['PK'], name);

test('a chosen document goes up with its name, shows how far it is, and opens its review', async () => {
  const { user, router } = open();
  await user.upload(await screen.findByLabelText('Chọn tệp văn bản'), word('Kế hoạch 285.docx'));
  const [sending] = Sending.all;
  expect(sending?.path).toBe('/files/plans/documents?name=K%E1%BA%BF%20ho%E1%BA%A1ch%20285.docx');
  expect(sending?.headers['content-type']).toContain('wordprocessingml');
  sending?.upload.onprogress?.({ loaded: 40, total: 100 });
  expect(await screen.findByText('Đang gửi Kế hoạch 285.docx: 40 %')).toBeTruthy();
  sending?.upload.onprogress?.({ loaded: 100, total: 100 });
  expect(await screen.findByText('Đang đọc Kế hoạch 285.docx…')).toBeTruthy();
  sending?.answer(201, { draftId: 'draft-9', joined: false });
  await waitFor(() => expect(router.state.location.pathname).toBe('/plans/drafts/draft-9'));
});

test('sending is stopped, and nothing is said to be wrong', async () => {
  const { user } = open();
  await user.upload(await screen.findByLabelText('Chọn tệp văn bản'), word('a.docx'));
  await user.click(screen.getByRole('button', { name: 'Dừng' }));
  expect(Sending.all[0]?.stopped).toBe(true);
  expect(await screen.findByText('Thả văn bản vào đây')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a kind of file that cannot be read is refused before a byte is sent', async () => {
  const { user } = open();
  await user.upload(await screen.findByLabelText('Chọn tệp văn bản'), word('ban-quet.png'));
  expect((await screen.findByRole('alert')).textContent).toContain('ban-quet.png: loại tệp này không đọc được');
  expect(Sending.all).toHaveLength(0);
});

test('a refused text says why in the words of the service, and stays to be corrected', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Dán văn bản' }));
  await user.type(screen.getByLabelText('Nội dung văn bản'), 'Số: 12-KH/TU');
  await user.click(screen.getByRole('button', { name: 'Đọc văn bản' }));
  expect(Sending.all[0]?.path).toBe('/files/plans/documents?name=van-ban.txt');
  expect(await Sending.all[0]?.body?.text()).toBe('Số: 12-KH/TU');
  Sending.all[0]?.answer(403, {
    error: { code: 'FORBIDDEN', reason: 'CLASSIFIED', message: 'Văn bản đóng dấu mật nên không được nhận.' },
  });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Văn bản đóng dấu mật nên không được nhận.');
  await waitFor(() => expect(document.activeElement).toBe(alert));
  expect(screen.getByLabelText('Nội dung văn bản')).toHaveProperty('value', 'Số: 12-KH/TU');
});

test('an empty paste is not sent', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Dán văn bản' }));
  await user.click(screen.getByRole('button', { name: 'Đọc văn bản' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Chưa có nội dung để đọc.');
  expect(Sending.all).toHaveLength(0);
});

test('secret documents are warned of where one enters a document', async () => {
  open();
  expect(await screen.findByText(/Không đưa tài liệu chứa bí mật nhà nước vào đây/)).toBeTruthy();
  expect(screen.getByText('Không có văn bản nào đang chờ rà soát')).toBeTruthy();
});

test('the list tells what is in review with how much is left, and what was confirmed', async () => {
  const waiting = makeDraft();
  const done = makeDraft({
    id: 'draft-2',
    state: 'CONFIRMED',
    number: '12-KH/TU',
    rows: [makeDraftRow()],
    plan: { __typename: 'Plan', id: '38-12-kh-tu' },
  });
  open({
    'Query.planDrafts': (_: unknown, { state }: { state: string }) =>
      state === 'CONFIRMED' ? { nodes: [done], totalCount: 1 } : { nodes: [waiting], totalCount: 1 },
  });
  const open_ = await screen.findByRole('table', { name: 'Các văn bản đang rà soát' });
  expect(within(open_).getByRole('link', { name: '285-KH/TU' }).getAttribute('href')).toBe('/plans/drafts/draft-1');
  expect(within(open_).getByRole('cell', { name: /^(Cần xem)?3$/ })).toBeTruthy();
  const confirmed = screen.getByRole('table', { name: 'Các văn bản đã thành nhiệm vụ' });
  expect(within(confirmed).getByRole('link', { name: '12-KH/TU' }).getAttribute('href')).toBe('/plans/38-12-kh-tu');
});
