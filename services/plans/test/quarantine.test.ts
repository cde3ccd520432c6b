import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDirectory } from '../src/directory-files.ts';
import { rowsOfReading } from '../src/drafts/draft-of-reading.ts';
import { importReading } from '../src/importing/import-document.ts';
import { readFile } from '../src/importing/read-file.ts';
import { paragraph, wordFile, zipOf } from '../test-documents/office-files.ts';
import { longPlan, samplePlan } from '../test-documents/sample-plan.ts';
import { tabSeparated, usual } from '../test-documents/text-layouts.ts';
import { open, readDraft, refusedFile, refusedReview, review } from './drafting.ts';
import { makeActor } from './make.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.end());

const desk = makeActor('38.vptu', 'STANDING_AGENCY', 'một');
const first = makeActor('38.vptu', 'SECURITY_OFFICER', 'một');
const second = makeActor('38.tinhuy', 'SECURITY_OFFICER', 'hai');
const LIST = `{ quarantinedDocuments { totalCount nodes { id version unit { id } sentBy marking where sizeBytes state
  permissions releases { by reason } } } }`;
const listed = async (actor: typeof desk) => (await world.as(actor).data(LIST)).quarantinedDocuments.nodes;
const count = async (table: string): Promise<number> =>
  (await world.database.sql<{ n: number }>(`select count(*)::int n from plans.${table}`))[0]?.n ?? -1;
const marked = (marking: string, name: string): string =>
  `${marking}\n${tabSeparated({ ...samplePlan, note: `${samplePlan.note} ${name}` }, usual)}`;

/** Sends a marked text and gives the entry that holds it. */
async function hold(text: string, sender = desk) {
  const known = new Set((await listed(first)).map(({ id }: { id: string }) => id));
  expect(await refusedFile(world.as(sender), 'a.txt', text)).toMatchObject({ reason: 'CLASSIFIED' });
  return (await listed(first)).find(({ id }: { id: string }) => !known.has(id));
}

describe('a document with a secrecy marking', () => {
  test('is refused in a clear sentence; its fingerprint is held, nothing else of it', async () => {
    const text = marked('TỐI MẬT', 'giữ lại');
    const refusal = await refusedFile(world.as(desk), 'kế hoạch bí mật.txt', text);
    expect(refusal).toMatchObject({ status: 403, reason: 'CLASSIFIED' });
    expect(refusal.message).toContain('TỐI MẬT');
    expect(await count('plan_drafts')).toBe(0);
    const [held] = await world.database.sql('select * from plans.quarantined_documents');
    expect(held).toMatchObject({ unit_id: '38.vptu', marking: 'TỐI MẬT', state: 'HELD', sent_by_id: desk.id });
    expect(JSON.stringify(held)).not.toMatch(/bí mật|quầy|147/);
    const [entry] = await world.database.sql<{ after: unknown }>(
      `select * from plans.audit_entries where object_type = 'QuarantinedDocument'`,
    );
    expect(entry).toMatchObject({ actor: desk.id, unit_id: '38.vptu' });
    expect(JSON.stringify(entry?.after)).not.toMatch(/bí mật|quầy/);
  });

  test('is refused again by its fingerprint, whoever of the bloc sends it', async () => {
    const text = marked('MẬT', 'gửi lại');
    await refusedFile(world.as(desk), 'a.txt', text);
    const before = await count('quarantined_documents');
    const colleague = makeActor('38.btgdv', 'STANDING_AGENCY');
    expect(await refusedFile(world.as(colleague), 'b.txt', text)).toMatchObject({ reason: 'DOCUMENT_QUARANTINED' });
    expect(await count('quarantined_documents')).toBe(before);
  });

  test('is shown to those who answer for secrets in the bloc and to its sender, not to others', async () => {
    await refusedFile(world.as(desk), 'a.txt', marked('MẬT', 'ai xem'));
    const all = await count('quarantined_documents');
    for (const actor of [first, makeActor('38.ubkt', 'AUDITOR'), desk]) expect(await listed(actor)).toHaveLength(all);
    for (const actor of [
      makeActor('38.congan', 'SECURITY_OFFICER'),
      makeActor('38.thanhtra', 'AUDITOR'),
      makeActor('38.btgdv', 'STANDING_AGENCY'),
      makeActor('19.vptu', 'SECURITY_OFFICER'),
    ])
      expect(await listed(actor)).toEqual([]);
    const viewer = await world.as(makeActor('38.vptu', 'VIEWER')).refusal(LIST);
    expect(viewer).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_ALLOWED' });
  });

  test('may be sent again once two persons, neither of them the sender, found that the marking is none', async () => {
    const text = marked('Độ mật: Mật', 'cho gửi lại');
    const entry = await hold(text);
    expect(entry).toMatchObject({ state: 'HELD', permissions: ['release'], releases: [] });
    const form = { documentId: entry.id, reason: 'Chữ “mật” ở đây là mật ong.' };
    const sender = await refusedReview(world.as(desk), 'releaseQuarantinedDocument', { ...form, expectedVersion: 1 });
    expect(sender).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_ALLOWED' });
    const one = await review(world.as(first), 'releaseQuarantinedDocument', { ...form, expectedVersion: 1 });
    expect(one.document).toMatchObject({ state: 'HELD', permissions: [] });
    const twice = await refusedReview(world.as(first), 'releaseQuarantinedDocument', { ...form, expectedVersion: 2 });
    expect(twice).toMatchObject({ code: 'CONFLICT', reason: 'RELEASED_BY_YOU' });
    expect(await refusedFile(world.as(desk), 'a.txt', text)).toMatchObject({ reason: 'DOCUMENT_QUARANTINED' });
    const two = await review(world.as(second), 'releaseQuarantinedDocument', { ...form, expectedVersion: 2 });
    expect(two.document).toMatchObject({
      state: 'RELEASED',
      releases: [{ reason: form.reason }, { reason: form.reason }],
    });
    const draft = await readDraft(world.as(desk), await open(world.as(desk), 'a.txt', text));
    expect(draft.rowCount).toBe(12);
  });

  test('is not released by an officer who also sent it under another role', async () => {
    const both = { ...makeActor('38.vptu', 'STANDING_AGENCY', 'một'), id: first.id };
    const entry = await hold(marked('MẬT', 'tự mình'), both);
    const refusal = await refusedReview(world.as(first), 'releaseQuarantinedDocument', {
      documentId: entry.id,
      expectedVersion: 1,
      reason: 'Tôi gửi.',
    });
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'OWN_DOCUMENT' });
  });
});

describe('evidence with a secrecy marking', () => {
  const upload = (name: string, body: Uint8Array, unitId: string) =>
    world
      .as(makeActor(unitId, 'REPORTER'))
      .fetch(`/files/plans/uploads?name=${name}`, { method: 'POST', body: body as never });

  test('is refused and held like a document, also from a unit of neither bloc', async () => {
    const body = wordFile({ ...samplePlan, issuer: 'TỐI MẬT' }, usual);
    const files = await count('uploads');
    for (const unitId of ['38.skhcn', '38.toaan']) {
      const response = await upload('bien-ban.docx', body, unitId);
      expect(response.status).toBe(403);
    }
    expect(await count('uploads')).toBe(files);
    const [held] = await listed(makeActor('38.congan', 'SECURITY_OFFICER'));
    expect(held).toMatchObject({ unit: { id: '38.skhcn' }, marking: 'TỐI MẬT', state: 'HELD' });
  });

  test('is taken when it bears none, and when nobody can read it', async () => {
    expect((await upload('a.docx', wordFile(samplePlan, usual), '38.skhcn')).status).toBe(201);
    expect((await upload('a.pdf', Buffer.from('%PDF-1.4 a scan'), '38.skhcn')).status).toBe(201);
  });
});

describe('a file that cannot be read', () => {
  const bomb = (): Uint8Array =>
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document><w:body>${paragraph('a'.repeat(100)).repeat(900_000)}</w:body></w:document>`,
    });
  const macros = (): Uint8Array =>
    zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', 'word/vbaProject.bin': 'x' });
  const oldOffice = (stream: string): Uint8Array =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
  const word = wordFile(samplePlan, usual);

  test.each<[string, string, () => Uint8Array | string, string]>([
    ['a zip bomb', 'a.docx', bomb, 'FILE_EXPANDS_TOO_MUCH'],
    ['macros', 'a.docx', macros, 'FILE_HAS_MACROS'],
    ['a password', 'a.docx', () => oldOffice('EncryptedPackage'), 'FILE_HAS_PASSWORD'],
    ['the old Office format', 'a.doc', () => oldOffice('WordDocument'), 'OLD_OFFICE_FORMAT'],
    ['half a file', 'a.docx', () => word.slice(0, word.length / 2), 'FILE_NOT_READABLE'],
    ['a picture', 'a.png', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'FILE_TYPE_UNKNOWN'],
    ['another name than its content', 'a.pdf', () => word, 'FILE_TYPE'],
    ['nothing in it', 'a.docx', () => new Uint8Array(), 'FILE_EMPTY'],
    ['a path as its name', '../../a.docx', () => word, 'FILE_NAME'],
  ])('is refused with its reason: %s', async (_what, name, body, reason) => {
    const before = await count('plan_drafts');
    const refusal = await refusedFile(world.as(desk), name, body());
    expect(refusal.reason).toBe(reason);
    expect(refusal.status).toBeLessThan(500);
    expect(refusal.message).toMatch(/[Tt]ệp|định dạng/);
    expect(await count('plan_drafts')).toBe(before);
  });

  test('text that is no UTF-8, and pasted text of more than two megabytes, are refused', async () => {
    const paste = (body: Uint8Array) =>
      world.as(desk).fetch('/files/plans/documents?name=van-ban.txt', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: body as never,
      });
    const wrong = (await (await paste(Buffer.from([0x4b, 0xe9, 0x20, 0xff]))).json()) as { error: { reason: string } };
    expect(wrong.error.reason).toBe('TEXT_NOT_UTF8');
    const long = await paste(Buffer.alloc(2 * 1024 * 1024 + 1, 'a'));
    expect(long.status).toBe(413);
  });

  test('a file that says it has 300 MB is refused before it is read', async () => {
    const token = await world.tokenOf(desk);
    const { request } = await import('node:http');
    const status = await new Promise<number>((done, fail) => {
      const call = request(
        `${world.service.url}/files/plans/documents?name=a.docx`,
        { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-length': 300 * 1024 * 1024 } },
        (response) => {
          done(response.statusCode ?? 0);
          call.destroy();
        },
      );
      call.on('error', fail);
      call.write('PK');
    });
    expect(status).toBe(413);
  });

  test('a document without a table still shows what could be read', async () => {
    const draft = await readDraft(
      world.as(desk),
      await open(
        world.as(desk),
        'van-ban.txt',
        'TỈNH ỦY THANH HÓA\nSố: 77-KH/TU\nKẾ HOẠCH\nlàm sạch hồ nước\nKhông có bảng nào.',
      ),
    );
    expect(draft).toMatchObject({ state: 'IN_REVIEW', rowCount: 0, number: '77-KH/TU' });
    expect(draft.lines).toHaveLength(5);
    expect(draft.findings).toContainEqual(
      expect.objectContaining({ code: 'NO_TABLE', message: 'Không tìm thấy bảng nhiệm vụ nào trong văn bản.' }),
    );
  });

  test('a plan of two hundred rows is read, one of more than a thousand is refused', async () => {
    const body = wordFile(longPlan(200), usual);
    const draft = await readDraft(world.as(desk), await open(world.as(desk), 'b.docx', body));
    expect(draft.rowCount).toBe(200);
    const read = importReading(await readFile('b.docx', body), { directory: readDirectory(null) });
    const many = Array.from({ length: 6 }, () => read.tasks).flat();
    expect(() => rowsOfReading({ ...read, tasks: many }, 'draft')).toThrow('TOO_MANY_ROWS');
  }, 60_000);
});
