import type { PdfLine, PdfText } from './pdf-lines.ts';
import { columnsOf } from './table-columns.ts';
import { sectionCode, taskNumber } from './task-rows.ts';

export interface Lane {
  left: number;
  right: number;
}

export interface LaneHeader {
  /** Lines from `from` up to, without, `to`. */
  from: number;
  to: number;
  lanes: Lane[];
}

const TALLEST = 6;

/** The heading of a table without rules: a few lines whose words, read lane by lane, are headings of columns. */
export function laneHeader(lines: readonly PdfLine[]): LaneHeader | null {
  for (let last = 0; last < lines.length; last += 1) {
    let best: (LaneHeader & { known: number }) | null = null;
    for (let height = 1; height <= TALLEST && height <= last + 1; height += 1) {
      const own = lines.slice(last - height + 1, last + 1);
      if (height > 1 && gapAfter(own, 0) > 2.2 * (own[0]?.height ?? 0)) break;
      const lanes = lanesOf(own.flatMap((line) => line.texts));
      const columns = lanes.length < 3 ? null : columnsOf(headingsOf(own, lanes));
      const known = columns?.filter(({ field }) => field !== 'other').length ?? 0;
      if (columns && known > (best?.known ?? 0)) best = { from: last - height + 1, to: last + 1, lanes, known };
    }
    if (best) return grown(lines, best, best.known);
  }
  return null;
}

/** Further lines belong to the heading as long as they make its words no worse and open no row. */
function grown(lines: readonly PdfLine[], header: LaneHeader, known: number): LaneHeader {
  let { to, lanes } = header;
  let count = known;
  while (to < lines.length && to - header.from < TALLEST) {
    const line = lines[to];
    const first = line?.texts[0]?.text.trim().split(/\s/)[0] ?? '';
    if (!line || taskNumber(first) !== null || sectionCode(first.replace(/[.:]+$/, '')) !== null) break;
    if (gapAfter(lines, to - 1) > 1.45 * line.height) break;
    const own = lines.slice(header.from, to + 1);
    const wider = lanesOf(own.flatMap((other) => other.texts));
    const columns = wider.length < lanes.length ? null : columnsOf(headingsOf(own, wider));
    const next = columns?.filter(({ field }) => field !== 'other').length ?? 0;
    if (next < count) break;
    count = next;
    lanes = wider;
    to += 1;
  }
  return { from: header.from, to, lanes };
}

const gapAfter = (lines: readonly PdfLine[], index: number): number =>
  (lines[index + 1]?.y ?? 0) - (lines[index]?.y ?? 0);

/** Texts that overlap from side to side, or stand a mere space apart, are in one lane. */
function lanesOf(texts: readonly PdfText[]): Lane[] {
  const lanes: Lane[] = [];
  for (const { x, width, height } of [...texts].sort((one, other) => one.x - other.x)) {
    const last = lanes.at(-1);
    if (last && x - last.right < height * 0.6) last.right = Math.max(last.right, x + width);
    else lanes.push({ left: x, right: x + width });
  }
  return lanes;
}

const headingsOf = (lines: readonly PdfLine[], lanes: readonly Lane[]): string[] =>
  lanes.map(({ left, right }) =>
    lines
      .flatMap((line) => line.texts.filter(({ x }) => x >= left - 1 && x <= right).map(({ text }) => text.trim()))
      .join(' '),
  );

/** Between two headings, where the fewest lines of the table cross from one column into the next. */
export function guttersBetween({ lanes }: LaneHeader, body: readonly PdfLine[]): number[] {
  return lanes.slice(1).map((lane, index) => {
    const from = Math.ceil(lanes[index]?.right ?? 0);
    const to = Math.floor(lane.left);
    let best = { at: (from + to) / 2, crossed: Number.POSITIVE_INFINITY, width: 0 };
    let run: { start: number; crossed: number } | null = null;
    for (let x = from; x <= to + 1; x += 1) {
      const crossed =
        x > to
          ? Number.NaN
          : body.filter((line) => line.texts.some((text) => text.x < x && text.x + text.width > x)).length;
      if (run && crossed === run.crossed) continue;
      if (run) {
        const width = x - run.start;
        if (run.crossed < best.crossed || (run.crossed === best.crossed && width > best.width))
          best = { at: run.start + (width - 1) / 2, crossed: run.crossed, width };
      }
      run = { start: x, crossed };
    }
    return best.at;
  });
}
