import type { Page } from '@lienthong/kit/connection';
import type { UnitsContext } from '../context.ts';
import { pageOfIds } from '../units/memory-page.ts';
import { loadUnits } from '../units/unit.directory.ts';
import type { Unit } from '../units/unit.entity.ts';
import { demandOwnProvince } from '../units/unit.policy.ts';
import { UnitGroup } from './unit-group.entity.ts';
import { unitGroupById } from './unit-group.loader.ts';

export function findUnitGroup(context: UnitsContext, id: string): Promise<UnitGroup | null> {
  return context.loaders.for(unitGroupById).load(id);
}

export function listUnitGroups(context: UnitsContext): Promise<UnitGroup[]> {
  return context.read((manager) =>
    manager
      .createQueryBuilder(UnitGroup, 'unitGroup')
      .orderBy('unitGroup.name COLLATE public.vietnamese')
      .addOrderBy('unitGroup.id')
      .getMany(),
  );
}

const vietnamese = new Intl.Collator('vi');

export function listMembers(
  context: UnitsContext,
  group: UnitGroup,
  provinceId: string,
  asOf: string | null,
  page: { first?: number | null; after?: string | null },
): Promise<Page<Unit>> {
  const { hierarchy } = context;
  const on = asOf ?? context.clock.today();
  const ids = [...membersOf(context, group, provinceId, on)].sort(
    (a, b) => vietnamese.compare(hierarchy.unit(a).name, hierarchy.unit(b).name) || (a < b ? -1 : 1),
  );
  return pageOfIds(ids, page, (wanted) => loadUnits(context, wanted, on));
}

export function countMembers(context: UnitsContext, group: UnitGroup, provinceId: string, asOf: string | null): number {
  return membersOf(context, group, provinceId, asOf ?? context.clock.today()).length;
}

function membersOf(context: UnitsContext, group: UnitGroup, provinceId: string, on: string): readonly string[] {
  demandOwnProvince(context, provinceId);
  return context.hierarchy.members(group.id, provinceId, on);
}
