import { cellTexts, type GridRow, gridRows, type VariedPlan } from './varied-plan.ts';
import { WIDTHS, wrap } from './varied-text.ts';

export interface Drawing {
  ruled: boolean;
  /** Cells stand at the middle of their row instead of its top. */
  middle: boolean;
  /** Lines are set around the middle of their column. */
  centred?: boolean;
  /** Rows may break over the page. */
  breaks?: boolean;
  /** Every word is a piece of its own, as in justified text. */
  wordByWord?: boolean;
  /** How far rows stand apart, in lines. */
  apart?: number;
}

const SIZE = 9;
const LETTER = SIZE * 0.5;
const LEADING = 11;
const PAGE = { width: 842, height: 595, margin: 40 };
const isTask = (row: GridRow): row is Exclude<GridRow, { code: string }> => !('code' in row);

/** A .pdf drawn piece by piece, in letters of one width and without a font file: enough for its text layer and its rules. */
export function drawnPdf(plan: VariedPlan, drawing: Drawing): Uint8Array {
  return new Drawer(plan, drawing).file();
}

class Drawer {
  readonly #plan: VariedPlan;
  readonly #drawing: Drawing;
  readonly #pages: string[] = [];
  #commands: string[] = [];
  #y = PAGE.margin;

  constructor(plan: VariedPlan, drawing: Drawing) {
    this.#plan = plan;
    this.#drawing = drawing;
  }

  file(): Uint8Array {
    for (const line of this.#plan.head) this.#line(line);
    this.#turn(false);
    for (const line of ['PHỤ LỤC', 'VIỆC CẦN LÀM', this.#plan.note, '']) this.#line(line);
    const headings = this.#plan.columns.map(({ heading }) => heading);
    this.#row(headings);
    for (const row of gridRows(this.#plan)) {
      if (isTask(row)) this.#row(cellTexts(this.#plan, row), headings);
      else if (this.#plan.columns[0]?.field === 'number') this.#row([row.code, row.title], headings);
      else this.#row([`${row.code}. ${row.title}`], headings);
    }
    this.#turn(false);
    return writePdf(this.#pages);
  }

  #lanes(): { left: number; width: number }[] {
    let left = PAGE.margin;
    return this.#plan.columns.map(({ field }) => {
      const width = (WIDTHS[field] + 3) * LETTER;
      left += width;
      return { left: left - width, width };
    });
  }

  #text(text: string, x: number, y: number): void {
    let at = x;
    for (const word of this.#drawing.wordByWord ? text.split(' ') : [text]) {
      this.#piece(word, at, y);
      at += (word.length + 1) * LETTER;
    }
  }

  #piece(text: string, x: number, y: number): void {
    const hex = [...text.normalize('NFC')].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    this.#commands.push(`BT /F1 ${SIZE} Tf ${x.toFixed(1)} ${(PAGE.height - y - SIZE).toFixed(1)} Td <${hex}> Tj ET`);
  }

  #rule(x1: number, y1: number, x2: number, y2: number): void {
    this.#commands.push(`${x1} ${PAGE.height - y1} m ${x2} ${PAGE.height - y2} l S`);
  }

  #line(text: string): void {
    if (text !== '') this.#text(text, PAGE.margin, this.#y);
    this.#y += LEADING * 1.3;
    if (this.#y > PAGE.height - PAGE.margin) this.#turn(false);
  }

  #row(cells: readonly string[], again: readonly string[] = []): void {
    const lanes = this.#lanes();
    const spans = cells.length < lanes.length;
    const boxes = cells.map((cell, index) => {
      const lane = lanes[index] ?? { left: 0, width: 0 };
      const last = lanes.at(-1) ?? lane;
      const width = spans && index === cells.length - 1 ? last.left + last.width - lane.left : lane.width;
      return { left: lane.left, width, lines: cell === '' ? [] : wrap(cell, Math.floor(width / LETTER) - 3) };
    });
    const height = Math.max(1, ...boxes.map(({ lines }) => lines.length));
    const room = Math.floor((PAGE.height - PAGE.margin - this.#y) / LEADING) - 1;
    const apart = (this.#drawing.apart ?? 0.6) * LEADING;
    if (height > room) {
      if (this.#drawing.breaks && room > 1 && !this.#drawing.middle) {
        this.#part(
          boxes.map((box) => ({ ...box, lines: box.lines.slice(0, room) })),
          room,
          apart,
        );
        this.#turn(true, again);
        this.#part(
          boxes.map((box) => ({ ...box, lines: box.lines.slice(room) })),
          height - room,
          apart,
        );
        return;
      }
      this.#turn(true, again);
    }
    this.#part(boxes, height, apart);
  }

  #part(boxes: readonly { left: number; width: number; lines: string[] }[], height: number, apart: number): void {
    const top = this.#y;
    const bottom = top + height * LEADING + apart;
    for (const { left, width, lines } of boxes) {
      const down = this.#drawing.middle ? ((height - lines.length) * LEADING) / 2 : 0;
      for (const [index, line] of lines.entries()) {
        const aside = this.#drawing.centred ? (width - 3 * LETTER - line.length * LETTER) / 2 : 0;
        this.#text(line, left + LETTER + aside, top + apart / 2 + down + index * LEADING);
      }
      if (this.#drawing.ruled) this.#rule(left, top, left, bottom);
    }
    if (this.#drawing.ruled) {
      const [first, last] = [boxes[0], boxes.at(-1)];
      const right = (last?.left ?? 0) + (last?.width ?? 0);
      this.#rule(right, top, right, bottom);
      this.#rule(first?.left ?? 0, top, right, top);
      this.#rule(first?.left ?? 0, bottom, right, bottom);
    }
    this.#y = bottom;
  }

  #turn(within: boolean, headings: readonly string[] = []): void {
    this.#text(String(this.#pages.length + 1), PAGE.width / 2, PAGE.height - 25);
    this.#pages.push(this.#commands.join('\n'));
    this.#commands = [];
    this.#y = PAGE.margin;
    if (within && headings.length > 0 && this.#pages.length % 2 === 0) this.#row(headings);
  }
}

/** Letters stand for themselves; their width is said once for all. */
function writePdf(pages: readonly string[]): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const map =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end';
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add(`<< /Length ${map.length} >>\nstream\n${map}\nendstream`);
  add(
    '<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 500 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 4 0 R /DW 500 >>',
  );
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 3 0 R >>',
  );
  const kids = pages.map((commands) => {
    const content = add(`<< /Length ${commands.length} >>\nstream\n${commands}\nendstream`);
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 6 0 R >> >> /Contents ${content} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
