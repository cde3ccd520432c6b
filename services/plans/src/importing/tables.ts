import { appendixOf } from './appendix-titles.ts';
import { readCellTable, withoutParents } from './cell-tables.ts';
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
    found.tables.push(...wrapped.tables);
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
    flush();
    const before = found.tables.at(-1) ?? null;
    const tables = readCellTable(block.rows, before);
    for (const table of tables) table.appendix ??= appendix ?? titleInside(block.rows);
    if (tables.length === 0 && before === null) {
      if (block.rows.length > 2) found.sawTable = true;
      // A letterhead laid out as a table.
      found.bodyLines.push(...block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.text.split('\n'))));
    }
    found.tables.push(...tables);
  }
  flush();
  found.tables = found.tables
    .map((table) => ({ ...table, rows: withoutParents(table.rows) }))
    .filter((table) => table.rows.some((row) => row.kind === 'task'));
  return found;
}

function titleInside(rows: readonly { cells: { text: string }[] }[]): string | null {
  for (const row of rows.slice(0, 4)) {
    for (const cell of row.cells) {
      const title = appendixOf(cell.text.split('\n')[0] ?? '');
      if (title?.code) return title.code;
    }
  }
  return null;
}
