import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDirectory } from '../src/directory-files.ts';
import { importReading } from '../src/importing/import-document.ts';
import { readFile } from '../src/importing/read-file.ts';
import { wordFile } from '../test-documents/office-files.ts';
import { samplePlan } from '../test-documents/sample-plan.ts';
import { sheetFile } from '../test-documents/sheet-file.ts';
import { tabSeparated, usual } from '../test-documents/text-layouts.ts';
import { open, readDraft, refusedReview, review, send } from './drafting.ts';
import { makeActor } from './make.ts';
import type { Answered } from './operations.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.end());

const officer = makeActor('82.skhcn', 'STANDING_AGENCY', 'một');
const colleague = makeActor('82.skhcn', 'STANDING_AGENCY', 'hai');
const word = wordFile(samplePlan, usual);
const pdf = readFileSync(join(import.meta.dirname, '..', 'test-documents', 'ruled.pdf'));

const namesOf = (assignees: { unitId: string | null; groupId: string | null; name: string }[]): string[] =>
  assignees.map(({ unitId, groupId, name }) => (unitId ?? groupId)?.replace(/^\d+\./, '') ?? name);

/** The first row of a fresh draft, and the draft. */
async function fresh(name: string): Promise<Answered> {
  const marked = { ...samplePlan, note: `${samplePlan.note} ${name}` };
  return readDraft(world.as(officer), await open(world.as(officer), `${name}.docx`, wordFile(marked, usual)));
}

describe('a document that an officer sends', () => {
  test.each([
    ['a Word file', 'kế hoạch.docx', async () => word],
    ['a PDF with a text layer', 'kế hoạch.pdf', async () => pdf],
    ['a spreadsheet', 'kế hoạch.xlsx', () => sheetFile(samplePlan, usual)],
    ['pasted text', 'van-ban.txt', async () => tabSeparated(samplePlan, usual)],
  ])('is read into a draft: %s', async (_kind, name, body) => {
    const client = world.as(officer);
    const draft = await readDraft(client, await open(client, name, await body()));
    expect(draft).toMatchObject({
      state: 'IN_REVIEW',
      fileName: name,
      number: '147/KH-UBND',
      issuedOn: '2025-08-05',
      effectiveFrom: '2025-08-05',
      kind: 'PLAN',
      rowCount: 12,
      permissions: ['review', 'confirm', 'discard'],
      plan: null,
      differences: null,
      lastChange: null,
    });
    expect(draft.rows.map((row: Answered) => [row.place, row.section, row.number, row.content])).toEqual(
      samplePlan.tasks.map((task, index) => [index + 1, task.section, task.number, task.content]),
    );
    expect(draft.rows.map((row: Answered) => namesOf(row.leads))).toEqual(
      samplePlan.tasks.map(({ leadIds }) => leadIds),
    );
    expect(draft.sections.map(({ code, rowCount }: Answered) => [code, rowCount])).toEqual([
      ['I', 3],
      ['II', 4],
      ['III', 5],
    ]);
  });

  test('says in which line and by which words each field was read', async () => {
    const { rows, lines } = await readDraft(world.as(officer), await open(world.as(officer), 'nguồn.docx', word));
    for (const row of rows) {
      expect(row.lines.length).toBeGreaterThan(0);
      for (const { line, text } of row.sources) {
        const { cells, text: whole } = lines[line];
        expect([whole, ...(cells ?? [])].some((part: string) => part.includes(text))).toBe(true);
      }
    }
  });

  test('comes back as it was sent, to its own unit alone', async () => {
    const client = world.as(officer);
    const draftId = await open(client, 'nguyên bản.docx', word);
    const back = await client.fetch(`/files/plans/documents/${draftId}`);
    expect(back.headers.get('content-disposition')).toContain('attachment');
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(word))).toBe(true);
    const others = await world.as(makeActor('82.vpubnd', 'STANDING_AGENCY')).fetch(`/files/plans/documents/${draftId}`);
    expect(others.status).toBe(404);
  });

  test('is read by the service as by the command line', async () => {
    const read = importReading(await readFile('kế hoạch.docx', word), {
      directory: readDirectory(null),
      provinceId: '82',
    });
    const draft = await readDraft(world.as(officer), await open(world.as(officer), 'so sánh.docx', word));
    const ids = (matches: { id: string | null; name: string }[]) => matches.map(({ id, name }) => id ?? name);
    expect(
      draft.rows.map((row: Answered) => ({
        leads: row.leads.map((one: Answered) => one.unitId ?? one.groupId ?? one.name),
        coordinators: row.coordinators.map((one: Answered) => one.unitId ?? one.groupId ?? one.name),
        deadline: row.deadline,
      })),
    ).toEqual(
      read.tasks.map((task) => ({
        leads: ids(task.leadMatches),
        coordinators: ids(task.coordinatingMatches),
        deadline: task.deadline,
      })),
    );
  });
});

describe('two officers of one unit', () => {
  test('who send the same file review one draft, also when they send it at the same moment', async () => {
    const body = wordFile({ ...samplePlan, note: `${samplePlan.note} cùng lúc` }, usual);
    const answers = await Promise.all(
      [officer, colleague, officer].map(async (actor) => (await send(world.as(actor), 'cùng lúc.docx', body)).json()),
    );
    const drafts = answers as { draftId: string; joined: boolean }[];
    expect(new Set(drafts.map(({ draftId }) => draftId)).size).toBe(1);
    expect(drafts.filter(({ joined }) => !joined)).toHaveLength(1);
    const later = (await (await send(world.as(colleague), 'tên khác.docx', body)).json()) as { joined: boolean };
    expect(later).toEqual({ draftId: drafts[0]?.draftId, joined: true });
  });

  test('correct different rows without standing in each other’s way', async () => {
    const { id, rows } = await fresh('hai dòng');
    const [first, second] = rows;
    await Promise.all([
      review(world.as(officer), 'correctDraftRow', { rowId: first.id, expectedVersion: 1, content: 'Nội dung một' }),
      review(world.as(colleague), 'correctDraftRow', { rowId: second.id, expectedVersion: 1, content: 'Nội dung hai' }),
    ]);
    const draft = await readDraft(world.as(officer), id);
    expect(draft.rows.slice(0, 2).map(({ content }: Answered) => content)).toEqual(['Nội dung một', 'Nội dung hai']);
    expect(draft.version).toBe(3);
  });

  test('do not overwrite each other in the same row', async () => {
    const { id, rows } = await fresh('một dòng');
    const form = { rowId: rows[0].id, expectedVersion: 1 };
    const answers = await Promise.allSettled([
      review(world.as(officer), 'correctDraftRow', { ...form, content: 'Nội dung của người thứ nhất' }),
      review(world.as(colleague), 'correctDraftRow', { ...form, content: 'Nội dung của người thứ hai' }),
    ]);
    const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toContain('STALE_VERSION');
    const draft = await readDraft(world.as(officer), id);
    expect(draft.rows[0]).toMatchObject({ version: 2, content: expect.stringMatching(/^Nội dung của người/) });
  });

  test('may correct the head of the document while rows are corrected', async () => {
    const draft = await fresh('đầu văn bản');
    const row = draft.rows[0];
    await review(world.as(colleague), 'correctDraftRow', { rowId: row.id, expectedVersion: 1, settle: ['CONTENT'] });
    const form = { draftId: draft.id, expectedVersion: draft.version };
    const { draft: corrected } = await review(world.as(officer), 'correctPlanDraft', { ...form, title: 'Tên khác' });
    expect(corrected).toMatchObject({ title: 'Tên khác', number: '147/KH-UBND' });
    const late = await refusedReview(world.as(colleague), 'correctPlanDraft', { ...form, title: 'Tên khác nữa' });
    expect(late).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
  });
});

describe('a row', () => {
  test('is corrected in place, and what is corrected is no longer in doubt', async () => {
    const { id } = await fresh('sửa');
    const added = await review(world.as(officer), 'addDraftRow', { draftId: id, content: 'Việc bị sót khi đọc' });
    expect(added.row).toMatchObject({ place: 1, doubts: [{ field: 'LEADS' }, { field: 'DEADLINE' }] });
    const { row } = await review(world.as(officer), 'correctDraftRow', {
      rowId: added.row.id,
      expectedVersion: 1,
      leads: [{ unitId: '82.snv' }, { groupId: 'ubx' }, { externalName: 'Đài tiếng nói', scope: 'PARTY' }],
      deadline: { text: 'trước ngày 15/9/2025' },
      number: '0',
    });
    expect(row).toMatchObject({
      number: '0',
      doubts: [],
      settled: ['CONTENT', 'DEADLINE', 'LEADS', 'PLACE'],
      deadline: { kind: 'BEFORE_DATE', dueOn: '2025-09-14', text: 'trước ngày 15/9/2025' },
      leads: [
        { unitId: '82.snv', name: 'Sở Nội vụ tỉnh Đồng Tháp' },
        { groupId: 'ubx' },
        { externalName: 'Đài tiếng nói', scope: 'PARTY' },
      ],
    });
  });

  test.each<[string, object, string]>([
    ['a unit that nobody knows', { leads: [{ unitId: '82.khong' }] }, 'UNKNOWN_UNIT'],
    ['a unit of another province', { leads: [{ unitId: '38.skhcn' }] }, 'UNKNOWN_UNIT'],
    ['a unit and a group at once', { leads: [{ unitId: '82.snv', groupId: 'ubx' }] }, 'UNKNOWN_UNIT'],
    ['no content', { content: '  ' }, 'TEXT_MISSING'],
    ['a date that does not go with its kind', { deadline: { text: 'x', kind: 'DATE' } }, 'DEADLINE_INCONSISTENT'],
  ])('is not given %s', async (_what, given, reason) => {
    const { rows } = await readDraft(world.as(officer), await open(world.as(officer), 'kế hoạch.docx', word));
    const refusal = await refusedReview(world.as(officer), 'correctDraftRow', {
      rowId: rows[3].id,
      expectedVersion: rows[3].version,
      ...given,
    });
    expect(refusal).toMatchObject({ code: 'INVALID', reason });
  });

  test('is split and joined again, and taken out and brought back', async () => {
    const client = world.as(officer);
    const { id, rows } = await fresh('tách ghép');
    const split = await review(client, 'splitDraftRow', {
      rowId: rows[1].id,
      expectedVersion: 1,
      firstContent: 'Viết lại lời hướng dẫn',
      secondContent: 'Mỗi việc không quá một trang',
    });
    expect(split.draft.rowCount).toBe(13);
    expect(split.secondRow).toMatchObject({ place: 3, number: null, leads: [{ unitId: '82.vpubnd' }] });
    const apart = await refusedReview(client, 'joinDraftRows', {
      rowId: split.row.id,
      expectedVersion: split.row.version,
      nextRowId: rows[4].id,
      nextExpectedVersion: 1,
    });
    expect(apart).toMatchObject({ reason: 'NOT_NEIGHBOURS' });
    const joined = await review(client, 'joinDraftRows', {
      rowId: split.row.id,
      expectedVersion: split.row.version,
      nextRowId: split.secondRow.id,
      nextExpectedVersion: 1,
    });
    expect(joined.row.content).toBe('Viết lại lời hướng dẫn Mỗi việc không quá một trang');
    expect(joined.draft.rows.map(({ place }: Answered) => place)).toEqual(rows.map(({ place }: Answered) => place));
    const { draft } = await review(client, 'removeDraftRow', { rowId: rows[0].id, expectedVersion: 1 });
    expect(draft.rows[0].id).toBe(rows[1].id);
    let state = await readDraft(client, id);
    for (const kind of ['REMOVE', 'JOIN', 'SPLIT']) {
      expect(state.lastChange.kind).toBe(kind);
      state = (await review(client, 'undoDraftChange', { draftId: id, changeId: state.lastChange.id })).draft;
    }
    expect(state.lastChange).toBeNull();
    expect(state.rows.map(({ id: row, place, content }: Answered) => [row, place, content])).toEqual(
      rows.map(({ id: row, place, content }: Answered) => [row, place, content]),
    );
    const none = await refusedReview(client, 'undoDraftChange', { draftId: id, changeId: 'none' });
    expect(none).toMatchObject({ reason: 'NOTHING_TO_UNDO' });
  });

  test('keeps the rows of two dates in doubt when they are joined', async () => {
    const { rows } = await fresh('hai hạn');
    const { row } = await review(world.as(officer), 'joinDraftRows', {
      rowId: rows[0].id,
      expectedVersion: 1,
      nextRowId: rows[1].id,
      nextExpectedVersion: 1,
    });
    expect(row.doubts).toMatchObject([{ field: 'DEADLINE', confidence: 0.5 }]);
    expect(namesOf(row.leads)).toEqual(['ttpvhcc', 'vpubnd']);
  });

  test('that somebody else changed meanwhile is not taken back unseen', async () => {
    const { id, rows } = await fresh('hoàn tác');
    const mine = await review(world.as(officer), 'correctDraftRow', {
      rowId: rows[0].id,
      expectedVersion: 1,
      content: 'Của tôi',
    });
    const seen = mine.draft.lastChange;
    const theirs = await review(world.as(colleague), 'correctDraftRow', {
      rowId: rows[5].id,
      expectedVersion: 1,
      content: 'Của đồng nghiệp',
    });
    const stale = await refusedReview(world.as(officer), 'undoDraftChange', { draftId: id, changeId: seen.id });
    expect(stale).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
    const undone = await review(world.as(officer), 'undoDraftChange', {
      draftId: id,
      changeId: theirs.draft.lastChange.id,
    });
    expect(undone.row).toMatchObject({ content: samplePlan.tasks[5]?.content, version: 3 });
    const before = await review(world.as(colleague), 'undoDraftChange', { draftId: id, changeId: seen.id });
    expect(before.row).toMatchObject({ content: samplePlan.tasks[0]?.content, version: 3 });
  });
});

describe('what a document says of itself', () => {
  test('is checked against the rows as they are now', async () => {
    const client = world.as(officer);
    const counted = { ...samplePlan, sections: { ...samplePlan.sections, I: 'Về quầy tiếp dân (3 nhiệm vụ)' } };
    const draft = await readDraft(client, await open(client, 'số lượng.docx', wordFile(counted, usual)));
    expect(draft.findings.map(({ code }: Answered) => code)).not.toContain('COUNT_DIFFERS');
    const { draft: fewer } = await review(client, 'removeDraftRow', { rowId: draft.rows[0].id, expectedVersion: 1 });
    expect(fewer.findings).toContainEqual(
      expect.objectContaining({ code: 'COUNT_DIFFERS', message: 'Mục I ghi 3 nhiệm vụ nhưng có 2.' }),
    );
    const { draft: again } = await review(client, 'undoDraftChange', {
      draftId: draft.id,
      changeId: fewer.lastChange.id,
    });
    expect(again.findings.map(({ code }: Answered) => code)).not.toContain('COUNT_DIFFERS');
  });
});

describe('a request that is sent again', () => {
  test('changes nothing twice', async () => {
    const { id, rows } = await fresh('gửi lại');
    const input = { idempotencyKey: 'the-same-key-twice', draftId: id, afterRowId: rows[0].id, content: 'Dòng thêm' };
    const [one, two] = [
      await review(world.as(officer), 'addDraftRow', input),
      await review(world.as(officer), 'addDraftRow', input),
    ];
    expect(two.row.id).toBe(one.row.id);
    expect(two.draft.rowCount).toBe(13);
  });
});
