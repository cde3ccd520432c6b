import { prefaceOf, readCellTable } from './cell-tables.ts';
import { readLabelled } from './labelled-lists.ts';
import { withLostSections } from './lost-sections.ts';
import { readProse } from './prose-tasks.ts';
import type { Block, Line } from './reading.ts';
import { withOwnersParted } from './shared-owners.ts';
import { type TaskTable, withoutParents } from './task-rows.ts';
import type { UnitMatcher } from './units/unit-matcher.ts';
import { readWrapped } from './wrapped-tables.ts';

/** A line outside the tables; an empty one stands for a gap and has no place. */
export interface BodyLine {
  text: string;
  line: number | null;
}

export interface DocumentTables {
  tables: TaskTable[];
  /** The text around the tables. */
  bodyLines: BodyLine[];
  /** What stands in brackets under the titles of appendices. */
  appendixNotes: string[];
  footnotes: { text: string; lines: number[] }[];
  sawTable: boolean;
}

/** All task tables of a document, whatever marks their cells. */
export function tablesOf(blocks: readonly Block[], matcher: UnitMatcher): DocumentTables {
  const found: DocumentTables = { tables: [], bodyLines: [], appendixNotes: [], footnotes: [], sawTable: false };
  let appendix: string | null = null;
  let appendixLine: number | null = null;
  let lines: Line[] = [];
  const flush = (): void => {
    const wrapped = readWrapped(lines, matcher, appendix);
    const labelled = wrapped.tables.length === 0 ? (readProse(lines, matcher) ?? readLabelled(lines)) : null;
    if (labelled) Object.assign(labelled, { appendix, appendixLine });
    found.tables.push(...wrapped.tables, ...(labelled ? [labelled] : []));
    found.bodyLines.push(...wrapped.bodyLines);
    found.appendixNotes.push(...wrapped.appendixNotes);
    found.footnotes.push(...wrapped.footnotes);
    appendixLine = wrapped.appendixLine ?? (wrapped.appendix === appendix ? appendixLine : null);
    appendix = wrapped.appendix;
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'line') {
      lines.push(block.line);
      continue;
    }
    const preface = prefaceOf(block.rows, found.tables.at(-1) ?? null);
    for (const row of preface) {
      for (const text of row.cells.filter((cell) => !cell.mergedFromAbove).flatMap((cell) => cell.text.split('\n'))) {
        if (text.trim() !== '')
          lines.push({ text, position: row.position, goesOn: false, gapBefore: false, index: row.index });
      }
    }
    flush();
    const before = appendix === null ? (found.tables.at(-1) ?? null) : null;
    const tables = readCellTable(block.rows.slice(preface.length), before);
    for (const table of tables) {
      if (table.appendix === null) Object.assign(table, { appendix, appendixLine });
      appendix = null;
      appendixLine = null;
    }
    if (tables.length === 0 && before === null && block.rows.length > 2) found.sawTable = true;
    found.tables.push(...tables);
  }
  flush();
  found.tables = found.tables
    .map((table) => withOwnersParted(table))
    .map((table) => withLostSections({ ...table, rows: withoutParents(table.rows) }))
    .filter((table) => table.rows.some((row) => row.kind === 'task'));
  return found;
}
