import type { Position } from './reading.ts';
import type { Column, Field } from './table-columns.ts';

/** One task as it stands in its table, before its fields are read. */
export interface TaskRow {
  kind: 'task';
  number: string | null;
  cells: Partial<Record<Field, string>>;
  /** How sure it is that a cell was cut out rightly; 1 where the document marks its cells. */
  cut: Partial<Record<Field, number>>;
  position: Position;
  /** The row carries on over a page or was put together from parts. */
  joined: boolean;
  /** The lines of the document that it was read from, and the words of each field in them. */
  lines: number[];
  sources: FieldWords[];
}

/** Words of a field, as they stand in one line of the document. */
export interface FieldWords {
  field: Field;
  line: number;
  text: string;
  /** The cell of that line, where it is a row of cells. */
  cell?: number;
}

export interface SectionRow {
  kind: 'section';
  code: string | null;
  title: string;
  position: Position;
  line: number | null;
  /** Its heading is not in the document; the counts and the next code tell of it. */
  inferred?: boolean;
}

/** A row that lost its beginning: only its tail stands in the document. */
export interface LostRow {
  kind: 'lost';
  text: string;
  position: Position;
  line: number | null;
}

export type TableRow = TaskRow | SectionRow | LostRow;

export interface TaskTable {
  columns: Column[];
  appendix: string | null;
  /** The line of the appendix's title. */
  appendixLine: number | null;
  rows: TableRow[];
  position: Position;
  /** How many rows its heading takes, where it has marked cells. */
  headerHeight?: number;
}

const ROMAN = /^(?=[IVX])(X{0,2}(?:IX|IV|V?I{0,3}))$/;
const ARABIC = /^(\d{1,3}(?:\.\d{1,3}){0,3})$/;

const bare = (text: string): string =>
  text
    .trim()
    .replace(/^[(*]+|[)*]+$/g, '')
    .replace(/[.):]+$/, '')
    .trim();

/** "II." → "II"; a letter counts too ("A", "B"). Null when the words are no section code. */
export function sectionCode(text: string): string | null {
  const code = bare(text).replace(/^(phần|mục|nhóm)\s+/iu, '');
  if (ROMAN.test(code)) return code;
  return /^[A-HĐ]$/u.test(code) ? code : null;
}

/** "15.1." → "15.1"; null when the words are no task number. */
export function taskNumber(text: string): string | null {
  const number = bare(text).replace(/\s+/g, '');
  if (ARABIC.test(number)) return number;
  return /^[a-zđ]$/u.test(number) || /^[IVX]+\.\d{1,3}$/.test(number) ? number : null;
}

const ROMAN_VALUES: Record<string, number> = { I: 1, V: 5, X: 10 };
export function romanValue(code: string): number | null {
  if (!ROMAN.test(code)) return null;
  let value = 0;
  for (const [index, letter] of [...code].entries()) {
    const own = ROMAN_VALUES[letter] ?? 0;
    value += own < (ROMAN_VALUES[code[index + 1] ?? ''] ?? 0) ? -own : own;
  }
  return value;
}

/** "15" is the heading over "15.1", "15.2"; "1" over "a", "b" likewise. */
export const isSubOf = (number: string | null, parent: string | null): boolean =>
  number !== null && parent !== null && (number.startsWith(`${parent}.`) || /^[a-zđ]$/u.test(number));

/** Rows whose only use is to stand over their sub-rows are headings, not tasks. */
export function withoutParents(rows: readonly TableRow[]): TableRow[] {
  return rows.filter((row, index) => {
    if (row.kind !== 'task') return true;
    const next = rows[index + 1];
    if (next?.kind !== 'task' || !isSubOf(next.number, row.number)) return true;
    return Boolean(row.cells.lead && row.cells.deadline);
  });
}
