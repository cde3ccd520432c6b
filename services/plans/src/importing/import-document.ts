import { checksOfRows, type Declared, type DocumentSection, type Finding } from './checks.ts';
import { refuseClassified } from './classified.ts';
import { readDeadline } from './deadlines.ts';
import { declaredSum, lostRowsOf, sectionsOf } from './declared-facts.ts';
import { readFacts } from './document-facts.ts';
import { countLines, type DocumentLine } from './document-lines.ts';
import { type BasisDocument, basisOf } from './implemented-documents.ts';
import { ImportFault } from './import-fault.ts';
import type { DocumentFacts, ImportedDocument, ImportWarning } from './imported-document.ts';
import { findingSentence } from './messages.ts';
import { provinceOf } from './province.ts';
import { type Position, type Reading, whereOf } from './reading.ts';
import { tablesOf } from './tables.ts';
import { assembleTask, type ReviewedTask } from './task-fields.ts';
import { blocOfPaper } from './units/bloc-scope.ts';
import type { Directory } from './units/directory.ts';
import { UnitMatcher } from './units/unit-matcher.ts';

export interface ImportOptions {
  directory: Directory;
  /** The province whose units the document speaks of; found from the text when not given. */
  provinceId?: string | null;
  /** Two persons found that a secrecy marking on it is none. */
  evenMarked?: boolean;
}

export interface ReviewedDocument extends ImportedDocument, Declared {
  tasks: ReviewedTask[];
  provinceId: string | null;
  /** The documents that it says it carries out, in the order in which it names them. */
  implements: BasisDocument[];
  sections: DocumentSection[];
  declaredParts: number[];
  declaredLines: number[];
  /** The document as it was read, in reading order. */
  lines: DocumentLine[];
  /** What the warnings say, by code; those of `checksOfRows` are found anew on corrected rows. */
  findings: Finding[];
}

/** Lines and cells → tables and rows → fields → units and deadlines → checks. A document without any task is refused. */
export function importReading(reading: Reading, options: ImportOptions): ReviewedDocument {
  const read = reviewReading(reading, options);
  if (read.tasks.length > 0) return read;
  throw new ImportFault(read.findings.some(({ code }) => code === 'NO_HEADER') ? 'NO_HEADER' : 'NO_TABLE');
}

/** The same, but a document without any task is handed over with what could be read of it. */
export function reviewReading(
  reading: Reading,
  { directory, provinceId, evenMarked = false }: ImportOptions,
): ReviewedDocument {
  if (!evenMarked) refuseClassified(reading.blocks);
  const { blocks, lines } = countLines(reading.blocks);
  const { id: province, elsewhere } = provinceId
    ? { id: provinceId, elsewhere: false }
    : provinceOf(lines.map(({ text }) => text).join('\n'), directory);
  // The first guess at the units serves only to cut rows that carry no marks.
  const found = tablesOf(blocks, new UnitMatcher(directory, province, null));
  const facts = readFacts(
    found.bodyLines.map(({ text }) => text),
    found.appendixNotes,
  );
  const { year, ...document } = facts;
  const bloc = blocOfPaper(document.number, document.issuer);
  const matcher = new UnitMatcher(directory, province, document.issuedOn, elsewhere, bloc);
  const tasks = found.tables.flatMap((table) => assembleTask(table, { matcher, year, readDeadline, lines }));
  const declared: Declared = {
    issuedOn: document.issuedOn,
    sections: sectionsOf(found.tables),
    ...declaredSum(found.bodyLines),
  };
  const readAs = [
    ...missingFacts(document, province),
    ...(tasks.length > 0 ? [] : [without(found.sawTable ? 'NO_HEADER' : 'NO_TABLE')]),
    ...lostRowsOf(found.tables),
    ...found.footnotes.map(
      ({ text, lines: foot }): Finding => ({
        code: 'FOOTNOTE_LEFT_OUT',
        data: { text: text.slice(0, 160) },
        lines: foot,
        rows: [],
      }),
    ),
  ];
  const findings = [...readAs, ...(tasks.length > 0 ? checksOfRows(declared, tasks) : [])];
  const positions = positionsOf(reading);
  const warnings = [
    ...reading.notices.map(
      (notice): ImportWarning => ({
        code: notice.code,
        message: findingSentence(notice, 'vi'),
        where: whereOf(notice.position),
      }),
    ),
    ...findings.map((finding) => ({
      code: finding.code,
      message: findingSentence(finding, 'vi'),
      where: whereOf(placeOfFinding(finding, tasks) ?? positions[finding.lines.at(-1) ?? -1] ?? null),
    })),
  ];
  return {
    document,
    tasks,
    warnings,
    provinceId: province,
    implements: basisOf(
      found.bodyLines.map(({ text }) => text),
      found.appendixNotes,
      document,
    ),
    ...declared,
    sections: [...declared.sections],
    declaredParts: [...declared.declaredParts],
    declaredLines: [...declared.declaredLines],
    lines,
    findings: [
      ...reading.notices.map(({ position: _position, ...notice }): Finding => ({ ...notice, lines: [], rows: [] })),
      ...findings,
    ],
  };
}

const without = (code: 'NO_NUMBER' | 'NO_DATE' | 'NO_PROVINCE' | 'NO_TABLE' | 'NO_HEADER'): Finding => ({
  code,
  data: {},
  lines: [],
  rows: [],
});

const missingFacts = (document: DocumentFacts, province: string | null): Finding[] => [
  ...(document.number && /^\d/.test(document.number) ? [] : [without('NO_NUMBER')]),
  ...(document.issuedOn ? [] : [without('NO_DATE')]),
  ...(province ? [] : [without('NO_PROVINCE')]),
];

/** A finding about rows is shown at the last of them, one about the document at its own lines. */
const placeOfFinding = ({ code, rows }: Finding, tasks: readonly ReviewedTask[]): Position | null =>
  code === 'COUNT_DIFFERS' ? null : (tasks[rows.at(-1) ?? -1]?.position ?? null);

const positionsOf = ({ blocks }: Reading): Position[] =>
  blocks.flatMap((block) => (block.kind === 'line' ? [block.line.position] : block.rows.map((row) => row.position)));
