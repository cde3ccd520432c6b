import { strangeWordsInDeadline } from './deadlines.ts';
import type { Line } from './reading.ts';
import type { Column, Field } from './table-columns.ts';
import type { UnitMatcher } from './units/unit-matcher.ts';
import { fold, joinLines } from './vietnamese-text.ts';

interface Word {
  text: string;
  /** First word of its line. */
  opensLine: boolean;
  /** The line before it went on (ended in a space); only told for a line's first word. */
  wentOn: boolean;
  gapBefore: boolean;
}

export interface CutRow {
  cells: Partial<Record<Field, string>>;
  cut: Partial<Record<Field, number>>;
}

export interface CutHints {
  /** Whether a space at a line's end tells that its cell goes on: some producers leave one everywhere, some nowhere. */
  spacesTell: boolean;
  gapsTell: boolean;
}

export function hintsOf(lines: readonly Line[]): CutHints {
  const share = (test: (line: Line) => boolean): number => lines.filter(test).length / Math.max(1, lines.length);
  const on = share((line) => line.goesOn);
  const gaps = share((line) => line.gapBefore);
  return { spacesTell: on > 0.2 && on < 0.85, gapsTell: gaps > 0.05 && gaps < 0.6 };
}

const IMPOSSIBLE = -1e6;
const RESULT =
  /^(bao cao|ke hoach|quyet dinh|de an|van ban|chuong trinh|danh muc|nghi quyet|quy che|quy dinh|he thong|hoi nghi|phien hop|cong van|to trinh|ho so|du thao|huong dan|phuong an|co so du lieu|danh sach|bo (tai lieu|chi so|cau hoi|tieu chi|so lieu|quy trinh|san pham)|bang|co (bao cao|van ban|ke hoach|quyet dinh)|nen tang|ket qua|tai lieu|so lieu|du lieu|bien ban|chi thi|ket luan|thong bao|hop dong|lop|khoa|100%|\d+)\b/;
const REFERENCE =
  /\d+\s*-?\s*[-/]\s*\p{Lu}{1,5}|\b(QĐ|NQ|KH|TB|KL|CT|CV|NĐ|TT)\b|(kế hoạch|thông báo|quyết định|nghị quyết|công văn|kết luận|chỉ thị|nghị định)\s+(số\s+)?\d/iu;
const HEAD = /(đồng chí|đ\/c|phó chủ tịch|giám đốc|chủ tịch|bí thư|trưởng ban|chánh|thủ trưởng|trưởng phòng)/iu;
const STATUS = /^(đã|đang|chưa|hoàn thành|quá hạn|chậm|đúng hạn)/iu;
const DANGLING =
  /(^|\s)(và|của|các|với|cho|về|trong|từ|đến|bộ|sở|theo|là|được|hoặc|tại|bằng|cơ|quan|văn phòng|trung tâm|ủy ban|uỷ ban|công an)$/iu;
const LONGEST: Partial<Record<Field, number>> = {
  lead: 55,
  coordinating: 70,
  deadline: 24,
  result: 60,
  basis: 60,
  head: 25,
  status: 20,
  other: 40,
};

/** Cuts a row that lost its cell marks: the cut whose every part reads best as what its column holds. */
export class CellCutter {
  readonly #columns: Column[];
  readonly #matcher: UnitMatcher;
  readonly #hints: CutHints;
  readonly #unitFits = new Map<string, number>();

  constructor(columns: readonly Column[], matcher: UnitMatcher, hints: CutHints) {
    this.#columns = columns.filter(({ field }) => field !== 'number');
    this.#matcher = matcher;
    this.#hints = hints;
  }

  /** `parts`: the lines of the row, page by page; what follows a page break goes on in the same cells. */
  cut(parts: readonly (readonly Line[])[]): CutRow {
    let row: CutRow = { cells: {}, cut: {} };
    for (const lines of parts) row = this.#cutPart(wordsOf(lines), row);
    return row;
  }

  #cutPart(words: readonly Word[], earlier: CutRow): CutRow {
    if (words.length === 0) return earlier;
    const places = this.#places(words);
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
    const begins = places.map((place) => this.#mayBeginUnits(words, place));
    const size = places.length;
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
          units && to > from && !begins[start] && earlier.cells[field] === undefined
            ? IMPOSSIBLE
            : this.#fit(field, words, from, to, earlier) + (to > from && from > 0 ? this.#boundary(words, from) : 0);
        memo[key] = score;
      }
      return score;
    };
  }

  #mayBeginUnits(words: readonly Word[], at: number): boolean {
    const word = words[at];
    if (!word) return false;
    if (this.#couldBegin(words, at) || /^([-–+•]|khối)/iu.test(word.text)) return true;
    return word.opensLine && /^\p{Lu}/u.test(word.text) && !(this.#hints.spacesTell && word.wentOn);
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
    const row: CutRow = { cells: { ...earlier.cells }, cut: { ...earlier.cut } };
    for (const [column, { field }] of this.#columns.entries()) {
      const start = column === 0 ? 0 : (ends[column - 1] ?? 0);
      const end = ends[column] ?? 0;
      const margin = Math.min(margins[column] ?? 10, column === 0 ? 10 : (margins[column - 1] ?? 10));
      const doubt = margin < 0.8 ? 0.72 : margin < 1.6 ? 0.79 : margin < 2.5 ? 0.88 : 1;
      if (end > start) {
        const text = textOf(words, places[start] ?? 0, places[end] ?? 0);
        row.cells[field] = joinLines([earlier.cells[field] ?? '', text]);
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

  /** Where a cell may begin: at every line, and inside a line before a word that could open a cell. */
  #places(words: readonly Word[]): number[] {
    const places = [0];
    for (const [index, word] of words.entries()) {
      if (index === 0) continue;
      const before = words[index - 1]?.text ?? '';
      if (word.opensLine) places.push(index);
      else if (/^[\p{Lu}\d-]/u.test(word.text) && !/[(:/–-]$/u.test(before)) {
        if (
          /,$/.test(before)
            ? RESULT.test(fold(`${word.text} ${words[index + 1]?.text ?? ''}`))
            : this.#opensCell(words, index)
        )
          places.push(index);
      }
    }
    places.push(words.length);
    return places;
  }

  #opensCell(words: readonly Word[], at: number): boolean {
    const ahead = words
      .slice(at, at + 9)
      .map((word) => word.text)
      .join(' ');
    const short = words
      .slice(at, at + 5)
      .map((word) => word.text)
      .join(' ');
    const plain = fold(short);
    return (
      this.#matcher.couldBegin(ahead) ||
      /^(thuong xuyen|nhiem vu thuong|hoan thanh|truoc|thang \d|qu[yi] |nam 20|20\d\d|\d{1,2}\/\d|hang |hàng|da hoan|den |ngay|theo|trong|dinh ky|sau khi|giai doan)/.test(
        plain,
      ) ||
      RESULT.test(plain) ||
      REFERENCE.test(short)
    );
  }

  /** How natural it is that a cell ends right before this word. */
  #boundary(words: readonly Word[], at: number): number {
    const word = words[at];
    const before = words[at - 1]?.text ?? '';
    if (!word) return 0;
    let score = 0;
    if (!word.opensLine) score -= 2.2;
    else {
      if (this.#hints.spacesTell) score += word.wentOn ? -1.8 : 1;
      if (this.#hints.gapsTell && word.gapBefore) score += 0.4;
    }
    if (/[,(–-]$/u.test(before))
      score -= /,$/.test(before) && RESULT.test(fold(word.text + ' ' + (words[at + 1]?.text ?? ''))) ? 1.8 : 3;
    if (/\.$/.test(before)) score += 0.5;
    if (/;$/.test(before)) score -= word.opensLine ? 1 : 4;
    if (/^\p{Ll}/u.test(word.text)) score -= 1.6;
    if (/^[,;:.)]/.test(word.text) || /^(và|hoặc)$/iu.test(word.text)) score -= 5;
    return score;
  }

  #fit(field: Field, words: readonly Word[], from: number, to: number, earlier: CutRow): number {
    const had = earlier.cells[field];
    if (from === to) return had !== undefined || Object.keys(earlier.cells).length > 0 ? 0 : (EMPTY[field] ?? 0);
    if (to - from > (LONGEST[field] ?? Number.POSITIVE_INFINITY)) return IMPOSSIBLE;
    const text = textOf(words, from, to);
    if (field === 'content') return contentFit(text) - (this.#endsInUnit(words, from, to) ? 3 : 0);
    const whole = had === undefined ? text : joinLines([had, text]);
    const score = this.#fieldFit(field, whole);
    return had === undefined ? score : score - this.#fieldFit(field, had) - 0.5;
  }

  /** The content's last lines are the name of a unit and nothing else: they are rather the next cell. */
  #endsInUnit(words: readonly Word[], from: number, to: number): boolean {
    if (/\.$/.test(words[to - 1]?.text ?? '')) return false;
    let start = to - 1;
    for (let lines = 0; start > from && to - start <= 22 && lines < 5; start -= 1) {
      if (!words[start]?.opensLine) continue;
      lines += 1;
      if (
        /^\p{Lu}/u.test(words[start]?.text ?? '') &&
        this.#couldBegin(words, start) &&
        this.#unitsFit(textOf(words, start, to)) >= 2.5
      )
        return true;
    }
    return false;
  }

  #couldBegin(words: readonly Word[], at: number): boolean {
    return this.#matcher.couldBegin(
      words
        .slice(at, at + 9)
        .map((word) => word.text)
        .join(' '),
    );
  }

  #fieldFit(field: Field, text: string): number {
    const length = text.split(' ').length;
    const plain = fold(text);
    switch (field) {
      case 'lead':
      case 'coordinating':
        return this.#unitsFit(text);
      case 'deadline':
        return this.#deadlineFit(text);
      case 'result':
        if (this.#deadlineFit(text) > 0) return -5;
        if (RESULT.test(plain)) return 2.5 - 0.06 * length;
        return (this.#matcher.couldBegin(text) ? -3 : /^\p{Lu}/u.test(text) ? -0.2 : -0.8) - 0.06 * length;
      case 'basis':
        return (REFERENCE.test(text) ? 3.5 : -1.2) - 0.05 * length;
      case 'head':
        return HEAD.test(text) ? 3 : -3;
      case 'status':
        return STATUS.test(text) ? 2.5 : -3;
      default:
        return -1 - 0.1 * length;
    }
  }

  #deadlineFit(text: string): number {
    const strange = strangeWordsInDeadline(text);
    return strange === null ? -6 : 5 - 0.12 * strange - (strange > 0 && DANGLING.test(text) ? 3 : 0);
  }

  #unitsFit(text: string): number {
    let score = this.#unitFits.get(text);
    if (score === undefined) {
      score = this.#unitsFitAfresh(text);
      this.#unitFits.set(text, score);
    }
    return score;
  }

  #unitsFitAfresh(text: string): number {
    const list = this.#matcher.read(text);
    if (list.matches.length === 0) return -6;
    const strangers = list.matches.filter((match) => match.kind === 'external').length;
    const loose = list.matches.filter((match) => match.kind === 'group' && match.id === null).length;
    const torn = /;$/.test(text) ? 0.5 : /,$/.test(text) ? 1.5 : /(^|\s)(và|các)$/u.test(text) ? 2 : 0;
    return (
      4 +
      0.04 * Math.min(text.split(' ').length, 20) +
      0.25 * Math.min(list.matches.length, 5) -
      1.2 * list.strayWords -
      3 * list.missingMarks -
      1.5 * strangers -
      0.6 * loose -
      torn
    );
  }
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

const EMPTY: Partial<Record<Field, number>> = {
  content: -20,
  lead: -5,
  coordinating: -0.6,
  deadline: -2.5,
  result: -0.8,
  basis: -0.8,
};

function contentFit(text: string): number {
  let score = 0;
  if (/[.!?”"]$/.test(text)) score += 0.8;
  if (/[,:]$/.test(text)) score -= 1.2;
  if (DANGLING.test(text)) score -= 3;
  if (text.split(' ').length < 4) score -= 2;
  return score;
}

const textOf = (words: readonly Word[], from: number, to: number): string =>
  joinLines(words.slice(from, to).map((word) => word.text));

function wordsOf(lines: readonly Line[]): Word[] {
  const words: Word[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    for (const [place, text] of line.text
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .entries()) {
      words.push({
        text,
        opensLine: place === 0,
        wentOn: place === 0 && (before?.goesOn ?? false),
        gapBefore: place === 0 && line.gapBefore,
      });
    }
  }
  return words;
}
