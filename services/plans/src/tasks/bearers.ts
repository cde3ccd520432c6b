import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { Part } from './roll-up.ts';
import { TaskState } from './task.state.ts';

const GROUP = 'g:';

export const groupKey = (groupId: string): string => `${GROUP}${groupId}`;

export const groupOfKey = (key: string): string | null => (key.startsWith(GROUP) ? key.slice(GROUP.length) : null);

interface Led {
  leadKeys: readonly string[];
  provinceId: string;
  /** A group is never read before its plan takes effect: the communes of a June document are those of July. */
  groupsReadFrom: string;
}

export const readingDay = (task: Pick<Led, 'groupsReadFrom'>, today: string): string =>
  task.groupsReadFrom > today ? task.groupsReadFrom : today;

/** Who answers for a task today: the named units (or whoever took over from them) and the members of its groups. */
export function bearersOf(task: Led, hierarchy: Hierarchy, today: string): string[] {
  const on = readingDay(task, today);
  const bearers = new Set<string>();
  for (const key of task.leadKeys) {
    const groupId = groupOfKey(key);
    const units = groupId ? hierarchy.members(groupId, task.provinceId, on) : hierarchy.bearers(key, on);
    for (const id of units) bearers.add(id);
  }
  return [...bearers];
}

const ADVANCE: readonly TaskState[] = [
  TaskState.NOT_STARTED,
  TaskState.RETURNED,
  TaskState.IN_PROGRESS,
  TaskState.AWAITING_APPROVAL,
  TaskState.AWAITING_CONFIRMATION,
  TaskState.COMPLETED,
];

/**
 * Each bearer's own part. One that took over goes on from where its predecessor stood until it reports itself;
 * from the one that stood furthest back, where there were several.
 */
export function partsOf(
  progress: readonly (Part & { unitId: string })[],
  bearers: readonly string[],
  hierarchy: Hierarchy,
  on: string,
): Map<string, Part> {
  const wanted = new Set(bearers);
  const parts = new Map<string, Part>();
  const inherited = new Map<string, Part>();
  for (const row of progress) {
    if (wanted.has(row.unitId)) {
      parts.set(row.unitId, row);
      continue;
    }
    for (const heir of hierarchy.bearers(row.unitId, on)) {
      const known = inherited.get(heir);
      if (!known || ADVANCE.indexOf(row.state) < ADVANCE.indexOf(known.state)) inherited.set(heir, row);
    }
  }
  for (const [heir, part] of inherited) if (wanted.has(heir) && !parts.has(heir)) parts.set(heir, part);
  return parts;
}

/** Every key under which a task may name a unit: itself, those it took over from, the groups it belongs to today. */
export function keysOf(unitId: string, hierarchy: Hierarchy, today: string): string[] {
  if (groupOfKey(unitId) !== null) return [unitId];
  return [unitId, ...hierarchy.predecessors(unitId, today), ...hierarchy.groupsOf(unitId, today).map(groupKey)];
}
