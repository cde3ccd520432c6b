import { appendixOf } from './appendix-titles.ts';
import { CellCutter } from './cell-cutter.ts';
import { CellFit } from './cell-fit.ts';
import { sameColumns } from './cell-tables.ts';
import { withoutFootnotes } from './footnotes.ts';
import { looseRows } from './loose-rows.ts';
import { GUESSED, looseRow, type OpenRow, standing, titleLength, withoutPageNumber } from './open-rows.ts';
import type { Line } from './reading.ts';
import { hintsOf } from './row-words.ts';
import type { TaskTable } from './task-rows.ts';
import type { UnitMatcher } from './units/unit-matcher.ts';
import { oneLine } from './vietnamese-text.ts';
import { type WrappedHeader, wrappedHeaderAt } from './wrapped-headers.ts';
import { RowCounter } from './wrapped-rows.ts';

export interface WrappedReading {
  tables: TaskTable[];
  bodyLines: { text: string; line: number | null }[];
  appendixNotes: string[];
  /** What stood at the foot of pages, taken out of the tasks. */
  footnotes: { text: string; lines: number[] }[];
  /** The appendix whose title was read last and whose table has yet to come. */
  appendix: string | null;
  appendixLine: number | null;
}

/** Where a table has ended: who receives the document, who signed it. */
export const TABLE_END =
  /^\s*(nơi nhận\s*:?|tm\.|t\/m|kt\.|tl\.)|@[\w.-]+\.(vn|com)\b|^\s*\d{4}-\d\d-\d\dT\d|EMAILADDRESS=|^\s*CN=|"signedBy"/iu;

/** Task tables that came as running text, line by line: as a .pdf is copied. */
export function readWrapped(lines: readonly Line[], matcher: UnitMatcher, before: string | null): WrappedReading {
  return new WrappedReader(lines, matcher, before).read();
}

class WrappedReader {
  readonly #lines: readonly Line[];
  readonly #matcher: UnitMatcher;
  readonly #counter = new RowCounter();
  readonly #result: WrappedReading;
  #table: (TaskTable & { rowsOpen: OpenRow[] }) | null = null;
  /** Lines of a table that no number has opened a row for. */
  #loose: Line[] = [];
  #open: OpenRow | null = null;

  constructor(lines: readonly Line[], matcher: UnitMatcher, before: string | null) {
    this.#lines = lines;
    this.#matcher = matcher;
    this.#result = {
      tables: [],
      bodyLines: [],
      appendixNotes: [],
      footnotes: [],
      appendix: before,
      appendixLine: null,
    };
  }

  read(): WrappedReading {
    let at = 0;
    while (at < this.#lines.length) at = this.#step(at);
    this.#close();
    return this.#result;
  }

  #step(at: number): number {
    const header = wrappedHeaderAt(this.#lines, at);
    if (header) {
      this.#begin(header);
      return header.end;
    }
    const title = appendixOf(this.#lines[at]?.text ?? '');
    if (title) return this.#titled(title.code, at);
    if (!this.#table) {
      this.#body(at);
      return at + 1;
    }
    return this.#page(at);
  }

  #body(at: number): void {
    const line = this.#lines[at];
    const before = this.#lines[at - 1]?.text.trim() ?? '';
    // A thought that ends in a comma goes on over an empty line.
    if (line?.gapBefore && !before.endsWith(',')) this.#result.bodyLines.push({ text: '', line: null });
    this.#result.bodyLines.push({ text: line?.text ?? '', line: line?.index ?? null });
  }

  /** A repeated heading goes on with the table before it; a different one, or numbers that begin again, open another. */
  #begin(header: WrappedHeader): void {
    const table = this.#table;
    if (table && sameColumns(table.columns, header.columns) && !this.#startsAnew(header.end)) {
      this.#open?.parts.push([]);
      return;
    }
    this.#close();
    this.#counter.restart();
    this.#table = {
      columns: header.columns,
      appendix: this.#result.appendix,
      appendixLine: this.#result.appendixLine,
      rows: [],
      rowsOpen: [],
      position: this.#lines[header.end]?.position ?? {},
    };
    this.#result.appendix = null;
    this.#result.appendixLine = null;
    this.#loose = [];
  }

  #startsAnew(at: number): boolean {
    if (this.#result.appendix !== null) return true;
    const fresh = new RowCounter().startAt(this.#lines, at);
    if (fresh?.code === 'I')
      return this.#counter.startAt(this.#lines, at)?.code !== 'I' || (this.#table?.rowsOpen.length ?? 0) > 0;
    if (fresh?.code !== '1') return false;
    const rows = this.#table?.rowsOpen ?? [];
    return (
      rows.length > 1 && rows.at(-1)?.start.kind === 'task' && this.#counter.startAt(this.#lines, at)?.code !== '1'
    );
  }

  /** The lines up to the next heading, title or end: one page of the table. */
  #page(from: number): number {
    let end = from;
    while (end < this.#lines.length && !this.#ends(end, from)) end += 1;
    const page = withoutPageNumber(this.#lines.slice(from, end), end < this.#lines.length);
    const { lines, notes } = withoutFootnotes(page, (index) => index === 0 && this.#counter.startAt(page, 0) !== null);
    const foot = page.slice(lines.length).map((line) => line.index);
    for (const text of notes.values())
      this.#result.footnotes.push({ text, lines: foot.filter((index) => index !== undefined) });
    for (let index = 0; index < lines.length; index += 1) this.#line(lines, index);
    const line = this.#lines[end];
    if (line && TABLE_END.test(line.text)) {
      this.#close();
      return end + 1;
    }
    return Math.max(end, from + 1);
  }

  #ends(at: number, from: number): boolean {
    const line = this.#lines[at];
    if (!line) return true;
    return (
      TABLE_END.test(line.text) ||
      (at > from && (appendixOf(line.text) !== undefined || wrappedHeaderAt(this.#lines, at) !== null))
    );
  }

  #line(lines: readonly Line[], index: number): void {
    const line = lines[index];
    if (!line || !this.#table) return;
    const start = this.#counter.startAt(lines, index);
    if (start) {
      this.#counter.accept(start);
      this.#open = {
        start,
        first: line,
        parts: [start.rest === '' ? [] : [{ ...line, text: start.rest + (line.goesOn ? ' ' : ''), gapBefore: false }]],
      };
      this.#table.rowsOpen.push(this.#open);
    } else if (this.#open) this.#open.parts.at(-1)?.push(line);
    else this.#loose.push(line);
  }

  /** A title after the first rows of its table names that table; one before a heading names the next. */
  #titled(code: string | null, at: number): number {
    let end = at + 1;
    let depth = 0;
    const note: string[] = [];
    while (end < this.#lines.length) {
      const text = oneLine(this.#lines[end]?.text ?? '');
      if (depth === 0 && (wrappedHeaderAt(this.#lines, end) || appendixOf(text))) break;
      const opens = /^\(/.test(text);
      if (depth === 0 && !opens && (text !== text.toUpperCase() || /^[\dIVX]+[.)]?$/.test(text))) break;
      if (opens) depth = 1;
      if (depth > 0) {
        note.push(text);
        if (/\)\.?$/.test(text) && !/^\(/.test(oneLine(this.#lines[end + 1]?.text ?? ''))) depth = 0;
        else if (note.length > 8) depth = 0;
      }
      end += 1;
    }
    if (note.length > 0) this.#result.appendixNotes.push(note.join(' '));
    const follows = this.#lines
      .slice(end, end + 4)
      .findIndex((_line, index) => wrappedHeaderAt(this.#lines, end + index) !== null);
    if (this.#table && follows === -1 && this.#table.appendix === null) {
      this.#table.appendix = code;
      this.#table.appendixLine = this.#lines[at]?.index ?? null;
      return end;
    }
    this.#close();
    this.#result.appendix = code;
    this.#result.appendixLine = this.#lines[at]?.index ?? null;
    return end;
  }

  /** Rows without numbers stand loose under their heading, or under the title of their section. */
  #openLoose(table: { columns: TaskTable['columns']; rowsOpen: OpenRow[] }): void {
    const rows: OpenRow[] = [];
    const open = (lines: readonly Line[]): void => {
      const hints = hintsOf(lines);
      const fit = new CellFit(this.#matcher, hints);
      const found = looseRows(lines, table.columns, fit, hints);
      const marked = hints.spacesTell || hints.gapsTell;
      const guessed = !marked && lines.length > found.length * table.columns.length * 1.3;
      for (const row of found) rows.push({ ...looseRow(row), guessed });
    };
    if (table.rowsOpen.length === 0 || table.rowsOpen[0]?.start.kind === 'section') open(this.#loose);
    for (const row of table.rowsOpen) {
      const lines = row.parts.flat();
      const title = row.start.kind === 'section' ? titleLength(lines) : lines.length;
      rows.push(title < lines.length ? { ...row, parts: [lines.slice(0, title)] } : row);
      if (title < lines.length) open(lines.slice(title));
    }
    table.rowsOpen = rows;
  }

  #close(): void {
    const table = this.#table;
    this.#table = null;
    this.#open = null;
    if (!table) return;
    this.#openLoose(table);
    const all = table.rowsOpen.flatMap((row) => row.parts.flat());
    const cutter = new CellCutter(table.columns, this.#matcher, hintsOf(all));
    const isParent = (index: number): boolean => {
      const next = table.rowsOpen[index + 1];
      return next?.start.kind === 'task' && next.start.code.startsWith(`${table.rowsOpen[index]?.start.code}.`);
    };
    for (const [index, row] of table.rowsOpen.entries()) {
      const text = oneLine(
        row.parts
          .flat()
          .map((line) => line.text)
          .join(' '),
      );
      if (row.start.kind === 'section') {
        table.rows.push({
          kind: 'section',
          code: row.start.code,
          title: text,
          position: row.first.position,
          line: row.first.index ?? null,
        });
        continue;
      }
      if (isParent(index) && !/[.;]\s*$/.test(text)) {
        table.rows.push({
          kind: 'task',
          number: row.start.code,
          cells: { content: text },
          cut: {},
          position: row.first.position,
          joined: false,
          ...standing(row, []),
        });
        continue;
      }
      const parts = row.parts.filter((part) => part.length > 0);
      const { cells, cut, sources } = cutter.cut(parts);
      if (row.guessed) for (const { field } of table.columns) cut[field] = Math.min(cut[field] ?? 1, GUESSED);
      table.rows.push({
        kind: 'task',
        number: row.start.code === '' ? null : row.start.code,
        cells,
        cut,
        position: row.first.position,
        joined: parts.length > 1,
        ...standing(row, sources),
      });
    }
    this.#result.tables.push({
      columns: table.columns,
      appendix: table.appendix,
      appendixLine: table.appendixLine,
      rows: table.rows,
      position: table.position,
    });
  }
}
