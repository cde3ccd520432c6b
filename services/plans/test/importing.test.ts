import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readDirectory } from '../src/directory-files.ts';
import { importReading, type ReviewedDocument } from '../src/importing/import-document.ts';
import { readFile } from '../src/importing/read-file.ts';
import { mergedWordFile, paragraph, wordFile, zipOf } from '../test-documents/office-files.ts';
import { longPlan, samplePlan } from '../test-documents/sample-plan.ts';
import { sheetFile } from '../test-documents/sheet-file.ts';
import * as layouts from '../test-documents/text-layouts.ts';

const directory = readDirectory(null);
const folder = join(import.meta.dirname, '..', 'test-documents');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const imported = async (name: string, content: string | Uint8Array): Promise<ReviewedDocument> =>
  importReading(await readFile(name, typeof content === 'string' ? bytesOf(content) : content), { directory });
const ids = (matches: readonly { id: string | null; name: string }[]): string[] =>
  matches.map(({ id, name }) => id?.replace(/^\d+\./, '') ?? name);

/** The tasks as the sample states them. */
const asRead = ({ tasks }: ReviewedDocument) =>
  tasks.map((task) => ({
    section: task.section,
    number: task.number,
    content: task.content,
    lead: ids(task.leadMatches),
    coordinating: ids(task.coordinatingMatches),
    due: `${task.deadline.kind} ${task.deadline.dueOn}`,
  }));
const expected = samplePlan.tasks.map((task) => ({
  section: task.section,
  number: task.number,
  content: task.content,
  lead: task.leadIds,
  coordinating: task.coordinatingIds,
  due: task.due,
}));

const orders = [
  ['the usual order', layouts.usual],
  ['another order and other words', layouts.otherOrder],
  ['short headings and no results', layouts.short],
] as const;

describe.each(orders)('a plan with its columns in %s', (_name, headings) => {
  it.each([
    ['parted by tabs', layouts.tabSeparated(samplePlan, headings)],
    ['as a markdown table', layouts.markdownTable(samplePlan, headings)],
    ['one cell per line behind tabs', layouts.cellPerLineTabbed(samplePlan, headings)],
    ['one cell per line', layouts.cellPerLine(samplePlan, headings)],
    ['line by line with gaps between cells', layouts.lineWrapped(samplePlan, headings, 'between cells')],
    ['line by line with gaps everywhere', layouts.lineWrapped(samplePlan, headings, 'everywhere')],
    ['line by line without gaps', layouts.lineWrapped(samplePlan, headings, 'nowhere')],
    ['in columns kept apart by spaces', layouts.spacedColumns(samplePlan, headings, false)],
    ['in columns kept apart by spaces, set around the middle', layouts.spacedColumns(samplePlan, headings, true)],
  ])('is read from text %s', async (_layout, text) =>
    expect(asRead(await imported('plan.txt', text))).toEqual(expected),
  );

  it('is read from a Word table', async () =>
    expect(asRead(await imported('plan.docx', wordFile(samplePlan, headings)))).toEqual(expected));
  it('is read from a Word table that numbers its rows by itself', async () =>
    expect(asRead(await imported('plan.docx', wordFile(samplePlan, headings, { ownNumbers: true })))).toEqual(
      expected,
    ));
  it('is read from a spreadsheet, without its hidden row', async () => {
    const read = await imported('plan.xlsx', await sheetFile(samplePlan, headings, { hiddenRow: true }));
    expect(asRead(read)).toEqual(expected);
    expect(read.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['HIDDEN_ROW', 'HIDDEN_SHEET']));
  });
});

describe('a plan', () => {
  it.each(['ruled.pdf', 'spaced.pdf'])('is read from %s', async (name) =>
    expect(asRead(await imported(name, readFileSync(join(folder, name))))).toEqual(expected),
  );
  it('is read from a list with labels', async () =>
    expect(asRead(await imported('plan.md', layouts.labelledList(samplePlan)))).toEqual(expected));
  it('is read when its letters and marks came apart and its spaces do not break', async () =>
    expect(
      asRead(
        await imported(
          'plan.txt',
          layouts
            .tabSeparated(samplePlan, layouts.usual)
            .normalize('NFD')
            .replaceAll(' và ', '\u00a0và\u00a0'.normalize('NFD')),
        ),
      ),
    ).toEqual(expected));
  it('says its number, day, issuer and kind', async () =>
    expect((await imported('plan.txt', layouts.tabSeparated(samplePlan, layouts.usual))).document).toEqual({
      number: '147/KH-UBND',
      issuedOn: '2025-08-05',
      issuer: 'Ủy ban nhân dân tỉnh Đồng Tháp',
      title: 'Kế hoạch nâng chất lượng phục vụ tại quầy và trên mạng của tỉnh Đồng Tháp',
      kind: 'PLAN',
    }));
  it('keeps rows that break over pages, footnotes and sub-rows apart', async () => {
    const { tasks } = await imported('party.txt', readFileSync(join(folder, 'plans', 'party-line-wrapped.txt')));
    expect(
      tasks.map((task) => [task.section, task.number, task.deadline.kind, ids(task.leadMatches).join(' ')]),
    ).toEqual([
      ['I', '1', 'BEFORE_DATE', 'vptu'],
      ['I', '2', 'END_OF_QUARTER', 'stc'],
      ['I', '3', 'ONGOING', 'vptu snv'],
      ['II', '4.1', 'DATE', 'ubnd'],
      ['II', '4.2', 'RECURRING', 'cqdvdp'],
      ['II', '5', 'UPON_EVENT', 'thanhtra mttq'],
    ]);
    expect(tasks[0]?.content).toMatch(/sổ chung\.$/);
    expect(tasks[3]).toMatchObject({ content: expect.stringMatching(/ưu tiên nơi có/), basis: 'Kế hoạch số 30-KH/TU' });
    expect(tasks[3]?.coordinatingMatches.map(({ name }) => name)).toEqual([
      'Sở Xây dựng',
      'Các cơ quan, đơn vị, địa phương',
    ]);
  });
  it('tells appendices and sections apart where rows have no numbers', async () => {
    const { document, tasks } = await imported(
      'two.txt',
      readFileSync(join(folder, 'plans', 'unnumbered-two-appendices.txt')),
    );
    expect(document).toMatchObject({ number: '512/QĐ-UBND', issuedOn: '2025-09-03' });
    expect(tasks.map((task) => `${task.appendix}/${task.section}/${task.number}`)).toEqual([
      'I/I/null',
      'I/I/null',
      'I/III/null',
      'II/null/1',
      'II/null/1',
    ]);
    expect(tasks.map(({ head }) => head)[0]).toBe('Giám đốc Sở Tư pháp');
  });
  it('is read from a Word table with merged cells and a heading of two rows', async () => {
    const { tasks } = await imported('merged.docx', mergedWordFile());
    expect(
      tasks.map(
        (task) =>
          `${task.section}.${task.number} ${ids(task.leadMatches).join('+')} | ${ids(task.coordinatingMatches).join('+')} | ${task.deadline.dueOn}`,
      ),
    ).toEqual([
      'A.1 vpubnd | snv+congan | 2025-09-30',
      'A.2 vpubnd |  | 2026-12-31',
      'A.3.1 stc |  | 2025-12-31',
      'A.3.2 stc |  | 2025-12-31',
      'A.4 stp+sxd | syt | 2026-03-31',
    ]);
    expect(tasks[0]).toMatchObject({
      head: 'Phó Chủ tịch phụ trách nội chính',
      status: 'Đang thực hiện',
      basis: 'Thông báo số 12/TB-UBND',
    });
  });
  it('is checked against what it says of itself', async () => {
    const plan = {
      ...samplePlan,
      sections: { ...samplePlan.sections, I: 'Về quầy tiếp dân (05 nhiệm vụ)' },
      tasks: [
        ...samplePlan.tasks.slice(0, 5),
        ...samplePlan.tasks.slice(6),
        { ...(samplePlan.tasks[0] as (typeof samplePlan.tasks)[0]), section: 'III', number: '13' },
      ],
    };
    const { warnings } = await imported('plan.txt', layouts.tabSeparated(plan, layouts.usual));
    expect(warnings.map(({ code }) => code).sort()).toEqual(['COUNT_DIFFERS', 'NUMBER_MISSING', 'TASK_REPEATS']);
  });
});

describe('a file that cannot be taken', () => {
  const refused = (name: string, content: string | Uint8Array): Promise<unknown> =>
    imported(name, content).then(
      () => null,
      (fault: { code?: string }) => fault.code,
    );
  const word = (options: Parameters<typeof wordFile>[2]): Uint8Array => wordFile(samplePlan, layouts.usual, options);

  it.each(['MẬT', 'TỐI MẬT', 'Tuyệt mật'])('is refused when it is marked %s', async (mark) => {
    expect(await refused('plan.txt', `${mark}\n${layouts.tabSeparated(samplePlan, layouts.usual)}`)).toBe('CLASSIFIED');
    expect(await refused('plan.docx', word({ before: paragraph(`Độ mật: ${mark}`) }))).toBe('CLASSIFIED');
  });
  it('is refused when only its page header is marked', async () =>
    expect(
      await refused(
        'plan.docx',
        word({
          parts: {
            'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph('TỐI MẬT')}</w:hdr>`,
          },
        }),
      ),
    ).toBe('CLASSIFIED'));
  it('is not refused for speaking of secret papers', async () =>
    expect(
      await refused(
        'plan.txt',
        layouts.tabSeparated({ ...samplePlan, title: 'sắp xếp nơi giữ giấy tờ Mật, Tối mật của tỉnh' }, layouts.usual),
      ),
    ).toBeNull());
  it('is refused with macros', async () =>
    expect(await refused('plan.docx', word({ parts: { 'word/vbaProject.bin': 'x' } }))).toBe('FILE_HAS_MACROS'));
  it('is refused when it unpacks to far more than it is', async () =>
    expect(await refused('plan.docx', zipOf({ 'word/document.xml': Buffer.alloc(70 * 1024 * 1024, 0x20) }))).toBe(
      'FILE_EXPANDS_TOO_MUCH',
    ));
  it('is refused with a password', async () => {
    expect(await refused('plan.docx', zipOf({ 'word/document.xml': 'x' }, { encrypted: true }))).toBe(
      'FILE_HAS_PASSWORD',
    );
    expect(
      await refused(
        'plan.docx',
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      ),
    ).toBe('FILE_HAS_PASSWORD');
  });
  it('is refused in the old Office format', async () =>
    expect(await refused('plan.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toBe('OLD_OFFICE_FORMAT'));
  it('is refused when it is broken', async () =>
    expect(await refused('plan.docx', Buffer.from('PK\u0003\u0004 broken'))).toBe('FILE_NOT_READABLE'));
  it('is refused when it is a scan without text', async () => {
    const scan = await PDFDocument.create();
    scan.addPage();
    expect(await refused('scan.pdf', await scan.save())).toBe('NO_TEXT_LAYER');
  });
  it('is refused without any table', async () =>
    expect(await refused('letter.txt', 'KẾ HOẠCH\nvề một việc nhỏ\n\nMọi người cùng làm.')).toBe('NO_TABLE'));
  it('is refused with a table that has no heading', async () =>
    expect(
      await refused(
        'table.md',
        samplePlan.tasks.map((task) => `| ${task.number} | ${task.content} | ${task.lead} |`).join('\n'),
      ),
    ).toBe('NO_HEADER'));
  it('is refused when it is too large', async () =>
    expect(await refused('plan.txt', new Uint8Array(51 * 1024 * 1024))).toBe('FILE_TOO_LARGE'));
});

describe('the command line', () => {
  const run = async (
    name: string,
    content: string | Uint8Array,
  ): Promise<{ code: number; out: string; errors: string }> => {
    const path = join(await mkdtemp(join(tmpdir(), 'import-')), name);
    writeFileSync(path, content);
    const script = join(import.meta.dirname, '..', 'src', 'import-plan.ts');
    return new Promise((done) => {
      execFile(process.execPath, [script, path, '--dry-run', '--json'], { maxBuffer: 1e8 }, (error, out, errors) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, errors }),
      );
    });
  };

  it('prints one JSON object with the document, its tasks and the warnings', async () => {
    const { code, out } = await run('plan.pdf', readFileSync(join(folder, 'ruled.pdf')));
    const printed = JSON.parse(out) as { tasks: object[] };
    expect(code).toBe(0);
    expect(Object.keys(printed)).toEqual(['document', 'tasks', 'warnings']);
    expect(Object.keys(printed.tasks[0] ?? {})).toEqual([
      'appendix',
      'section',
      'number',
      'content',
      'leadUnits',
      'coordinatingUnits',
      'deadline',
      'expectedResult',
      'basis',
      'confidence',
      'warnings',
    ]);
  });
  it('says in one sentence why a file is refused, prints nothing else, and fails', async () => {
    const { code, out, errors } = await run('note.txt', 'MẬT\nmột tờ giấy');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toMatch(/^Văn bản đóng dấu mật\..*\(CLASSIFIED\)\n$/);
  });
  it('reads two hundred tasks', async () => {
    const { tasks } = await imported('long.txt', layouts.lineWrapped(longPlan(200), layouts.usual, 'everywhere'));
    expect(tasks).toHaveLength(200);
  });
});
