import { fold as foldAfresh, spelling as spellAfresh } from '../vietnamese-text.ts';
import { ABBREVIATIONS, joinAbbreviations, paddingAt, withoutPadding } from './abbreviations.ts';

const KEPT = 20_000;
const remembered = (make: (word: string) => string): ((word: string) => string) => {
  const known = new Map<string, string>();
  return (word) => {
    let made = known.get(word);
    if (made === undefined) {
      made = make(word);
      if (known.size < KEPT) known.set(word, made);
    }
    return made;
  };
};
const fold = remembered(foldAfresh);
const spelling = remembered(spellAfresh);

/** Words of a name: folded for finding, in their spelling for judging how well they fit. */
export interface NameWord {
  folded: string;
  spelled: string;
  /** Offsets into the text that was read. */
  from: number;
  to: number;
  /** The word came out of an abbreviation. */
  expanded: boolean;
  /** Printed with a capital. */
  capital: boolean;
}

export interface NameText {
  text: string;
  words: NameWord[];
  /** What stands between word i-1 and word i: only spaces, or marks. */
  gaps: string[];
}

/** The initials by which a department is known: "Khoa học và Công nghệ" → "khcn". */
export function initialsOf(name: string): string {
  return foldAfresh(name)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && word !== 'va')
    .map((word) => word[0])
    .join('');
}

const WORD = /[\p{L}\p{M}\d]+(?:&[\p{L}\p{M}\d]+)*|&/gu;

/** `initials`: further abbreviations, learnt from the directory. */
export function nameText(text: string, initials: ReadonlyMap<string, string>): NameText {
  const whole = joinAbbreviations(text, initials);
  const words: NameWord[] = [];
  const gaps: string[] = [];
  let end = 0;
  for (const match of whole.matchAll(WORD)) {
    const from = match.index;
    const to = from + match[0].length + paddingAt(whole, from + match[0].length);
    gaps.push(withoutPadding(whole.slice(end, from)));
    const capital = /^\p{Lu}/u.test(match[0]);
    for (const [index, { part, expanded }] of partsOf(match[0], initials).entries()) {
      if (index > 0) gaps.push(' ');
      words.push({ folded: fold(part), spelled: spelling(part), from, to, expanded, capital });
    }
    end = to;
  }
  gaps.push(withoutPadding(whole.slice(end)));
  return { text, words, gaps };
}

interface Part {
  part: string;
  expanded: boolean;
}

/** What one printed word stands for: itself, the words of an abbreviation, or two joined by "&". */
function partsOf(printed: string, initials: ReadonlyMap<string, string>): Part[] {
  if (printed === '&') return [{ part: 'và', expanded: false }];
  const long = longForm(printed, initials);
  if (long !== null) return long.split(' ').map((part) => ({ part, expanded: true }));
  if (!printed.includes('&')) return [{ part: printed, expanded: false }];
  return printed.split('&').flatMap((piece, index) => {
    const parts = longForm(piece, initials)?.split(' ') ?? [piece];
    const and = index > 0 ? [{ part: 'và', expanded: false }] : [];
    return [...and, ...parts.map((part) => ({ part, expanded: part !== piece }))];
  });
}

const LOWER = /^[\p{Ll}\p{M}]+$/u;

function longForm(printed: string, initials: ReadonlyMap<string, string>): string | null {
  const folded = fold(printed);
  const known = ABBREVIATIONS[folded];
  if (known !== undefined && (folded.length > 2 || /^\p{Lu}+$/u.test(printed))) return known;
  if (LOWER.test(printed)) return null;
  return /^[\p{Lu}\d&]+$/u.test(printed) ? (initials.get(folded.replaceAll('&', '')) ?? null) : null;
}
