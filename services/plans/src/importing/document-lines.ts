import { ImportFault } from './import-fault.ts';
import { type Block, laid } from './reading.ts';
import type { FieldWords } from './task-rows.ts';

/** One line of the document as it was read: a line of text, or a row of cells. */
export interface DocumentLine {
  index: number;
  page?: number;
  row?: number;
  text: string;
  /** The row's cells, one for each column that they cover; a cell that goes on from above is empty. */
  cells?: string[];
}

export interface CountedBlocks {
  blocks: Block[];
  lines: DocumentLine[];
}

const MOST_LINES = 20_000;

/** Counts all lines of a document in reading order, so that every field can name the lines it was read from. */
export function countLines(blocks: readonly Block[]): CountedBlocks {
  const count = blocks.reduce((sum, block) => sum + (block.kind === 'line' ? 1 : block.rows.length), 0);
  if (count > MOST_LINES) throw new ImportFault('FILE_HAS_TOO_MANY_ROWS');
  const lines: DocumentLine[] = [];
  const counted = blocks.map((block): Block => {
    if (block.kind === 'line') {
      const index = lines.length;
      const { page } = block.line.position;
      lines.push({ index, ...(page === undefined ? {} : { page }), text: block.line.text.replace(/\s+/g, ' ').trim() });
      return { kind: 'line', line: { ...block.line, index } };
    }
    const rows = block.rows.map((row) => {
      const index = lines.length;
      const { page, row: place } = row.position;
      const cells = laid(row).map((cell) => (cell.mergedFromAbove ? '' : cell.text.trim()));
      lines.push({
        index,
        ...(page === undefined ? {} : { page }),
        ...(place === undefined ? {} : { row: place }),
        text: cells.filter((cell) => cell !== '').join(' | '),
        cells,
      });
      return { ...row, index };
    });
    return { ...block, rows };
  });
  return { blocks: counted, lines };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The same words as they are printed in their line: marks of footnotes and doubled spaces may stand between them. */
export function asPrinted({ line, text, cell }: FieldWords, lines: readonly DocumentLine[]): string | null {
  const whole = (cell === undefined ? undefined : lines[line]?.cells?.[cell]) ?? lines[line]?.text ?? '';
  if (whole.includes(text)) return text;
  const words = text.split(/\s+/).map((word) => {
    const tail = /[.,;:)”"]*$/u.exec(word)?.[0] ?? '';
    return String.raw`${escaped(word.slice(0, word.length - tail.length))}\d{0,2}${escaped(tail)}\d{0,2}`;
  });
  return new RegExp(words.join(String.raw`[\s*_]*`), 'u').exec(whole)?.[0] ?? null;
}
