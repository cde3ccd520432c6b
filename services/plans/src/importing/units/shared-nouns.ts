import { spelling } from '../vietnamese-text.ts';
import { groupLength } from './group-grammar.ts';
import { isPlural } from './group-words.ts';
import type { NameText } from './name-words.ts';
import { foldedWords } from './spans.ts';

/** Nouns that are printed once for several names: "Các Sở: Tài chính, Nội vụ", "Hội Nông dân, Phụ nữ". */
const HEADS: readonly { head: readonly string[]; spelled: string }[] = ['sở', 'ban', 'hội', 'đảng ủy'].map((noun) => ({
  head: { sở: ['so'], ban: ['ban'], hội: ['hoi'], 'đảng ủy': ['dang', 'uy'] }[noun] ?? [],
  spelled: spelling(noun),
}));

export function headAt({ words }: NameText, at: number): readonly string[] | null {
  const found = HEADS.find(
    ({ head, spelled }) =>
      words
        .slice(at, at + head.length)
        .map((word) => word.spelled)
        .join(' ') === spelled,
  );
  return found?.head ?? null;
}

/** The noun over a list, with the words up to its first name: "Các sở:", "các Sở, ngành:", "Sở:". */
export function listHeadAt(text: NameText, at: number): { head: readonly string[]; length: number } | null {
  const { words, gaps } = text;
  const plural = isPlural(words[at]);
  const nounAt = plural ? at + 1 : at;
  const head = headAt(text, nounAt);
  if (!head) return null;
  let end = nounAt + head.length;
  while (/^(ban|nganh|don vi)$/.test(words[end]?.folded ?? '') && /^[\s,]*$/.test(gaps[end] ?? '')) end += 1;
  const colon = /:/.test(gaps[end] ?? '');
  if (colon) return { head, length: end - at };
  return plural && end === nounAt + head.length && /^\s*$/.test(gaps[end] ?? '') ? { head, length: end - at } : null;
}

/** A name that was cut out of a list ends at a mark, at "và" or at the end. */
export const endsAt = ({ words, gaps }: NameText, at: number): boolean =>
  at >= words.length || words[at]?.folded === 'va' || /[,;:.\n()•+]/.test(gaps[at] ?? '');

const BODIES = [
  'dang uy',
  'hoi dong nhan dan',
  'uy ban nhan dan',
  'uy ban mat tran to quoc viet nam',
  'uy ban mat tran to quoc',
  'mat tran to quoc',
];
const TERRITORY = /\b(xa|phuong|thi tran|dac khu|huyen)\b/;

export interface SharedTerritory {
  bodies: { from: number; to: number }[];
  /** The words that belong to each of them: "các xã, phường". */
  from: number;
  to: number;
}

/** "Đảng ủy, HĐND, UBND các xã, phường": several bodies, each of the communes after them. */
export function sharedTerritoryAt(text: NameText, at: number): SharedTerritory | null {
  const { words, gaps } = text;
  const bodies: { from: number; to: number }[] = [];
  let end = at;
  for (;;) {
    const next = bodies.length > 0 && words[end]?.folded === 'va' ? end + 1 : end;
    if (bodies.length > 0 && next === end && !/^\s*[,/–-]\s*$/.test(gaps[end] ?? '')) break;
    const body = BODIES.find((noun) => foldedWords(text, next, next + noun.split(' ').length) === noun);
    if (!body) break;
    end = next + body.split(' ').length;
    bodies.push({ from: next, to: end });
  }
  const last = bodies.at(-1);
  if (bodies.length < 2 || !last) return null;
  const to = last.from + groupLength(text, last.from);
  return to > last.to && TERRITORY.test(foldedWords(text, last.to, to)) ? { bodies, from: last.to, to } : null;
}
