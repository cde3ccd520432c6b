const zone = 'Asia/Ho_Chi_Minh';

/** `2025-11-20` as people write it here: 20/11/2025; a missing date is a dash. */
export function formatDate(date: string | null | undefined): string {
  if (!date) return '—';
  const [year, month, day] = date.slice(0, 10).split('-');
  if (date.length > 10) return formatInstant(date).slice(0, 10);
  return `${day}/${month}/${year}`;
}

const instantFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function parts(instant: string | Date): Record<string, string> {
  return Object.fromEntries(
    instantFormat
      .formatToParts(typeof instant === 'string' ? new Date(instant) : instant)
      .map((p) => [p.type, p.value]),
  );
}

/** 20/11/2025 10:02 in Vietnam, wherever the reader's machine is. */
export function formatInstant(instant: string | Date | null | undefined): string {
  if (!instant) return '—';
  const p = parts(instant);
  return `${p.day}/${p.month}/${p.year} ${p.hour}:${p.minute}`;
}

export function formatTime(instant: string | Date): string {
  const p = parts(instant);
  return `${p.hour}:${p.minute}`;
}

/** What was typed as 20/11/2025 (or 1/7/2025), as `2025-11-20`; undefined when it is no date. */
export function parseDate(typed: string): string | undefined {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(typed);
  if (!match) return undefined;
  const [, day, month, year] = match.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when the second lies before the first. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000,
  );
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const numberFormats = new Map<number, Intl.NumberFormat>();

/** Full numbers the Vietnamese way: 1.234,5. */
export function formatNumber(value: number | null | undefined, digits = 1): string {
  if (value === null || value === undefined) return '—';
  // Making a format costs more than all that is then written with it.
  const format = numberFormats.get(digits) ?? new Intl.NumberFormat('vi-VN', { maximumFractionDigits: digits });
  numberFormats.set(digits, format);
  return format.format(value);
}
