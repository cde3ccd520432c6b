import type { DraftField } from '../generated/graphql.ts';
import type { Chosen } from './draft-shown.ts';

export type RowOrder = 'doubts' | 'document';

interface Row {
  id: string;
  doubts: readonly { field: DraftField }[];
  /** Beside the plan that is already there; null where there is none. */
  difference?: { kind: 'SAME' | 'CHANGED' | 'ADDED' } | null;
}

/**
 * Rows to look at first. Those that were among them when the list was put in order keep their place once they are
 * settled: what one looks at does not jump away.
 */
export function ordered<R extends Row>(rows: readonly R[], order: RowOrder, waiting: ReadonlySet<string>): R[] {
  if (order === 'document') return [...rows];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...[...waiting].flatMap((id) => byId.get(id) ?? []), ...rows.filter(({ id }) => !waiting.has(id))];
}

/** Rows with doubts, then those that would change the plan that is already there. */
export function toLookAt(rows: readonly Row[]): string[] {
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0);
  const changing = rows.filter(
    ({ doubts, difference }) => doubts.length === 0 && (difference?.kind ?? 'SAME') !== 'SAME',
  );
  return [...doubtful, ...changing].map(({ id }) => id);
}

/** The doubt after (or before) the one that is looked at, round the end. */
export function nextDoubt(
  rows: readonly Row[],
  from: Chosen | undefined,
  step: 1 | -1 = 1,
): Required<Chosen> | undefined {
  const doubts = rows.flatMap(({ id, doubts: own }, row) => own.map(({ field }) => ({ rowId: id, field, row })));
  if (doubts.length === 0) return undefined;
  const at = doubts.findIndex(({ rowId, field }) => rowId === from?.rowId && field === from.field);
  const fromRow = rows.findIndex(({ id }) => id === from?.rowId);
  const next =
    at >= 0
      ? doubts[(at + step + doubts.length) % doubts.length]
      : step === 1
        ? (doubts.find(({ row }) => row >= fromRow) ?? doubts[0])
        : (doubts.findLast(({ row }) => row < fromRow) ?? doubts.at(-1));
  return next && { rowId: next.rowId, field: next.field };
}
