import { ImportFault } from './import-fault.ts';
import { type Block, type Position, whereOf } from './reading.ts';
import { oneLine } from './vietnamese-text.ts';

const STAMP = /^[\s*[(|_"“–-]*(MẬT|TỐI MẬT|TUYỆT MẬT)[\s*\])|_"”–-]*$/u;
const LABEL =
  /^[*\s([]*(?:độ|mức độ|cấp độ|dấu)(?:\s+chỉ)?(?:\s+độ)?\s+mật\s*[:-]?\s*(mật|tối mật|tuyệt mật)\s*[.*)\]]*$/iu;
/** In the head of a letter the mark may stand in front of the number, in title case. */
const HEAD_STAMP = /^(Mật|Tối [Mm]ật|Tuyệt [Mm]ật)$/u;
const HEAD = 25;

export interface Marking {
  marking: string;
  where: string | null;
}

/** The secrecy marking of a document, if it bears one. Words about secret documents do not make one. */
export function findMarking(blocks: readonly Block[]): Marking | null {
  const lines = blocks.flatMap((block) =>
    block.kind === 'line' ? [{ text: block.line.text, position: block.line.position }] : headCells(block.rows),
  );
  for (const [index, { text, position }] of lines.entries()) {
    const line = unspaced(oneLine(text));
    const marking = (STAMP.exec(line) ?? LABEL.exec(line) ?? (index < HEAD ? HEAD_STAMP.exec(line) : null))?.[1];
    if (marking !== undefined) return { marking: marking.toUpperCase(), where: whereOf(position) };
  }
  return null;
}

/** A stamp may be set in letters apart: "T Ố I  M Ậ T". */
const unspaced = (line: string): string =>
  /^(\p{Lu} ){2,}\p{Lu}$/u.test(line) ? line.replace(/ /g, '').replace(/(?<=TỐI|TUYỆT)(?=MẬT$)/u, ' ') : line;

/** A document that is marked secret never enters. */
export function refuseClassified(blocks: readonly Block[]): void {
  const found = findMarking(blocks);
  if (found) throw new ImportFault('CLASSIFIED', { data: { ...found } });
}

/** The letterhead is often a table of two cells. */
const headCells = (
  rows: readonly { cells: { text: string }[]; position: Position }[],
): { text: string; position: Position }[] =>
  rows
    .slice(0, 8)
    .flatMap(({ cells, position }) =>
      cells.flatMap((cell) => cell.text.split('\n').map((text) => ({ text, position }))),
    );
