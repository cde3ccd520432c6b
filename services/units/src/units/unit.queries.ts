import { type Page, paginate } from '@lienthong/kit/connection';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { UnitsContext } from '../context.ts';
import { searchPatterns } from '../search.ts';
import type { Bloc } from './bloc.ts';
import { loadUnits } from './unit.directory.ts';
import type { Unit } from './unit.entity.ts';
import type { UnitFilter } from './unit.inputs.ts';
import { demandOwnProvince } from './unit.policy.ts';
import { UnitChange } from './unit-change.entity.ts';
import type { UnitTreeNode } from './unit-tree-node.ts';
import { readAsOf, unitsAsOf } from './units-as-of.ts';

export interface PageRequest {
  first?: number | null;
  after?: string | null;
}

/** The province a question is about when it names none. */
export function ownProvince(context: UnitsContext): string | null {
  return context.actor.membership?.provinceId ?? context.actor.provinceIds[0] ?? null;
}

export async function listUnits(context: UnitsContext, filter: UnitFilter, page: PageRequest): Promise<Page<Unit>> {
  const on = filter.asOf ?? context.clock.today();
  const query = (manager: EntityManager): SelectQueryBuilder<Unit> => filtered(context, manager, filter, on);
  const units = await paginate(
    context,
    query,
    [
      { sql: 'naming.name COLLATE public.vietnamese', type: 'text' },
      { sql: 'unit.id', type: 'text' },
    ],
    page,
  );
  readAsOf(units.nodes, on);
  return units;
}

function filtered(
  context: UnitsContext,
  manager: EntityManager,
  filter: UnitFilter,
  on: string,
): SelectQueryBuilder<Unit> {
  const query = unitsAsOf(manager, on);
  if (filter.ids) query.andWhere('unit.id = ANY(:ids)', { ids: filter.ids });
  else query.andWhere('unit.validFrom <= :on AND (unit.validTo IS NULL OR unit.validTo > :on)', { on });
  if (filter.provinceId) query.andWhere('unit.provinceId = :provinceId', { provinceId: filter.provinceId });
  if (filter.bloc) query.andWhere('unit.bloc = :bloc', { bloc: filter.bloc });
  if (filter.tier) query.andWhere('unit.tier = :tier', { tier: filter.tier });
  if (filter.kind) query.andWhere('unit.kind = :kind', { kind: filter.kind });
  if (filter.parentId) {
    query.andWhere(
      `EXISTS (SELECT 1 FROM unit_placements placed WHERE placed.unit_id = unit.id AND placed.parent_id = :parentId
         AND placed.valid_from <= :on AND (placed.valid_to IS NULL OR placed.valid_to > :on))`,
      { parentId: filter.parentId, on },
    );
  }
  if (filter.groupId) {
    const province = filter.provinceId ?? ownProvince(context);
    const members = province === null ? [] : [...context.hierarchy.members(filter.groupId, province, on)];
    query.andWhere('unit.id = ANY(:members)', { members });
  }
  const patterns = searchPatterns(filter.search ?? '');
  if (patterns.length > 0) {
    query.andWhere('unit.id IN (SELECT called FROM units_called(:patterns) called)', { patterns });
  }
  return query;
}

/** A whole province at once: it is read by people, is never longer than a few hundred rows, and comes in tree order. */
export async function readTree(
  context: UnitsContext,
  provinceId: string,
  bloc: Bloc | null,
  on: string,
): Promise<UnitTreeNode[]> {
  demandOwnProvince(context, provinceId);
  const { hierarchy } = context;
  const shown = hierarchy.inProvince(provinceId, on).filter((unit) => bloc === null || unit.bloc === bloc);
  const ids = shown.map((unit) => unit.id);
  const units = new Map<string, Unit>();
  for (const unit of await loadUnits(context, ids, on)) if (unit) units.set(unit.id, unit);

  const children = new Map<string | null, Unit[]>();
  for (const unit of units.values()) {
    const parentId = hierarchy.parent(unit.id, on);
    const key = parentId !== null && units.has(parentId) ? parentId : null;
    children.set(key, [...(children.get(key) ?? []), unit]);
  }
  const nodes: UnitTreeNode[] = [];
  const visit = (parentId: string | null, depth: number): void => {
    for (const unit of (children.get(parentId) ?? []).sort(inTreeOrder)) {
      nodes.push({ id: unit.id, unit, parentId, depth, childCount: children.get(unit.id)?.length ?? 0 });
      visit(unit.id, depth + 1);
    }
  };
  visit(null, 0);
  return nodes;
}

const vietnamese = new Intl.Collator('vi');
const BLOC_ORDER = ['PARTY', 'GOVERNMENT', null];

/** Party before government before neither, the province's own bodies before the communes, then by name. */
function inTreeOrder(a: Unit, b: Unit): number {
  return (
    BLOC_ORDER.indexOf(a.bloc) - BLOC_ORDER.indexOf(b.bloc) ||
    Number(a.tier === 'COMMUNE') - Number(b.tier === 'COMMUNE') ||
    vietnamese.compare(a.name, b.name)
  );
}

/** Ids below the unit in the order in which they are listed. */
export function orderedChildren(context: UnitsContext, unitId: string, on: string): string[] {
  const { hierarchy } = context;
  return [...hierarchy.children(unitId, on)].sort((a, b) => {
    const left = hierarchy.unit(a);
    const right = hierarchy.unit(b);
    return vietnamese.compare(left.name, right.name) || (a < b ? -1 : 1);
  });
}

export async function listChanges(
  context: UnitsContext,
  from: string,
  to: string,
  page: PageRequest,
): Promise<Page<UnitChange>> {
  const query = (manager: EntityManager): SelectQueryBuilder<UnitChange> =>
    manager.createQueryBuilder(UnitChange, 'change').where('change.on BETWEEN :from AND :to', { from, to });
  return paginate(
    context,
    query,
    [
      { sql: 'change.on', type: 'date', direction: 'DESC' },
      { sql: 'change.id', type: 'text' },
    ],
    page,
  );
}
