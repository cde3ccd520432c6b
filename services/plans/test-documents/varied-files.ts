import ExcelJS from 'exceljs';
import { paragraph, zipOf } from './office-files.ts';
import { cellTexts, type GridRow, gridRows, type VariedPlan } from './varied-plan.ts';

const isTask = (row: GridRow): row is Exclude<GridRow, { code: string }> => !('code' in row);
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const numbered = (plan: VariedPlan): boolean => plan.columns[0]?.field === 'number';

export interface WordTraits {
  /** The same lead over neighbouring rows is one cell. */
  mergedLeads?: boolean;
  /** Rows begin anew in a second table, as after a page break put in by hand. */
  twoTables?: boolean;
  hiddenRow?: boolean;
  /** "Phân công" stands over the two columns of who leads and who helps. */
  twoRows?: boolean;
}

/** A Word file with its letterhead in a table of two cells, lists as paragraphs and section rows that span. */
export function wordPlan(
  plan: VariedPlan,
  { mergedLeads, twoTables, hiddenRow, twoRows }: WordTraits = {},
): Uint8Array {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${text
      .split(/\n|(?<=;) (?=\p{Lu})/u)
      .map(paragraph)
      .join('')}</w:tc>`;
  const line = (cells: readonly string[], properties = ''): string =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
  const heading = twoRows ? twoRowHeading(plan, cell, line) : line(plan.columns.map((column) => cell(column.heading)));
  let above: string | undefined;
  const rows = gridRows(plan).map((row) => {
    if (!isTask(row)) {
      above = undefined;
      return numbered(plan)
        ? line([cell(row.code), cell(row.title, `<w:gridSpan w:val="${plan.columns.length - 1}"/>`)])
        : line([cell(`${row.code}. ${row.title}`, `<w:gridSpan w:val="${plan.columns.length}"/>`)]);
    }
    const lead = row.cells.lead;
    const goesOn = mergedLeads && lead === above;
    above = lead;
    return line(
      plan.columns.map(({ field }) =>
        field === 'lead' && mergedLeads
          ? cell(goesOn ? '' : (row.cells[field] ?? ''), goesOn ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>')
          : cell(row.cells[field] ?? ''),
      ),
    );
  });
  if (hiddenRow)
    rows.splice(
      4,
      0,
      line(
        plan.columns.map(({ heading: words }) => cell(`Bỏ ${words}`)),
        '<w:hidden/>',
      ),
    );
  const half = Math.floor(rows.length / 2);
  const table = (own: readonly string[]): string => `<w:tbl><w:tblPr/>${heading}${own.join('')}</w:tbl>`;
  const letterhead = `<w:tbl>${line([cell(`${plan.head[0]}\n${plan.head[3]}`), cell(`${plan.head[1]}\n${plan.head[2]}`)])}</w:tbl>`;
  const body = [
    letterhead,
    ...plan.head.slice(4).map(paragraph),
    paragraph('PHỤ LỤC'),
    paragraph(plan.note),
    ...(twoTables ? [table(rows.slice(0, half)), paragraph(''), table(rows.slice(half))] : [table(rows)]),
  ].join('');
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
  });
}

/** A spreadsheet with its letterhead in the first rows, merged titles, hidden rows and an empty column before the table. */
export async function sheetPlan(plan: VariedPlan, { hidden = false, offset = 0 } = {}): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Phụ lục');
  const pad = Array.from({ length: offset }, () => '');
  const width = plan.columns.length + offset;
  for (const text of plan.head.filter((words) => words !== '')) {
    const added = sheet.addRow([text]);
    sheet.mergeCells(added.number, 1, added.number, width);
  }
  sheet.addRow([plan.note]);
  sheet.addRow([...pad, ...plan.columns.map(({ heading }) => heading)]);
  for (const [index, row] of gridRows(plan).entries()) {
    if (isTask(row)) {
      const figure = plan.columns.map(({ field }, column) =>
        field === 'number' && row.number !== null
          ? Number(row.number)
          : (cellTexts(plan, row)[column] ?? '').replaceAll(
              field === 'lead' || field === 'coordinating' ? '; ' : '\0',
              '\n',
            ),
      );
      sheet.addRow([...pad, ...figure]);
    } else {
      const added = sheet.addRow([...pad, ...(numbered(plan) ? [row.code, row.title] : [`${row.code}. ${row.title}`])]);
      sheet.mergeCells(added.number, offset + (numbered(plan) ? 2 : 1), added.number, width);
    }
    if (hidden && index === 5) sheet.addRow([...pad, ...plan.columns.map(() => 'Dòng đã bỏ')]).hidden = true;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function twoRowHeading(
  plan: VariedPlan,
  cell: (text: string, properties?: string) => string,
  line: (cells: readonly string[]) => string,
): string {
  const shared = (field: string): boolean => field === 'lead' || field === 'coordinating';
  const upper = plan.columns.flatMap(({ field, heading }) =>
    field === 'coordinating'
      ? []
      : [
          field === 'lead'
            ? cell('Phân công', '<w:gridSpan w:val="2"/>')
            : cell(heading, '<w:vMerge w:val="restart"/>'),
        ],
  );
  const lower = plan.columns.map(({ field, heading }) => (shared(field) ? cell(heading) : cell('', '<w:vMerge/>')));
  return line(upper) + line(lower);
}
