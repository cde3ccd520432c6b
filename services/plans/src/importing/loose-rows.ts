import { type CellFit, EMPTY } from './cell-fit.ts';
import type { Line } from './reading.ts';
import { type CutHints, wordsOf } from './row-words.ts';
import type { Column, Field } from './table-columns.ts';
import { joinLines } from './vietnamese-text.ts';

const IMPOSSIBLE = -1e6;
/** What it costs that a line goes on with the cell above it. */
const GOES_ON = -1.5;
/** What it costs that a row begins with a small letter. */
const SMALL_OPENING = -12;
const LONG = 45;

interface Step {
  score: number;
  /** The column of the line before; null at the beginning. */
  from: number | null;
}

/** Rows that carry no number, one cell per line: every line gets a column, and a row begins where the columns begin again. */
export function looseRows(
  lines: readonly Line[],
  all: readonly Column[],
  fit: CellFit,
  { spacesTell, gapsTell }: CutHints,
): Line[][] {
  // Where spaces or gaps tell which lines are of one cell, whole cells are given their columns.
  const cells: Line[][] = [];
  for (const line of lines) {
    const cell = cells.at(-1);
    const goesOn = spacesTell ? cell?.at(-1)?.goesOn : gapsTell ? !line.gapBefore : false;
    if (cell && goesOn) cell.push(line);
    else cells.push([line]);
  }
  const joined = cells.map((cell): Line => ({ ...(cell[0] as Line), text: joinLines(cell.map(({ text }) => text)) }));
  const own = new Map(joined.map((line, index) => [line, cells[index] ?? []]));
  return rowsOfLines(joined, all, fit).map((row) => row.flatMap((line) => own.get(line) ?? []));
}

function rowsOfLines(lines: readonly Line[], all: readonly Column[], fit: CellFit): Line[][] {
  const columns = all.filter(({ field }) => field !== 'number');
  const contentAt = columns.findIndex(({ field }) => field === 'content');
  if (contentAt !== 0 || lines.length < 3) return [];
  const scores = lines.map((line) => columns.map(({ field }) => lineFit(fit, field, line)));
  const steps: Step[][] = [];
  for (const [index, own] of scores.entries()) {
    const before = steps[index - 1];
    steps.push(
      own.map((score, column) => {
        if (!before) return { score: column === 0 ? score : IMPOSSIBLE, from: null };
        let best: Step = { score: IMPOSSIBLE, from: null };
        for (const [last, { score: sum }] of before.entries()) {
          const opens = column === 0 && last > 0 && /^[\p{Ll}),;]/u.test(lines[index]?.text.trim() ?? '');
          const total = sum + moved(columns, last, column, score) + (opens ? SMALL_OPENING : 0);
          if (total > best.score) best = { score: total, from: last };
        }
        return best;
      }),
    );
  }
  return rowsAlong(lines, steps, columns);
}

/** From the last line's column to this one: to the right in the same row, on in the same cell, or to a new row. */
function moved(columns: readonly Column[], last: number, column: number, score: number): number {
  if (column === 0 && last > 0) return score + empties(columns, last + 1, columns.length);
  if (column === last) return column === 0 ? Math.min(score, 0) + GOES_ON : GOES_ON;
  return column > last ? score + empties(columns, last + 1, column) : IMPOSSIBLE;
}

const empties = (columns: readonly Column[], from: number, to: number): number =>
  columns.slice(from, to).reduce((sum, { field }) => sum + (EMPTY[field] ?? 0), 0);

function lineFit(fit: CellFit, field: Field, line: Line): number {
  const words = wordsOf([line]);
  const score = fit.fit(field, words, 0, words.length, {});
  if (field !== 'content') return Math.max(score, -20);
  const names = Math.max(fit.fit('lead', words, 0, words.length, {}), fit.fit('deadline', words, 0, words.length, {}));
  return score + (line.text.trim().length > LONG ? 2 : 0) - (names > 2 ? 5 : 0);
}

function rowsAlong(lines: readonly Line[], steps: readonly Step[][], columns: readonly Column[]): Line[][] {
  const last = steps.at(-1)?.map(({ score }, column) => score + empties(columns, column + 1, columns.length)) ?? [];
  let column = last.indexOf(Math.max(...last));
  const taken: number[] = [];
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    taken.unshift(column);
    column = steps[index]?.[column]?.from ?? 0;
  }
  const rows: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const opens = taken[index] === 0 && (taken[index - 1] ?? 1) !== 0;
    if (opens || rows.length === 0) rows.push([line]);
    else rows.at(-1)?.push(line);
  }
  return rows;
}
