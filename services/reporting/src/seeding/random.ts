import { createHash } from 'node:crypto';

/** Numbers that follow from words: the same words give the same numbers on every machine. */
export function randomOf(...words: (string | number)[]): () => number {
  const digest = createHash('sha256').update(words.join('\n')).digest();
  let at = 0;
  return () => {
    const value = digest.readUInt32BE((at * 4) % 32) / 2 ** 32;
    at += 1;
    return value;
  };
}
