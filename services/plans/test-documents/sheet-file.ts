import ExcelJS from 'exceljs';
import type { SamplePlan } from './sample-plan.ts';
import { cellOf, type Headings, rowsOf } from './text-layouts.ts';

/** A spreadsheet with merged section rows, days as dates, a hidden row and a hidden sheet. */
export async function sheetFile(
  plan: SamplePlan,
  { order, words }: Headings,
  { hiddenRow = false } = {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Phụ lục');
  sheet.addRow(['PHỤ LỤC']);
  sheet.addRow([plan.note]);
  sheet.mergeCells(1, 1, 1, order.length);
  sheet.mergeCells(2, 1, 2, order.length);
  sheet.addRow(order.map((column) => words[column]));
  for (const row of rowsOf(plan)) {
    if ('task' in row) {
      const added = sheet.addRow(
        order.map((column) => {
          const text = cellOf(row.task, column);
          if (column === 'number') return Number(text);
          const day = column === 'deadline' ? /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) : null;
          return day
            ? new Date(Date.UTC(Number(day[3]), Number(day[2]) - 1, Number(day[1])))
            : text.replaceAll('; ', '\n');
        }),
      );
      const at = order.indexOf('deadline') + 1;
      added.getCell(at).numFmt = 'dd/mm/yyyy';
    } else {
      const added = sheet.addRow([row.section, row.title]);
      sheet.mergeCells(added.number, 2, added.number, order.length);
    }
  }
  if (hiddenRow) sheet.addRow(order.map((column) => (column === 'number' ? 99 : 'Dòng đã bỏ'))).hidden = true;
  const hidden = book.addWorksheet('Nháp');
  hidden.state = 'hidden';
  hidden.addRow(['không đọc']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
