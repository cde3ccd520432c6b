import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readDirectory } from '../src/directory-files.ts';
import { importReading } from '../src/importing/import-document.ts';
import { ImportFault } from '../src/importing/import-fault.ts';
import { faultSentence } from '../src/importing/messages.ts';
import { readFile } from '../src/importing/read-file.ts';
import { drawnPdf } from '../test-documents/drawn-pdf.ts';
import { MARKED, UNMARKED } from '../test-documents/marked-texts.ts';
import { paragraph, wordFile, zipOf } from '../test-documents/office-files.ts';
import { longPlan, samplePlan } from '../test-documents/sample-plan.ts';
import { tabSeparated, usual } from '../test-documents/text-layouts.ts';
import { sheetPlan, wordPlan } from '../test-documents/varied-files.ts';
import { variedPlan } from '../test-documents/varied-plan.ts';

const directory = readDirectory(null);
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const plan = variedPlan(2, { numbers: 'run on', sections: true });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The code of the fault, or null where the document is taken; a fault without a sentence is no fault of ours. */
async function faultOf(name: string, content: string | Uint8Array): Promise<string | null> {
  try {
    importReading(await readFile(name, typeof content === 'string' ? bytesOf(content) : content), { directory });
    return null;
  } catch (fault) {
    if (!(fault instanceof ImportFault)) throw fault;
    expect(fault.message).toMatch(/^\p{Lu}.*\.$/u);
    expect(faultSentence(fault.code, 'en')).toMatch(/^[A-Z].*\.$/);
    return fault.code;
  }
}
const table = tabSeparated(samplePlan, usual);
const tableOnly = table.slice(table.indexOf('PHỤ LỤC'));
const word = (body: string, parts: Record<string, string> = {}): Uint8Array =>
  zipOf({ 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...parts });
const sheet = (rows: string, more = ''): Uint8Array =>
  zipOf({
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="r1" xmlns:r="r"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
    'xl/worksheets/a.xml': `<worksheet><sheetData>${rows}</sheetData>${more}</worksheet>`,
  });

describe('a document that is marked secret', () => {
  it.each(MARKED)('never enters as text: %#', async (head) =>
    expect(await faultOf('plan.txt', `${head}\n\n${tableOnly}`)).toBe('CLASSIFIED'),
  );
  it.each(MARKED)('never enters as a Word file: %#', async (head) =>
    expect(
      await faultOf('plan.docx', wordFile(samplePlan, usual, { before: head.split('\n').map(paragraph).join('') })),
    ).toBe('CLASSIFIED'),
  );
  it.each(['MẬT', 'Tối mật', 'TUYỆT MẬT'])('never enters as a PDF or a spreadsheet: %s', async (mark) => {
    const marked = { ...plan, head: [plan.head[0] ?? '', mark, ...plan.head.slice(1)] };
    expect(await faultOf('plan.pdf', drawnPdf(marked, { ruled: true, middle: false }))).toBe('CLASSIFIED');
    expect(await faultOf('plan.xlsx', await sheetPlan(marked))).toBe('CLASSIFIED');
    expect(await faultOf('plan.docx', wordPlan(marked))).toBe('CLASSIFIED');
  });
  it('never enters with its mark only around the printed page or behind its words', async () => {
    expect(
      await faultOf(
        'a.xlsx',
        sheet('', '<headerFooter><oddHeader>&amp;L&amp;"Times"&amp;12Nội bộ&amp;RTỐI MẬT</oddHeader></headerFooter>'),
      ),
    ).toBe('CLASSIFIED');
    const watermark =
      '<w:p><w:r><w:pict><v:shape xmlns:v="v"><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p>';
    expect(
      await faultOf('a.docx', word(paragraph('x'), { 'word/header1.xml': `<w:hdr ${W}>${watermark}</w:hdr>` })),
    ).toBe('CLASSIFIED');
  });
  it.each(UNMARKED)('is not every document that speaks of secret papers: %#', async (head) =>
    expect(await faultOf('plan.txt', `${head}\n\n${tableOnly}`)).toBeNull(),
  );
});

describe('a file that is broken or made to do harm', () => {
  it('is refused when it is cut short, or read as far as it goes', async () => {
    const whole = {
      docx: wordPlan(plan),
      xlsx: await sheetPlan(plan),
      pdf: drawnPdf(plan, { ruled: true, middle: false }),
    };
    for (const [kind, bytes] of Object.entries(whole))
      for (const share of [0.05, 0.3, 0.6, 0.9, 0.99])
        expect(
          await faultOf(`plan.${kind}`, bytes.subarray(0, Math.floor(bytes.length * share))),
          `${kind} at ${share}`,
        ).toBeOneOf(['FILE_NOT_READABLE', 'NO_TABLE', 'NO_TEXT_LAYER', 'FILE_TYPE_UNKNOWN', null]);
  });
  it('is refused when a length in its directory points outside', async () => {
    const bytes = Buffer.from(wordPlan(plan));
    bytes.writeUInt32LE(0xfffffff0, bytes.length - 6);
    expect(await faultOf('plan.docx', bytes)).toBe('FILE_NOT_READABLE');
  });
  it('is refused when its elements are nested beyond all use', async () =>
    expect(await faultOf('plan.docx', word('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)))).toBe(
      'FILE_NOT_READABLE',
    ));
  it('is refused when it defines words that multiply', async () => {
    const laughs = `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document ${W}><w:body>&c;</w:body></w:document>`;
    expect(await faultOf('plan.docx', zipOf({ 'word/document.xml': laughs }))).toBe('FILE_NOT_READABLE');
  });
  it('is refused when it has more rows than any plan', async () => {
    const row = (index: number): string => `<row r="${index}"><c r="A${index}" t="str"><v>x</v></c></row>`;
    const rows = Array.from({ length: 25_000 }, (_unused, index) => row(index + 1)).join('');
    expect(await faultOf('plan.xlsx', sheet(rows))).toBe('FILE_HAS_TOO_MANY_ROWS');
    expect(await faultOf('plan.txt', 'một dòng\n'.repeat(30_000))).toBe('FILE_HAS_TOO_MANY_ROWS');
  });
  it('is read when one cell claims to cover a million rows', async () => {
    const began = performance.now();
    const merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    expect(await faultOf('plan.xlsx', sheet('<row r="1"><c r="A1" t="str"><v>x</v></c></row>', merged))).toBe(
      'NO_TABLE',
    );
    expect(performance.now() - began).toBeLessThan(2000);
  });
  it('is refused when it unpacks to far more than it says', async () => {
    const bomb = Buffer.from(zipOf({ 'word/document.xml': Buffer.alloc(80 * 1024 * 1024, 0x20) }));
    // The directory claims a small size; what unpacks does not.
    const entry = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bomb.writeUInt32LE(1000, entry + 24);
    expect(await faultOf('plan.docx', bomb)).toBe('FILE_EXPANDS_TOO_MUCH');
  });
  it('is refused when a PDF has a password', async () => {
    const key = `<${'5a'.repeat(32)}>`;
    const locked = Buffer.from(drawnPdf(plan, { ruled: true, middle: false }))
      .toString('latin1')
      .replace(
        /trailer << /,
        `trailer << /ID [${key} ${key}] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> `,
      );
    expect(await faultOf('plan.pdf', Buffer.from(locked, 'latin1'))).toBe('FILE_HAS_PASSWORD');
  });
  it('is refused when a PDF is a picture of a page', async () => {
    const scan = await PDFDocument.create();
    scan.addPage().drawRectangle({ x: 10, y: 10, width: 100, height: 100 });
    expect(await faultOf('scan.pdf', await scan.save())).toBe('NO_TEXT_LAYER');
  });
  it('is refused by its content, whatever its name says', async () => {
    expect(await faultOf('plan.docx', 'chỉ là chữ')).toBe('FILE_TYPE_UNKNOWN');
    expect(await faultOf('plan.txt', new Uint8Array([0, 1, 2, 3, 0]))).toBe('FILE_TYPE_UNKNOWN');
    expect(await faultOf('plan.docx', zipOf({ 'readme.txt': 'x' }))).toBe('FILE_TYPE_UNKNOWN');
    expect(await faultOf('plan.txt', '')).toBe('NO_TABLE');
  });
});

describe('a document without tasks', () => {
  it('says so, and hands over what could be read of it', async () => {
    const { reviewReading } = await import('../src/importing/import-document.ts');
    const text = [
      'ỦY BAN NHÂN DÂN TỈNH THANH HÓA',
      'Số: 9/KH-UBND',
      'Thanh Hóa, ngày 1 tháng 8 năm 2025',
      'KẾ HOẠCH',
      'Nghỉ hè',
    ];
    const read = reviewReading(await readFile('plan.txt', bytesOf(text.join('\n'))), { directory });
    expect(read).toMatchObject({ document: { number: '9/KH-UBND', issuedOn: '2025-08-01' }, tasks: [] });
    expect(read.lines).toHaveLength(5);
    expect(read.findings.map(({ code }) => code)).toEqual(['NO_TABLE']);
  });
});

describe('a plan of a thousand tasks', () => {
  it('is read within seconds', async () => {
    const long = longPlan(1000);
    const { tasks } = importReading(await readFile('long.txt', bytesOf(tabSeparated(long, usual))), { directory });
    expect(tasks).toHaveLength(1000);
  });
});
