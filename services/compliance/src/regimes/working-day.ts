import calendar from './working-days.json' with { type: 'json' };

export type CountedIn = 'WORKING_DAYS' | 'CALENDAR_DAYS';

const years = new Map(
  Object.entries(calendar.years).map(([year, { off, madeUp }]) => [
    year,
    { off: new Set(off), madeUp: new Set(madeUp) },
  ]),
);
const everyYear = new Set(calendar.everyYear);

export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** A year without an announced list knows only the feasts with a fixed solar date. */
export function isWorkingDay(date: string): boolean {
  const announced = years.get(date.slice(0, 4));
  if (announced?.madeUp.has(date)) return true;
  if (announced ? announced.off.has(date) : everyYear.has(date.slice(5))) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day of the event does not count: a limit of one working day that starts on Friday ends on Monday. */
export function dueAfter(date: string, days: number, countedIn: CountedIn): string {
  if (countedIn === 'CALENDAR_DAYS') return addDays(date, days);
  let due = date;
  for (let left = days; left > 0; ) {
    due = addDays(due, 1);
    if (isWorkingDay(due)) left -= 1;
  }
  return due;
}

export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}
