import type { DocumentFacts, ImportWarning } from './imported-document.ts';
import { type Notice, type Position, whereOf } from './reading.ts';
import type { DocumentTables } from './tables.ts';
import type { ReviewedTask } from './task-fields.ts';
import { romanValue, type SectionRow, type TaskTable } from './task-rows.ts';
import { fold, oneLine } from './vietnamese-text.ts';

/** What a document says of itself and what it repeats; every finding names its place. */
export function checksOf(
  document: DocumentFacts,
  tasks: readonly ReviewedTask[],
  found: DocumentTables,
  notices: readonly Notice[],
  province: string | null,
): ImportWarning[] {
  const warnings: ImportWarning[] = notices.map(({ code, message, position }) => ({
    code,
    message,
    where: whereOf(position),
  }));
  const warn = (code: string, message: string, position: Position | null = null): void =>
    void warnings.push({ code, message, where: whereOf(position) });
  if (!document.number || !/^\d/.test(document.number)) warn('NO_NUMBER', 'Văn bản chưa ghi số.');
  if (!document.issuedOn) warn('NO_DATE', 'Văn bản chưa ghi ngày ban hành.');
  if (!province) warn('NO_PROVINCE', 'Chưa rõ văn bản của tỉnh nào, nên đơn vị chưa có mã.');
  for (const table of found.tables) checkTable(table, warn);
  checkTotal(found.bodyLines, tasks, warn);
  checkRepeats(tasks, warn);
  if (document.issuedOn) checkDates(document.issuedOn, tasks, warn);
  return warnings;
}

type Warn = (code: string, message: string, position?: Position | null) => void;

/** "Về thể chế (13 nhiệm vụ)" → 13. */
export function declaredCount(title: string): number | null {
  const match = /\(\s*(?:gồm\s+)?(\d{1,3})\s+(?:nhóm\s+)?nhiệm vụ/iu.exec(title);
  return match ? Number(match[1]) : null;
}

function checkTable(table: TaskTable, warn: Warn): void {
  for (const { section, count } of counted(table)) {
    const declared = declaredCount(section.title);
    if (declared !== null && declared !== count)
      warn(
        'COUNT_DIFFERS',
        `Mục ${section.code ?? ''} ghi ${declared} nhiệm vụ nhưng đọc được ${count}.`,
        section.position,
      );
  }
  let last: number | null = null;
  let repeats = 0;
  for (const row of table.rows) {
    if (row.kind === 'section') last = null;
    if (row.kind === 'lost')
      warn('ROW_LOST', `Có dòng mất phần đầu, chỉ còn: “${row.text.slice(0, 60)}”.`, row.position);
    if (row.kind !== 'task' || row.number === null || !/^\d+$/.test(row.number)) continue;
    const number = Number(row.number);
    if (
      last !== null &&
      number > last + 1 &&
      !table.rows.some(
        (other) => other.kind === 'task' && other.number?.startsWith(`${last === null ? '' : last + 1}.`),
      )
    ) {
      warn(
        'NUMBER_MISSING',
        `Thiếu dòng số ${Array.from({ length: number - last - 1 }, (_unused, index) => (last ?? 0) + index + 1).join(', ')}.`,
        row.position,
      );
    }
    if (last !== null && number === last) {
      repeats += 1;
      if (repeats === 1) warn('NUMBER_REPEATS', `Số ${number} lặp lại ở nhiều dòng.`, row.position);
    }
    last = number;
  }
}

function counted(table: TaskTable): { section: SectionRow; count: number }[] {
  const sections: { section: SectionRow; count: number }[] = [];
  for (const row of table.rows) {
    if (row.kind === 'section') sections.push({ section: row, count: 0 });
    const current = sections.at(-1);
    if (row.kind !== 'section' && current) current.count += 1;
  }
  return sections;
}

/** "… đề ra 61 nhiệm vụ", and the list of parts under it that must add up to it. */
function checkTotal(lines: readonly string[], tasks: readonly ReviewedTask[], warn: Warn): void {
  const texts = lines.map((line) => oneLine(line).replace(/\*/g, ''));
  const parts = texts.flatMap((text) => {
    const part = /^[-+•]\s*.+:\s*(\d{1,3})\s+nhiệm vụ[;.]?$/u.exec(text);
    return part ? [Number(part[1])] : [];
  });
  const total = texts
    .map((text) => /(?:đề ra|gồm|có|xác định|giao)\s+(\d{1,3})\s+nhiệm vụ/u.exec(text)?.[1])
    .find((number) => number !== undefined);
  const sum = parts.reduce((whole, part) => whole + part, 0);
  if (total !== undefined && parts.length > 1 && Number(total) !== sum)
    warn('SUM_DIFFERS', `Văn bản ghi ${total} nhiệm vụ nhưng các phần cộng lại là ${sum}.`);
  const declared = total === undefined ? (parts.length > 1 ? sum : null) : Number(total);
  if (declared !== null && declared !== tasks.length)
    warn('TOTAL_DIFFERS', `Văn bản ghi ${declared} nhiệm vụ, đọc được ${tasks.length}.`);
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');

/** Share of words that two contents have in common. */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared / Math.max(1, left.size + right.size - shared);
}

function checkRepeats(tasks: readonly ReviewedTask[], warn: Warn): void {
  const words = tasks.map((task) => new Set(wordsOf(task.content)));
  const none: ReadonlySet<string> = new Set();
  for (const [index, task] of tasks.entries()) {
    for (let earlier = 0; earlier < index; earlier += 1) {
      const [one = none, other = none] = [words[earlier], words[index]];
      if (Math.min(one.size, other.size) < 6 || Math.abs(one.size - other.size) > Math.max(one.size, other.size) * 0.35)
        continue;
      const like = likeness(one, other);
      if (like < 0.8) continue;
      const first = tasks[earlier];
      const name = `${labelOf(first)} và ${labelOf(task)}`;
      warn(
        like === 1 ? 'TASK_REPEATS' : 'TASK_NEARLY_REPEATS',
        like === 1 ? `Hai dòng cùng nội dung: ${name}.` : `Hai dòng gần cùng nội dung: ${name}.`,
        task.position,
      );
    }
  }
}

const labelOf = (task: ReviewedTask | undefined): string =>
  [task?.appendix ? `PL ${task.appendix}` : null, task?.section, task?.number ?? '(không số)']
    .filter((part) => part)
    .join('.');

function checkDates(issuedOn: string, tasks: readonly ReviewedTask[], warn: Warn): void {
  for (const task of tasks) {
    const { dueOn, text } = task.deadline;
    if (dueOn && dueOn < issuedOn) warn('DUE_BEFORE_ISSUE', `Thời hạn “${text}” trước ngày ban hành.`, task.position);
    if (dueOn && Number(dueOn.slice(0, 4)) > Number(issuedOn.slice(0, 4)) + 10)
      warn('DUE_FAR', `Thời hạn “${text}” quá xa.`, task.position);
  }
}

/**
 * A heading that the document lost: a section holds more rows than it declares, and the code after it is skipped.
 * The rows above the count belong to the code that is missing.
 */
export function withLostSections(table: TaskTable): TaskTable {
  const rows = [...table.rows];
  const sections = counted(table);
  for (const [index, { section, count }] of sections.entries()) {
    const declared = declaredCount(section.title);
    const following = sections[index + 1]?.section;
    const value = romanValue(section.code ?? '');
    const next = romanValue(following?.code ?? '');
    if (declared === null || !following || value === null || next !== value + 2 || count <= declared) continue;
    const at = rows.indexOf(section);
    const first = rows.slice(at + 1).filter((row) => row.kind !== 'section')[declared];
    if (!first) continue;
    rows.splice(rows.indexOf(first), 0, {
      kind: 'section',
      code: ROMANS[value] ?? null,
      title: '',
      position: first.position,
      inferred: true,
    });
  }
  return { ...table, rows };
}

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
