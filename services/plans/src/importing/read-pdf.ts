import type { getDocument as getDocumentType } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { appendixOf } from './appendix-titles.ts';
import { ImportFault } from './import-fault.ts';
import { inside, type PdfTable, type Rule, ruledTables } from './pdf-grid.ts';
import { gutterTable } from './pdf-gutters.ts';
import { linesOf, type PdfText, wordsOf } from './pdf-lines.ts';
import type { Block, Reading } from './reading.ts';
import { plainText } from './vietnamese-text.ts';

/** The library warns on loading that it cannot draw; nothing is drawn here. */
async function loaded(): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  const warn = console.warn;
  console.warn = () => undefined;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

const { getDocument, OPS, VerbosityLevel } = await loaded();

type PdfDocument = Awaited<ReturnType<typeof getDocumentType>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

const MOST_PAGES = 400;

/** The text layer of a .pdf, page by page: cells where the page rules or spaces them, lines elsewhere. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const task = getDocument({
    // The reader takes the bytes over; the caller keeps its own.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise.catch((cause: unknown) => {
      throw new ImportFault(
        cause instanceof Error && cause.name === 'PasswordException' ? 'FILE_HAS_PASSWORD' : 'FILE_NOT_READABLE',
        { cause },
      );
    });
    return await readPages(document);
  } finally {
    await task.destroy();
  }
}

async function readPages(document: PdfDocument): Promise<Reading> {
  const blocks: Block[] = [];
  let letters = 0;
  let columns: readonly number[] | null = null;
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
    const page = await document.getPage(number);
    const texts = await textsOf(page);
    letters += texts.reduce((sum, text) => sum + text.text.trim().length, 0);
    const ruled = ruledTables(await rulesOf(page), texts, number);
    const free = texts.filter((text) => !ruled.some((table) => inside(table, text)));
    if (ruled.length > 0) {
      blocks.push(...inOrder(ruled, free, number));
      columns = null;
    } else {
      for (const part of appendicesOf(free)) {
        const spaced: ReturnType<typeof gutterTable> = gutterTable(part.texts, part.titled ? null : columns, number);
        columns = spaced?.gutters ?? (part.titled ? null : columns);
        blocks.push(...inOrder(spaced ? [spaced.table] : [], spaced ? spaced.rest : part.texts, number));
      }
    }
    page.cleanup();
  }
  if (letters < 40) throw new ImportFault('NO_TEXT_LAYER');
  return { blocks, notices: [] };
}

/** A page's texts, parted before every title of an appendix. */
function appendicesOf(texts: readonly PdfText[]): { texts: PdfText[]; titled: boolean }[] {
  const parts: { texts: PdfText[]; titled: boolean }[] = [{ texts: [], titled: false }];
  for (const line of linesOf(texts)) {
    if (appendixOf(wordsOf(line))) parts.push({ texts: [], titled: true });
    parts.at(-1)?.texts.push(...line.texts);
  }
  return parts.filter((part) => part.texts.length > 0);
}

function inOrder(tables: readonly PdfTable[], texts: readonly PdfText[], page: number): Block[] {
  const lines = linesOf(texts).map((line, index) => ({ y: line.y, text: wordsOf(line), index }));
  const placed: { y: number; block: Block }[] = [
    ...tables.map((table) => ({
      y: table.top,
      block: { kind: 'table' as const, rows: table.rows, position: { page } },
    })),
    ...lines
      .filter(({ text }) => text !== '' && !/^-?\s*\d{1,3}\s*-?$/.test(text))
      .map(({ y, text, index }) => ({
        y,
        block: {
          kind: 'line' as const,
          line: { text, position: { page, line: index + 1 }, goesOn: false, gapBefore: false },
        },
      })),
  ];
  return placed.sort((one, other) => one.y - other.y).map(({ block }) => block);
}

async function textsOf(page: PdfPage): Promise<PdfText[]> {
  const { height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const turned = page.rotate % 360 !== 0 ? page.getViewport({ scale: 1 }) : null;
  // Some producers write every hyphen as a soft one.
  return content.items.flatMap((item): PdfText[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const matrix = item.transform as number[];
    const size = Math.hypot(matrix[2] ?? 0, matrix[3] ?? 0) || item.height;
    const [x = 0, y = 0] = turned
      ? turned.convertToViewportPoint(matrix[4] ?? 0, matrix[5] ?? 0)
      : [matrix[4] ?? 0, height - (matrix[5] ?? 0)];
    return [{ text: plainText(item.str.replaceAll('\u00AD', '-')), x, y: y - size, width: item.width, height: size }];
  });
}

type Matrix = [number, number, number, number, number, number];
const times = (one: Matrix, other: readonly number[]): Matrix => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = other;
  return [
    one[0] * a + one[2] * b,
    one[1] * a + one[3] * b,
    one[0] * c + one[2] * d,
    one[1] * c + one[3] * d,
    one[0] * e + one[2] * f + one[4],
    one[1] * e + one[3] * f + one[5],
  ];
};

/** The straight lines and thin boxes that a page draws. */
async function rulesOf(page: PdfPage): Promise<Rule[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [index, operation] of fnArray.entries()) {
    const values = argsArray[index] as unknown[];
    if (operation === OPS.save) kept.push(matrix);
    else if (operation === OPS.restore) matrix = kept.pop() ?? matrix;
    else if (operation === OPS.transform) matrix = times(matrix, values as number[]);
    else if (operation === OPS.constructPath) {
      const [paint, [path] = []] = values as [number, ArrayLike<number>[] | undefined];
      if (paint === OPS.endPath || !path) continue;
      const place = (x: number, y: number): [number, number] => {
        const [px = 0, py = 0] = viewport.convertToViewportPoint(
          matrix[0] * x + matrix[2] * y + matrix[4],
          matrix[1] * x + matrix[3] * y + matrix[5],
        );
        return [px, py];
      };
      rules.push(...rulesIn(path, place, paint === OPS.fill || paint === OPS.eoFill));
    }
    if (rules.length > 20_000) break;
  }
  return rules;
}

const MOVE = 0;
const LINE = 1;
const POINTS = [2, 2, 6, 4, 0];

function rulesIn(path: ArrayLike<number>, place: (x: number, y: number) => [number, number], fill: boolean): Rule[] {
  const shapes: [number, number][][] = [];
  let at = 0;
  while (at < path.length) {
    const step = path[at] ?? 0;
    const count = POINTS[step] ?? 0;
    const point = place(path[at + count - 1] ?? 0, path[at + count] ?? 0);
    if (step === MOVE) shapes.push([point]);
    else if (step === LINE) shapes.at(-1)?.push(point);
    else if (step === 4 && shapes.at(-1)?.[0]) shapes.at(-1)?.push(shapes.at(-1)?.[0] as [number, number]);
    at += 1 + count;
  }
  return shapes.flatMap((points) => {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (bottom - top < 3 && right - left > 4) return [{ lies: true, at: (top + bottom) / 2, from: left, to: right }];
    if (right - left < 3 && bottom - top > 4) return [{ lies: false, at: (left + right) / 2, from: top, to: bottom }];
    if (fill || points.length < 2) return [];
    return points.slice(1).flatMap(([x, y], index): Rule[] => {
      const [px = 0, py = 0] = points[index] ?? [];
      if (Math.abs(y - py) < 1 && Math.abs(x - px) > 4)
        return [{ lies: true, at: y, from: Math.min(x, px), to: Math.max(x, px) }];
      if (Math.abs(x - px) < 1 && Math.abs(y - py) > 4)
        return [{ lies: false, at: x, from: Math.min(y, py), to: Math.max(y, py) }];
      return [];
    });
  });
}
