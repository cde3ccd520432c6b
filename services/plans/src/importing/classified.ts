import { ImportFault } from './import-fault.ts';
import type { Block } from './reading.ts';
import { oneLine } from './vietnamese-text.ts';

const STAMP = /^[\s*[(|_"“–-]*(MẬT|TỐI MẬT|TUYỆT MẬT)[\s*\])|_"”–-]*$/u;
const LABEL = /^[*\s]*(độ|mức độ|cấp độ|dấu)\s+mật\s*:?\s*(mật|tối mật|tuyệt mật)\s*[.*]*$/iu;
/** In the head of a letter the mark may stand in front of the number, in title case. */
const HEAD_STAMP = /^(Mật|Tối [Mm]ật|Tuyệt [Mm]ật)$/u;
const HEAD = 25;

/** A document that is marked secret never enters. Words about secret documents do not make one. */
export function refuseClassified(blocks: readonly Block[]): void {
  const lines = blocks.flatMap((block) => (block.kind === 'line' ? [block.line.text] : headCells(block.rows)));
  for (const [index, line] of lines.entries()) {
    const text = oneLine(line);
    if (STAMP.test(text) || LABEL.test(text) || (index < HEAD && HEAD_STAMP.test(text)))
      throw new ImportFault('CLASSIFIED');
  }
}

/** The letterhead is often a table of two cells. */
const headCells = (rows: readonly { cells: { text: string }[] }[]): string[] =>
  rows.slice(0, 8).flatMap((row) => row.cells.flatMap((cell) => cell.text.split('\n')));
