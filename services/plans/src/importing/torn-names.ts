import { NUMBER_FOLLOWS, textOf, type Word } from './row-words.ts';
import type { UnitMatcher } from './units/unit-matcher.ts';

/** How many words before a place a name may begin that goes on over it, and how many after it may end. */
const REACH_BACK = 8;
const REACH_ON = 7;
/** What it costs to end a cell inside a name, or between the kind of a document and its number. */
const TORN = 6;
/** "Ngân hàng Nhà nước" | "Chi nhánh Khu vực 7": a part of the body that is named before it. */
const PART = /^(chi nhánh|khu vực)(?!\p{L})/iu;
const WHOLE_WITH_PART = /(ngân hàng|kho bạc|nhà nước|chi cục|hải quan|thuế|bảo hiểm xã hội|kiểm toán)$/iu;
/** "Trước ngày" | "05/10/2025", "Quý I năm" | "2026". */
const DAY_FOLLOWS = /(?<!\p{L})(ngày|tháng|quý|năm)$/iu;

/** Knows what holds together over the end of a line: names of the directory, documents and their numbers. */
export class TornNames {
  readonly #matcher: UnitMatcher;
  readonly #whole = new Map<string, boolean>();

  constructor(matcher: UnitMatcher) {
    this.#matcher = matcher;
  }

  /** What it costs that a cell ends right before this word. */
  cost(words: readonly Word[], at: number): number {
    const word = words[at];
    if (!word || at === 0) return 0;
    word.torn ??= this.#cost(words, at);
    return word.torn;
  }

  #cost(words: readonly Word[], at: number): number {
    const before = textOf(words, Math.max(0, at - 3), at);
    const after = textOf(words, at, Math.min(at + 3, words.length));
    if (/^\d/.test(after) && (NUMBER_FOLLOWS.test(before) || /khu vực$/iu.test(before))) return TORN;
    if (/^\d/.test(after) && DAY_FOLLOWS.test(before)) return TORN;
    if (/^(của|trình|vực)(?!\p{L})/iu.test(after) && /(lộ trình|lộ|khu|kế hoạch)$/iu.test(before)) return TORN;
    if (/^số \d/iu.test(after) && NUMBER_FOLLOWS.test(`${before} số`)) return TORN;
    if (/^[IVX]+(?![\p{L}.])/u.test(after) && /khu vực$/iu.test(before)) return TORN;
    if (PART.test(after) && WHOLE_WITH_PART.test(before)) return TORN / 2;
    return this.#insideName(words, at) ? TORN : 0;
  }

  #insideName(words: readonly Word[], at: number): boolean {
    for (let from = at - 1; from >= Math.max(0, at - REACH_BACK); from -= 1) {
      if (/[,;:.]$/.test(words[from]?.text ?? '') && from === at - 1) return false;
      if (!/^(\p{Lu}|các$)/u.test(words[from]?.text ?? '') || !this.#couldBegin(words, from)) continue;
      // Two names, unless the second half is none: "Ủy ban nhân dân" | "các xã, phường".
      if (!/^\p{Ll}/u.test(words[at]?.text ?? '') && this.#isName(textOf(words, from, at))) continue;
      for (let to = at + 1; to <= Math.min(words.length, at + REACH_ON); to += 1) {
        if (this.#isName(textOf(words, from, to))) return true;
        if (/[;:.]$/.test(words[to - 1]?.text ?? '')) break;
      }
    }
    return false;
  }

  #couldBegin(words: readonly Word[], at: number): boolean {
    const word = words[at];
    if (!word) return false;
    word.beginsUnit ??= this.#matcher.couldBegin(textOf(words, at, Math.min(at + 9, words.length)));
    return word.beginsUnit;
  }

  /** Whether the words are one name of the directory, and nothing else. */
  #isName(text: string): boolean {
    const words = text.replace(/[,;:.]$/, '');
    let known = this.#whole.get(words);
    if (known === undefined) {
      const { matches, strayWords, confidence } = this.#matcher.read(words);
      known = matches.length === 1 && matches[0]?.id !== null && strayWords === 0 && confidence >= 0.9;
      this.#whole.set(words, known);
    }
    return known;
  }
}
