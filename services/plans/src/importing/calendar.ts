const pad = (value: number): string => String(value).padStart(2, '0');
export const isoDay = (year: number, month: number, day: number): string => `${year}-${pad(month)}-${pad(day)}`;
export const lastDay = (year: number, month: number): string =>
  isoDay(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());

export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** A calendar day, or null when the figures name none ("31/6", "29/5/5025"). */
export function calendarDay(day: number, month: number, year: number): string | null {
  if (month < 1 || month > 12 || day < 1 || year < 1990 || year > 2100) return null;
  return day <= Number(lastDay(year, month).slice(8)) ? isoDay(year, month, day) : null;
}
