/** A plan of the Party committee in our own words, as the files in which it could reach an officer. */
import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { openBrowser } from './world.ts';

export interface PlanRow {
  number: string;
  content: string;
  lead: string;
  coordinating: string;
  deadline: string;
  result: string;
}

export interface PlanDocument {
  number: string;
  title: string;
  sections: { code: string; title: string; rows: PlanRow[] }[];
}

const row = (
  number: string,
  content: string,
  lead: string,
  coordinating: string,
  deadline: string,
  result: string,
): PlanRow => ({ number, content, lead, coordinating, deadline, result });

/** Six rows: five clear ones of both blocs, and one whose lead unit (row 4) is in no directory. */
export function planDocument(number: string): PlanDocument {
  return {
    number,
    title: 'đưa hồ sơ đảng viên và hồ sơ công việc lên mạng dùng chung của tỉnh',
    sections: [
      {
        code: 'I',
        title: 'Chuẩn bị (3 nhiệm vụ)',
        rows: [
          row(
            '1',
            'Rà soát máy trạm của từng văn phòng cấp ủy, lập bảng những máy cần thay',
            'Văn phòng Tỉnh ủy',
            'Các đảng ủy xã, phường',
            'Trước ngày 15/12/2025',
            'Bảng rà soát',
          ),
          row(
            '2',
            'Soạn quy định về người được mở, sửa và đóng một hồ sơ điện tử',
            'Ban Tổ chức Tỉnh ủy',
            'Văn phòng Tỉnh ủy; Sở Nội vụ',
            'Tháng 12/2025',
            'Quy định',
          ),
          row(
            '3',
            'Mở khóa học ba buổi cho cán bộ phụ trách hồ sơ ở cơ sở',
            'Sở Khoa học và Công nghệ',
            'Ban Tổ chức Tỉnh ủy, Sở Nội vụ',
            'Quý I/2026',
            'Danh sách học viên',
          ),
        ],
      },
      {
        code: 'II',
        title: 'Thực hiện (3 nhiệm vụ)',
        rows: [
          row(
            '4',
            'Chuyển hồ sơ giấy của năm 2025 sang bản điện tử có ký số',
            'Trạm Số hóa Liên cơ quan',
            'Văn phòng Tỉnh ủy',
            '30/6/2026',
            'Biên bản bàn giao',
          ),
          row(
            '5',
            'Kiểm tra an toàn của đường truyền giữa hai khối trước khi dùng chung',
            'Công an tỉnh',
            'Sở Khoa học và Công nghệ',
            '31/3/2026',
            'Kết quả kiểm tra',
          ),
          row(
            '6',
            'Báo cáo tình hình số hóa hồ sơ của từng đơn vị',
            'Văn phòng Tỉnh ủy',
            'Các sở, ban, ngành',
            'Hằng tháng',
            'Báo cáo',
          ),
        ],
      },
    ],
  };
}

const HEADINGS = ['TT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Kết quả'];
const cellsOf = (task: PlanRow): string[] => [
  task.number,
  task.content,
  task.lead,
  task.coordinating,
  task.deadline,
  task.result,
];
const headOf = ({ number, title }: PlanDocument): string[] => [
  'TỈNH ỦY THANH HÓA',
  `Số ${number}`,
  'Thanh Hóa, ngày 10 tháng 11 năm 2025',
  'KẾ HOẠCH',
  title,
  'Để làm theo Kế hoạch số 285-KH/TU ngày 27/6/2025, các cơ quan nhận những việc trong phụ lục.',
  'T/M BAN THƯỜNG VỤ',
];

/** `stamp` stands in the head of the document, where a marking would be. */
export async function wordFile(plan: PlanDocument, stamp?: string): Promise<Buffer> {
  const cell = (text: string, span = 1): TableCell =>
    new TableCell({
      columnSpan: span,
      verticalAlign: VerticalAlign.CENTER,
      children: [new Paragraph({ children: [new TextRun(text)] })],
    });
  const rows = plan.sections.flatMap(({ code, title, rows: tasks }) => [
    new TableRow({ children: [cell(code), cell(title, 5)] }),
    ...tasks.map((task) => new TableRow({ children: cellsOf(task).map((text) => cell(text)) })),
  ]);
  const document = new Document({
    sections: [
      {
        children: [
          ...[...(stamp ? [stamp] : []), ...headOf(plan)].map(
            (text) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(text)] }),
          ),
          new Paragraph({ pageBreakBefore: true, children: [new TextRun('PHỤ LỤC')] }),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            rows: [new TableRow({ tableHeader: true, children: HEADINGS.map((text) => cell(text)) }), ...rows],
          }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Printed by a real browser: a text layer, ruled cells, lines that wrap. */
export async function pdfFile(plan: PlanDocument): Promise<Buffer> {
  const context = await (await openBrowser()).newContext();
  const page = await context.newPage();
  const line = (cells: string[], tag: string): string =>
    `<tr>${cells.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  await page.setContent(`<html lang="vi"><meta charset="utf-8"><style>
    body { font: 13px serif } table { border-collapse: collapse; width: 100% } td, th { border: 1px solid; padding: 4px }
    </style>${headOf(plan)
      .map((text) => `<p>${text}</p>`)
      .join(
        '',
      )}<p style="break-before: page">PHỤ LỤC</p><table><thead>${line(HEADINGS, 'th')}</thead><tbody>${plan.sections
      .map(
        ({ code, title, rows }) =>
          `<tr><td>${code}</td><td colspan="5">${title}</td></tr>${rows.map((task) => line(cellsOf(task), 'td')).join('')}`,
      )
      .join('')}</tbody></table></html>`);
  const file = await page.pdf({ format: 'A4' });
  await context.close();
  return file;
}
