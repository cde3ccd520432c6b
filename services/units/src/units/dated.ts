/** A fact that holds from a day until, and not including, another. */
export interface Dated {
  from: string;
  to: string | null;
}

export function holdsOn(row: Dated, on: string): boolean {
  return row.from <= on && (row.to === null || on < row.to);
}

export function rowOn<T extends Dated>(rows: readonly T[], on: string): T | undefined {
  return rows.find((row) => holdsOn(row, on));
}

/** Two periods that share at least one day. */
export function overlaps(a: Dated, b: Dated): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}

export interface Change<T> {
  /** The row that ends earlier than it did, with its new end. */
  shortened: (T & Dated) | null;
  /** The row that says something else in the same period. */
  replaced: (T & Dated) | null;
  /** The row that begins. */
  added: (T & Dated) | null;
}

/**
 * What changes in the rows when something new holds from a day on: the row of that day is cut, and the new one runs
 * until the old one would have ended. On the first day of a row, the row itself is rewritten.
 */
export function changeFrom<T>(rows: readonly (T & Dated)[], on: string, value: T): Change<T> {
  const current = rowOn(rows, on);
  if (!current) return { shortened: null, replaced: null, added: null };
  if (current.from === on) {
    return { shortened: null, replaced: { ...value, from: on, to: current.to }, added: null };
  }
  return {
    shortened: { ...current, to: on },
    replaced: null,
    added: { ...value, from: on, to: current.to },
  };
}
