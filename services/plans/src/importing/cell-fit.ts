import { opensDeadline, strangeWordsInDeadline } from './deadline-fit.ts';
import { deadlineWords } from './deadline-words.ts';
import { type CutHints, textOf, type Word } from './row-words.ts';
import type { Field } from './table-columns.ts';
import { TornNames } from './torn-names.ts';
import type { UnitMatcher } from './units/unit-matcher.ts';
import { fold, joinLines } from './vietnamese-text.ts';

export type Cells = Partial<Record<Field, string>>;

export const IMPOSSIBLE = -1e6;
const RESULT =
  /^(bao cao|ke hoach|quyet dinh|de an|van ban|chuong trinh|danh muc|nghi quyet|quy che|quy dinh|he thong|hoi nghi|phien hop|cong van|to trinh|ho so|du thao|huong dan|phuong an|co so du lieu|danh sach|bo (tai lieu|chi so|cau hoi|tieu chi|so lieu|quy trinh|san pham)|bang|co (bao cao|van ban|ke hoach|quyet dinh)|nen tang|ket qua|tai lieu|so lieu|du lieu|bien ban|chi thi|ket luan|thong bao|hop dong|lop|khoa|100%|\d+)\b/;
const REFERENCE =
  /\d+\s*-?\s*[-/]\s*\p{Lu}{1,5}|\b(QĐ|NQ|KH|TB|KL|CT|CV|NĐ|TT)\b|(kế hoạch|thông báo|quyết định|nghị quyết|công văn|kết luận|chỉ thị|nghị định)\s+(số\s+)?\d/iu;
const HEAD = /(đồng chí|đ\/c|phó chủ tịch|giám đốc|chủ tịch|bí thư|trưởng ban|chánh|thủ trưởng|trưởng phòng)/iu;
const HEAD_OPENS = /^(đồng chí|đ\/c|phó |chánh |(giám đốc|chủ tịch|bí thư|trưởng ban|trưởng phòng) )/iu;
const HALF_HEAD = /(chủ tịch|bí thư|trưởng|phó|chánh|đồng chí|đ\/c)$/iu;
const STATUS = /^(đã|đang|chưa|hoàn thành|quá hạn|chậm|đúng hạn)/iu;
const DANGLING =
  /(^|\s)(và|của|các|với|cho|về|trong|từ|đến|bộ|sở|theo|là|được|hoặc|tại|bằng|cơ|quan|trước|(?<!(?:hằng|hàng|mỗi|từng|theo) )(?:ngày|tháng|quý)|ở|mọi|những|này|văn phòng|trung tâm|ủy ban|uỷ ban|công an)$/iu;
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

export const EMPTY: Partial<Record<Field, number>> = {
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

/** A cell that ends in "Văn phòng" or begins with "Tỉnh" holds half a name. */
const HALF_NAME =
  /(^|\s)(văn phòng|trung tâm|sở|ban|ủy ban|uỷ ban|bộ|hội|đảng|thanh|mặt trận|ubnd|hđnd|ủy ban nhân dân|uỷ ban nhân dân)$|^(tỉnh|xã|phường|nghệ)(?![\p{L}])/iu;

/** What opens a deadline is no name of a body that the directory does not know. */
const NO_NAME = /^(truoc|tu|den|hoan thanh|thang|quarter|nam|thuong xuyen|hang|ngay|trong|theo|da|xong|@gio)\b/;

/** How well words read as what a column holds, and how natural a cut between two cells is. Higher is better. */
export class CellFit {
  readonly #matcher: UnitMatcher;
  readonly #hints: CutHints;
  readonly #torn: TornNames;
  readonly #unitFits = new Map<string, number>();
  readonly #deadlineFits = new Map<string, number>();

  constructor(matcher: UnitMatcher, hints: CutHints) {
    this.#matcher = matcher;
    this.#hints = hints;
    this.#torn = new TornNames(matcher);
  }

  /** Where a cell may begin: at every line, and inside a line before a word that could open a cell. */
  places(words: readonly Word[]): number[] {
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
    const short = textOf(words, at, Math.min(at + 5, words.length));
    const plain = fold(short);
    return this.couldBegin(words, at) || opensDeadline(short) || RESULT.test(plain) || REFERENCE.test(short);
  }

  /** How natural it is that a cell ends right before this word. */
  boundary(words: readonly Word[], at: number): number {
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
      score -= /,$/.test(before) && RESULT.test(fold(`${word.text} ${words[at + 1]?.text ?? ''}`)) ? 1.8 : 3;
    if (/\.$/.test(before)) score += 0.5;
    if (/;$/.test(before)) score -= word.opensLine ? 3 : 4;
    if (/^\p{Ll}/u.test(word.text)) score -= 1.6;
    if (/^[,;:.)]/.test(word.text) || /^(và|hoặc)$/iu.test(word.text)) score -= 5;
    return score - this.#torn.cost(words, at);
  }

  fit(field: Field, words: readonly Word[], from: number, to: number, earlier: Cells): number {
    const had = earlier[field];
    if (from === to) return had !== undefined || Object.keys(earlier).length > 0 ? 0 : (EMPTY[field] ?? 0);
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
        this.couldBegin(words, start) &&
        this.#unitsFit(textOf(words, start, to)) >= 2.5
      )
        return true;
    }
    return false;
  }

  /** Whether a list of units may begin at this word. */
  mayBeginUnits(words: readonly Word[], at: number): boolean {
    const word = words[at];
    if (!word) return false;
    if (this.couldBegin(words, at) || /^([-–+•]|khối)/iu.test(word.text)) return true;
    return word.opensLine && /^\p{Lu}/u.test(word.text) && !(this.#hints.spacesTell && word.wentOn);
  }

  couldBegin(words: readonly Word[], at: number): boolean {
    const word = words[at];
    if (!word) return false;
    word.beginsUnit ??= this.#matcher.couldBegin(textOf(words, at, Math.min(at + 9, words.length)));
    return word.beginsUnit;
  }

  #fieldFit(field: Field, text: string): number {
    const length = text.split(' ').length;
    switch (field) {
      case 'lead':
      case 'coordinating':
        return this.#unitsFit(text);
      case 'deadline':
        return this.#deadlineFit(text);
      case 'result':
        if (this.#deadlineFit(text) > 0) return -5;
        if (DANGLING.test(text)) return -4;
        if (RESULT.test(fold(text))) return 2.5 - 0.06 * length;
        return (
          (this.#matcher.couldBegin(text.split(' ', 9).join(' ')) ? -3 : /^\p{Lu}/u.test(text) ? -0.2 : -0.8) -
          0.06 * length
        );
      case 'basis':
        return (REFERENCE.test(text) ? 3.5 : -1.2) - 0.05 * length;
      case 'head':
        return (HEAD.test(text) ? 3 : -3) - (HALF_HEAD.test(text) ? 6 : 0);
      case 'status':
        return STATUS.test(text) ? 2.5 : -3;
      default:
        return -1 - 0.1 * length;
    }
  }

  #deadlineFit(text: string): number {
    let score = this.#deadlineFits.get(text);
    if (score === undefined) {
      score = this.#deadlineFitAfresh(text);
      this.#deadlineFits.set(text, score);
    }
    return score;
  }

  #deadlineFitAfresh(text: string): number {
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
    const torn = /;$/.test(text)
      ? 1.6
      : /,$/.test(text)
        ? 3
        : /(^|\s)(và|các)$/u.test(text)
          ? 2
          : HALF_NAME.test(text)
            ? 3
            : 0;
    return (
      4 +
      0.04 * Math.min(text.split(' ').length, 20) +
      0.25 * Math.min(list.matches.length, 5) -
      1.2 * list.strayWords -
      3 * list.missingMarks -
      4 * (list.matches.some((match) => match.kind === 'external' && NO_NAME.test(deadlineWords(match.text))) ? 1 : 0) -
      3 * (/^\p{Ll}/u.test(text) && list.matches[0]?.kind === 'external' ? 1 : 0) -
      2.5 * (HEAD_OPENS.test(text) ? 1 : 0) -
      1.5 * strangers -
      0.6 * loose -
      torn
    );
  }
}
