import { type Dated, holdsOn, overlaps } from './dated.ts';

/** Where a unit stands in a period: below a parent, or at the top. */
export interface Placement extends Dated {
  parentId: string | null;
}

export type PlacementsOf = (unitId: string) => readonly Placement[];

/**
 * The first day in the period on which the unit would stand below itself, or null.
 * Parents change only on the first day of a placement, so these days alone need looking at.
 */
export function firstRing(unitId: string, parentId: string, period: Dated, placementsOf: PlacementsOf): string | null {
  const days = new Set([period.from]);
  const seen = new Set<string>();
  const waiting = [parentId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const placement of placementsOf(id)) {
      if (!overlaps(placement, period)) continue;
      if (placement.from > period.from) days.add(placement.from);
      if (placement.parentId !== null) waiting.push(placement.parentId);
    }
  }
  for (const day of [...days].sort()) {
    if (standsBelow(parentId, unitId, day, placementsOf)) return day;
  }
  return null;
}

/** Whether the unit is the other or stands somewhere below it on that day. */
export function standsBelow(unitId: string, aboveId: string, on: string, placementsOf: PlacementsOf): boolean {
  const visited = new Set<string>();
  let id: string | null = unitId;
  while (id !== null && !visited.has(id)) {
    if (id === aboveId) return true;
    visited.add(id);
    id = placementsOf(id).find((placement) => holdsOn(placement, on))?.parentId ?? null;
  }
  return false;
}

/** Units that would stand below the unit on its last day or later: it cannot end before they have moved. */
export function strandedBy(
  unitId: string,
  end: string,
  placements: Iterable<Placement & { unitId: string }>,
): { unitId: string; from: string }[] {
  const stranded = new Map<string, string>();
  for (const placement of placements) {
    if (placement.parentId !== unitId) continue;
    if (placement.to !== null && placement.to <= end) continue;
    const from = placement.from > end ? placement.from : end;
    const known = stranded.get(placement.unitId);
    if (known === undefined || from < known) stranded.set(placement.unitId, from);
  }
  return [...stranded].map(([id, from]) => ({ unitId: id, from }));
}
