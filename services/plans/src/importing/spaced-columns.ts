import type { Lane } from './pdf-lanes.ts';
import type { PdfText } from './pdf-lines.ts';
import type { Line } from './reading.ts';
import { sectionCode, taskNumber } from './task-rows.ts';

/** In text that keeps its columns with spaces all letters are equally wide. */
const WIDTH = 6;
export const HEIGHT = 12;
/** How far the words of a column stray to the left, where those before them need the room, and to the right. */
const STRAY_LEFT = 4;
const STRAY_RIGHT = 2;
/** How far from the column's beginning the words are still parted, where only one space is left. */
const REACH = 5;

interface Piece {
  text: string;
  from: number;
}

const piecesOf = (line: Line): Piece[] =>
  [...line.text.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ text: match[0], from: match.index }));

const textOf = (line: Line, { text, from }: Piece): PdfText => ({
  text,
  x: from * WIDTH,
  y: (line.position.line ?? 0) * HEIGHT,
  width: text.length * WIDTH - 1,
  height: HEIGHT - 2,
});

export const textsOf = (line: Line): PdfText[] => piecesOf(line).map((piece) => textOf(line, piece));

/** The lines of a table with each piece in its column: where only one space is left between two cells, they are parted. */
export function alignedTexts(lines: readonly Line[], lanes: readonly Lane[]): PdfText[] {
  const pieces = lines.map(piecesOf);
  const lefts = leftsOf(pieces.flat(), lanes);
  return lines.flatMap((line, index) => {
    const own = pieces[index] ?? [];
    const parted = isTitle(own) ? titled(own) : own.flatMap((piece) => partedAt(piece, lefts));
    return parted.map((piece, place) => textOf(line, place === 0 && isCode(piece) ? piece : snapped(piece, lefts)));
  });
}

/** Where each column but the first usually begins: by most of its pieces, near its heading. */
function leftsOf(pieces: readonly Piece[], lanes: readonly Lane[]): number[] {
  const counts = new Map<number, number>();
  for (const { from } of pieces) counts.set(from, (counts.get(from) ?? 0) + 1);
  const lefts: number[] = [];
  for (const [index, lane] of lanes.entries()) {
    if (index === 0) continue;
    const least = Math.max((lefts.at(-1) ?? 0) + STRAY_LEFT, Math.ceil((lanes[index - 1]?.right ?? 0) / WIDTH));
    const most = Math.floor(lane.right / WIDTH);
    let best = Math.floor(lane.left / WIDTH);
    for (let at = least; at <= most; at += 1) if ((counts.get(at) ?? 0) > (counts.get(best) ?? 0)) best = at;
    lefts.push(best);
  }
  return lefts;
}

const isCode = ({ text }: Piece): boolean => sectionCode(text) !== null || taskNumber(text) !== null;

/** "II   Về dữ liệu": a title goes on over all columns. */
const isTitle = (pieces: readonly Piece[]): boolean =>
  pieces.length <= 2 && sectionCode((pieces[0]?.text ?? '').split(' ')[0] ?? '') !== null;

function titled([first, ...others]: readonly Piece[]): Piece[] {
  const match = /^(\S+) (.+)$/.exec(first?.text ?? '');
  if (!first || !match) return [...(first ? [first] : []), ...others];
  const code = match[1] ?? '';
  return [{ ...first, text: code }, { text: match[2] ?? '', from: first.from + code.length + 1 }, ...others];
}

const TORN = /^((Quý|Tháng|Ngày|Năm) [\dIVX]|(Sở|Ban|Bộ|Đảng|Tỉnh|Văn|Công|Ủy|Uỷ|Trung|Các|các|và) \p{L})/u;

/** Parts a piece that reaches from one column into the next, at the space that the columns are likeliest to leave. */
function partedAt(piece: Piece, lefts: readonly number[]): Piece[] {
  const left = lefts.find((at) => piece.from < at - 1 && !near(piece.from, at) && piece.from + piece.text.length > at);
  if (left === undefined) return [piece];
  let best: { at: number; cost: number } | null = null;
  for (const match of piece.text.matchAll(/ (?=\S)/g)) {
    const from = piece.from + match.index + 1;
    if (from < left - REACH || from > left + STRAY_RIGHT) continue;
    const before = piece.text.slice(0, match.index).split(' ').at(-1) ?? '';
    const opens = /^[\p{Lu}\d]/u.test(piece.text.slice(match.index + 1));
    // A capital after a small letter begins a cell; "Quý IV" and "Sở Y tế" are not parted.
    const begins = opens && !/^\p{Lu}/u.test(before);
    const torn = TORN.test(`${before} ${piece.text.slice(match.index + 1)}`);
    const cost = Math.abs(from - left) + (opens ? 0 : 1) - (begins ? 3 : 0) + (torn ? REACH : 0);
    if (!best || cost < best.cost) best = { at: match.index, cost };
  }
  const further = lefts.filter((at) => at > left);
  if (!best) return partedAt(piece, further);
  const rest = { text: piece.text.slice(best.at + 1), from: piece.from + best.at + 1 };
  return [{ text: piece.text.slice(0, best.at), from: piece.from }, ...partedAt(rest, further)];
}

const near = (from: number, left: number): boolean => from >= left - STRAY_LEFT && from <= left + STRAY_RIGHT;

/** A piece that strays a little from its column is put where the column begins, and ends before the next. */
function snapped(piece: Piece, lefts: readonly number[]): Piece {
  const left = lefts.find((at) => near(piece.from, at));
  return left === undefined ? piece : { ...piece, from: left };
}
