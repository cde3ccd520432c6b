import { CellFit, type Cells, IMPOSSIBLE } from './cell-fit.ts';
import type { Line } from './reading.ts';
import { type CutHints, textOf, type Word, wordsOf } from './row-words.ts';
import type { Column, Field } from './table-columns.ts';
import type { FieldWords } from './task-rows.ts';
import type { UnitMatcher } from './units/unit-matcher.ts';
import { joinLines } from './vietnamese-text.ts';

export interface CutRow {
  cells: Cells;
  cut: Partial<Record<Field, number>>;
  sources: FieldWords[];
}

/** Cuts a row that lost its cell marks: the cut whose every part reads best as what its column holds. */
export class CellCutter {
  readonly #columns: Column[];
  readonly #fit: CellFit;

  constructor(columns: readonly Column[], matcher: UnitMatcher, hints: CutHints) {
    this.#columns = columns.filter(({ field }) => field !== 'number');
    this.#fit = new CellFit(matcher, hints);
  }

  /** `parts`: the lines of the row, page by page; what follows a page break goes on in the same cells. */
  cut(parts: readonly (readonly Line[])[]): CutRow {
    let row: CutRow = { cells: {}, cut: {}, sources: [] };
    for (const lines of parts) row = this.#cutPart(wordsOf(lines), row);
    return row;
  }

  #cutPart(words: readonly Word[], earlier: CutRow): CutRow {
    if (words.length === 0) return earlier;
    const places = this.#fit.places(words);
    const fits = this.#fits(words, places, earlier);
    const last = places.length - 1;
    // ahead[c][p]: the best score with the first c columns ending at place p; behind[c][p]: of the columns after them.
    const ahead = this.#scored(places, (column, start, end) => fits(column, start, end), false);
    const behind = this.#scored(places, (column, start, end) => fits(column, start, end), true);
    const ends = [last];
    for (let column = this.#columns.length - 1; column > 0; column -= 1) {
      const end = ends[0] ?? last;
      ends.unshift(bestPlace(end, (start) => (ahead[column]?.[start] ?? IMPOSSIBLE) + fits(column, start, end)));
    }
    const total = ahead[this.#columns.length]?.[last] ?? IMPOSSIBLE;
    // How much worse the best cut is that ends this column elsewhere.
    const margins = ends.map((end, index) => {
      const other = places.map((_place, place) =>
        place === end
          ? IMPOSSIBLE
          : (ahead[index + 1]?.[place] ?? IMPOSSIBLE) + (behind[index + 1]?.[place] ?? IMPOSSIBLE),
      );
      return index === ends.length - 1 ? 10 : total - Math.max(IMPOSSIBLE, ...other);
    });
    return this.#filled(words, places, ends, margins, fits, earlier);
  }

  /** How well each column fits each stretch, with the price of beginning there. */
  #fits(
    words: readonly Word[],
    places: readonly number[],
    earlier: CutRow,
  ): (column: number, start: number, end: number) => number {
    const begins = places.map((place) => this.#fit.mayBeginUnits(words, place));
    const size = places.length;
    // Where a list of units has gone so wrong that more words cannot mend it.
    const hopeless = new Map<number, number>();
    const memo = new Float64Array(this.#columns.length * size * size).fill(Number.NaN);
    return (column, start, end) => {
      const key = (column * size + start) * size + end;
      let score = memo[key] ?? Number.NaN;
      if (Number.isNaN(score)) {
        const field = this.#columns[column]?.field ?? 'other';
        const from = places[start] ?? 0;
        const to = places[end] ?? 0;
        const units = field === 'lead' || field === 'coordinating';
        score =
          units &&
          to > from &&
          earlier.cells[field] === undefined &&
          (!begins[start] || end > (hopeless.get(column * size + start) ?? size))
            ? IMPOSSIBLE
            : this.#fit.fit(field, words, from, to, earlier.cells) +
              (to > from && from > 0 ? this.#fit.boundary(words, from) : 0);
        if (units && score < -9 && score > IMPOSSIBLE)
          hopeless.set(column * size + start, Math.min(end, hopeless.get(column * size + start) ?? size));
        memo[key] = score;
      }
      return score;
    };
  }

  #scored(
    places: readonly number[],
    fits: (column: number, start: number, end: number) => number,
    backwards: boolean,
  ): number[][] {
    const count = this.#columns.length;
    const last = places.length - 1;
    const scores = Array.from({ length: count + 1 }, () => places.map(() => IMPOSSIBLE));
    const origin = scores[backwards ? count : 0];
    if (origin) origin[backwards ? last : 0] = 0;
    for (let step = 0; step < count; step += 1) {
      const column = backwards ? count - 1 - step : step;
      const known = scores[backwards ? column + 1 : column] ?? [];
      const next = scores[backwards ? column : column + 1] ?? [];
      for (let one = 0; one <= last; one += 1) {
        const before = known[one] ?? IMPOSSIBLE;
        if (before <= IMPOSSIBLE / 2) continue;
        for (let other = backwards ? 0 : one; other <= (backwards ? one : last); other += 1) {
          const score = before + (backwards ? fits(column, other, one) : fits(column, one, other));
          if (score > (next[other] ?? IMPOSSIBLE)) next[other] = score;
        }
      }
    }
    return scores;
  }

  #filled(
    words: readonly Word[],
    places: readonly number[],
    ends: readonly number[],
    margins: readonly number[],
    fits: (column: number, start: number, end: number) => number,
    earlier: CutRow,
  ): CutRow {
    const row: CutRow = { cells: { ...earlier.cells }, cut: { ...earlier.cut }, sources: [...earlier.sources] };
    for (const [column, { field }] of this.#columns.entries()) {
      const start = column === 0 ? 0 : (ends[column - 1] ?? 0);
      const end = ends[column] ?? 0;
      const margin = Math.min(margins[column] ?? 10, column === 0 ? 10 : (margins[column - 1] ?? 10));
      const doubt = margin < 0.8 ? 0.72 : margin < 1.6 ? 0.79 : margin < 2.5 ? 0.88 : 1;
      if (end > start) {
        const text = textOf(words, places[start] ?? 0, places[end] ?? 0);
        row.cells[field] = joinLines([earlier.cells[field] ?? '', text]);
        row.sources.push(...wordsByLine(field, words.slice(places[start], places[end])));
        row.cut[field] = Math.min(earlier.cut[field] ?? 1, this.#surety(field, fits(column, start, end)), doubt);
      } else if (earlier.cells[field] === undefined) {
        row.cut[field] = Math.min(
          doubt,
          field === 'lead' || field === 'deadline' ? 0.78 : field === 'coordinating' ? 0.85 : 0.9,
        );
      }
    }
    return row;
  }

  #surety(field: Field, fit: number): number {
    if (field === 'content') return 0.93;
    return fit >= 2.5 ? 0.94 : fit >= 0.5 ? 0.88 : 0.72;
  }
}

/** The words of a cell, parted by the lines that they stand in. */
function wordsByLine(field: Field, words: readonly Word[]): FieldWords[] {
  const found: FieldWords[] = [];
  for (const { text, line } of words) {
    const last = found.at(-1);
    if (last && last.line === line) last.text += ` ${text}`;
    else if (line !== undefined) found.push({ field, line, text });
  }
  return found;
}

/** The place from which the best score comes. */
function bestPlace(end: number, score: (start: number) => number): number {
  let best = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let start = 0; start <= end; start += 1) {
    const own = score(start);
    if (own > top) {
      top = own;
      best = start;
    }
  }
  return best;
}
