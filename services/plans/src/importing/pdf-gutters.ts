import { joinedWraps, type PdfTable } from './pdf-grid.ts';
import { linesOf, type PdfLine, type PdfText, wordsOf } from './pdf-lines.ts';
import type { CellRow } from './reading.ts';
import { columnsOf } from './table-columns.ts';
import { sectionCode, taskNumber } from './task-rows.ts';
import { fold } from './vietnamese-text.ts';

export interface GutterTable {
  table: PdfTable;
  rest: PdfText[];
  /** Where the columns are parted, for the pages that go on without a heading. */
  gutters: number[];
}

const NARROWEST = 3;

/** A table without rules: the white lanes between its columns tell the cells apart. */
export function gutterTable(
  texts: readonly PdfText[],
  earlier: readonly number[] | null,
  page: number,
): GutterTable | null {
  const lines = linesOf(texts);
  const start = lines.findIndex(
    (line) =>
      /^(stt|tt|so tt)\b/.test(fold(wordsOf(line))) ||
      /\b(chu tri|thoi (gian|han))\b.*\b(phoi hop|hoan thanh|chu tri|ket qua)\b/.test(fold(wordsOf(line))),
  );
  const headed = start !== -1;
  if (!headed && !earlier) return null;
  // A heading of several lines is set around its middle: its first lines stand above "STT".
  const top = headed ? headTop(lines, start) : 0;
  const body = lines.slice(top);
  const gutters = headed ? guttersOf(body, headLines(body)) : [...(earlier ?? [])];
  if (gutters.length < 2) return null;
  const rows = rowsOf(body, gutters, page);
  if (headed && !rows.slice(0, 3).some((_row, index) => columnsOf(headingOf(rows.slice(0, index + 1))))) return null;
  if (!headed && !rows.some((row) => taskNumber(row.cells[0]?.text ?? '') !== null)) return null;
  const box = { top: body[0]?.y ?? 0, bottom: (body.at(-1)?.y ?? 0) + 20, left: 0, right: 10_000 };
  return { table: { ...box, rows }, rest: lines.slice(0, top).flatMap((line) => line.texts), gutters };
}

const headingOf = (rows: readonly CellRow[]): string[] =>
  Array.from({ length: Math.max(0, ...rows.map((row) => row.cells.length)) }, (_unused, index) =>
    rows.map((row) => row.cells[index]?.text ?? '').join(' '),
  );

function headTop(lines: readonly PdfLine[], start: number): number {
  let top = start;
  while (
    top > 0 &&
    (lines[top]?.y ?? 0) - (lines[top - 1]?.y ?? 0) < (lines[top]?.height ?? 10) * 1.1 &&
    (lines[top - 1]?.texts[0]?.x ?? 0) > (lines[start]?.texts[0]?.x ?? 0) + 20
  )
    top -= 1;
  return top;
}

/** The lines of the heading: up to the first row or section. */
function headLines(body: readonly PdfLine[]): number {
  const first = body.findIndex((line, index) => {
    const word = line.texts[0]?.text.trim().split(/\s/)[0] ?? '';
    return index > 0 && (taskNumber(word) !== null || sectionCode(word) !== null) && !/[a-zđ]/.test(word);
  });
  return first === -1 ? Math.min(2, body.length) : first;
}

/** Lanes that no line of the heading and almost no other line crosses; titles of sections may. */
function guttersOf(lines: readonly PdfLine[], head: number): number[] {
  const right = Math.ceil(Math.max(0, ...lines.flatMap((line) => line.texts.map((text) => text.x + text.width))));
  const left = Math.floor(Math.min(right, ...lines.flatMap((line) => line.texts.map((text) => text.x))));
  const crossed = new Uint16Array(right + 2);
  for (const [index, line] of lines.entries()) {
    const weight = index < Math.min(head, 4) ? lines.length : 1;
    const own = new Uint8Array(right + 2);
    for (const text of line.texts)
      for (let x = Math.max(0, Math.floor(text.x)); x <= Math.min(right, Math.ceil(text.x + text.width) - 1); x += 1)
        own[x] = 1;
    for (let x = 0; x <= right; x += 1) crossed[x] = Math.min(60_000, (crossed[x] ?? 0) + (own[x] ?? 0) * weight);
  }
  const allowed = Math.floor(lines.length * 0.06);
  const gutters: number[] = [];
  let from: number | null = null;
  for (let x = left; x <= right; x += 1) {
    if ((crossed[x] ?? 0) <= allowed) from ??= x;
    else {
      if (from !== null && from > left && x - from >= NARROWEST) gutters.push((from + x) / 2);
      from = null;
    }
  }
  return gutters;
}

interface Laid {
  y: number;
  cells: string[];
}

function rowsOf(lines: readonly PdfLine[], gutters: readonly number[], page: number): CellRow[] {
  const laid: Laid[] = lines.map((line) => ({
    y: line.y,
    cells: Array.from({ length: gutters.length + 1 }, (_unused, column) =>
      wordsOf({ ...line, texts: line.texts.filter((text) => columnAt(text, gutters) === column) }),
    ),
  }));
  const starts = laid.flatMap(({ cells }, index) =>
    taskNumber(cells[0] ?? '') !== null || sectionCode(cells[0] ?? '') !== null ? [index] : [],
  );
  const numbered = starts.some((start) => taskNumber(laid[start]?.cells[0] ?? '') !== null);
  const cuts = !numbered
    ? gapCuts(laid)
    : starts.map((start, index) =>
        rowTop(laid, start, index === 0 ? headEnd(laid, start) : (starts[index - 1] ?? 0) + 1),
      );
  const bounds = [0, ...cuts, laid.length];
  return bounds.slice(0, -1).flatMap((from, index) => {
    const own = laid.slice(from, bounds[index + 1]);
    if (own.length === 0) return [];
    const cells = Array.from({ length: gutters.length + 1 }, (_unused, column) => ({
      text: joinedWraps(
        own
          .map(({ cells: words }) => words[column] ?? '')
          .filter((words) => words !== '')
          .join('\n'),
      ),
      span: 1,
      mergedFromAbove: false,
    }));
    return [{ cells, position: { page, row: index + 1 } }];
  });
}

/** Without numbers, rows are told apart by the wider gaps between them. */
function gapCuts(laid: readonly Laid[]): number[] {
  const gaps = laid.slice(1).map((line, index) => line.y - (laid[index]?.y ?? 0));
  const usual = [...gaps].sort((one, other) => one - other)[Math.floor(gaps.length * 0.4)] ?? 0;
  return gaps.flatMap((gap, index) => (gap > usual * 1.3 ? [index + 1] : []));
}

const columnAt = (text: PdfText, gutters: readonly number[]): number =>
  gutters.filter((gutter) => text.x + Math.min(text.width / 2, 12) > gutter).length;

const headEnd = (laid: readonly Laid[], start: number): number =>
  Math.min(start, laid.findIndex(({ cells }) => cells.some((cell) => cell !== '')) + 1);

/** A number may stand at the top of its row or at its middle: the row begins after the widest gap above the number. */
function rowTop(laid: readonly Laid[], start: number, earliest: number): number {
  let top = start;
  let widest = (laid[start]?.y ?? 0) - (laid[start - 1]?.y ?? Number.NEGATIVE_INFINITY);
  for (let index = start - 1; index >= earliest; index -= 1) {
    const gap = (laid[index]?.y ?? 0) - (laid[index - 1]?.y ?? Number.NEGATIVE_INFINITY);
    if (gap > widest * 1.15) {
      widest = gap;
      top = index;
    }
  }
  return top;
}
