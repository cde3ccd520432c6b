import type { DeadlineReading } from './deadlines.ts';
import { datesInContent } from './deadlines.ts';
import { asPrinted, type DocumentLine } from './document-lines.ts';
import type { ImportedTask, ImportWarning } from './imported-document.ts';
import { type Coded, type DoubtData, doubtSentence } from './messages.ts';
import { type Position, whereOf } from './reading.ts';
import type { Field } from './table-columns.ts';
import type { FieldWords, SectionRow, TaskRow, TaskTable } from './task-rows.ts';
import { scopeOf } from './units/bloc-scope.ts';
import type { UnitList, UnitMatch, UnitMatcher } from './units/unit-matcher.ts';
import { oneLine } from './vietnamese-text.ts';

export interface FieldConfidence {
  content: number;
  leadUnits: number;
  coordinatingUnits: number;
  deadline: number;
}

export type ReviewedField = 'content' | 'leads' | 'coordinators' | 'deadline' | 'place';

/** The words of a field as they are printed in one line of the document. */
export interface Source {
  field: ReviewedField;
  line: number;
  text: string;
  /** Which cell, where the line is a row of cells. */
  cell?: number;
}

/** Why a field is below the confidence at which it may be taken unseen. */
export type Doubt = Coded<DoubtData> & { field: ReviewedField; confidence: number };

export const SURE_ENOUGH = 0.8;

/** A task with what a reviewing page needs beyond the printed form: where it stands and how sure each field is. */
export interface ReviewedTask extends ImportedTask {
  position: Position;
  confidences: FieldConfidence;
  head: string | null;
  status: string | null;
  leadMatches: UnitMatch[];
  coordinatingMatches: UnitMatch[];
  /** The lines of the document that it was read from. */
  lines: number[];
  sources: Source[];
  doubts: Doubt[];
}

interface Readers {
  lines: readonly DocumentLine[];
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
  { matcher, year, readDeadline, lines }: Readers,
): ReviewedTask {
  const said: Coded<DoubtData>[] = [];
  const content = oneLine(row.cells.content ?? '');
  const units = (words: string | undefined): UnitList => (words ? matcher.read(words) : NOBODY);
  const lead = units(row.cells.lead);
  const coordinating = units(row.cells.coordinating);
  const scope = scopeOf(/\(([^()]*)\)\s*\.?$/.exec(content)?.[1] ?? '');
  if (scope) for (const match of lead.matches) match.scope ??= scope;
  const hasDeadline = table.columns.some(({ field }) => field === 'deadline');
  const read = readDeadline(row.cells.deadline ?? '', year);
  const cut = (field: 'lead' | 'coordinating' | 'deadline' | 'content'): number => row.cut[field] ?? 1;

  if (content === '') said.push({ code: 'NO_CONTENT', data: {} });
  if (lead.matches.length === 0) said.push({ code: 'NO_LEAD', data: {} });
  for (const { confidence, text, reason } of [...lead.matches, ...coordinating.matches])
    if (confidence < SURE_ENOUGH) said.push({ code: 'UNIT_UNSURE', data: { text, reason } });
  if (read.confidence < SURE_ENOUGH)
    said.push({ code: 'DEADLINE_UNSURE', data: { text: read.deadline.text, reason: read.reason } });
  else if (read.deadline.kind === 'NONE' && hasDeadline) said.push({ code: 'NO_DEADLINE', data: {} });
  const inner = datesInContent(content, year).filter((date) => date !== read.deadline.dueOn);
  if (inner.length > 0) said.push({ code: 'DATE_IN_CONTENT', data: { dates: inner.join(', ') } });
  if (section?.inferred) said.push({ code: 'SECTION_INFERRED', data: { section: section.code ?? '' } });
  if (row.joined) said.push({ code: 'ROW_JOINED', data: {} });

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
    warnings: said.map(
      (doubt): ImportWarning => ({
        code: doubt.code,
        message: doubtSentence(doubt, 'vi'),
        where: whereOf(row.position),
      }),
    ),
    position: row.position,
    confidences,
    head: tidy(row.cells.head),
    status: tidy(row.cells.status),
    leadMatches: lead.matches,
    coordinatingMatches: coordinating.matches,
    lines: row.lines,
    sources: sourcesOf(row, table, section, lines),
    doubts: doubtsOf(confidences, lead.matches, coordinating.matches, read, section),
  };
}

const REVIEWED: Partial<Record<Field, ReviewedField>> = {
  number: 'place',
  content: 'content',
  lead: 'leads',
  coordinating: 'coordinators',
  deadline: 'deadline',
};

/** The words of the row itself, then the titles under which it stands. */
function sourcesOf(
  row: TaskRow,
  table: TaskTable,
  section: SectionRow | null,
  lines: readonly DocumentLine[],
): Source[] {
  const titles: FieldWords[] = [
    { line: section?.line ?? null, text: section?.code ?? '' },
    { line: table.appendixLine, text: lines[table.appendixLine ?? -1]?.text ?? '' },
  ].flatMap(({ line, text }) => (line === null || text === '' ? [] : [{ field: 'number' as const, line, text }]));
  return [...row.sources, ...titles].flatMap((words) => {
    const field = REVIEWED[words.field];
    const text = field ? asPrinted(words, lines) : null;
    return field && text ? [{ ...words, field, text }] : [];
  });
}

function doubtsOf(
  confidences: FieldConfidence,
  leads: readonly UnitMatch[],
  coordinators: readonly UnitMatch[],
  read: DeadlineReading,
  section: SectionRow | null,
): Doubt[] {
  const unit = (matches: readonly UnitMatch[]): Coded<DoubtData> | null => {
    const least = matches.toSorted((one, other) => one.confidence - other.confidence)[0];
    return least && least.confidence < SURE_ENOUGH
      ? { code: 'UNIT_UNSURE', data: { text: least.text, reason: least.reason } }
      : null;
  };
  const nobody: Coded<DoubtData> | null = leads.length === 0 ? { code: 'NO_LEAD', data: {} } : null;
  const time: Coded<DoubtData> | null =
    read.confidence < SURE_ENOUGH
      ? { code: 'DEADLINE_UNSURE', data: { text: read.deadline.text, reason: read.reason } }
      : null;
  const cut: Coded<DoubtData> = { code: 'CELL_UNSURE', data: {} };
  const fields: [ReviewedField, number, Coded<DoubtData>][] = [
    ['content', confidences.content, confidences.content <= 0.3 ? { code: 'NO_CONTENT', data: {} } : cut],
    ['leads', confidences.leadUnits, nobody ?? unit(leads) ?? cut],
    ['coordinators', confidences.coordinatingUnits, unit(coordinators) ?? cut],
    ['deadline', confidences.deadline, time ?? cut],
    ['place', section?.inferred ? 0.78 : 1, { code: 'SECTION_INFERRED', data: { section: section?.code ?? '' } }],
  ];
  return fields.flatMap(([field, confidence, why]) =>
    confidence < SURE_ENOUGH ? [{ ...why, field, confidence: rounded(confidence) }] : [],
  );
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
