import { fold } from './vietnamese-text.ts';

/** The words of a content, without case and marks. */
export const wordsOf = (text: string): Set<string> =>
  new Set(
    fold(text)
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word !== ''),
  );

/** Share of words that two contents have in common. */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared / Math.max(1, left.size + right.size - shared);
}
