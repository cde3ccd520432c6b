import { ImportFault } from './import-fault.ts';
import type { Block, Cell, CellRow, Notice, Reading } from './reading.ts';
import { plainText } from './vietnamese-text.ts';
import { WordNumbering } from './word-numbering.ts';
import { childOf, childrenOf, isElement, parseXml, type XmlElement } from './xml.ts';
import type { Zip } from './zip.ts';

/** Paragraphs and tables of a .docx, with Word's own numbers, without deleted or hidden text. */
export function readDocx(zip: Zip): Reading {
  const text = zip.text('word/document.xml');
  if (text === null) throw new ImportFault('FILE_NOT_READABLE');
  return new DocxReader(zip).read(parseXml(text));
}

/** Wrappers that Word puts around what it shows. */
const TRANSPARENT = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'sdt',
  'sdtContent',
  'AlternateContent',
  'Choice',
  'drawing',
  'inline',
  'anchor',
  'graphic',
  'graphicData',
  'wsp',
  'wgp',
  'txbx',
  'pict',
  'shape',
  'textbox',
  'group',
  'rect',
  'fldSimple',
  'customXml',
  'bdo',
  'dir',
]);

class DocxReader {
  readonly #numbering: WordNumbering;
  readonly #styleLists: Map<string, { numId: string; depth: number }>;
  readonly #zip: Zip;
  readonly #blocks: Block[] = [];
  readonly #notices: Notice[] = [];
  #line = 0;
  #tables = 0;

  constructor(zip: Zip) {
    const numbering = zip.text('word/numbering.xml');
    this.#numbering = new WordNumbering(numbering === null ? undefined : parseXml(numbering));
    const styles = zip.text('word/styles.xml');
    this.#styleLists = styleLists(styles === null ? undefined : parseXml(styles));
    this.#zip = zip;
  }

  read(document: XmlElement): Reading {
    this.#stamps();
    const body = childOf(document, 'document', 'body');
    if (!body) throw new ImportFault('FILE_NOT_READABLE');
    this.#walk(body);
    return { blocks: this.#blocks, notices: this.#notices };
  }

  /** A mark of secrecy may stand in the page header only. */
  #stamps(): void {
    for (const name of this.#zip.names) {
      if (!/^word\/(header|footer)\d*\.xml$/.test(name)) continue;
      const root = parseXml(this.#zip.text(name) ?? '<w:hdr/>');
      const lines = paragraphsIn(root).map((paragraph) => this.#runs(paragraph));
      for (const line of [...lines, ...watermarksIn(root)])
        if (/mật/iu.test(line.normalize('NFC'))) this.#addLine(line);
    }
  }

  #walk(parent: XmlElement): void {
    for (const node of parent.children) {
      if (!isElement(node)) continue;
      if (node.name === 'p') {
        for (const box of paragraphsIn(node, true)) this.#addLine(this.#paragraph(box));
        this.#addLine(this.#paragraph(node));
      } else if (node.name === 'tbl') this.#table(node);
      else if (TRANSPARENT.has(node.name)) this.#walk(node);
    }
  }

  #addLine(text: string): void {
    for (const line of plainText(text).split('\n')) {
      this.#line += 1;
      if (line.trim() === '') continue;
      this.#blocks.push({
        kind: 'line',
        line: { text: line.trim(), position: { line: this.#line }, goesOn: false, gapBefore: false },
      });
    }
  }

  #paragraph(paragraph: XmlElement): string {
    const label = this.#label(paragraph);
    const text = this.#runs(paragraph);
    return label === '' ? text : `${label} ${text}`;
  }

  #label(paragraph: XmlElement): string {
    const properties = childOf(paragraph, 'pPr');
    const own = childOf(properties, 'numPr');
    const style = this.#styleLists.get(childOf(properties, 'pStyle')?.attributes.val ?? '');
    const numId = childOf(own, 'numId')?.attributes.val ?? style?.numId;
    if (!numId || numId === '0') return '';
    return this.#numbering.next(numId, Number(childOf(own, 'ilvl')?.attributes.val ?? style?.depth ?? 0));
  }

  #runs(parent: XmlElement): string {
    return parent.children
      .map((node): string => {
        if (!isElement(node)) return '';
        if (node.name === 'r') return this.#run(node);
        return TRANSPARENT.has(node.name) && node.name !== 'drawing' && node.name !== 'pict' ? this.#runs(node) : '';
      })
      .join('');
  }

  #run(run: XmlElement): string {
    const properties = childOf(run, 'rPr');
    const hidden = childOf(properties, 'vanish');
    if (hidden && hidden.attributes.val !== '0' && hidden.attributes.val !== 'false') return '';
    const raised = childOf(properties, 'vertAlign')?.attributes.val === 'superscript';
    const text = run.children
      .map((node) => {
        if (!isElement(node)) return '';
        if (node.name === 't') return node.children.filter((part) => !isElement(part)).join('');
        if (node.name === 'tab') return ' ';
        if (node.name === 'br' || node.name === 'cr') return '\n';
        return node.name === 'noBreakHyphen' ? '-' : '';
      })
      .join('');
    // A raised figure is the mark of a footnote.
    return raised && /^\s*[\d,()*]+\s*$/.test(text) ? '' : text;
  }

  #table(table: XmlElement): void {
    this.#tables += 1;
    const rows: CellRow[] = [];
    for (const row of rowsIn(table)) {
      if (childOf(row, 'trPr', 'del')) continue;
      if (childOf(row, 'trPr', 'hidden')) {
        this.#notices.push({
          code: 'HIDDEN_ROW',
          data: {},
          position: { table: this.#tables, row: rows.length + 1 },
        });
        continue;
      }
      rows.push({ cells: this.#cells(row, rows.at(-1)), position: { table: this.#tables, row: rows.length + 1 } });
    }
    this.#blocks.push({ kind: 'table', rows, position: { table: this.#tables } });
  }

  #cells(row: XmlElement, above: CellRow | undefined): Cell[] {
    const cells: Cell[] = [];
    const skipped = Number(childOf(row, 'trPr', 'gridBefore')?.attributes.val ?? 0);
    if (skipped > 0) cells.push({ text: '', span: skipped, mergedFromAbove: false });
    let column = skipped;
    for (const cell of cellsIn(row)) {
      const properties = childOf(cell, 'tcPr');
      const span = Number(childOf(properties, 'gridSpan')?.attributes.val ?? 1);
      const merge = childOf(properties, 'vMerge');
      const continued = merge !== undefined && merge.attributes.val !== 'restart';
      const text = continued ? (cellAt(above, column)?.text ?? '') : this.#cellText(cell);
      cells.push({ text, span, mergedFromAbove: continued });
      column += span;
    }
    return cells;
  }

  #cellText(cell: XmlElement): string {
    const lines: string[] = [];
    const walk = (parent: XmlElement): void => {
      for (const node of parent.children) {
        if (!isElement(node)) continue;
        if (node.name === 'p') lines.push(plainText(this.#paragraph(node)).trim());
        else if (node.name === 'tbl')
          for (const row of rowsIn(node))
            lines.push(
              cellsIn(row)
                .map((inner) => this.#cellText(inner))
                .join(' '),
            );
        else if (TRANSPARENT.has(node.name)) walk(node);
      }
    };
    walk(cell);
    return lines.filter((line) => line !== '').join('\n');
  }
}

/** The words of a watermark are an attribute of the shape that draws them. */
const watermarksIn = (parent: XmlElement): string[] =>
  parent.children.flatMap((node) => {
    if (!isElement(node)) return [];
    const own = node.name === 'textpath' ? [node.attributes.string ?? ''] : [];
    return [...own, ...watermarksIn(node)];
  });

function cellAt(row: CellRow | undefined, column: number): Cell | undefined {
  let at = 0;
  for (const cell of row?.cells ?? []) {
    if (at === column) return cell;
    at += cell.span;
  }
  return undefined;
}

/** Elements of this name, also inside content controls. */
function within(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((node) => {
    if (!isElement(node)) return [];
    if (node.name === name) return [node];
    return node.name === 'sdt' || node.name === 'sdtContent' || node.name === 'ins' || node.name === 'customXml'
      ? within(node, name)
      : [];
  });
}
const rowsIn = (table: XmlElement): XmlElement[] => within(table, 'tr');
const cellsIn = (row: XmlElement): XmlElement[] => within(row, 'tc');

/** Paragraphs below an element; `boxes`: only those of text boxes. */
function paragraphsIn(parent: XmlElement, boxes = false): XmlElement[] {
  return parent.children.flatMap((node) => {
    if (!isElement(node) || node.name === 'Fallback') return [];
    if (node.name === 'txbxContent') return paragraphsIn(node);
    return node.name === 'p' && !boxes ? [node, ...paragraphsIn(node, true)] : paragraphsIn(node, boxes);
  });
}

function styleLists(styles: XmlElement | undefined): Map<string, { numId: string; depth: number }> {
  const lists = new Map<string, { numId: string; depth: number }>();
  for (const style of childrenOf(childOf(styles, 'styles'), 'style')) {
    const list = childOf(style, 'pPr', 'numPr');
    const numId = childOf(list, 'numId')?.attributes.val;
    if (numId)
      lists.set(style.attributes.styleId ?? '', { numId, depth: Number(childOf(list, 'ilvl')?.attributes.val ?? 0) });
  }
  return lists;
}
