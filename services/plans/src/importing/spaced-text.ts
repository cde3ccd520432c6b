import { gutterTable } from './pdf-gutters.ts';
import { laneHeader } from './pdf-lanes.ts';
import type { PdfLine, PdfText } from './pdf-lines.ts';
import type { Block, Line } from './reading.ts';
import { TABLE_END } from './wrapped-tables.ts';

/** One letter of text that keeps its columns with spaces is as wide as any other. */
const WIDTH = 6;
const HEIGHT = 12;

/** Whether many lines hold words that are kept apart by spaces: text that was printed column by column. */
export function keepsColumns(lines: readonly Line[]): boolean {
  const spaced = lines.filter((line) => line.text.trim().split(/ {3,}/).length >= 2).length;
  return spaced > 8 && spaced > lines.length * 0.25 && laneHeader(pdfLines(lines)) !== null;
}

/** Tables whose columns are kept apart by spaces only, as some tools print a .pdf to text. */
export function spacedTables(lines: readonly Line[]): Block[] {
  const asLines = (some: readonly Line[]): Block[] => some.map((line) => ({ kind: 'line', line }));
  const header = laneHeader(pdfLines(lines));
  const top = header?.from ?? -1;
  const end = lines.findIndex((line, index) => index > (header?.to ?? 0) && TABLE_END.test(line.text));
  const bottom = end === -1 ? lines.length : end;
  const found = header && gutterTable(lines.slice(top, bottom).flatMap(textsOf), null, 1);
  if (!found) return asLines(lines);
  const position = lines[top]?.position ?? {};
  const rows = found.table.rows.map((row) => ({
    ...row,
    position: { line: position.line ?? 1, row: row.position.row ?? 1 },
  }));
  return [...asLines(lines.slice(0, top)), { kind: 'table', rows, position }, ...asLines(lines.slice(bottom))];
}

const pdfLines = (lines: readonly Line[]): PdfLine[] =>
  lines.map((line) => ({ texts: textsOf(line), y: (line.position.line ?? 0) * HEIGHT, height: HEIGHT - 2 }));

function textsOf(line: Line): PdfText[] {
  const texts: PdfText[] = [];
  for (const match of line.text.matchAll(/\S+(?: \S+)*/g)) {
    texts.push({
      text: match[0],
      x: match.index * WIDTH,
      y: (line.position.line ?? 0) * HEIGHT,
      width: match[0].length * WIDTH - 1,
      height: HEIGHT - 2,
    });
  }
  return texts;
}
