import { calendarDay, isoDay, lastDay } from './calendar.ts';
import { HOUR } from './deadline-words.ts';
import type { DeadlineKind } from './imported-document.ts';

/** A day or a period that the words name. */
export interface Moment {
  kind: DeadlineKind;
  dueOn: string | null;
  /** First day of the named period. */
  startsOn: string | null;
  sure: number;
  /** Whether "trước" stands right before it, and before an hour of the day or the day itself. */
  before: 'HOUR' | 'DAY' | null;
  /** How it follows the moment before it: "từ … đến …", or as one of several. */
  joined: Joint;
  at: number;
  end: number;
}

export interface Moments {
  found: Moment[];
  /** The words that are left, with spaces in place of the moments. */
  rest: string;
}

type Joint = 'RANGE' | 'LIST' | null;

/** A moment as it stands, before it is known which year it means. */
interface Named {
  at: number;
  end: number;
  year: number | null;
  /** Its place in the year, by which a year is found that stands elsewhere. */
  order: number;
  in(year: number): Pick<Moment, 'kind' | 'dueOn' | 'startsOn'>;
  sure: number;
  /** How sure when the year is the document's. */
  sureWithoutYear: number;
  joined?: Joint;
}
type Unplaced = Omit<Named, 'at' | 'end'>;
type Yearless = Omit<Unplaced, 'year'>;

const QUARTERS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const WEEKS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, dau: 1, nhat: 1, hai: 2, ba: 3, tu: 4 };
const YEAR = String.raw`(?:\s*(?:[/.,-]|cua)?\s*(?:nam\s*)?(20\d\d)(?!\d))?`;
const AND = String.raw`(?:,|-|–|&|\bva\b|\bden\b|\btoi\b)`;
const Q = String.raw`(?:iv|iii|ii|i|[1-4])(?![a-z\d])`;
const M = String.raw`(?:0?[1-9]|1[0-2])(?!\d)(?!\s*lan\b)(?!\s*[/.]\s*\d{1,2}(?!\d))`;

const DAYS =
  /(?<![/.-]\s*)(?:\bngay\s*)?\b(\d{1,2})\s*(?:-|–|den)\s*(\d{1,2})\s*[/.]\s*(\d{1,2})(?:\s*[/.]\s*(20\d\d))?(?!\s*[/.-]?\s*\d)/g;
const WORDED = /(?:\bngay\s*)?\b(\d{1,2})\s*(?:cua\s*)?thang\s*(\d{1,2})(?:\s*[,/.-]?\s*nam\s*|\s*[/.-]\s*)(20\d\d)/g;
const WORDED_SHORT =
  /(?:\bngay\s*|(?<=\b(?:truoc|den|het|nhat|xong|qua|tu) ))(\d{1,2})\s*(?:cua\s*)?thang\s*(\d{1,2})(?!\d)/g;
/** Not "10 - 12/2025", which is a range of months. */
const FULL =
  /(?<![\d/])(?!(?:0?[1-9]|1[0-2])\s*-\s*(?:0?[1-9]|1[0-2])\s*\/)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/g;
const FULL_SHORT_YEAR = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(2\d)(?![\d/])/g;
const LED = /(?<=\b(?:ngay|truoc|den|het|nhat|xong|qua|tu|han|vao)\s*)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?!\s*[/.-]?\s*\d)/g;
const BARE = /(?<![\d/.-])(\d{1,2})\s*\/\s*(\d{1,2})(?!\s*[/.-]?\s*\d)/g;
const WEEK = new RegExp(
  String.raw`\btuan\s*(?:le\s*)?(?:thu\s*)?([1-5]|iv|iii|ii|i|dau(?: tien)?|cuoi(?: cung)?|nhat|hai|ba|tu)\s*(?:cua|trong|,|-)?\s*thang\s*(${M})${YEAR}`,
  'g',
);
const QUARTER = new RegExp(
  String.raw`\bquarter\s*(?:thu\s*)?(${Q}(?:\s*(?:${AND}|[/;])\s*(?:quarter\s*)?${Q})*)${YEAR}`,
  'g',
);
const ROMAN_QUARTER = /(?<![\w/.-])(iv|iii|ii|i)\s*[/-]\s*(20\d\d)(?!\d)/g;
const MONTH = new RegExp(
  String.raw`\bthang\s*(${M}(?:\s*${AND}\s*(?:het\s*)?(?:cuoi\s*)?(?:thang\s*)?${M}(?!\s*(?:ngay|lan|tuan|nam|\/|%)))*)${YEAR}`,
  'g',
);
const FIGURED_MONTH =
  /(?<![\d/.])((?:(?:0?[1-9]|1[0-2])\s*[-–]\s*)?(?:0?[1-9]|1[0-2]))\s*[/.-]\s*(20\d\d)(?!\d|\s*[/.-]\s*[a-z\d])/g;
const PART_BEFORE = /\b(dau|thuong tuan|nua dau|giua|trung tuan|nua cuoi)\s*(?:cua\s*)?(?:trong\s*)?$/;

/** Every day and period that the words name, in order. `year` is the plan's, for those that name none. */
export function momentsIn(text: string, year: number | null, bare = true): Moments {
  const named: Named[] = [];
  let rest = text;
  const take = (pattern: RegExp, name: (match: RegExpMatchArray, at: number) => Unplaced[]): void => {
    for (const match of [...rest.matchAll(pattern)]) {
      const at = match.index ?? 0;
      const found = name(match, at);
      if (found.length === 0) continue;
      const end = at + match[0].length;
      for (const one of found) named.push({ at, end, ...one });
      rest = rest.slice(0, at) + ' '.repeat(match[0].length) + rest.slice(end);
    }
  };
  const day =
    (sure: number, short: number) =>
    ([, date, month, own]: RegExpMatchArray): Unplaced[] => [
      dayOf(Number(date), Number(month), own ? Number(own.length === 2 ? `20${own}` : own) : null, sure, short),
    ];
  const whole = /^[\s(]*(?:@gio\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}[\s).]*$/.test(text);
  take(WEEK, ([, week, month, own]) => [weekOf(week ?? '', Number(month), own)]);
  take(DAYS, ([, from, to, month, own]) => {
    if (Number(from) >= Number(to) || Number(to) > 31 || Number(month) > 12) return [];
    return [from, to].map((date, index) => ({
      ...dayOf(Number(date), Number(month), own ? Number(own) : null, 0.85, 0.7),
      joined: index === 0 ? null : ('RANGE' as const),
    }));
  });
  take(WORDED, day(0.97, 0.88));
  take(FULL, day(0.97, 0.88));
  take(FULL_SHORT_YEAR, day(0.85, 0.85));
  take(WORDED_SHORT, day(0.97, 0.88));
  take(QUARTER, ([, list, own], at) => listed(list ?? '', own, quarterOf(partBefore(text, at))));
  take(ROMAN_QUARTER, ([, code, own], at) => listed(code ?? '', own, quarterOf(partBefore(text, at), 0.85)));
  take(MONTH, ([, list, own], at) => listed(list ?? '', own, monthOf(partBefore(text, at))));
  take(FIGURED_MONTH, ([, list, own], at) =>
    listed(list ?? '', own, monthOf(partBefore(text, at), /[-–]/.test(list ?? '') ? 0.78 : 0.93)),
  );
  take(LED, day(0.88, 0.88));
  if (bare || whole) take(whole ? /(\d{1,2})\s*[/.-]\s*(\d{1,2})/g : BARE, day(0.85, whole ? 0.85 : 0.65));
  for (const { pattern, name } of PARTS_OF_YEAR)
    take(pattern, ([, own]) => [{ ...name, year: own ? Number(own) : null, sureWithoutYear: name.sure - 0.06 }]);
  take(/(?:\bnam\s*(hoc\s*)?)?(?<![\d])(20\d\d)(?!\d)/g, ([, school, own]) => [
    { ...wholeYear, year: Number(own), sure: school ? 0.6 : 0.95 },
  ]);
  if (named.length === 0 && year)
    take(/\b(?:cuoi|trong|het|ca|den) nam(?: nay)?\b(?! hoc)/g, () => [{ ...wholeYear, year: null }]);
  named.sort((one, other) => one.at - other.at || one.order - other.order || (one.year ?? 0) - (other.year ?? 0));
  return { found: named.map((one, index) => inItsYear(one, index, named, year, text)), rest };
}

const wholeYear: Unplaced = {
  year: null,
  order: 12,
  sure: 0.95,
  sureWithoutYear: 0.85,
  in: (year) => ({ kind: 'END_OF_YEAR', dueOn: isoDay(year, 12, 31), startsOn: isoDay(year, 1, 1) }),
};

const partOfYear = (kind: DeadlineKind, from: number, to: number, sure: number): Yearless => ({
  order: to,
  sure,
  sureWithoutYear: sure,
  in: (year) => ({ kind, dueOn: lastDay(year, to), startsOn: isoDay(year, from, 1) }),
});
const PARTS_OF_YEAR: { pattern: RegExp; name: Yearless }[] = [
  {
    pattern: /\b(?:0?6 thang|sau thang|nua) dau(?: cua)? nam\s*(20\d\d)?/g,
    name: partOfYear('END_OF_QUARTER', 1, 6, 0.93),
  },
  {
    pattern: /\b(?:0?6 thang|sau thang|nua) cuoi(?: cua)? nam\s*(20\d\d)?/g,
    name: partOfYear('END_OF_YEAR', 7, 12, 0.93),
  },
  { pattern: /\b0?9 thang(?: dau)?(?: cua)? nam\s*(20\d\d)?/g, name: partOfYear('END_OF_QUARTER', 1, 9, 0.78) },
  { pattern: /\bdau nam\s*(20\d\d)/g, name: partOfYear('END_OF_QUARTER', 1, 3, 0.55) },
  { pattern: /\bgiua nam\s*(20\d\d)?/g, name: partOfYear('END_OF_QUARTER', 1, 6, 0.6) },
];

function dayOf(date: number, month: number, year: number | null, sure: number, sureWithoutYear: number): Unplaced {
  const on = (named: number): string | null => calendarDay(date, month, named);
  return {
    year,
    order: month,
    sure,
    sureWithoutYear,
    in: (named) => ({ kind: 'DATE', dueOn: on(named), startsOn: on(named) }),
  };
}

/** The last day of a week of a month, seven days to each: nobody says how they count. */
function weekOf(words: string, month: number, year: string | undefined): Unplaced {
  const code = words.replace(/ (?:tien|cung)$/, '');
  const week = WEEKS[code] ?? Number(code);
  return {
    year: year ? Number(year) : null,
    order: month,
    sure: 0.7,
    sureWithoutYear: 0.65,
    in: (named) => {
      const end = lastDay(named, month);
      const last = code === 'cuoi' || week * 7 > Number(end.slice(8));
      const from = Math.min(code === 'cuoi' ? 22 : week * 7 - 6, 28);
      return {
        kind: last ? 'END_OF_MONTH' : 'DATE',
        dueOn: last ? end : isoDay(named, month, week * 7),
        startsOn: isoDay(named, month, from),
      };
    },
  };
}

type Part = 'BEGINNING' | 'MIDDLE' | null;
const partBefore = (text: string, at: number): Part => {
  const part = PART_BEFORE.exec(text.slice(Math.max(0, at - 24), at))?.[1];
  if (!part || part === 'nua cuoi') return null;
  return part === 'dau' || part === 'thuong tuan' ? 'BEGINNING' : 'MIDDLE';
};

const monthOf =
  (part: Part, sure = 0.97) =>
  (code: string): Yearless => {
    const month = Number(code);
    return {
      order: month,
      // Which day the beginning or the middle of a month means is a guess.
      sure: part === null ? sure : part === 'MIDDLE' ? 0.7 : 0.6,
      sureWithoutYear: part === null ? 0.88 : 0.6,
      in: (year) => ({
        kind: part === 'MIDDLE' ? 'DATE' : 'END_OF_MONTH',
        dueOn: part === 'MIDDLE' ? isoDay(year, month, 15) : lastDay(year, month),
        startsOn: isoDay(year, month, 1),
      }),
    };
  };

const quarterOf =
  (part: Part, sure = 0.97) =>
  (code: string): Yearless => {
    const quarter = QUARTERS[code] ?? 4;
    return {
      order: quarter * 3,
      sure: part === null ? sure : 0.6,
      sureWithoutYear: part === null ? 0.9 : 0.6,
      in: (year) => ({
        kind: 'END_OF_QUARTER',
        dueOn: lastDay(year, quarter * 3),
        startsOn: isoDay(year, quarter * 3 - 2, 1),
      }),
    };
  };

/** "III, IV" and "10 - 12" with one year: it is the last one's, and one that stands before a lower one is of the year before. */
function listed(list: string, own: string | undefined, name: (code: string) => Yearless): Unplaced[] {
  const codes = [...list.matchAll(/(^|.*?)\b(iv|i{1,3}|\d{1,2})\b/g)];
  let year = own ? Number(own) : null;
  let after = Number.POSITIVE_INFINITY;
  const found = codes.toReversed().map(([, between = '', code = '']): Unplaced => {
    const one = name(code);
    if (year !== null && one.order > after) year -= 1;
    after = one.order;
    return { ...one, year, joined: between === '' ? null : /[-–]|den|toi/.test(between) ? 'RANGE' : 'LIST' };
  });
  return found.reverse();
}

/** A moment that names no year takes it from the next that does, then from one before it, then from the document. */
function inItsYear(one: Named, index: number, all: readonly Named[], year: number | null, text: string): Moment {
  const next = all.slice(index + 1).find((other) => other.year !== null);
  const earlier = all.slice(0, index).findLast((other) => other.year !== null);
  const near =
    next?.year != null
      ? next.year - (one.order > next.order ? 1 : 0)
      : earlier?.year != null
        ? earlier.year + (one.order < earlier.order && earlier.order < 12 ? 1 : 0)
        : null;
  const known = one.year ?? near ?? year;
  const joined = one.joined ?? jointOf(text.slice(all[index - 1]?.end ?? 0, one.at), index);
  const place = { at: one.at, end: one.end, joined, before: beforeOf(text, one) };
  if (known === null) {
    const { kind } = one.in(2000);
    return { kind, dueOn: null, startsOn: null, sure: 0.3, ...place };
  }
  const own = one.in(known);
  return { ...own, sure: own.dueOn === null ? 0.3 : one.year === null ? one.sureWithoutYear : one.sure, ...place };
}

const jointOf = (between: string, index: number): Joint => {
  if (index === 0) return null;
  if (/^[\s,)]*(?:[-–]+>?|(?:keo dai )?(?:cho )?(?:den|toi)\b)/.test(between)) return 'RANGE';
  return /^\s*(?:,|;|&|\/|va)?\s*$/.test(between) ? 'LIST' : null;
};

const BEFORE = new RegExp(
  String.raw`\btruoc\s*(${HOUR}\s*)?(?:thu (?:hai|ba|tu|nam|sau|bay),?\s*)?(?:(?:ngay|moc|thoi diem|thoi han|cua|,|\()\s*)*$`,
);
const HOUR_AFTER = new RegExp(String.raw`^\s*,?\s*(?:luc\s*)?${HOUR}`);

function beforeOf(text: string, { at, end }: { at: number; end: number }): Moment['before'] {
  const lead = BEFORE.exec(text.slice(Math.max(0, at - 60), at));
  if (!lead) return null;
  return lead[1] || HOUR_AFTER.test(text.slice(end)) ? 'HOUR' : 'DAY';
}
