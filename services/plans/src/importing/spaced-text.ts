import { appendixOf } from './appendix-titles.ts';
import { gutterTable } from './pdf-gutters.ts';
import { type LaneHeader, laneHeader } from './pdf-lanes.ts';
import type { PdfLine } from './pdf-lines.ts';
import type { Block, Line } from './reading.ts';
import { alignedTexts, HEIGHT, textsOf } from './spaced-columns.ts';
import { TABLE_END } from './wrapped-tables.ts';

/** Whether many lines hold words that are kept apart by spaces: text that was printed column by column. */
export function keepsColumns(lines: readonly Line[]): boolean {
  const spaced = lines.filter((line) => line.text.trim().split(/ {3,}/).length >= 2).length;
  return spaced > 8 && spaced > lines.length * 0.25 && laneHeader(pdfLines(lines)) !== null;
}

/** Tables whose columns are kept apart by spaces only, as some tools print a .pdf to text: one under each heading. */
export function spacedTables(lines: readonly Line[]): Block[] {
  const asLines = (some: readonly Line[]): Block[] => some.map((line) => ({ kind: 'line', line }));
  const header = laneHeader(pdfLines(lines));
  if (!header) return asLines(lines);
  const bottom = header.to + bodyLength(lines.slice(header.to));
  const table = tableUnder(lines, header, bottom);
  if (!table) return asLines(lines);
  return [...asLines(lines.slice(0, header.from)), table, ...spacedTables(lines.slice(bottom))];
}

/** The lines up to the next heading, the title of an appendix or the end of the table. */
function bodyLength(lines: readonly Line[]): number {
  const next = laneHeader(pdfLines(lines))?.from ?? -1;
  const end = lines.findIndex(({ text }) => TABLE_END.test(text) || appendixOf(text) !== undefined);
  return Math.min(...[next, end].filter((at) => at !== -1), lines.length);
}

function tableUnder(lines: readonly Line[], header: LaneHeader, bottom: number): Block | null {
  const body = lines.slice(header.to, bottom);
  const last = body.at(-1);
  // The number of the page stands between its last row and the heading of the next.
  if (bottom < lines.length && last && /^\s{10,}-?\s*\d{1,3}\s*-?\s*$/.test(last.text)) body.pop();
  const head = lines.slice(header.from, header.to).flatMap(textsOf);
  const found = gutterTable([...head, ...alignedTexts(body, header.lanes)], null, 1);
  if (!found) return null;
  const position = lines[header.from]?.position ?? {};
  const line = position.line ?? 1;
  return {
    kind: 'table',
    rows: found.table.rows.map((row) => ({ ...row, position: { line, row: row.position.row ?? 1 } })),
    position,
  };
}

const pdfLines = (lines: readonly Line[]): PdfLine[] =>
  lines.map((line) => ({ texts: textsOf(line), y: (line.position.line ?? 0) * HEIGHT, height: HEIGHT - 2 }));
