import {
  addDays,
  addMonths,
  type CivilDate,
  dayInMonth,
  earlierOf,
  instantOf,
  isWeekend,
  lastDayOfMonth,
  laterOf,
  weekdayOf,
  type YearMonth,
  yearMonthOf,
} from './civil-date.ts';
import type { RegimeCadence } from './regime-cadence.ts';

/** What a regime says about time; nothing else about it matters here. */
export interface Rhythm {
  cadence: `${RegimeCadence}`;
  /** `HH:MM` before which a report is on time; `24:00` where the document names only a day. */
  dueTime: string;
  dueWeekday: number | null;
  /** Last good day of the month, so "before the 25th" is 24. */
  dueDay: number | null;
  dueOn: CivilDate | null;
  workingDaysOnly: boolean;
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

export interface Period {
  from: CivilDate;
  to: CivilDate;
  /** A report handed in at this very instant is late. */
  dueAt: Date;
}

interface Closing {
  from: CivilDate;
  to: CivilDate;
  dueOn: CivilDate;
}

/**
 * The periods of a regime that have begun by `upTo` and begin on or after `since`, oldest first.
 * A period closes on the last day on which its report is on time, and the next one begins on the day after:
 * a report "before the 25th" covers the 25th of the month before to the 24th, so no day falls between two reports.
 */
export function periodsBetween(rhythm: Rhythm, since: CivilDate, upTo: CivilDate): Period[] {
  const first = laterOf(since, rhythm.validFrom);
  const periods: Period[] = [];
  let cursor: CivilDate = first;
  for (;;) {
    const closing = closingFrom(rhythm, cursor);
    if (!closing) break;
    const from = laterOf(closing.from, rhythm.validFrom);
    if (from > upTo || (rhythm.validTo !== null && closing.dueOn > rhythm.validTo)) break;
    if (from >= first) periods.push({ from, to: closing.to, dueAt: instantOf(closing.dueOn, rhythm.dueTime) });
    if (rhythm.cadence === 'ONCE') break;
    cursor = addDays(closing.to, 1);
  }
  return periods;
}

/** The period a day belongs to, or the last one before it where none runs (a weekend of a daily report). */
export function periodOn(rhythm: Rhythm, day: CivilDate): Period | null {
  const reach: Record<Rhythm['cadence'], number> = {
    DAILY: 7,
    WEEKLY: 14,
    MONTHLY: 62,
    QUARTERLY: 190,
    YEARLY: 740,
    ONCE: 36_600,
    AD_HOC: 0,
  };
  const last = rhythm.validTo === null ? day : earlierOf(day, rhythm.validTo);
  return periodsBetween(rhythm, addDays(last, -reach[rhythm.cadence]), last).at(-1) ?? null;
}

/** The first period that ends on or after `day`. */
function closingFrom(rhythm: Rhythm, day: CivilDate): Closing | null {
  switch (rhythm.cadence) {
    case 'DAILY':
      return daily(rhythm, day);
    case 'WEEKLY':
      return weekly(rhythm, day);
    case 'MONTHLY':
      return closingWithMonths(rhythm, day, 1);
    case 'QUARTERLY':
      return closingWithMonths(rhythm, day, 3);
    case 'YEARLY':
      return yearly(rhythm, day);
    case 'ONCE':
      return rhythm.dueOn ? { from: rhythm.validFrom, to: rhythm.dueOn, dueOn: rhythm.dueOn } : null;
    case 'AD_HOC':
      return null;
  }
}

function daily(rhythm: Rhythm, day: CivilDate): Closing {
  let date = day;
  while (rhythm.workingDaysOnly && isWeekend(date)) date = addDays(date, 1);
  return { from: date, to: date, dueOn: date };
}

function weekly(rhythm: Rhythm, day: CivilDate): Closing {
  const to = addDays(day, ((rhythm.dueWeekday ?? 7) - weekdayOf(day) + 7) % 7);
  return { from: addDays(to, -6), to, dueOn: to };
}

/** Months and quarters close on `dueDay` of their last month, or with that month where no day is named. */
function closingWithMonths(rhythm: Rhythm, day: CivilDate, months: 1 | 3): Closing {
  const closingOf = (yearMonth: YearMonth): CivilDate =>
    rhythm.dueDay === null ? lastDayOfMonth(yearMonth) : dayInMonth(yearMonth, rhythm.dueDay);
  const { year, month } = yearMonthOf(day);
  let last: YearMonth = { year, month: Math.ceil(month / months) * months };
  while (closingOf(last) < day) last = addMonths(last, months);
  const to = closingOf(last);
  return { from: addDays(closingOf(addMonths(last, -months)), 1), to, dueOn: to };
}

function yearly(rhythm: Rhythm, day: CivilDate): Closing {
  const closingOf = (year: number): CivilDate =>
    rhythm.dueOn
      ? dayInMonth({ year, month: Number(rhythm.dueOn.slice(5, 7)) }, Number(rhythm.dueOn.slice(8)))
      : `${year}-12-31`;
  let { year } = yearMonthOf(day);
  while (closingOf(year) < day) year += 1;
  const to = closingOf(year);
  return { from: addDays(closingOf(year - 1), 1), to, dueOn: to };
}

/** From this instant a report counts as due soon: the last day for short periods, the last three for long ones. */
export function dueSoonFrom(cadence: Rhythm['cadence'], dueAt: Date): Date {
  const hours = cadence === 'DAILY' || cadence === 'WEEKLY' || cadence === 'AD_HOC' ? 24 : 72;
  return new Date(dueAt.getTime() - hours * 3_600_000);
}

/** On which day the reporting group is resolved: the last day of the period that the regime still rules. */
export function resolutionDay(rhythm: Pick<Rhythm, 'validFrom' | 'validTo'>, period: Pick<Period, 'to'>): CivilDate {
  const day = laterOf(period.to, rhythm.validFrom);
  return rhythm.validTo === null ? day : earlierOf(day, rhythm.validTo);
}
