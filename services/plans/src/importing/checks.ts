import { likeness, wordsOf } from './likeness.ts';
import type { Coded, FindingData } from './messages.ts';

/** What a row says, as it was read or as an officer corrected it. */
export interface CheckedRow {
  appendix: string | null;
  section: string | null;
  number: string | null;
  content: string;
  deadline: { text: string; dueOn: string | null };
  lines: readonly number[];
}

export interface DocumentSection {
  appendix: string | null;
  code: string | null;
  title: string;
  declaredCount: number | null;
  /** Null when the heading is not in the document. */
  line: number | null;
}

/** What a document says of itself. */
export interface Declared {
  issuedOn: string | null;
  sections: readonly DocumentSection[];
  declaredTotal: number | null;
  declaredParts: readonly number[];
  /** The lines where the total and its parts stand. */
  declaredLines: readonly number[];
}

/** Something that an officer should look at; `rows` are places in the list of rows, from zero. */
export type Finding = Coded<FindingData> & { lines: number[]; rows: number[] };

/** What the document says of itself against its rows, and what the rows repeat. */
export function checksOfRows(declared: Declared, rows: readonly CheckedRow[]): Finding[] {
  return [
    ...countsOf(declared, rows),
    ...numbersOf(rows),
    ...totalsOf(declared, rows),
    ...repeatsOf(rows),
    ...(declared.issuedOn ? datesOf(declared.issuedOn, rows) : []),
  ];
}

const placed = (rows: readonly CheckedRow[]): { row: CheckedRow; at: number }[] => rows.map((row, at) => ({ row, at }));

function countsOf({ sections }: Declared, rows: readonly CheckedRow[]): Finding[] {
  return sections.flatMap(({ appendix, code, declaredCount, line }): Finding[] => {
    const own = placed(rows).filter(({ row }) => row.appendix === appendix && row.section === code);
    if (declaredCount === null || declaredCount === own.length) return [];
    return [
      {
        code: 'COUNT_DIFFERS',
        data: { section: code ?? '', declared: declaredCount, count: own.length },
        lines: line === null ? [] : [line],
        rows: own.map(({ at }) => at),
      },
    ];
  });
}

/** Numbers run on through an appendix, or begin again in every section. */
function numbersOf(rows: readonly CheckedRow[]): Finding[] {
  const findings: Finding[] = [];
  const numbers = new Set(rows.map((row) => `${row.appendix} ${row.number?.split('.')[0]}`));
  let last: CheckedRow | null = null;
  let repeated = false;
  for (const { row, at } of placed(rows)) {
    if (row.number === null || !/^\d+$/.test(row.number)) continue;
    const follows: CheckedRow | null = last?.appendix === row.appendix && last.section === row.section ? last : null;
    if (!follows) repeated = false;
    last = row;
    if (!follows) continue;
    const [before, own] = [Number(follows.number), Number(row.number)];
    const missing = Array.from({ length: Math.max(0, own - before - 1) }, (_unused, index) => before + index + 1);
    const gone = missing.filter((number) => !numbers.has(`${row.appendix} ${number}`));
    if (gone.length > 0 && gone.length <= 50)
      findings.push({ code: 'NUMBER_MISSING', data: { numbers: gone.join(', ') }, lines: [...row.lines], rows: [at] });
    if (own === before && !repeated) {
      repeated = true;
      const same = placed(rows).filter(
        ({ row: other }) =>
          other.appendix === row.appendix && other.section === row.section && other.number === row.number,
      );
      findings.push({
        code: 'NUMBER_REPEATS',
        data: { number: row.number },
        lines: [...row.lines],
        rows: same.map((other) => other.at),
      });
    }
  }
  return findings;
}

function totalsOf({ declaredTotal, declaredParts, declaredLines }: Declared, rows: readonly CheckedRow[]): Finding[] {
  const findings: Finding[] = [];
  const lines = [...declaredLines];
  const sum = declaredParts.reduce((whole, part) => whole + part, 0);
  if (declaredTotal !== null && declaredParts.length > 1 && declaredTotal !== sum)
    findings.push({ code: 'SUM_DIFFERS', data: { total: declaredTotal, sum }, lines, rows: [] });
  const declared = declaredTotal ?? (declaredParts.length > 1 ? sum : null);
  if (declared !== null && declared !== rows.length)
    findings.push({ code: 'TOTAL_DIFFERS', data: { declared, count: rows.length }, lines, rows: [] });
  return findings;
}

/** Shorter contents are alike by chance. */
const FEWEST_WORDS = 6;

function repeatsOf(rows: readonly CheckedRow[]): Finding[] {
  const words = rows.map((row) => wordsOf(row.content));
  const none: ReadonlySet<string> = new Set();
  const findings: Finding[] = [];
  for (const { row, at } of placed(rows)) {
    for (let earlier = 0; earlier < at; earlier += 1) {
      const [one = none, other = none] = [words[earlier], words[at]];
      const longest = Math.max(one.size, other.size);
      if (Math.min(one.size, other.size) < FEWEST_WORDS || Math.abs(one.size - other.size) > longest * 0.35) continue;
      const like = likeness(one, other);
      const first = rows[earlier];
      if (like < 0.8 || !first) continue;
      findings.push({
        code: like === 1 ? 'TASK_REPEATS' : 'TASK_NEARLY_REPEATS',
        data: { one: placeOf(first), other: placeOf(row) },
        lines: [...first.lines, ...row.lines],
        rows: [earlier, at],
      });
    }
  }
  return findings;
}

/** Where a row stands, in few signs: "PL I.II.4". */
export const placeOf = (row: Pick<CheckedRow, 'appendix' | 'section' | 'number'>): string =>
  [row.appendix ? `PL ${row.appendix}` : null, row.section, row.number ?? '…'].filter((part) => part).join('.');

const FAR_YEARS = 10;

function datesOf(issuedOn: string, rows: readonly CheckedRow[]): Finding[] {
  return placed(rows).flatMap(({ row, at }): Finding[] => {
    const { dueOn, text } = row.deadline;
    const lines = [...row.lines];
    if (dueOn && dueOn < issuedOn) return [{ code: 'DUE_BEFORE_ISSUE', data: { text }, lines, rows: [at] }];
    if (dueOn && Number(dueOn.slice(0, 4)) > Number(issuedOn.slice(0, 4)) + FAR_YEARS)
      return [{ code: 'DUE_FAR', data: { text }, lines, rows: [at] }];
    return [];
  });
}
