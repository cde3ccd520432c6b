import { gutterTable } from './pdf-gutters.ts';
import type { PdfText } from './pdf-lines.ts';
import type { Block, Line } from './reading.ts';
import { fold } from './vietnamese-text.ts';

/** One letter of text that keeps its columns with spaces is as wide as any other. */
const WIDTH = 6;
const HEIGHT = 12;
const LANE = / {2,}/;

const opensTable = (line: Line): boolean =>
  /^\s*(stt|tt|so tt)\s{2,}\S/.test(fold(line.text)) && line.text.trim().split(LANE).length >= 3;

/** Whether many lines hold words that are kept apart by spaces: text that was printed column by column. */
export function keepsColumns(lines: readonly Line[]): boolean {
  const spaced = lines.filter((line) => line.text.trim().split(/ {3,}/).length >= 2).length;
  return spaced > 8 && spaced > lines.length * 0.25 && lines.some(opensTable);
}

/** Tables whose columns are kept apart by spaces only, as some tools print a .pdf to text. */
export function spacedTables(lines: readonly Line[]): Block[] {
  const first = lines.findIndex(opensTable);
  if (first === -1) return lines.map((line) => ({ kind: 'line', line }));
  // Lines of the heading may stand above "STT".
  let top = first;
  while (top > 0 && /^\s{10,}\S/.test(lines[top - 1]?.text ?? '') && !lines[top]?.gapBefore) top -= 1;
  const texts = lines.slice(top).flatMap((line) => textsOf(line));
  const found = gutterTable(texts, null, 1);
  if (!found) return lines.map((line) => ({ kind: 'line', line }));
  return [
    ...lines.slice(0, top).map((line): Block => ({ kind: 'line', line })),
    {
      kind: 'table',
      rows: found.table.rows.map((row) => ({
        ...row,
        position: { line: lines[top]?.position.line ?? 1, row: row.position.row ?? 1 },
      })),
      position: lines[top]?.position ?? {},
    },
  ];
}

function textsOf(line: Line): PdfText[] {
  const texts: PdfText[] = [];
  for (const match of line.text.matchAll(/\S+(?: \S+)*/g)) {
    texts.push({
      text: match[0],
      x: match.index * WIDTH,
      y: (line.position.line ?? 0) * HEIGHT,
      width: match[0].length * WIDTH - 1,
      height: HEIGHT - 2,
    });
  }
  return texts;
}
