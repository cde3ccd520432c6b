import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { CivilDate } from '../regimes/civil-date.ts';

export interface ReporterRule {
  unitId: string | null;
  groupId: string | null;
}

/**
 * The units that owe a report on a day: a group by who belongs to it that day, a unit by itself or by those
 * that took its place. The recipient never owes a report to itself.
 */
export function reportersOn(
  hierarchy: Hierarchy,
  regime: { provinceId: string; recipientUnitId: string | null },
  reporters: readonly ReporterRule[],
  day: CivilDate,
): string[] {
  const units = new Set<string>();
  for (const { unitId, groupId } of reporters) {
    const ids =
      unitId !== null
        ? hierarchy.find(unitId) && hierarchy.bearers(unitId, day)
        : groupId !== null && hierarchy.members(groupId, regime.provinceId, day);
    for (const id of ids || []) units.add(id);
  }
  if (regime.recipientUnitId !== null) units.delete(regime.recipientUnitId);
  return [...units].sort();
}
