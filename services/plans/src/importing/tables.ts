import { prefaceOf, readCellTable, withoutParents } from './cell-tables.ts';
import { withLostSections } from './checks.ts';
import { readLabelled } from './labelled-lists.ts';
import type { Block, Line } from './reading.ts';
import type { TaskTable } from './task-rows.ts';
import type { UnitMatcher } from './units/unit-matcher.ts';
import { readWrapped } from './wrapped-tables.ts';

export interface DocumentTables {
  tables: TaskTable[];
  /** The text around the tables. */
  bodyLines: string[];
  /** What stands in brackets under the titles of appendices. */
  appendixNotes: string[];
  sawTable: boolean;
}

/** All task tables of a document, whatever marks their cells. */
export function tablesOf(blocks: readonly Block[], matcher: UnitMatcher): DocumentTables {
  const found: DocumentTables = { tables: [], bodyLines: [], appendixNotes: [], sawTable: false };
  let appendix: string | null = null;
  let lines: Line[] = [];
  const flush = (): void => {
    const wrapped = readWrapped(lines, matcher, appendix);
    const labelled = wrapped.tables.length === 0 ? readLabelled(lines) : null;
    if (labelled) labelled.appendix = appendix;
    found.tables.push(...wrapped.tables, ...(labelled ? [labelled] : []));
    found.bodyLines.push(...wrapped.bodyLines);
    found.appendixNotes.push(...wrapped.appendixNotes);
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
        if (text.trim() !== '') lines.push({ text, position: row.position, goesOn: false, gapBefore: false });
      }
    }
    flush();
    const before = appendix === null ? (found.tables.at(-1) ?? null) : null;
    const tables = readCellTable(block.rows.slice(preface.length), before);
    for (const table of tables) {
      table.appendix ??= appendix;
      appendix = null;
    }
    if (tables.length === 0 && before === null && block.rows.length > 2) found.sawTable = true;
    found.tables.push(...tables);
  }
  flush();
  found.tables = found.tables
    .map((table) => withLostSections({ ...table, rows: withoutParents(table.rows) }))
    .filter((table) => table.rows.some((row) => row.kind === 'task'));
  return found;
}
