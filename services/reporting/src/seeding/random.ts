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

/** An id that follows from words. */
export function idOf(...words: string[]): string {
  const hex = createHash('md5').update(words.join('\n')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
