import type { DeadlineReading } from './deadlines.ts';
import { datesInContent } from './deadlines.ts';
import type { ImportedTask, ImportWarning } from './imported-document.ts';
import { type Position, whereOf } from './reading.ts';
import type { SectionRow, TaskRow, TaskTable } from './task-rows.ts';
import { scopeOf } from './units/bloc-scope.ts';
import type { UnitList, UnitMatch, UnitMatcher } from './units/unit-matcher.ts';
import { oneLine } from './vietnamese-text.ts';

export interface FieldConfidence {
  content: number;
  leadUnits: number;
  coordinatingUnits: number;
  deadline: number;
}

/** A task with what a reviewing page needs beyond the printed form: where it stands and how sure each field is. */
export interface ReviewedTask extends ImportedTask {
  position: Position;
  confidences: FieldConfidence;
  head: string | null;
  status: string | null;
  leadMatches: UnitMatch[];
  coordinatingMatches: UnitMatch[];
}

interface Readers {
  matcher: UnitMatcher;
  year: number | null;
  readDeadline(words: string, year: number | null): DeadlineReading;
}

const NOBODY: UnitList = { matches: [], strayWords: 0, missingMarks: 0, confidence: 1 };

/** The tasks of one table, in order, each under its section. */
export function assembleTask(table: TaskTable, readers: Readers): ReviewedTask[] {
  let section: SectionRow | null = null;
  return table.rows.flatMap((row): ReviewedTask[] => {
    if (row.kind === 'section') section = row;
    return row.kind === 'task' ? [taskOf(row, table, section, readers)] : [];
  });
}

function taskOf(
  row: TaskRow,
  table: TaskTable,
  section: SectionRow | null,
  { matcher, year, readDeadline }: Readers,
): ReviewedTask {
  const where = whereOf(row.position);
  const warnings: ImportWarning[] = [];
  const warn = (code: string, message: string): void => void warnings.push({ code, message, where });
  const content = oneLine(row.cells.content ?? '');
  const units = (words: string | undefined): UnitList => (words ? matcher.read(words) : NOBODY);
  const lead = units(row.cells.lead);
  const coordinating = units(row.cells.coordinating);
  const scope = scopeOf(/\(([^()]*)\)\s*\.?$/.exec(content)?.[1] ?? '');
  if (scope) for (const match of lead.matches) match.scope ??= scope;
  const hasDeadline = table.columns.some(({ field }) => field === 'deadline');
  const read = readDeadline(row.cells.deadline ?? '', year);
  const cut = (field: 'lead' | 'coordinating' | 'deadline' | 'content'): number => row.cut[field] ?? 1;

  if (content === '') warn('NO_CONTENT', 'Dòng không có nội dung nhiệm vụ.');
  if (lead.matches.length === 0) warn('NO_LEAD', 'Chưa đọc được cơ quan chủ trì.');
  for (const match of [...lead.matches, ...coordinating.matches]) {
    if (match.confidence < 0.8) warn('UNIT_UNSURE', `Chưa chắc “${match.text}” là đơn vị nào (${match.reason}).`);
  }
  if (read.confidence < 0.8) warn('DEADLINE_UNSURE', `Chưa chắc thời hạn “${read.deadline.text}” (${read.reason}).`);
  else if (read.deadline.kind === 'NONE' && hasDeadline) warn('NO_DEADLINE', 'Dòng không có thời hạn.');
  const inner = datesInContent(content, year).filter((date) => date !== read.deadline.dueOn);
  if (inner.length > 0) warn('DATE_IN_CONTENT', `Nội dung còn nêu mốc khác: ${inner.join(', ')}.`);
  if (section?.inferred)
    warn('SECTION_INFERRED', `Mục ${section.code ?? ''} không có dòng tiêu đề; suy ra từ số lượng đã ghi.`);
  if (row.joined) warn('ROW_JOINED', 'Dòng bị ngắt trang, đã ghép lại.');

  const confidences: FieldConfidence = {
    content: content === '' ? 0.3 : Math.min(cut('content'), row.joined ? 0.9 : 1),
    leadUnits: lead.matches.length === 0 ? 0.5 : Math.min(lead.confidence, cut('lead')),
    coordinatingUnits: Math.min(coordinating.confidence, cut('coordinating')),
    deadline: Math.min(read.confidence, cut('deadline')),
  };
  return {
    appendix: table.appendix,
    section: section?.code ?? null,
    number: row.number,
    content,
    leadUnits: lead.matches.map(printed),
    coordinatingUnits: coordinating.matches.map(printed),
    deadline: read.deadline,
    expectedResult: tidy(row.cells.result),
    basis: tidy(row.cells.basis),
    confidence: rounded(Math.min(...Object.values(confidences), section?.inferred ? 0.78 : 1)),
    warnings,
    position: row.position,
    confidences,
    head: tidy(row.cells.head),
    status: tidy(row.cells.status),
    leadMatches: lead.matches,
    coordinatingMatches: coordinating.matches,
  };
}

const tidy = (text: string | undefined): string | null => {
  const line = oneLine(text ?? '').replace(/[;,]$/, '');
  return /[\p{L}\d]/u.test(line) ? line : null;
};
const rounded = (value: number): number => Math.round(value * 100) / 100;
const printed = ({ text, name, code, kind, scope }: UnitMatch): ImportedTask['leadUnits'][number] => ({
  text,
  name,
  code,
  kind,
  scope,
});

/** The form that the command line prints: without what only a reviewing page needs. */
export function printedTask(task: ReviewedTask): ImportedTask {
  const {
    appendix,
    section,
    number,
    content,
    leadUnits,
    coordinatingUnits,
    deadline,
    expectedResult,
    basis,
    confidence,
    warnings,
  } = task;
  return {
    appendix,
    section,
    number,
    content,
    leadUnits,
    coordinatingUnits,
    deadline,
    expectedResult,
    basis,
    confidence,
    warnings,
  };
}
