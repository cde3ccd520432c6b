import { checksOf } from './checks.ts';
import { refuseClassified } from './classified.ts';
import { readDeadline } from './deadlines.ts';
import { readFacts } from './document-facts.ts';
import { ImportFault } from './import-fault.ts';
import type { ImportedDocument } from './imported-document.ts';
import { provinceOf } from './province.ts';
import type { Reading } from './reading.ts';
import { type DocumentTables, tablesOf } from './tables.ts';
import { assembleTask, type ReviewedTask } from './task-fields.ts';
import type { Directory } from './units/directory.ts';
import { UnitMatcher } from './units/unit-matcher.ts';

export interface ImportOptions {
  directory: Directory;
  /** The province whose units the document speaks of; found from the text when not given. */
  provinceId?: string | null;
}

export interface ReviewedDocument extends ImportedDocument {
  tasks: ReviewedTask[];
  provinceId: string | null;
}

/** Lines and cells → tables and rows → fields → units and deadlines → checks. */
export function importReading(reading: Reading, { directory, provinceId }: ImportOptions): ReviewedDocument {
  const texts = reading.blocks.flatMap((block) =>
    block.kind === 'line' ? [block.line.text] : block.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
  );
  refuseClassified(reading.blocks);
  const province = provinceId ?? provinceOf(texts.join('\n'), directory);
  // The first guess at the units serves only to cut rows that carry no marks.
  const guess = new UnitMatcher(directory, province, null);
  const found: DocumentTables = tablesOf(reading.blocks, guess);
  if (found.tables.length === 0) throw new ImportFault(found.sawTable ? 'NO_HEADER' : 'NO_TABLE');
  const facts = readFacts(found.bodyLines, found.appendixNotes);
  const { year, ...document } = facts;
  const matcher = new UnitMatcher(directory, province, document.issuedOn);
  const tasks = found.tables.flatMap((table) => assembleTask(table, { matcher, year, readDeadline }));
  if (tasks.length === 0) throw new ImportFault('NO_TABLE');
  const warnings = checksOf(document, tasks, found, reading.notices, province);
  return { document, tasks, warnings, provinceId: province };
}
