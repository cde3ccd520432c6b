import type { Line } from './reading.ts';
import { NUMBER_FOLLOWS } from './row-words.ts';
import { romanValue } from './task-rows.ts';
import { oneLine } from './vietnamese-text.ts';

export interface RowStart {
  kind: 'task' | 'section';
  code: string;
  /** What stands after the number on its line. */
  rest: string;
}

const NUMBER = /^\s*(\d{1,3}(?:\.\d{1,3}){0,3})\s*([.)/])?(?:\s+(.*))?$/u;
const SECTION = /^\s*([IVX]{1,5})\s*([.):])?(?:\s+(.*))?$/u;
const LETTER = /^\s*([A-H])\s*[.):](?:\s+(.*))?$/u;
const UNFINISHED =
  /(?<!\p{L})((trong|hết|đến|từ|vào|cuối|trước) (tháng|ngày|quý)|khu vực|điều|khoản|từ|đến|và|hoặc)$/iu;
const OPENS = /^["“'([-]*\s*[\p{Lu}\d]/u;

/** Follows the numbers of a table, so that a figure at the start of a line is not taken for a row. */
export class RowCounter {
  #last: number[] = [];
  #section = 0;
  #fresh = true;
  #repeats = false;

  /** A new table: numbers begin again. */
  restart(): void {
    this.#last = [];
    this.#section = 0;
    this.#fresh = true;
    this.#repeats = false;
  }

  startAt(lines: readonly Line[], at: number): RowStart | null {
    const line = lines[at];
    if (!line) return null;
    return this.#sectionAt(line, lines, at) ?? this.#numberAt(line, lines, at);
  }

  accept(start: RowStart): void {
    if (start.kind === 'section') {
      this.#section = romanValue(start.code) ?? this.#section;
      this.#fresh = true;
      return;
    }
    const parts = start.code.split('.').map(Number);
    if (parts.length === 1 && parts[0] === this.#last[0] && this.#last.length === 1) this.#repeats = true;
    this.#last = parts;
    this.#fresh = false;
  }

  #sectionAt(line: Line, lines: readonly Line[], at: number): RowStart | null {
    const match = SECTION.exec(line.text) ?? LETTER.exec(line.text);
    if (!match) return null;
    const code = match[1] ?? '';
    const rest = (match.length > 3 ? match[3] : match[2])?.trim() ?? '';
    const value = romanValue(code);
    if (value !== null && !(value > this.#section && value <= this.#section + 3) && !(value === 1 && this.#section > 0))
      return null;
    const title = rest === '' ? oneLine(lines[at + 1]?.text ?? '') : rest;
    if (!OPENS.test(title) || /^\d/.test(title)) return null;
    return { kind: 'section', code, rest };
  }

  #numberAt(line: Line, lines: readonly Line[], at: number): RowStart | null {
    const match = NUMBER.exec(line.text);
    if (!match) return null;
    const code = match[1] ?? '';
    const rest = (match[3] ?? '').trim();
    const mark = match[2] !== undefined;
    const next = oneLine(lines[at + 1]?.text ?? '');
    // "Trong tháng" | "10": the figure finishes the line above it.
    const above = oneLine(`${lines[at - 2]?.text ?? ''} ${lines[at - 1]?.text ?? ''}`);
    if (rest === '' && (UNFINISHED.test(above) || NUMBER_FOLLOWS.test(above))) return null;
    if (rest === '' && next === '') return null;
    if (!OPENS.test(rest === '' ? next : rest)) {
      if (!mark && rest !== '') return null;
    }
    return this.#follows(code.split('.').map(Number), rest, mark, lines, at) ? { kind: 'task', code, rest } : null;
  }

  #follows(parts: readonly number[], rest: string, mark: boolean, lines: readonly Line[], at: number): boolean {
    const [top = 0, sub] = parts;
    const [lastTop = 0, lastSub] = this.#last;
    if (sub !== undefined) {
      if (top === lastTop) return sub === (lastSub ?? 0) + 1;
      return sub === 1 && (top === lastTop + 1 || this.#fresh);
    }
    if (top === lastTop + 1) return true;
    if (top === 1 && this.#fresh) return true;
    // Every row carries the same number ("1.").
    if (top === lastTop && rest === '' && (mark || this.#repeats || comesAgain(lines, at, top)))
      return this.#repeats || lastTop === 1;
    if (top > lastTop + 1 && top <= lastTop + 4 && (mark || rest === ''))
      return !this.#comesLater(lines, at, lastTop + 1);
    return this.#fresh && this.#last.length === 0 && (mark || rest === '');
  }

  #comesLater(lines: readonly Line[], at: number, wanted: number): boolean {
    const start = new RegExp(String.raw`^\s*${wanted}\s*[.)]?(\s+["“(]?\p{Lu}|\s*$)`, 'u');
    return lines.slice(at + 1, at + 60).some((line) => start.test(line.text));
  }
}

/** The same figure stands alone on several lines to come: no page number, then, but the number of every row. */
const comesAgain = (lines: readonly Line[], at: number, figure: number): boolean =>
  lines.slice(at + 1, at + 80).filter(({ text }) => text.trim() === String(figure)).length >= 2;
