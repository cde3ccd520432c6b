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
}

export type Block = { kind: 'line'; line: Line } | { kind: 'table'; rows: CellRow[]; position: Position };

export interface Notice {
  code: string;
  message: string;
  position: Position | null;
}

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
