import type { Cadence, DeadlineKind, ReadDeadline } from './imported-document.ts';
import type { DeadlineReason } from './reasons.ts';
import { fold, oneLine } from './vietnamese-text.ts';

export interface DeadlineReading {
  deadline: ReadDeadline;
  confidence: number;
  reason: DeadlineReason;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const iso = (year: number, month: number, day: number): string => `${year}-${pad(month)}-${pad(day)}`;
const lastDay = (year: number, month: number): string =>
  iso(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());

export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** A calendar day, or null when the figures name none ("31/6", "29/5/5025"). */
export function calendarDay(day: number, month: number, year: number): string | null {
  if (month < 1 || month > 12 || day < 1 || year < 1990 || year > 2100) return null;
  return day <= Number(lastDay(year, month).slice(8)) ? iso(year, month, day) : null;
}

const FULL_DATE = /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/;
const WORDED_DATE = /(?:ngay\s*)?(\d{1,2})\s*thang\s*(\d{1,2})\s*(?:nam\s*|[/.-]\s*)(\d{4})/;
const SHORT_DATE = /(?:\b(?:ngay|truoc|den|het|nhat|xong)\s*)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?!\s*[/.-]?\s*\d)/;
const QUARTERS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const QUARTER = /\bqu[yi]\s*(?:thu\s*)?(iv|iii|ii|i|[1-4])\b(?:\s*(?:nam|[/.,-])?\s*(?:nam\s*)?(\d{4}))?/g;
const MONTH = /\bthang\s*(\d{1,2})(?:\s*(?:nam|[/.,-])\s*(?:nam\s*)?(\d{4}))?(?!\s*[/.]?\s*\d)/g;

interface Moment {
  kind: DeadlineKind;
  dueOn: string | null;
  /** First day of the named period. */
  startsOn: string | null;
  sure: number;
}

function momentsIn(text: string, year: number | null): Moment[] {
  const found: { at: number; moment: Moment }[] = [];
  let rest = text;
  const take = (match: RegExpMatchArray, moment: Moment): void => {
    found.push({ at: match.index ?? 0, moment });
    rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice((match.index ?? 0) + match[0].length);
  };
  const date = (match: RegExpMatchArray, sure: number): void => {
    const named = Number(match[3] ?? year ?? Number.NaN);
    const dueOn = calendarDay(Number(match[1]), Number(match[2]), named);
    take(match, { kind: 'DATE', dueOn, startsOn: dueOn, sure: dueOn ? sure : 0.3 });
  };
  for (const pattern of [WORDED_DATE, FULL_DATE]) {
    for (let match = rest.match(pattern); match; match = rest.match(pattern)) date(match, 0.97);
  }
  for (let match = rest.match(SHORT_DATE); match; match = rest.match(SHORT_DATE)) date(match, year ? 0.88 : 0.3);
  for (const match of [...rest.matchAll(QUARTER)]) {
    const quarter = QUARTERS[match[1] ?? ''] ?? 4;
    const named = Number(match[2] ?? year ?? Number.NaN);
    if (Number.isNaN(named)) {
      take(match, { kind: 'END_OF_QUARTER', dueOn: null, startsOn: null, sure: 0.4 });
    } else {
      take(match, {
        kind: 'END_OF_QUARTER',
        dueOn: lastDay(named, quarter * 3),
        startsOn: iso(named, quarter * 3 - 2, 1),
        sure: match[2] ? 0.97 : 0.9,
      });
    }
  }
  for (const match of [...rest.matchAll(MONTH)]) {
    const month = Number(match[1]);
    const named = Number(match[2] ?? year ?? Number.NaN);
    if (month < 1 || month > 12) continue;
    if (Number.isNaN(named)) take(match, { kind: 'END_OF_MONTH', dueOn: null, startsOn: null, sure: 0.4 });
    else {
      take(match, {
        kind: 'END_OF_MONTH',
        dueOn: lastDay(named, month),
        startsOn: iso(named, month, 1),
        sure: match[2] ? 0.97 : 0.88,
      });
    }
  }
  for (const match of [...rest.matchAll(/\b6 thang dau nam\s*(20\d\d)?/g)]) {
    const named = Number(match[1] ?? year ?? Number.NaN);
    if (!Number.isNaN(named))
      take(match, { kind: 'END_OF_QUARTER', dueOn: iso(named, 6, 30), startsOn: iso(named, 1, 1), sure: 0.85 });
  }
  for (const match of [...rest.matchAll(/(?:\bnam\s*)?\b(20\d\d)\b/g)]) {
    const named = Number(match[1]);
    take(match, { kind: 'END_OF_YEAR', dueOn: iso(named, 12, 31), startsOn: iso(named, 1, 1), sure: 0.95 });
  }
  if (found.length === 0 && /\b(cuoi|trong|het) nam( nay)?\b/.test(rest) && year) {
    found.push({ at: 0, moment: { kind: 'END_OF_YEAR', dueOn: iso(year, 12, 31), startsOn: null, sure: 0.85 } });
  }
  return found.sort((one, other) => one.at - other.at).map(({ moment }) => moment);
}

const CADENCES: readonly [Cadence, RegExp][] = [
  ['DAILY', /\b(hang|moi|theo) ngay\b/],
  ['WEEKLY', /\b(hang|moi|theo) tuan\b|\bdinh ky tuan\b/],
  ['MONTHLY', /\b(hang|moi|theo|dinh ky) thang\b|\bthang\/lan\b/],
  ['QUARTERLY', /\b(hang|moi|theo|dinh ky) qu[yi]\b|\b3 thang( mot|\/)? ?lan\b/],
  ['YEARLY', /\b(hang|moi|theo|dinh ky) nam\b|\bnam\/lan\b/],
];

const ONGOING =
  /thuong xuyen|lien tuc|thuong ky|hang ngay thuong xuyen|trong suot|cac nam tiep theo|nhung nam tiep theo|nam tiep theo/;
const DONE = /\b(da|duoc) (hoan thanh|thuc hien xong|xong|ban hanh)\b|^hoan thanh$/;
const UPON_EVENT =
  /\bngay (sau )?khi\b|\bsau khi\b|\bkhi (co|trung uong|bo|duoc|chinh phu|cap tren|hoan thanh|phat sinh)\b|\bke tu (khi|ngay)\b|\bngay sau\b|\btrong (vong|thoi han) \d+ (ngay|thang)/;
const UPSTREAM =
  /\btheo (dung )?(ke hoach|lo trinh|tien do|huong dan|chi dao|yeu cau|chuong trinh|thoi gian|quy dinh|thong bao|tung|de an)\b/;
const BEFORE = /\btruoc\b/;
const PHASE = /\bgiai doan\b|\bdot \d/;

const nothing = (text: string): ReadDeadline => ({
  kind: 'NONE',
  text,
  startsOn: null,
  dueOn: null,
  cadence: null,
  thenOngoing: false,
});

/** Reads the words of a deadline. `year` is the plan's, for a month or quarter that names none. */
export function readDeadline(words: string, year: number | null): DeadlineReading {
  const text = oneLine(words)
    .replace(/^[-+•*]\s*/, '')
    .replace(/[\s.;,]+$/, '');
  const none = nothing(text);
  if (!/[\p{L}\d]/u.test(text)) return { deadline: nothing(''), confidence: 0.9, reason: 'EMPTY' };
  const plain = fold(text)
    .replace(/\s+/g, ' ')
    .replace(/\bhan[gh]\b/g, 'hang');
  const moments = momentsIn(plain.replace(/\b\d{1,2}\s*(h|gio)\s*\d{0,2}\b/g, ' '), year);
  const ongoing = ONGOING.test(plain);
  const last = moments.at(-1);
  const read = (part: Partial<ReadDeadline>, confidence: number, reason: DeadlineReason): DeadlineReading => ({
    deadline: { ...none, ...part },
    confidence,
    reason,
  });

  if (DONE.test(plain) && moments.length === 0) return read({ kind: 'DONE', thenOngoing: ongoing }, 0.96, 'DONE');
  if (PHASE.test(plain) && moments.length > 0 && !/^giai doan 20\d\d ?- ?20\d\d/.test(plain)) {
    // The phases have their own dates; the task as a whole has none.
    return read({ kind: 'PHASED', thenOngoing: ongoing }, 0.88, 'PHASES');
  }
  const cadence = CADENCES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
  if (cadence && !(moments.length > 0 && /den (het|nam|thang|ngay|cuoi)/.test(plain) && last?.kind === 'DATE')) {
    return read({ kind: 'RECURRING', cadence }, moments.length > 0 ? 0.75 : 0.95, 'CADENCE');
  }
  if (UPON_EVENT.test(plain) && !(last && BEFORE.test(plain))) {
    return read({ kind: 'UPON_EVENT', thenOngoing: false }, last ? 0.7 : 0.92, 'EVENT');
  }
  if (last) return dated(plain, moments, last, ongoing, read);
  if (UPSTREAM.test(plain)) return read({ kind: 'PER_UPSTREAM_PLAN' }, 0.92, 'UPSTREAM');
  if (ongoing) return read({ kind: 'ONGOING' }, 0.96, 'ONGOING');
  if (/^(khong|khong co|-|x)$/.test(plain)) return read({ kind: 'NONE' }, 0.85, 'NONE_STATED');
  return read({ kind: 'NONE' }, 0.3, 'NOT_UNDERSTOOD');
}

function dated(
  plain: string,
  moments: Moment[],
  last: Moment,
  ongoing: boolean,
  read: (part: Partial<ReadDeadline>, confidence: number, reason: DeadlineReason) => DeadlineReading,
): DeadlineReading {
  const first = moments[0] ?? last;
  if (last.dueOn === null) return read({ kind: last.kind === 'DATE' ? 'NONE' : last.kind }, last.sure, 'NO_SUCH_DAY');
  const range = moments.length > 1 && /\btu\b|-|–|den/.test(plain);
  const startsOn = range && first.startsOn && first.startsOn < last.dueOn ? first.startsOn : null;
  if (
    moments.length === 1 &&
    /^(thuc hien |bat dau |trien khai |ap dung )*(ke )?tu\b/.test(plain) &&
    !/den\b/.test(plain)
  ) {
    return read({ kind: 'ONGOING', startsOn: last.startsOn }, 0.75, 'ONLY_START');
  }
  const strict = BEFORE.test(plain) && !/truoc (het|cuoi)|truoc va trong|cham nhat/.test(plain);
  const sure = Math.min(last.sure, moments.length > 1 && !range ? 0.7 : 1);
  if (strict) {
    const before = last.kind === 'DATE' ? dayBefore(last.dueOn) : dayBefore(last.startsOn ?? last.dueOn);
    return read(
      { kind: 'BEFORE_DATE', dueOn: before, startsOn, thenOngoing: ongoing },
      last.kind === 'DATE' ? sure : 0.85,
      'BEFORE_NAMED_DAY',
    );
  }
  return read(
    { kind: last.kind, dueOn: last.dueOn, startsOn, thenOngoing: ongoing },
    sure,
    moments.length > 1 && !range ? 'SEVERAL_TIMES' : 'NAMED_TIME',
  );
}

const OPENS_DEADLINE =
  /^(hoan thanh|truoc|den|trong|thang|qu[yi]|nam|thuong|nhiem vu thuong|thuc hien|theo|ngay|sau|da |hang|dinh ky|giai doan|cuoi|dau|tu |khi|moi|cham nhat|lien tuc|ke tu|het|\d{1,2}\s*[/.-]|20\d\d|trien khai|6 thang)/;
const UNFINISHED =
  /(?<!\b(?:hang|moi|dinh ky|cac|nhung) )\b(thang|ngay|qu[yi]|nam)$|^(nhiem vu|thuc hien|hoan thanh)$|\b(truoc|den|trong|va|cua|tu|cac|nhung|khi|\d{1,2}\s*[/-])$|(?<!\btiep )\btheo$/;

/** How many words of a deadline are not the usual ones; null when the words are no whole deadline. */
export function strangeWordsInDeadline(words: string): number | null {
  if (words.length > 130 || !OPENS_DEADLINE.test(fold(words.slice(0, 24)).trimStart())) return null;
  const plain = fold(oneLine(words)).replace(/[.;,\s]+$/, '');
  if (plain === '' || plain.length > 130 || !OPENS_DEADLINE.test(plain)) return null;
  if (UNFINISHED.test(plain) && !DONE.test(plain)) return null;
  const { deadline, confidence } = readDeadline(words, 2025);
  if (deadline.kind === 'NONE' || confidence < 0.6) return null;
  const left = [WORDED_DATE, FULL_DATE, SHORT_DATE, QUARTER, MONTH, /\b20\d\d\b/g, DEADLINE_WORDS]
    .reduce((text, pattern) => text.replace(pattern, ' '), plain)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  if (left === '') return 0;
  const open = UPON_EVENT.test(plain) || UPSTREAM.test(plain) || CADENCES.some(([, pattern]) => pattern.test(plain));
  const count = left.split(' ').length;
  return open && count <= 12 ? count : null;
}

const DEADLINE_WORDS =
  /\b(hoan thanh|truoc|sau|den|trong|thang|qu[yi]|nam|thuong xuyen|nhiem vu|thuc hien|ngay|da|va|nhung|cac|tiep theo|giai doan|\d|cuoi|dau|tu|het|cham nhat|lien tuc|ke|hang|moi|dinh ky|tuan|trien khai|trung uong|ban hanh|ke hoach|cua|lo trinh|theo|duy tri|bao cao|ket qua|vao)\b/g;

/** A second date in the content ("… hoàn thành trước ngày 15/6/2025 …") that the deadline column does not state. */
export function datesInContent(content: string, year: number | null): string[] {
  const plain = fold(oneLine(content));
  const dates = [...plain.matchAll(/\b(hoan thanh|truoc|den het|chi den|xong|trong)\b[^.;]{0,40}/g)]
    .flatMap((match) => momentsIn(match[0], year))
    .map((moment) => moment.dueOn)
    .filter((date) => date !== null);
  return [...new Set(dates)];
}
