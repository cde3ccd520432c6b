import { type PdfLine, wordsOf } from './pdf-lines.ts';

/** Lines of a cell break where it is full, not where a thought ends; a list item keeps its own line. */
export const joinedWraps = (text: string): string =>
  text
    .replace(/\n(?!\s*[-–+•*]\s+\p{Lu})/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** How much room a line must leave beyond the next word, in widths of a letter, before its end is taken for meant. */
const SPARE = 1.5;

/** The words of a cell between two rules: a line that ends though the next word had room ends on purpose. */
export function wordsOfCell(lines: readonly PdfLine[], left: number, right: number): string {
  const texts = lines.map(wordsOf);
  const margin = Math.max(0, Math.min(...lines.map(({ texts: [first] }) => first?.x ?? left)) - left);
  return texts
    .map((text, index) => {
      const line = lines[index];
      const next = texts[index + 1];
      if (!line || next === undefined) return text;
      const [first] = line.texts;
      const last = line.texts.at(-1);
      const width = (last?.x ?? 0) + (last?.width ?? 0) - (first?.x ?? 0);
      const letter = width / Math.max(1, text.length);
      const room = right - left - 2 * margin - width;
      const needed = ((next.split(' ')[0] ?? '').length + 1 + SPARE) * letter;
      const meant = room > needed && /^\p{Lu}/u.test(next) && !/[,–-]$/u.test(text);
      const item = /^\s*[-–+•*]\s+\p{Lu}/u.test(next);
      return `${text}${meant || item ? '\n' : ' '}`;
    })
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}
