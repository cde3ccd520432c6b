import { crc32, deflateRawSync } from 'node:zlib';
import type { SamplePlan } from './sample-plan.ts';
import { cellOf, type Headings, headLines, rowsOf } from './text-layouts.ts';

/** A minimal zip: enough for what Office files need. */
export function zipOf(parts: Record<string, string | Uint8Array>, options: { encrypted?: boolean } = {}): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(options.encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, nameBytes]));
    chunks.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, entries, end]);
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
export const paragraph = (text: string): string => `<w:p>${text === '' ? '' : run(text)}</w:p>`;
const numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
const cell = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

export interface WordOptions {
  /** Word prints the numbers by itself; the text does not hold them. */
  ownNumbers?: boolean;
  /** Further parts, such as a macro. */
  parts?: Record<string, string>;
  before?: string;
}

export function wordFile(plan: SamplePlan, { order, words }: Headings, options: WordOptions = {}): Uint8Array {
  const rows = rowsOf(plan).map((row) => {
    if (!('task' in row))
      return `<w:tr>${cell(paragraph(row.section))}${cell(paragraph(row.title), `<w:gridSpan w:val="${order.length - 1}"/>`)}</w:tr>`;
    const cells = order.map((column) => {
      if (column === 'number' && options.ownNumbers) return cell(numbered);
      const lines =
        column === 'lead' || column === 'coordinating'
          ? cellOf(row.task, column).split('; ')
          : [cellOf(row.task, column)];
      return cell(lines.map(paragraph).join(''));
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const heading = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${order.map((column) => cell(paragraph(words[column]))).join('')}</w:tr>`;
  const body = [
    ...headLines(plan).map(paragraph),
    options.before ?? '',
    paragraph('PHỤ LỤC'),
    paragraph('DANH MỤC VIỆC CẦN LÀM'),
    paragraph(plan.note),
    `<w:tbl><w:tblPr/>${heading}${rows.join('')}</w:tbl>`,
  ].join('');
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': NUMBERING,
    ...options.parts,
  });
}

interface Merged {
  span?: number;
  merge?: 'begins' | 'goes on';
}
const mergedCell = (text: string, { span, merge }: Merged = {}): string =>
  cell(
    text.split('\n').map(paragraph).join(''),
    `${span ? `<w:gridSpan w:val="${span}"/>` : ''}${merge ? `<w:vMerge${merge === 'begins' ? ' w:val="restart"' : ''}/>` : ''}`,
  );

/** A heading of two rows, cells merged down and across, sub-rows, columns for the head and the state of a task. */
export function mergedWordFile(): Uint8Array {
  const begins: Merged = { merge: 'begins' };
  const on: Merged = { merge: 'goes on' };
  const line = (...cells: (string | [string, Merged])[]): string =>
    `<w:tr>${cells.map((text) => (typeof text === 'string' ? mergedCell(text) : mergedCell(...text))).join('')}</w:tr>`;
  const rows = [
    line(
      ['TT', begins],
      ['Nội dung công việc', begins],
      ['Phân công', { span: 2 }],
      ['Lãnh đạo phụ trách', begins],
      ['Thời gian', begins],
      ['Tình trạng', begins],
      ['Ghi chú', begins],
    ),
    line(['', on], ['', on], 'Chủ trì', 'Phối hợp', ['', on], ['', on], ['', on], ['', on]),
    line('(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'),
    line(['A. VIỆC CHUNG', { span: 8 }]),
    line(
      '1',
      'Gộp ba cuốn sổ trực thành một cuốn',
      ['Văn phòng UBND tỉnh', begins],
      'Sở Nội vụ\nCông an tỉnh',
      'Phó Chủ tịch phụ trách nội chính',
      'Trước 01/10/2025',
      'Đang thực hiện',
      'Thông báo số 12/TB-UBND',
    ),
    line('2', 'Bỏ sổ giấy ở nơi đã dùng máy', ['', on], '', '', 'Năm 2026', '', ''),
    line('3', 'Làm hai việc nhỏ sau:', '', '', '', '', '', ''),
    line('3.1', 'Dán nhãn lên giá', 'Sở Tài chính', '', '', 'Tháng 12/2025', '', ''),
    line('3.2', 'Ghi số lên nhãn', 'Sở Tài chính', '', '', 'Tháng 12/2025', '', ''),
    line(
      ['4', begins],
      ['Họp một buổi với từng bên', begins],
      'Sở Tư pháp',
      'Sở Y tế',
      '',
      ['Quý I/2026', begins],
      '',
      '',
    ),
    line(['', on], ['', on], 'Sở Xây dựng', '', '', ['', on], '', ''),
  ];
  const body = [
    'ỦY BAN NHÂN DÂN TỈNH THANH HÓA',
    'Số: 5/KH-UBND',
    'Thanh Hóa, ngày 2 tháng 9 năm 2025',
    'KẾ HOẠCH',
    'Sắp lại sổ sách',
  ]
    .map(paragraph)
    .join('');
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${W}><w:body>${body}<w:tbl>${rows.join('')}</w:tbl></w:body></w:document>`,
  });
}
