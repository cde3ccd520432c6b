import { wordsOfCell } from './pdf-cell-lines.ts';
import { linesOf, type PdfText } from './pdf-lines.ts';
import type { Cell, CellRow } from './reading.ts';

/** A ruled line; `at` is its height for one that lies, its distance from the left for one that stands. */
export interface Rule {
  lies: boolean;
  at: number;
  from: number;
  to: number;
}

export interface PdfTable {
  top: number;
  bottom: number;
  left: number;
  right: number;
  rows: CellRow[];
}

const NEAR = 3;

/** Tables whose cells are ruled: the texts of a page go into the cells that the rules enclose. */
export function ruledTables(rules: readonly Rule[], texts: readonly PdfText[], page: number): PdfTable[] {
  return connected(rules).flatMap((group) => {
    const xs = distinct(group.filter((rule) => !rule.lies).map((rule) => rule.at));
    const standing = group.filter((rule) => !rule.lies);
    // A row that breaks over the page is open below or above: there its side rules end.
    const ys = distinct([
      ...group.filter((rule) => rule.lies).map((rule) => rule.at),
      Math.min(...standing.map((rule) => rule.from)),
      Math.max(...standing.map((rule) => rule.to)),
    ]);
    if (xs.length < 3 || ys.length < 2) return [];
    const table = { top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, left: xs[0] ?? 0, right: xs.at(-1) ?? 0 };
    return [{ ...table, rows: filled(xs, ys, group, texts, page) }];
  });
}

export const inside = (table: Omit<PdfTable, 'rows'>, text: PdfText): boolean => {
  const middle = text.y + text.height / 2;
  return (
    middle > table.top - 1 &&
    middle < table.bottom + 1 &&
    text.x + text.width / 2 > table.left - 2 &&
    text.x + text.width / 2 < table.right + 2
  );
};

function distinct(places: readonly number[]): number[] {
  const kept: number[] = [];
  for (const place of [...places].sort((one, other) => one - other))
    if (kept.length === 0 || place - (kept.at(-1) ?? 0) > NEAR) kept.push(place);
  return kept;
}

/** Rules that touch belong to one table. */
function connected(rules: readonly Rule[]): Rule[][] {
  const groups: { rules: Rule[]; left: number; right: number; top: number; bottom: number }[] = [];
  const boxes = rules.map((rule) =>
    rule.lies
      ? { rules: [rule], left: rule.from, right: rule.to, top: rule.at, bottom: rule.at }
      : { rules: [rule], left: rule.at, right: rule.at, top: rule.from, bottom: rule.to },
  );
  for (const box of boxes.sort((one, other) => one.top - other.top)) {
    let merged = box;
    for (let index = groups.length - 1; index >= 0; index -= 1) {
      const group = groups[index];
      if (!group) continue;
      const apart =
        group.right < merged.left - NEAR ||
        group.left > merged.right + NEAR ||
        group.bottom < merged.top - NEAR ||
        group.top > merged.bottom + NEAR;
      if (apart) continue;
      merged = {
        rules: [...group.rules, ...merged.rules],
        left: Math.min(group.left, merged.left),
        right: Math.max(group.right, merged.right),
        top: Math.min(group.top, merged.top),
        bottom: Math.max(group.bottom, merged.bottom),
      };
      groups.splice(index, 1);
    }
    groups.push(merged);
  }
  return groups.map((group) => group.rules).filter((group) => group.length >= 5);
}

function filled(
  xs: readonly number[],
  ys: readonly number[],
  rules: readonly Rule[],
  texts: readonly PdfText[],
  page: number,
): CellRow[] {
  const stands = rules.filter((rule) => !rule.lies);
  const lies = rules.filter((rule) => rule.lies);
  const covers = (list: readonly Rule[], at: number, middle: number): boolean =>
    list.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from - 2 <= middle && rule.to + 2 >= middle);
  const rows: CellRow[] = [];
  const own = texts.filter((text) =>
    inside({ top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, left: xs[0] ?? 0, right: xs.at(-1) ?? 0 }, text),
  );
  let above: { left: number; text: string }[] = [];
  for (let row = 0; row + 1 < ys.length; row += 1) {
    const top = ys[row] ?? 0;
    const bottom = ys[row + 1] ?? 0;
    const cells: Cell[] = [];
    const line: { left: number; text: string }[] = [];
    let column = 0;
    while (column + 1 < xs.length) {
      let span = 1;
      while (column + span + 1 < xs.length && !covers(stands, xs[column + span] ?? 0, (top + bottom) / 2)) span += 1;
      const left = xs[column] ?? 0;
      const right = xs[column + span] ?? 0;
      const continued =
        row > 0 && !covers(lies, top, (left + right) / 2) && above.some((cell) => Math.abs(cell.left - left) <= NEAR);
      let end = row + 1;
      while (end + 1 < ys.length && !covers(lies, ys[end] ?? 0, (left + right) / 2)) end += 1;
      const box = { top, bottom: ys[end] ?? bottom, left, right };
      const text = continued
        ? (above.find((cell) => Math.abs(cell.left - left) <= NEAR)?.text ?? '')
        : wordsOfCell(
            linesOf(
              own.filter(
                (piece) =>
                  inside({ ...box, left: left - 1, right: right + 1 }, piece) &&
                  piece.x + piece.width / 2 > left &&
                  piece.x + piece.width / 2 <= right,
              ),
            ),
            left,
            right,
          );
      cells.push({ text, span, mergedFromAbove: continued });
      line.push({ left, text });
      column += span;
    }
    above = line;
    if (cells.some((cell) => cell.text !== '')) rows.push({ cells, position: { page, row: row + 1 } });
  }
  return rows;
}
