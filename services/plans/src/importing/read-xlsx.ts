import { ImportFault } from './import-fault.ts';
import type { Block, Cell, CellRow, Notice, Reading } from './reading.ts';
import { plainText } from './vietnamese-text.ts';
import { childOf, childrenOf, isElement, parseXml, textIn, type XmlElement } from './xml.ts';
import type { Zip } from './zip.ts';

/** The shown rows and columns of every shown sheet; merged cells cover what they cover. */
export function readXlsx(zip: Zip): Reading {
  const workbook = part(zip, 'xl/workbook.xml');
  if (!workbook) throw new ImportFault('FILE_NOT_READABLE');
  const targets = new Map(
    childrenOf(childOf(part(zip, 'xl/_rels/workbook.xml.rels'), 'Relationships'), 'Relationship').map(
      ({ attributes }) => [attributes.Id ?? '', attributes.Target ?? ''],
    ),
  );
  const strings = sharedStrings(part(zip, 'xl/sharedStrings.xml'));
  const dates = dateStyles(part(zip, 'xl/styles.xml'));
  const from1904 = childOf(workbook, 'workbook', 'workbookPr')?.attributes.date1904 === '1';
  const blocks: Block[] = [];
  const notices: Notice[] = [];
  for (const sheet of childrenOf(childOf(workbook, 'workbook', 'sheets'), 'sheet')) {
    const name = sheet.attributes.name ?? '';
    if (sheet.attributes.state === 'hidden' || sheet.attributes.state === 'veryHidden') {
      notices.push({ code: 'HIDDEN_SHEET', data: { name }, position: { sheet: name } });
      continue;
    }
    const target = targets.get(sheet.attributes.id ?? '') ?? '';
    const root = part(zip, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (!root) continue;
    for (const text of printedAround(root))
      blocks.push({ kind: 'line', line: { text, position: { sheet: name }, goesOn: false, gapBefore: false } });
    const rows = new Sheet(name, root, strings, dates, from1904, notices).rows();
    if (rows.length > 0) blocks.push({ kind: 'table', rows, position: { sheet: name } });
  }
  return { blocks, notices };
}

/** A mark of secrecy may stand only where the sheet is printed: above and below the page. */
const printedAround = (root: XmlElement): string[] =>
  (childOf(root, 'worksheet', 'headerFooter')?.children ?? [])
    .filter(isElement)
    .flatMap((node) => textIn(node).split(/&[LCR]/))
    .map((text) =>
      plainText(text)
        .replace(/&("[^"]*"|\d+|[A-Z])/g, '')
        .trim(),
    )
    .filter((text) => /mật/iu.test(text));

const part = (zip: Zip, name: string): XmlElement | undefined => {
  const text = zip.text(name);
  return text === null ? undefined : parseXml(text);
};

function sharedStrings(root: XmlElement | undefined): string[] {
  return childrenOf(childOf(root, 'sst'), 'si').map(richText);
}

const richText = (element: XmlElement): string =>
  element.children
    .filter(isElement)
    .map((node) =>
      node.name === 't' ? textIn(node) : node.name === 'r' ? childrenOf(node, 't').map(textIn).join('') : '',
    )
    .join('');

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
type DateStyle = 'day' | 'month' | null;

/** For each cell style, whether its figures are shown as a day or as a month. */
function dateStyles(root: XmlElement | undefined): DateStyle[] {
  const sheet = childOf(root, 'styleSheet');
  const custom = new Map(
    childrenOf(childOf(sheet, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  return childrenOf(childOf(sheet, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    const code = (custom.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
    if (id === 17) return 'month';
    if (BUILT_IN_DATES.has(id)) return 'day';
    if (/y/.test(code) && /m/.test(code)) return /d/.test(code) ? 'day' : 'month';
    return null;
  });
}

function shownDate(serial: number, style: DateStyle, from1904: boolean): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial + (from1904 ? 1462 : 0)) * 86_400_000);
  const month = `${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
  return style === 'month' ? `Tháng ${month}` : `${day.getUTCDate()}/${month}`;
}

const columnIndex = (reference: string): number =>
  [...reference.replace(/[^A-Z]/g, '')].reduce((value, letter) => value * 26 + letter.charCodeAt(0) - 64, 0) - 1;

interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;
const MOST_MERGED_ROWS = 1000;

class Sheet {
  readonly #name: string;
  readonly #sheet: XmlElement | undefined;
  readonly #strings: readonly string[];
  readonly #dates: readonly DateStyle[];
  readonly #from1904: boolean;
  readonly #notices: Notice[];

  constructor(
    name: string,
    root: XmlElement,
    strings: readonly string[],
    dates: readonly DateStyle[],
    from1904: boolean,
    notices: Notice[],
  ) {
    this.#name = name;
    this.#sheet = childOf(root, 'worksheet');
    this.#strings = strings;
    this.#dates = dates;
    this.#from1904 = from1904;
    this.#notices = notices;
  }

  rows(): CellRow[] {
    const hidden = this.#hiddenColumns();
    const merges = this.#merges();
    const rows: CellRow[] = [];
    const shown = childrenOf(childOf(this.#sheet, 'sheetData'), 'row');
    const values = new Map(shown.map((row) => [Number(row.attributes.r), this.#values(row)]));
    if (shown.length > MOST_ROWS) throw new ImportFault('FILE_HAS_TOO_MANY_ROWS');
    const widest = [...values.values()].reduce((most, row) => Math.max(most, ...row.keys()), -1) + 1;
    const width = Math.min(widest, MOST_COLUMNS);
    for (const row of shown) {
      const number = Number(row.attributes.r);
      if (row.attributes.hidden === '1' || row.attributes.hidden === 'true') {
        if ((values.get(number)?.size ?? 0) > 0)
          this.#notices.push({
            code: 'HIDDEN_ROW',
            data: {},
            position: { sheet: this.#name, row: number },
          });
        continue;
      }
      const cells: Cell[] = [];
      for (let column = 0; column < width; column += 1) {
        if (hidden.has(column)) continue;
        const merge = merges.get(number)?.find(({ left, right }) => column >= left && column <= right);
        if (!merge) {
          cells.push({ text: values.get(number)?.get(column) ?? '', span: 1, mergedFromAbove: false });
          continue;
        }
        if (column > merge.left) continue;
        const span = Array.from(
          { length: merge.right - merge.left + 1 },
          (_unused, index) => merge.left + index,
        ).filter((index) => index < width && !hidden.has(index)).length;
        cells.push({
          text: values.get(merge.top)?.get(merge.left) ?? '',
          span: Math.max(1, span),
          mergedFromAbove: number > merge.top,
        });
      }
      if (cells.some((cell) => cell.text.trim() !== ''))
        rows.push({ cells, position: { sheet: this.#name, row: number } });
    }
    return rows;
  }

  #values(row: XmlElement): Map<number, string> {
    const values = new Map<number, string>();
    for (const [index, cell] of childrenOf(row, 'c').entries()) {
      const text = plainText(this.#shown(cell)).trim();
      if (text !== '') values.set(cell.attributes.r ? columnIndex(cell.attributes.r) : index, text);
    }
    return values;
  }

  #shown(cell: XmlElement): string {
    const inline = childOf(cell, 'is');
    if (inline) return richText(inline);
    const value = childOf(cell, 'v');
    const text = value ? textIn(value) : '';
    const type = cell.attributes.t ?? 'n';
    if (type === 's') return this.#strings[Number(text)] ?? '';
    if (type === 'e' || type === 'b') return '';
    const style = this.#dates[Number(cell.attributes.s ?? 0)] ?? null;
    if (type === 'n' && style && Number(text) > 20_000 && Number(text) < 80_000)
      return shownDate(Number(text), style, this.#from1904);
    if (type === 'd') return text.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3/$2/$1');
    return type === 'n' && text !== '' ? String(Number(Number(text).toPrecision(12))) : text;
  }

  #hiddenColumns(): Set<number> {
    const hidden = new Set<number>();
    for (const { attributes } of childrenOf(childOf(this.#sheet, 'cols'), 'col')) {
      if (attributes.hidden !== '1' && attributes.hidden !== 'true') continue;
      for (let column = Number(attributes.min); column <= Math.min(Number(attributes.max), 200); column += 1)
        hidden.add(column - 1);
    }
    if (hidden.size > 0)
      this.#notices.push({
        code: 'HIDDEN_COLUMN',
        data: {},
        position: { sheet: this.#name },
      });
    return hidden;
  }

  /** The merged cells of each row that they touch. */
  #merges(): Map<number, Merge[]> {
    const byRow = new Map<number, Merge[]>();
    for (const { attributes } of childrenOf(childOf(this.#sheet, 'mergeCells'), 'mergeCell')) {
      const [from = '', to = ''] = (attributes.ref ?? '').split(':');
      if (to === '') continue;
      const row = (reference: string): number => Number(reference.replace(/\D/g, ''));
      const merge = { top: row(from), bottom: row(to), left: columnIndex(from), right: columnIndex(to) };
      for (let at = merge.top; at <= Math.min(merge.bottom, merge.top + MOST_MERGED_ROWS); at += 1) {
        const own = byRow.get(at);
        if (own) own.push(merge);
        else byRow.set(at, [merge]);
      }
    }
    return byRow;
  }
}
