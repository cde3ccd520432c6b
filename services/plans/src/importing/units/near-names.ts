import type { NameText } from './name-words.ts';
import type { NamedUnit } from './unit-names.ts';

export interface NearName {
  found: NamedUnit;
  /** How many words it takes. */
  length: number;
  /** Always below what may be taken unseen. */
  confidence: number;
}

/** Short names differ from each other by as little as from their misspelt selves. */
const SHORTEST = 9;
const LETTERS_PER_SLIP = 7;
const MOST_SLIPS = 3;

/** Names of the directory that differ from what is printed by a few letters. */
export class NearNames {
  readonly #byFirst = new Map<string, { text: string; count: number; named: NamedUnit }[]>();
  readonly #known = new Map<string, NearName | null>();

  constructor(names: readonly { words: readonly string[]; named: NamedUnit }[]) {
    for (const { words, named } of names) {
      const text = words.join(' ');
      if (text.length < SHORTEST || words.length < 2) continue;
      const first = words[0] ?? '';
      const others = this.#byFirst.get(first) ?? [];
      others.push({ text, count: words.length, named });
      this.#byFirst.set(first, others);
    }
  }

  at(text: NameText, at: number): NearName | null {
    const first = text.words[at];
    if (!first?.capital) return null;
    const ahead: string[] = [];
    for (let index = at; index < text.words.length && ahead.length < 14; index += 1) {
      if (index > at && /[;\n(:•+]/.test(text.gaps[index] ?? '')) break;
      ahead.push(text.words[index]?.folded ?? '');
    }
    const key = ahead.join(' ');
    let near = this.#known.get(key);
    if (near === undefined) {
      near = this.#find(ahead);
      if (this.#known.size < 20_000) this.#known.set(key, near);
    }
    return near;
  }

  #find(ahead: readonly string[]): NearName | null {
    let best: (NearName & { slips: number }) | null = null;
    let rival = false;
    for (const [first, names] of this.#byFirst) {
      // "Bộ Tài chính" is no slip for "Sở Tài chính".
      const own = ahead[0] ?? '';
      if (own !== first && (own.length < 4 || slipsBetween(first, own, 1) > 1)) continue;
      for (const { text, count, named } of names) {
        // "tỉnh" tells nothing: "Nông dân tỉnh" is no slip for "Công đoàn tỉnh".
        const telling = text.replace(/ (tinh|tinh uy)$/, '').length;
        const most = Math.min(MOST_SLIPS, Math.floor(telling / LETTERS_PER_SLIP));
        for (const length of [count, count - 1, count + 1]) {
          if (length < 1 || length > ahead.length) continue;
          const slips = slipsBetween(text, ahead.slice(0, length).join(' '), most);
          if (slips > most) continue;
          if (best && slips === best.slips && named.id !== best.found.id) rival = true;
          if (best && (slips > best.slips || (slips === best.slips && length <= best.length))) continue;
          if (best && slips < best.slips) rival = false;
          best = { found: named, length, slips, confidence: Math.max(0.6, 0.79 - 0.05 * slips) };
        }
      }
    }
    return best && !rival ? best : null;
  }
}

/** Letters to change, add or drop, two that changed places counting once; stops counting beyond `most`. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let older: number[] = [];
  let old = Array.from({ length: other.length + 1 }, (_unused, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const own = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      let least = Math.min((old[column] ?? 0) + 1, (own[column - 1] ?? 0) + 1, (old[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (older[column - 2] ?? 0) + 1);
      own.push(least);
    }
    if (Math.min(...own) > most) return most + 1;
    older = old;
    old = own;
  }
  return old[other.length] ?? most + 1;
}
