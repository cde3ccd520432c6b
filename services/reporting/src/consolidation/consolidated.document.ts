import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType,
} from 'docx';
import type { ConsolidatedContent } from './consolidated.content.ts';
import { PAPER } from './consolidated.words.ts';
import { type DocumentStyle, MARGINS } from './document-style.ts';

const PAGE_WIDTH = 210;
const PAGE_HEIGHT = 297;
const TEXT_WIDTH = PAGE_WIDTH - MARGINS.left - MARGINS.right;

/** Sizes in half points: the body is set in 14. */
const SIZE = { body: 28, head: 26, small: 24 };

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

interface Run {
  bold?: boolean;
  italics?: boolean;
  underline?: boolean;
  size?: number;
  align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  indent?: boolean;
}

function line(text: string, { bold, italics, underline, size = SIZE.body, align, indent }: Run = {}): Paragraph {
  return new Paragraph({
    alignment: align ?? AlignmentType.BOTH,
    indent: indent ? { firstLine: twips(10) } : undefined,
    spacing: { after: indent ? 120 : 0, line: 276, lineRule: LineRuleType.AUTO },
    children: [
      new TextRun({ text, bold, italics, size, underline: underline ? { type: UnderlineType.SINGLE } : undefined }),
    ],
  });
}

const centred = (text: string, run: Run = {}): Paragraph => line(text, { align: AlignmentType.CENTER, ...run });
const body = (text: string): Paragraph => line(text, { indent: true });
const heading = (text: string): Paragraph => line(text, { bold: true, indent: true });

/** The library's own conversion cuts the fraction off, and A4 would be a twip short. */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

function table(widths: readonly number[], rows: readonly (readonly Paragraph[][])[], bordered: boolean): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: bordered ? undefined : NO_BORDERS,
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: bordered && index === 0,
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({
                children,
                width: { size: twips(widths[column] ?? 0), type: WidthType.DXA },
                borders: bordered ? undefined : NO_BORDERS,
                margins: bordered ? { top: 40, bottom: 40, left: 80, right: 80 } : undefined,
              }),
          ),
        }),
    ),
  });
}

function grid(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
  centredColumns: readonly number[],
): Table {
  const cell = (text: string, column: number, bold: boolean): Paragraph[] => [
    line(text, {
      size: SIZE.small,
      bold,
      align: bold || centredColumns.includes(column) ? AlignmentType.CENTER : AlignmentType.LEFT,
    }),
  ];
  return table(
    widths,
    [
      head.map((text, column) => cell(text, column, true)),
      ...rows.map((row) => row.map((text, column) => cell(text, column, false))),
    ],
    true,
  );
}

/** Party papers: the Party's name on the right, underlined, and a star under the issuer. */
function partyHead(style: DocumentStyle, placeAndDate: string): Table {
  const [parent, ...rest] = style.issuer.length > 1 ? style.issuer : ['', ...style.issuer];
  return table(
    [TEXT_WIDTH * 0.45, TEXT_WIDTH * 0.55],
    [
      [
        [
          ...(parent ? [centred(parent, { size: SIZE.head })] : []),
          ...rest.map((name) => centred(name, { bold: true, size: SIZE.head })),
          centred('*'),
          centred(style.number, { size: SIZE.head }),
        ],
        [
          centred(PAPER.party, { bold: true, underline: true, size: SIZE.head }),
          centred(''),
          centred(placeAndDate, { italics: true, size: SIZE.head }),
        ],
      ],
    ],
    false,
  );
}

/** State papers: the State's name and motto on the right, the number with a colon. */
function stateHead(style: DocumentStyle, placeAndDate: string): Table {
  const [parent, ...rest] = style.issuer.length > 1 ? style.issuer : ['', ...style.issuer];
  return table(
    [TEXT_WIDTH * 0.42, TEXT_WIDTH * 0.58],
    [
      [
        [
          ...(parent ? [centred(parent, { size: SIZE.head })] : []),
          ...rest.map((name) => centred(name, { bold: true, underline: true, size: SIZE.head })),
          centred(style.number, { size: SIZE.head }),
        ],
        [
          centred(PAPER.state, { bold: true, size: SIZE.small }),
          centred(PAPER.motto, { bold: true, underline: true, size: SIZE.head }),
          centred(placeAndDate, { italics: true, size: SIZE.head }),
        ],
      ],
    ],
    false,
  );
}

function numbered(words: { heading: string; none: string }, paragraphs: readonly string[]): Paragraph[] {
  const lines = paragraphs.length > 0 ? paragraphs.map((text) => `- ${text}`) : [words.none];
  return [heading(words.heading), ...lines.map(body)];
}

function sectionsOf(content: ConsolidatedContent): ISectionOptions['children'] {
  return [
    body(content.summary),
    heading(PAPER.totals.heading),
    grid(
      [12, 108, 45],
      PAPER.totals.columns,
      content.totals.map(({ label, value }, index) => [String(index + 1), label, value.toLocaleString('vi-VN')]),
      [0, 2],
    ),
    line(''),
    heading(PAPER.units.heading),
    grid(
      [12, 70, 28, 30, 25],
      PAPER.units.columns,
      content.units.map((unit, index) => [String(index + 1), unit.name, unit.state, unit.submittedAt, unit.late]),
      [0, 2, 3, 4],
    ),
    line(''),
    ...numbered(PAPER.obstacles, content.obstacles),
    ...numbered(PAPER.proposals, content.proposals),
    heading(PAPER.notReported.heading),
    body(content.missing.length > 0 ? `${content.missing.join('; ')}.` : PAPER.notReported.none),
    line(''),
  ];
}

function ending(style: DocumentStyle): Table {
  const isParty = style.family === 'PARTY';
  return table(
    [TEXT_WIDTH / 2, TEXT_WIDTH / 2],
    [
      [
        [
          line(PAPER.recipients, {
            bold: !isParty,
            italics: !isParty,
            underline: isParty,
            size: SIZE.small,
            align: AlignmentType.LEFT,
          }),
          line(style.archive, { size: 22, align: AlignmentType.LEFT }),
        ],
        [centred(style.signature, { bold: true })],
      ],
    ],
    false,
  );
}

export interface ConsolidatedPaper {
  style: DocumentStyle;
  /** "Thanh Hóa, ngày 20 tháng 11 năm 2025" */
  placeAndDate: string;
  content: ConsolidatedContent;
}

/** The paper in its official form: A4, Times New Roman, page numbers on top from the second page. */
export function consolidatedDocument({ style, placeAndDate, content }: ConsolidatedPaper): Document {
  return new Document({
    title: content.subject,
    creator: style.issuer.at(-1) ?? '',
    styles: {
      default: { document: { run: { font: 'Times New Roman', size: SIZE.body, language: { value: 'vi-VN' } } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(PAGE_WIDTH), height: twips(PAGE_HEIGHT) },
            margin: {
              top: twips(MARGINS.top),
              bottom: twips(MARGINS.bottom),
              left: twips(MARGINS.left),
              right: twips(MARGINS.right),
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph('')] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children: [
          style.family === 'PARTY' ? partyHead(style, placeAndDate) : stateHead(style, placeAndDate),
          line(''),
          centred(PAPER.kind, { bold: true }),
          centred(content.subject, { bold: true }),
          ...(style.family === 'PARTY' ? [centred('-----')] : []),
          line(''),
          ...sectionsOf(content),
          ending(style),
        ],
      },
    ],
  });
}
