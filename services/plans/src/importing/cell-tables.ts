import { type Cell, type CellRow, laid } from './reading.ts';
import { type Column, columnsOf, type Field } from './table-columns.ts';
import { type FieldWords, sectionCode, type TaskRow, type TaskTable, taskNumber } from './task-rows.ts';
import { joinLines, oneLine } from './vietnamese-text.ts';

export interface FoundHeader {
  columns: Column[];
  /** How many rows the heading takes. */
  height: number;
}

/** A heading may be cut over two or three rows, each holding a part of the words. */
export function headerAt(rows: readonly CellRow[], at: number, highest = 3): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (let height = 1; height <= highest; height += 1) {
    const parts = rows.slice(at, at + height).map(laid);
    if (parts.length < height) break;
    if (height > 1 && (onlyTitle(rows[at]) || !partOfHeading(rows[at + height - 1]))) break;
    const width = Math.max(...parts.map((cells) => cells.length));
    const headings = Array.from({ length: width }, (_unused, index) =>
      parts.map((cells) => (cells[index]?.mergedFromAbove ? '' : (cells[index]?.text ?? ''))).join(' '),
    );
    const columns = columnsOf(headings);
    if (!columns) continue;
    const more = best ? known(columns) - known(best.columns) : 1;
    if (more > 0 || (more === 0 && onlyWords(rows[at + height - 1]))) best = { columns, height };
  }
  return best;
}

const known = (columns: readonly Column[]): number => columns.filter(({ field }) => field !== 'other').length;

/** One text over the whole width is a title above the heading, not its first row. */
const onlyTitle = (row: CellRow | undefined): boolean =>
  (row?.cells.filter(({ text }) => text.trim() !== '').length ?? 0) <= 1;

/** A second heading row is short, carries no number and leaves cells empty, or numbers the columns "(1) (2) (3)". */
function partOfHeading(row: CellRow | undefined): boolean {
  if (!row) return false;
  const texts = row.cells.map((cell) => oneLine(cell.text));
  const first = texts[0] ?? '';
  if (taskNumber(first) !== null && !columnNumbers(texts)) return false;
  if (sectionCode(first) || SECTION_IN_ONE_CELL.test(first)) return false;
  return (
    columnNumbers(texts) ||
    (texts.every((text) => text.length < 40) &&
      texts.some((text, index) => text === '' || row.cells[index]?.mergedFromAbove))
  );
}

/** Words that go on from the row above: "Thời gian" | "hoàn thành"; or numbers of columns; or parts of merged cells. */
function onlyWords(row: CellRow | undefined): boolean {
  const cells = row?.cells ?? [];
  return (
    cells.some((cell) => cell.mergedFromAbove) ||
    columnNumbers(cells.map((cell) => oneLine(cell.text))) ||
    cells.every((cell) => /^(\p{Ll}[^\d]*)?$/u.test(oneLine(cell.text)))
  );
}

const columnNumbers = (texts: readonly string[]): boolean =>
  texts.filter((text) => text !== '').length >= 3 &&
  texts.every((text, index) => text === '' || text.replace(/[()[\]]/g, '') === String(index + 1));

/** Rows above the first heading: the title of a sheet, a letterhead. */
export function prefaceOf(rows: readonly CellRow[], earlier: TaskTable | null): CellRow[] {
  const header = rows.findIndex((_row, index) => headerAt(rows, index) !== null);
  if (header === -1) return earlier && rows.some((row) => fits(earlier, row)) ? [] : [...rows];
  if (
    header > 0 &&
    earlier &&
    rows.slice(0, header).every((row) => fits(earlier, row)) &&
    rows[0]?.cells.some((cell) => taskNumber(cell.text) !== null)
  )
    return [];
  return rows.slice(0, header);
}

/** The rows of one marked table; its columns may come from a table before it that went on over the page. */
export function readCellTable(rows: readonly CellRow[], earlier: TaskTable | null): TaskTable[] {
  const tables: TaskTable[] = [];
  let current: TaskTable | null = null;
  let at = 0;
  let pageBroke = false;
  while (at < rows.length) {
    const row = rows[at] as CellRow;
    // A heading that comes again is as high as it was.
    const header: FoundHeader | null = headerAt(rows, at, (current ?? earlier)?.headerHeight) ?? headerAt(rows, at);
    if (header) {
      const next = rows[at + header.height];
      if (!current && earlier && sameColumns(earlier.columns, header.columns) && !startsAnew(earlier, next))
        current = earlier;
      const goesOn = current && sameColumns(current.columns, header.columns) && !startsAnew(current, next);
      if (!goesOn) {
        current = {
          columns: header.columns,
          appendix: null,
          appendixLine: null,
          rows: [],
          position: row.position,
          headerHeight: header.height,
        };
        tables.push(current);
      } else pageBroke = true;
      at += header.height;
      continue;
    }
    if (!current && earlier && fits(earlier, row)) {
      current = earlier;
      pageBroke = true;
    }
    if (current) addRow(current, rows, at, pageBroke);
    pageBroke = false;
    at += 1;
  }
  return tables;
}

export const sameColumns = (one: readonly Column[], other: readonly Column[]): boolean =>
  one.map(({ field }) => field).join() === other.map(({ field }) => field).join();

const fits = (table: TaskTable, row: CellRow): boolean => laid(row).length === table.columns.length;

function startsAnew(table: TaskTable, row: CellRow | undefined): boolean {
  const first = oneLine(row?.cells[0]?.text ?? '');
  const last = table.rows.findLast((other) => other.kind === 'task');
  if (sectionCode(first) === 'I' && table.rows.some((other) => other.kind === 'section')) return true;
  return taskNumber(first) === '1' && last !== undefined && last.number !== null && last.number !== '1';
}

function addRow(table: TaskTable, rows: readonly CellRow[], at: number, pageBroke: boolean): void {
  const row = rows[at] as CellRow;
  const line = row.index ?? null;
  const cells = laid(row);
  const texts = cells.map((cell) => cell.text.trim());
  if (texts.every((text) => text === '') || columnNumbers(texts.map(oneLine))) return;
  const numberAt = table.columns.findIndex(({ field }) => field === 'number');
  const first = oneLine(texts[numberAt === -1 ? 0 : numberAt] ?? '');
  const filled = texts.filter((text) => text !== '');
  const section = sectionOf(table, texts, first);
  if (section) {
    table.rows.push({ kind: 'section', code: section.code, title: section.title, position: row.position, line });
    return;
  }
  const last = table.rows.findLast((other): other is TaskRow => other.kind === 'task');
  // One number over several rows belongs to the first of them.
  const number = numberAt === -1 || cells[numberAt]?.mergedFromAbove ? null : taskNumber(first);
  if (last && table.rows.at(-1) === last && number === null && goesOn(table, last, cells, pageBroke)) {
    append(table, last, cells, row.index);
    return;
  }
  // A number set around the middle of its row may stand on the later page, under the first lines of its row.
  if (
    last &&
    pageBroke &&
    number !== null &&
    last.number === null &&
    table.rows.at(-1) === last &&
    /^[\p{Ll}(]/u.test(oneLine(texts[table.columns.findIndex(({ field }) => field === 'content')] ?? ''))
  ) {
    append(table, last, cells, row.index);
    last.number = number;
    return;
  }
  const fields = Object.fromEntries(fieldsOf(table, cells, false)) as Partial<Record<Field, string>>;
  const inherited = last ? inheritedFrom(last, table, cells) : {};
  if (number === null && filled.length === 1 && pageBroke && /^\p{Ll}/u.test(fields.content ?? '')) {
    table.rows.push({ kind: 'lost', text: fields.content ?? '', position: row.position, line });
    return;
  }
  if (!fields.content) {
    if (!last || filled.length === 0) return;
    // A line of remarks without a task of its own.
    if (!fields.lead && !fields.deadline) return;
  }
  table.rows.push({
    kind: 'task',
    number,
    cells: { ...fields, ...inherited },
    cut: Object.fromEntries(Object.keys(inherited).map((field) => [field, OVER_PAGE])),
    position: row.position,
    joined: false,
    lines: line === null ? [] : [line],
    sources: table.columns.flatMap((_column, column) => sourceOf(table, rows, at, column)),
  });
}

const OVER_PAGE = 0.85;

/** A merged cell that the page cut has lost its words in its lower half: they are those of the row above. */
function inheritedFrom(last: TaskRow, table: TaskTable, cells: readonly Cell[]): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  for (const [index, { field }] of table.columns.entries()) {
    const words = last.cells[field];
    if (cells[index]?.mergedFromAbove && cells[index].text === '' && words && SHARED.has(field)) found[field] = words;
  }
  return found;
}

/** What one merged cell says for several rows. */
const SHARED = new Set<Field>(['lead', 'coordinating', 'deadline', 'result', 'basis', 'head']);

/** Where the words of a cell stand: for one that goes on from above, in the row where it begins. */
function sourceOf(table: TaskTable, rows: readonly CellRow[], at: number, column: number): FieldWords[] {
  const field = table.columns[column]?.field ?? 'other';
  let own = at;
  let cell = laid(rows[own] as CellRow)[column];
  while (cell?.mergedFromAbove && own > 0) {
    own -= 1;
    cell = laid(rows[own] as CellRow)[column];
  }
  const line = rows[own]?.index;
  const text = cell?.text.trim() ?? '';
  return field === 'other' || line === undefined || text === '' ? [] : [{ field, line, text, cell: column }];
}

/** Puts the cells of a row under those of the row that it continues. */
function append(table: TaskTable, row: TaskRow, cells: readonly Cell[], line: number | undefined): void {
  for (const [field, text] of fieldsOf(table, cells, true)) {
    row.cells[field] = joinLines([row.cells[field] ?? '', text]);
    row.cut[field] = Math.min(row.cut[field] ?? 1, 0.9);
  }
  row.joined = true;
  if (line === undefined) return;
  row.lines.push(line);
  for (const [column, { field }] of table.columns.entries()) {
    const cell = cells[column];
    const text = cell?.mergedFromAbove ? '' : (cell?.text.trim() ?? '');
    if (field !== 'other' && text !== '') row.sources.push({ field, line, text, cell: column });
  }
}

function fieldsOf(table: TaskTable, cells: readonly Cell[], onlyOwn: boolean): [Field, string][] {
  return table.columns.flatMap(({ field, heading }, index): [Field, string][] => {
    const cell = cells[index];
    if (!cell || (onlyOwn && cell.mergedFromAbove)) return [];
    const text = field === 'lead' || field === 'coordinating' ? cell.text.trim() : joinLines(cell.text.split('\n'));
    if (field === 'number' || text === '' || (field === 'other' && heading === '')) return [];
    return [[field, text]];
  });
}

/** "I. Về thể chế". */
const SECTION_IN_ONE_CELL = /^(?:(?:phần|mục|nhóm)\s+)?([IVX]{1,5}|[A-HĐ])\s*[.:)\-–/]\s*(.+)$/u;

/** A section row has a code and a title, and nothing in the columns of owners and dates. */
function sectionOf(
  table: TaskTable,
  texts: readonly string[],
  first: string,
): { code: string | null; title: string } | null {
  const code = sectionCode(first);
  const contentAt = table.columns.findIndex(({ field }) => field === 'content');
  const others = texts.filter(
    (text, index) =>
      text !== '' &&
      index !== contentAt &&
      index !== texts.indexOf(texts.find((other) => oneLine(other) === first) ?? ''),
  );
  // A title set around the middle of its row may stand under any heading.
  const lone = others.length === 1 && texts[contentAt] === '' && /^\p{Lu}/u.test(oneLine(others[0] ?? ''));
  if (code && lone) return { code, title: oneLine(others[0] ?? '') };
  if (code && others.length === 0)
    return { code, title: oneLine(texts[contentAt] || texts.filter((text) => oneLine(text) !== first).join(' ')) };
  const named = texts.filter((text) => text !== '');
  const unnumbered = !table.columns.some(({ field }) => field === 'number');
  if (code && unnumbered && named.length === 2) return { code, title: oneLine(named[1] ?? '') };
  // "I. Về thể chế" in one cell over the whole table.
  const only = texts.filter((text) => text !== '');
  const whole = oneLine(only[0] ?? '');
  const match = SECTION_IN_ONE_CELL.exec(whole);
  if (only.length === 1 && match && sectionCode(match[1] ?? ''))
    return { code: match[1] ?? null, title: match[2] ?? '' };
  return null;
}

function goesOn(table: TaskTable, last: TaskRow, cells: readonly Cell[], pageBroke: boolean): boolean {
  const at = (field: Field): number => table.columns.findIndex((column) => column.field === field);
  const content = cells[at('content')];
  const own = fieldsOf(table, cells, true);
  const text = oneLine(content?.text ?? '');
  if (content?.mergedFromAbove && (at('number') === -1 || cells[at('number')]?.mergedFromAbove || last.number !== null))
    return own.length > 0;
  const numbered = table.rows.some((row) => row.kind === 'task' && row.number !== null);
  const fields = new Set(own.map(([field]) => field));
  const openEnd = !/[.;:!?]$/.test((last.cells.content ?? '').trim());
  const small = /^[\p{Ll}(]/u.test(text);
  // Over a page a sentence goes on after a semicolon too.
  if (pageBroke && /^\p{Ll}/u.test(text) && fields.size === 1 && !/[.!?]$/.test(last.cells.content ?? '')) return true;
  if (text !== '' && small && !openEnd && last.cells.deadline && !fields.has('lead')) return false;
  if (text === '') return pageBroke || !fields.has('deadline') || !last.cells.deadline;
  if (small && openEnd && pageBroke && numbered) return true;
  if (small && (openEnd || pageBroke)) return !(fields.has('deadline') && last.cells.deadline && fields.has('lead'));
  // The lower part of a row that broke over the page: words that go on, and nobody new to do them.
  if (pageBroke && openEnd && text !== '' && !fields.has('lead') && !fields.has('deadline')) return true;
  if (!numbered) return false;
  return !fields.has('lead') && !fields.has('deadline') && (openEnd || /^[-+•]/.test(text));
}
