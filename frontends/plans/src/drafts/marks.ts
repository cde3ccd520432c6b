import type { DraftField } from '../generated/graphql.ts';

export interface Words {
  field: DraftField;
  text: string;
}

export interface Piece {
  text: string;
  field?: DraftField;
}

/** A text cut into pieces, those from which a field was read marked with it. */
export function markWords(text: string, words: readonly Words[]): Piece[] {
  const found = words
    .map(({ field, text: part }) => ({ field, start: part ? text.indexOf(part) : -1, length: part.length }))
    .filter(({ start }) => start >= 0)
    .sort((one, other) => one.start - other.start || other.length - one.length);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { field, start, length } of found) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, start + length), field });
    at = start + length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** The cells of a table row: words that are a whole cell stand there, not where they occur in a longer one. */
export function markCells(cells: readonly string[], words: readonly Words[]): Piece[][] {
  const of: Words[][] = cells.map(() => []);
  for (const word of words) {
    const whole = cells.findIndex((cell) => cell.trim() === word.text.trim());
    const place = whole >= 0 ? whole : cells.findIndex((cell) => cell.includes(word.text));
    of[place]?.push(word);
  }
  return cells.map((cell, index) => markWords(cell, of[index] ?? []));
}
