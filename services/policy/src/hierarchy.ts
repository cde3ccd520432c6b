import type { Bloc } from './actor.ts';

/** `to` and `validTo` are the first day on which it no longer holds. */
export interface Placement {
  parentId: string | null;
  from: string;
  to: string | null;
}

export interface UnitNode {
  id: string;
  code: string;
  name: string;
  shortName: string;
  nameEn: string;
  /** Other names that documents use for it; none in a copy taken before they were told. */
  aliases?: readonly string[];
  bloc: Bloc | null;
  tier: 'CENTRAL' | 'PROVINCE' | 'COMMUNE';
  kind: string;
  provinceId: string;
  territoryId: string | null;
  validFrom: string;
  validTo: string | null;
  placements: Placement[];
  successors: { unitId: string; on: string }[];
}

/** Units addressed as a class: by rule (no blocs means any), by list, or both. A list entry holds on its own dates. */
export interface GroupNode {
  id: string;
  name: string;
  nameEn: string;
  /** Other wordings of the documents for it; none in a copy taken before they were told. */
  aliases?: readonly string[];
  rule: { kinds: string[]; tiers: string[]; blocs: string[] } | null;
  memberships?: { unitId: string; from: string; to: string | null }[];
}

/** The answer of `GET {units}/hierarchy`. */
export interface HierarchyDocument {
  version: string;
  units: UnitNode[];
  groups: GroupNode[];
}

const holds = (from: string, to: string | null, on: string): boolean => from <= on && (to === null || on < to);

/** What is true of all units on one day, worked out once. */
interface Day {
  parentOf: Map<string, string | null>;
  childrenOf: Map<string, string[]>;
  membersOf: Map<string, string[]>;
  groupsOf: Map<string, string[]>;
  subtrees: Map<string, string[]>;
  bearers: Map<string, string[]>;
  predecessors?: Map<string, string[]>;
}

const REMEMBERED_DAYS = 16;

/** Who stands under whom on which day: a value that never changes; a newer version is another value. */
export class Hierarchy {
  readonly version: string;
  readonly #units: ReadonlyMap<string, UnitNode>;
  readonly #groups: ReadonlyMap<string, GroupNode>;
  readonly #days = new Map<string, Day>();

  constructor(document: HierarchyDocument) {
    this.version = document.version;
    this.#units = new Map(document.units.map((unit) => [unit.id, unit]));
    this.#groups = new Map(document.groups.map((group) => [group.id, group]));
  }

  get units(): Iterable<UnitNode> {
    return this.#units.values();
  }

  get groups(): Iterable<GroupNode> {
    return this.#groups.values();
  }

  find(id: string): UnitNode | undefined {
    return this.#units.get(id);
  }

  unit(id: string): UnitNode {
    const unit = this.#units.get(id);
    if (!unit) throw new Error(`No unit ${id} in hierarchy ${this.version}.`);
    return unit;
  }

  group(id: string): GroupNode | undefined {
    return this.#groups.get(id);
  }

  isValid(id: string, on: string): boolean {
    const unit = this.#units.get(id);
    return unit !== undefined && holds(unit.validFrom, unit.validTo, on);
  }

  parent(id: string, on: string): string | null {
    return this.#day(on).parentOf.get(id) ?? null;
  }

  children(id: string, on: string): readonly string[] {
    return this.#day(on).childrenOf.get(id) ?? [];
  }

  /** The unit and all below it, parents before children. */
  subtree(id: string, on: string): readonly string[] {
    const day = this.#day(on);
    let found = day.subtrees.get(id);
    if (!found) {
      // A set, because two units placed under each other by mistake must not turn for ever.
      const seen = new Set([id]);
      for (const unit of seen) for (const child of day.childrenOf.get(unit) ?? []) seen.add(child);
      found = [...seen];
      day.subtrees.set(id, found);
    }
    return found;
  }

  /** The parent, its parent, and so on to the root. */
  ancestors(id: string, on: string): readonly string[] {
    const seen = new Set<string>();
    for (let at = this.parent(id, on); at !== null && at !== id && !seen.has(at); at = this.parent(at, on))
      seen.add(at);
    return [...seen];
  }

  siblings(id: string, on: string): readonly string[] {
    const parent = this.parent(id, on);
    return parent === null ? [] : this.children(parent, on).filter((other) => other !== id);
  }

  /** Who answers for what this unit was charged with: itself while it is valid, else those who came after it. */
  bearers(id: string, on: string): readonly string[] {
    const { bearers } = this.#day(on);
    let found = bearers.get(id);
    if (!found) {
      found = this.#findBearers(id, on);
      bearers.set(id, found);
    }
    return found;
  }

  #findBearers(id: string, on: string): string[] {
    const answer = new Set<string>();
    const seen = new Set([id]);
    for (const at of seen) {
      const unit = this.#units.get(at);
      if (!unit) continue;
      // Before its first day a unit already answers for itself: plans are issued ahead of mergers.
      if (unit.validTo === null || on < unit.validTo) answer.add(at);
      else for (const successor of unit.successors) seen.add(successor.unitId);
    }
    return [...answer];
  }

  /** The ended units whose charges this unit bears on that day. */
  predecessors(id: string, on: string): readonly string[] {
    const day = this.#day(on);
    day.predecessors ??= this.#findPredecessors(on);
    return day.predecessors.get(id) ?? [];
  }

  #findPredecessors(on: string): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const unit of this.#units.values()) {
      if (unit.validTo === null || on < unit.validTo) continue;
      for (const bearer of this.bearers(unit.id, on)) append(found, bearer, unit.id);
    }
    return found;
  }

  /** The units of a group in a province that are valid on that day. */
  members(groupId: string, provinceId: string, on: string): readonly string[] {
    return this.#day(on).membersOf.get(`${groupId} ${provinceId}`) ?? [];
  }

  groupsOf(unitId: string, on: string): readonly string[] {
    return this.#day(on).groupsOf.get(unitId) ?? [];
  }

  inProvince(provinceId: string, on: string): readonly UnitNode[] {
    return [...this.#units.values()].filter(
      (unit) => unit.provinceId === provinceId && holds(unit.validFrom, unit.validTo, on),
    );
  }

  provinceIds(): readonly string[] {
    return [...new Set([...this.#units.values()].map((unit) => unit.provinceId))].sort();
  }

  #day(on: string): Day {
    let day = this.#days.get(on);
    if (!day) {
      day = this.#workOut(on);
      const oldest = this.#days.keys().next();
      if (this.#days.size >= REMEMBERED_DAYS && !oldest.done) this.#days.delete(oldest.value);
      this.#days.set(on, day);
    }
    return day;
  }

  #workOut(on: string): Day {
    const day: Day = {
      parentOf: new Map(),
      childrenOf: new Map(),
      membersOf: new Map(),
      groupsOf: new Map(),
      subtrees: new Map(),
      bearers: new Map(),
    };
    for (const unit of this.#units.values()) {
      if (!holds(unit.validFrom, unit.validTo, on)) continue;
      const parentId = unit.placements.find(({ from, to }) => holds(from, to, on))?.parentId ?? null;
      day.parentOf.set(unit.id, parentId);
      if (parentId !== null) append(day.childrenOf, parentId, unit.id);
      for (const group of this.#groups.values()) {
        if (!isMember(group, unit, on)) continue;
        append(day.membersOf, `${group.id} ${unit.provinceId}`, unit.id);
        append(day.groupsOf, unit.id, group.id);
      }
    }
    return day;
  }
}

function isMember({ rule, memberships }: GroupNode, unit: UnitNode, on: string): boolean {
  const isOfBloc = rule?.blocs.length === 0 || (unit.bloc !== null && rule?.blocs.includes(unit.bloc) === true);
  const byRule = rule?.kinds.includes(unit.kind) && rule.tiers.includes(unit.tier) && isOfBloc;
  return byRule || (memberships ?? []).some((entry) => entry.unitId === unit.id && holds(entry.from, entry.to, on));
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
