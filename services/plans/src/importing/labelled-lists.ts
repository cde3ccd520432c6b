import { withLabelsOnLines } from './inline-labels.ts';
import type { Line } from './reading.ts';
import { type Column, type Field, fieldOfHeading } from './table-columns.ts';
import { sectionCode, type TaskRow, type TaskTable } from './task-rows.ts';
import { fold, joinLines, oneLine } from './vietnamese-text.ts';

const LABEL = /^\s*(?:[-–+*•○◦▪]|\([a-z]\)|[a-z]\))?\s*(?:\*\*)?([^:*]{2,60}?)(?:\*\*)?\s*:\s*(?:\*\*)?\s*(.*)$/u;
const ITEM =
  /^\s*(?:[-–*•]\s*)?(?:\*\*)?(?:(?:nhiệm vụ|công việc|việc)\s*(?:số\s*)?)?(\d{1,3}(?:\.\d{1,3}){0,2})(?!\d|[/.-]\d)\s*([.):/-])?\s*(?:\*\*)?\s*(.+)$/iu;
const SECTION = /^\s*(?:#+\s*)?(?:(?:phần|mục|nhóm)\s+)?([IVX]{1,5}|[A-H])\s*[.):/-]\s*(.+)$/u;
const END = /^\s*(nơi nhận\s*:|tm\.|t\/m|kt\.|tl\.|tổ chức thực hiện\b)/iu;
/** Fields that only a task has; a label alone makes no list. */
const TELLING = new Set<Field>(['lead', 'coordinating', 'deadline', 'result']);
const COLUMNS: Column[] = (
  ['number', 'content', 'lead', 'coordinating', 'deadline', 'result', 'basis', 'head', 'status'] as const
).map((field) => ({ field, heading: '' }));

interface Label {
  field: Field;
  value: string;
}

function labelOf(text: string): Label | null {
  const match = LABEL.exec(text);
  const words = oneLine(match?.[1] ?? '');
  if (!match || words.split(' ').length > 7 || /^\d/.test(words) || /^khoi /.test(fold(words))) return null;
  const field = fieldOfHeading(words);
  return field && field !== 'number' && field !== 'other' ? { field, value: match[2] ?? '' } : null;
}

/** Tasks that stand as a list, each with labels: "- Chủ trì: …", "- Thời gian: …". */
export function readLabelled(printed: readonly Line[]): TaskTable | null {
  const { lines, split } = withLabelsOnLines(printed);
  const labels = lines.map(({ text }) => labelOf(text));
  const first = labels.findIndex((label) => label !== null && TELLING.has(label.field));
  if (labels.filter((label) => label && TELLING.has(label.field)).length < 4 || first === -1) return null;
  // Where labels stand inside of sentences, a line that begins with a capital may go on with the one before it.
  const numbered = split && lines.filter(({ text }, index) => ITEM.test(text) && labelsSoon(labels, index)).length > 1;
  const table: TaskTable = {
    columns: COLUMNS,
    appendix: null,
    appendixLine: null,
    rows: [],
    position: lines[first]?.position ?? {},
  };
  let task: TaskRow | null = null;
  let field: Field = 'content';
  const note = (row: TaskRow, named: Field, text: string, { index }: Line): void => {
    if (index === undefined) return;
    if (row.lines.at(-1) !== index) row.lines.push(index);
    if (text !== '') row.sources.push({ field: named, line: index, text });
  };
  const open = (number: string | null, content: string, line: Line): TaskRow => {
    const { position } = line;
    const row: TaskRow = {
      kind: 'task',
      number,
      cells: { content },
      cut: {},
      position,
      joined: false,
      lines: [],
      sources: [],
    };
    table.rows.push(row);
    field = 'content';
    if (number !== null) note(row, 'number', number, line);
    note(row, 'content', oneLine(content), line);
    return row;
  };
  for (const [index, line] of lines.entries()) {
    if (END.test(line.text) && task) break;
    const label = labels[index];
    if (label) {
      if (label.field === 'content') task = open(null, label.value, line);
      else if (task) {
        field = label.field;
        task.cells[field] = joinLines([task.cells[field] ?? '', label.value]);
        note(task, field, oneLine(label.value), line);
      }
      continue;
    }
    const item = ITEM.exec(line.text);
    // "… ít nhất" / "02 lần mỗi năm": a sentence goes on with a figure.
    const figure = split && item !== null && item[2] === undefined && /^\p{Ll}/u.test(item[3] ?? '');
    if (item && !figure && labelsSoon(labels, index)) {
      task = open(item[1] ?? null, oneLine(item[3] ?? ''), line);
      continue;
    }
    const section = SECTION.exec(line.text);
    if (section && sectionCode(section[1] ?? '')) {
      table.rows.push({
        kind: 'section',
        code: section[1] ?? null,
        title: oneLine(section[2] ?? ''),
        position: line.position,
        line: line.index ?? null,
      });
      task = null;
      continue;
    }
    if (
      !numbered &&
      labelsSoon(labels, index, 1) &&
      (task === null || field !== 'content') &&
      /^\s*[-–*•]?\s*\p{Lu}/u.test(line.text)
    ) {
      task = open(null, oneLine(line.text).replace(/^[-–*•]\s*/, ''), line);
    } else if (task) {
      const words = oneLine(line.text);
      note(task, field, words, line);
      // In a sentence the end of a line means nothing; in a list it may end a name.
      task.cells[field] =
        !split && (field === 'lead' || field === 'coordinating')
          ? `${task.cells[field] ?? ''}\n${words}`
          : joinLines([task.cells[field] ?? '', words]);
    }
  }
  for (const row of table.rows)
    if (row.kind === 'task' && row.cells.content) row.cells.content = row.cells.content.replace(/\s*[;:]$/, '');
  table.rows = table.rows.filter(
    (row) => row.kind !== 'task' || Object.keys(row.cells).some((name) => TELLING.has(name as Field)),
  );
  return table.rows.some((row) => row.kind === 'task') ? table : null;
}

/** A task's labels follow within a few lines, before the next item begins. */
const labelsSoon = (labels: readonly (Label | null)[], at: number, within = 6): boolean =>
  labels.slice(at + 1, at + 1 + within).some((label) => label !== null && TELLING.has(label.field));
