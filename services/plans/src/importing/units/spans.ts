import type { UnitReason } from '../reasons.ts';
import type { CommuneList } from './commune-names.ts';
import type { NameText } from './name-words.ts';

/** What the words of a name were taken for. */
export interface Match {
  /** The directory's id of the unit or group. */
  id: string | null;
  name: string;
  code: string | null;
  kind: 'unit' | 'group' | 'external';
  confidence: number;
  reason: UnitReason;
}

export interface Span {
  from: number;
  to: number;
  match: Match;
  /** Words after the name that say what the body does. */
  note: string;
  /** The noun that the names after it may share: "Sở" in "Sở Tài chính, Nội vụ". */
  head: readonly string[] | null;
  communes: CommuneList | null;
  /** "Các xã, phường": whose bodies are meant is known by the bloc alone. */
  byBloc: boolean;
}

export const span = (from: number, to: number, match: Match, more: Partial<Span> = {}): Span => ({
  from,
  to,
  match,
  note: '',
  head: null,
  communes: null,
  byBloc: false,
  ...more,
});

export const printedWords = (text: NameText, from: number, to: number): string =>
  text.text.slice(text.words[from]?.from ?? 0, text.words[to - 1]?.to ?? 0);

export const foldedWords = (text: NameText, from: number, to: number): string =>
  text.words
    .slice(from, to)
    .map((word) => word.folded)
    .join(' ');

export function inBrackets(text: NameText, at: number): boolean {
  const before = text.text.slice(0, text.words[at]?.from ?? 0);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

export function bracketEnd(text: NameText, at: number): number {
  let end = at + 1;
  while (end < text.words.length && inBrackets(text, end)) end += 1;
  return end;
}
