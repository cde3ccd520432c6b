/** What can be done to a document under review, and to one that was refused as secret. */
import type { Deed } from './deeds.ts';
import { type PortalSession, partOf } from './portal-session.ts';

const HEAD = ['UBND TỈNH THANH HÓA', 'Số: 4711/KH-UBND', 'KẾ HOẠCH', 'thử các biểu mẫu của trang rà soát', ''];
const ROWS = [
  'STT\tNội dung\tCơ quan chủ trì\tThời hạn',
  '1\tViết hướng dẫn thử biểu mẫu thứ nhất cho cán bộ\tSở Khoa học và Công nghệ\t15/12/2025',
  '2\tViết hướng dẫn thử biểu mẫu thứ hai cho cán bộ\tSở Tư pháp\t20/12/2025',
];

/** A plan of two rows, and of more where the reader is to be in doubt. */
export const draftText = (name: string, ...more: string[]): string => [...HEAD, name, ...ROWS, ...more].join('\n');

/** Sends a text as the page of drafts does when it is pasted; the draft it opens. */
export async function openDraft(session: PortalSession, name: string): Promise<string> {
  const { text } = await session.send('/files/plans/documents?name=van-ban.txt', draftText(name));
  const { draftId } = JSON.parse(text) as { draftId?: string };
  if (!draftId) throw new Error(`No draft: ${text.slice(0, 300)}`);
  return draftId;
}

interface DraftShown {
  version: number;
  rows: { id: string; version: number }[];
  lastChange: { id: string } | null;
}

const ROW_WORDS = { content: 'Nội dung khác', appendix: '', section: '', number: '1', expectedResult: '', basis: '' };

export async function makeDraftDeeds(session: (login: string) => PortalSession): Promise<[string, Deed][]> {
  const by = 'skhcn-thuongtruc';
  const draftId = await openDraft(session(by), `Thử ${Date.now()}`);
  const draft = partOf<DraftShown>(await session(by).operate('PlanDraftReview', { id: draftId }), 'planDraft');
  const [first, second] = draft.rows;
  if (!first || !second) throw new Error('The draft has no two rows.');
  const row = { rowId: first.id, expectedVersion: first.version };
  const whole = { draftId, expectedVersion: draft.version };
  const deed = (input: Record<string, unknown>): Deed => ({ by, input });
  return [
    [
      'CorrectPlanDraft',
      deed({
        ...whole,
        number: '4711/KH-UBND',
        issuedOn: '2025-11-01',
        issuer: 'UBND tỉnh',
        title: 'Kế hoạch thử',
        kind: 'PLAN',
        effectiveFrom: '2025-11-01',
      }),
    ],
    [
      'CorrectDraftRow',
      deed({ ...row, ...ROW_WORDS, leads: [{ unitId: '38.skhcn' }], coordinators: [], settle: ['DEADLINE'] }),
    ],
    ['SplitDraftRow', deed({ ...row, firstContent: 'Một nửa', secondContent: 'Nửa kia' })],
    ['JoinDraftRows', deed({ ...row, nextRowId: second.id, nextExpectedVersion: second.version })],
    ['AddDraftRow', deed({ draftId, afterRowId: first.id, content: 'Việc thêm' })],
    ['RemoveDraftRow', deed(row)],
    ['UndoDraftChange', deed({ draftId, changeId: draft.lastChange?.id ?? 'none' })],
    ['ConfirmPlanDraft', deed(whole)],
    ['DiscardPlanDraft', deed(whole)],
    ['ReleaseQuarantinedDocument', await releaseDeed(session)],
  ];
}

/** A text that bears a marking is refused; its fingerprint waits for two persons who answer for secrets. */
async function releaseDeed(session: (login: string) => PortalSession): Promise<Deed> {
  const marked = ['MẬT', ...HEAD, `Thử ${Date.now()}`].join('\n');
  const refused = await session('skhcn-thuongtruc').send('/files/plans/documents?name=van-ban.txt', marked);
  if (refused.status !== 403) throw new Error(`A marked text was answered with ${refused.status}.`);
  const { nodes } = partOf<{ nodes: { id: string; version: number }[] }>(
    await session('congan-antoan').operate('QuarantinedDocuments', { first: 1 }),
    'quarantinedDocuments',
  );
  const [held] = nodes;
  if (!held) throw new Error('The refused document is not held.');
  return {
    by: 'congan-antoan',
    input: { documentId: held.id, expectedVersion: held.version, reason: 'Dấu này là chữ trong bài thử.' },
  };
}
