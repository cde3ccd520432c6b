import type { Line } from './reading.ts';
import type { FieldWords } from './task-rows.ts';
import type { RowStart } from './wrapped-rows.ts';

export interface OpenRow {
  start: RowStart;
  first: Line;
  parts: Line[][];
  /** Nothing in the text tells where this row begins and ends. */
  guessed?: boolean;
}

/** The lines that a row was read from, and its words in them; its number stands in the first. */
export function standing(
  { start, first, parts }: OpenRow,
  sources: FieldWords[],
): { lines: number[]; sources: FieldWords[] } {
  const lines = [first, ...parts.flat()].map((line) => line.index).filter((index) => index !== undefined);
  const number: FieldWords[] =
    start.code === '' || first.index === undefined ? [] : [{ field: 'number', line: first.index, text: start.code }];
  return { lines: [...new Set(lines)], sources: [...number, ...sources] };
}

/** How sure a cell is whose row nothing bounds. */
export const GUESSED = 0.7;

export const looseRow = (lines: readonly Line[]): OpenRow => ({
  start: { kind: 'task', code: '', rest: '' },
  first: lines[0] as Line,
  parts: [[...lines]],
});

/** The lines of a section's title; more than a few lines under it are rows without numbers. */
export function titleLength(lines: readonly Line[]): number {
  if (lines.length < 6) return lines.length;
  const next = lines.findIndex((line, index) => index > 0 && line.gapBefore);
  return next > 0 && next < 5 ? next : 1;
}

/** A figure alone at the end of a page is the page's number. */
export function withoutPageNumber(page: readonly Line[], more: boolean): Line[] {
  const last = page.at(-1);
  return more && last && page.length > 1 && /^\s*-?\s*\d{1,3}\s*-?\s*$/.test(last.text) ? page.slice(0, -1) : [...page];
}
