import type { Coded, FindingData } from './messages.ts';

/** Where something was read, for the reviewing page and for warnings. */
export interface Position {
  page?: number;
  line?: number;
  sheet?: string;
  table?: number;
  row?: number;
}

export interface Line {
  text: string;
  position: Position;
  /** The line ended in a space: most producers leave one where a sentence goes on. */
  goesOn: boolean;
  /** An empty line stood before it. */
  gapBefore: boolean;
  /** Its place among the lines of the whole document, once they are counted. */
  index?: number;
}

export interface Cell {
  /** Lines of the cell, joined by a line break. */
  text: string;
  /** How many columns it covers. */
  span: number;
  /** The lower part of a cell that covers several rows. */
  mergedFromAbove: boolean;
}

export interface CellRow {
  cells: Cell[];
  position: Position;
  /** Its place among the lines of the whole document, once they are counted. */
  index?: number;
}

/** Cells laid on the columns they cover: a cell over three columns stands in the first of them. */
export function laid(row: CellRow): Cell[] {
  return row.cells.flatMap((cell) => [
    cell,
    ...Array.from({ length: cell.span - 1 }, () => ({ text: '', span: 1, mergedFromAbove: false })),
  ]);
}

export type Block = { kind: 'line'; line: Line } | { kind: 'table'; rows: CellRow[]; position: Position };

export type Notice = Coded<FindingData> & { position: Position | null };

/** What the first two steps make of any file: lines and cells in reading order. */
export interface Reading {
  blocks: Block[];
  notices: Notice[];
}

export function whereOf(position: Position | null): string | null {
  if (!position) return null;
  const parts = [
    position.sheet === undefined ? null : `trang tính ${position.sheet}`,
    position.page === undefined ? null : `trang ${position.page}`,
    position.table === undefined ? null : `bảng ${position.table}`,
    position.row === undefined ? null : `hàng ${position.row}`,
    position.line === undefined ? null : `dòng ${position.line}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : null;
}
