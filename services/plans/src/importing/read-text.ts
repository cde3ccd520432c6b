import type { Block, CellRow, Line, Reading } from './reading.ts';
import { keepsColumns, spacedTables } from './spaced-text.ts';
import { oneLine, plainText } from './vietnamese-text.ts';

/** Pasted text: its lines, and those tables that mark their cells with tabs or bars. */
export function readText(text: string): Reading {
  const lines = linesOf(text);
  const plain = lines.every((line) => !line.text.includes('\t') && !line.text.includes('|'));
  return { blocks: plain && keepsColumns(lines) ? spacedTables(lines) : withTables(lines), notices: [] };
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = false;
  let page = 1;
  for (const [index, raw] of plainText(text).split('\n').entries()) {
    const feeds = raw.split('\f').length - 1;
    page += feeds;
    const line = raw.replaceAll('\f', '');
    if (line.trim() === '' && !line.includes('\t')) {
      gap = true;
      continue;
    }
    lines.push({
      text: line,
      position: feeds > 0 || page > 1 ? { page, line: index + 1 } : { line: index + 1 },
      goesOn: / $/.test(line),
      gapBefore: gap,
    });
    gap = false;
  }
  return lines;
}

const isBar = (line: Line): boolean => /^\s*\|.*\|\s*$/.test(line.text);
const isTabbed = (line: Line): boolean =>
  (line.text.trim().match(/\t/g) ?? []).length >= 2 || /^\S.*\t\t/.test(line.text);
const isTabCell = (line: Line): boolean => /^\t[^\t]*\t?$/.test(line.text);

export function withTables(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  let tables = 0;
  const table = (rows: CellRow[], line: Line | undefined): void => {
    tables += 1;
    blocks.push({ kind: 'table', rows, position: { ...line?.position, table: tables } });
  };
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    if (isBar(line) && lines[at + 1] && isBar(lines[at + 1] as Line)) {
      const end = runEnd(
        lines,
        at,
        (other) => isBar(other) || (!other.gapBefore && !isBar(other) && /\|/.test(other.text)),
      );
      table(barRows(lines.slice(at, end)), line);
      at = end;
    } else if (
      isTabCell(line) &&
      lines.slice(at, at + 4).filter((other) => isTabCell(other) || !other.gapBefore).length === 4
    ) {
      const end = tabCellEnd(lines, at);
      table(tabCellRows(lines.slice(at, end)), line);
      at = end;
    } else if (isTabbed(line)) {
      const end = tabbedEnd(lines, at);
      table(tabbedRows(lines.slice(at, end)), line);
      at = end;
    } else {
      blocks.push({ kind: 'line', line: { ...line, text: unmarked(line.text) } });
      at += 1;
    }
  }
  return blocks;
}

/** Without the marks of markdown: headings, bold, rules. */
export const unmarked = (text: string): string => text.replace(/^#{1,6}\s+/, '').replace(/\*\*|__/g, '');

function runEnd(lines: readonly Line[], from: number, belongs: (line: Line) => boolean): number {
  let end = from;
  while (end < lines.length && belongs(lines[end] as Line)) end += 1;
  return end;
}

const cell = (text: string): { text: string; span: number; mergedFromAbove: boolean } => ({
  text: unmarked(text.replace(/<br\s*\/?>/gi, '\n').replace(/\\\|/g, '|')).trim(),
  span: 1,
  mergedFromAbove: false,
});

function barRows(lines: readonly Line[]): CellRow[] {
  const rows: CellRow[] = [];
  for (const line of lines) {
    if (/^\s*\|?[\s:|-]+\|?\s*$/.test(line.text) && /-{2,}/.test(line.text)) continue;
    const parts = line.text
      .trim()
      .replace(/^\|/, '')
      .replace(/(?<!\\)\|$/, '')
      .split(/(?<!\\)\|/);
    rows.push({ cells: parts.map(cell), position: line.position });
  }
  return rows;
}

/** A line without tabs right after a row goes on in its last cell. */
function tabbedEnd(lines: readonly Line[], from: number): number {
  let end = from;
  while (end < lines.length) {
    const line = lines[end] as Line;
    const next = lines[end + 1];
    const goesOn =
      !line.gapBefore &&
      end > from &&
      !line.text.includes('\t') &&
      next !== undefined &&
      isTabbed(next) &&
      /^\s*\p{Ll}/u.test(line.text);
    if (!isTabbed(line) && !(line.text.includes('\t') && end > from) && !goesOn) break;
    end += 1;
  }
  return end;
}

function tabbedRows(lines: readonly Line[]): CellRow[] {
  const rows: CellRow[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (!line.text.includes('\t') && last) {
      const end = last.cells.at(-1);
      if (end) end.text = oneLine(`${end.text} ${line.text}`);
      continue;
    }
    rows.push({ cells: line.text.replace(/\n/g, '').split('\t').map(cell), position: line.position });
  }
  return rows;
}

/** One cell per line, each behind a tab; an empty line ends the row. */
function tabCellEnd(lines: readonly Line[], from: number): number {
  let end = from;
  while (end < lines.length) {
    const line = lines[end] as Line;
    const next = lines[end + 1];
    const tabAhead = next !== undefined && isTabCell(next);
    if (
      !isTabCell(line) &&
      (line.gapBefore || end === from || /^\s*(phụ lục|phần)\s/iu.test(line.text)) &&
      !(tabAhead && !line.gapBefore)
    )
      break;
    if (!isTabCell(line) && /^\s*phụ lục\s+[ivx\d]+\s*$/iu.test(line.text)) break;
    end += 1;
  }
  return end;
}

function tabCellRows(lines: readonly Line[]): CellRow[] {
  const rows: CellRow[] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (isTabCell(line)) {
      if (!row || line.gapBefore) rows.push({ cells: [cell(line.text)], position: line.position });
      else row.cells.push(cell(line.text));
    } else {
      const last = row?.cells.at(-1);
      if (last) last.text = `${last.text}\n${line.text.trim()}`;
    }
  }
  return rows;
}
