import { joinedWraps } from './pdf-cell-lines.ts';
import type { PdfTable } from './pdf-grid.ts';
import { guttersBetween, laneHeader } from './pdf-lanes.ts';
import { linesOf, type PdfLine, type PdfText, wordsOf } from './pdf-lines.ts';
import type { CellRow } from './reading.ts';
import { sectionCode, taskNumber } from './task-rows.ts';
import { TABLE_END } from './wrapped-tables.ts';

export interface GutterTable {
  table: PdfTable;
  rest: PdfText[];
  /** Where the columns are parted, for the pages that go on without a heading. */
  gutters: number[];
}

/** A table without rules: the white lanes between its columns tell the cells apart. */
export function gutterTable(
  texts: readonly PdfText[],
  earlier: readonly number[] | null,
  page: number,
): GutterTable | null {
  const lines = linesOf(texts);
  const header = laneHeader(lines);
  if (!header && !earlier) return null;
  const top = header?.from ?? 0;
  const ends = lines.findIndex((line, index) => index >= (header?.to ?? 0) && TABLE_END.test(wordsOf(line)));
  const bottom = ends === -1 ? lines.length : ends;
  const head = lines.slice(top, header?.to ?? 0);
  const body = withoutPageNumber(lines.slice(header?.to ?? 0, bottom));
  const gutters = header ? guttersBetween(header, [...head, ...body]) : [...(earlier ?? [])];
  if (gutters.length < 2) return null;
  const rows = [...(head.length > 0 ? [head] : []), ...rowsOf(body, gutters)].map(
    (own, index): CellRow => ({
      cells: Array.from({ length: gutters.length + 1 }, (_unused, column) => ({
        text: joinedWraps(
          own
            .map((line) => cellOf(line, gutters, column))
            .filter((words) => words !== '')
            .join('\n'),
        ),
        span: 1,
        mergedFromAbove: false,
      })),
      position: { page, row: index + 1 },
    }),
  );
  if (!header && !continues(rows)) return null;
  const box = { top: lines[top]?.y ?? 0, bottom: (body.at(-1)?.y ?? 0) + 20, left: 0, right: 10_000 };
  const around = [...lines.slice(0, top), ...lines.slice(bottom)];
  return { table: { ...box, rows }, rest: around.flatMap((line) => line.texts), gutters };
}

/** Without a heading, words are a table when its columns hold them: rows with numbers, or with several cells each. */
const continues = (rows: readonly CellRow[]): boolean =>
  rows.some((row) => taskNumber(row.cells[0]?.text ?? '') !== null) ||
  rows.filter((row) => row.cells.filter(({ text }) => text !== '').length >= 3).length > rows.length / 2;

function withoutPageNumber(lines: readonly PdfLine[]): PdfLine[] {
  const isNumber = (line: PdfLine | undefined): boolean =>
    line !== undefined && line.texts.length === 1 && /^-?\s*\d{1,3}\s*-?$/.test(wordsOf(line));
  const end = lines.at(-1);
  const apart = (end?.y ?? 0) - (lines.at(-2)?.y ?? 0) > 1.8 * (end?.height ?? 10);
  return isNumber(end) && (apart || lines.length === 1) ? lines.slice(0, -1) : [...lines];
}

const cellOf = (line: PdfLine, gutters: readonly number[], column: number): string =>
  wordsOf({ ...line, texts: line.texts.filter((text) => columnAt(text, gutters) === column) });

const columnAt = (text: PdfText, gutters: readonly number[]): number =>
  gutters.filter((gutter) => text.x + Math.min(text.width / 2, 12) > gutter).length;

/** The lines of each row. */
function rowsOf(lines: readonly PdfLine[], gutters: readonly number[]): PdfLine[][] {
  if (lines.length === 0) return [];
  const first = lines.map((line) => cellOf(line, gutters, 0));
  const starts = first.flatMap((text, index) => (opensRow(text) ? [index] : []));
  const numbered = starts.some((start) => taskNumber(first[start] ?? '') !== null);
  const byGaps = gapCuts(lines, gutters);
  const cuts = numbered
    ? agrees(byGaps, starts, lines.length)
      ? byGaps
      : starts.map((start, index) => rowTop(lines, start, index === 0 ? 0 : (starts[index - 1] ?? 0) + 1))
    : byGaps.length > 0
      ? byGaps
      : capitalCuts(lines, gutters);
  const bounds = [0, ...cuts.filter((cut) => cut > 0), lines.length];
  return bounds.slice(0, -1).map((from, index) => lines.slice(from, bounds[index + 1]));
}

const opensRow = (text: string): boolean => taskNumber(text) !== null || sectionCode(text) !== null;

/** Whether every part between two gaps holds one number, except one that goes on from the page before. */
function agrees(cuts: readonly number[], starts: readonly number[], length: number): boolean {
  const bounds = [0, ...cuts, length];
  const counts = bounds
    .slice(0, -1)
    .map((from, index) => starts.filter((start) => start >= from && start < (bounds[index + 1] ?? length)).length);
  return counts.every((count, index) => count === 1 || (count === 0 && index === 0));
}

/** Rows stand further apart than the lines of one cell. */
function gapCuts(lines: readonly PdfLine[], gutters: readonly number[]): number[] {
  const pitch = pitchOf(lines, gutters);
  return lines.slice(1).flatMap((line, index) => (line.y - (lines[index]?.y ?? 0) > pitch * 1.25 ? [index + 1] : []));
}

/** The usual way from one line of a cell to its next. */
function pitchOf(lines: readonly PdfLine[], gutters: readonly number[]): number {
  const heights = lines.map(({ height }) => height).sort((one, other) => one - other);
  const height = heights[Math.floor(heights.length / 2)] ?? 10;
  const steps = Array.from({ length: gutters.length + 1 }, (_unused, column) => {
    const own = lines.filter((line) => cellOf(line, gutters, column) !== '').map(({ y }) => y);
    return own.slice(1).map((y, index) => y - (own[index] ?? 0));
  })
    .flat()
    .sort((one, other) => one - other);
  return Math.min(steps[Math.floor(steps.length * 0.2)] ?? height * 1.5, height * 1.5);
}

/** Where no gap tells, a row begins on a line on which the work and another column both begin. */
const capitalCuts = (lines: readonly PdfLine[], gutters: readonly number[]): number[] =>
  lines.flatMap((line, index) => {
    const begun = Array.from({ length: gutters.length + 1 }, (_unused, column) => cellOf(line, gutters, column)).filter(
      (text) => /^[\p{Lu}\d]/u.test(text),
    );
    return index > 0 && begun.length >= 2 && /^\p{Lu}/u.test(cellOf(line, gutters, 0)) ? [index] : [];
  });

/** A number may stand at the top of its row or at its middle: the row begins after the widest gap above the number. */
function rowTop(lines: readonly PdfLine[], start: number, earliest: number): number {
  const gapBefore = (index: number): number =>
    (lines[index]?.y ?? 0) - (lines[index - 1]?.y ?? Number.NEGATIVE_INFINITY);
  let top = start;
  let widest = gapBefore(start);
  for (let index = start - 1; index >= earliest; index -= 1) {
    const gap = gapBefore(index);
    if (gap > widest * 1.15) {
      widest = gap;
      top = index;
    }
  }
  return top;
}
