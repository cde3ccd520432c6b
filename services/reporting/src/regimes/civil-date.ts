/** A day of the calendar, `YYYY-MM-DD`. It belongs to no time zone; only `instantOf` and `dayOf` know where Vietnam is. */
export type CivilDate = string;

const MS_PER_DAY = 86_400_000;

/** Vietnam has had one offset and no summer time since 1975, so the process's own time zone never enters a calculation. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

const epochDay = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
const fromEpochDay = (day: number): CivilDate => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

export function isCivilDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(epochDay(text)) && fromEpochDay(epochDay(text)) === text;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(date: CivilDate): number {
  const sundayIsZero = (((epochDay(date) + 4) % 7) + 7) % 7;
  return sundayIsZero === 0 ? 7 : sundayIsZero;
}

export function isWeekend(date: CivilDate): boolean {
  return weekdayOf(date) >= 6;
}

export interface YearMonth {
  year: number;
  month: number;
}

export function yearMonthOf(date: CivilDate): YearMonth {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
}

export function addMonths({ year, month }: YearMonth, months: number): YearMonth {
  const index = year * 12 + (month - 1) + months;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

export function lastDayOfMonth({ year, month }: YearMonth): CivilDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The given day of a month; a month that is too short gives its last day. */
export function dayInMonth(yearMonth: YearMonth, day: number): CivilDate {
  const last = lastDayOfMonth(yearMonth);
  return day >= Number(last.slice(8)) ? last : `${last.slice(0, 8)}${String(day).padStart(2, '0')}`;
}

/** The instant of a time of day in Vietnam. `24:00` is the end of the day, that is the start of the next one. */
export function instantOf(date: CivilDate, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(epochDay(date) * MS_PER_DAY + (hours * 60 + minutes) * 60_000 - VIETNAM_OFFSET_MS);
}

/** The day it is in Vietnam at an instant. */
export function dayOf(instant: Date): CivilDate {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

export function timeOf(instant: Date): string {
  return new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(11, 16);
}

/** `20/11/2025`, as Vietnamese documents write it. */
export function inWords(date: CivilDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

export const earlierOf = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? a : b);
export const laterOf = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
