import { type Page, paginate } from '@lienthong/kit/connection';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { UnitsContext } from '../context.ts';
import { searchPatterns } from '../search.ts';
import { AdministrativeUnit } from './administrative-unit.entity.ts';
import type { AdministrativeUnitFilter } from './administrative-unit.inputs.ts';
import { administrativeUnitById } from './administrative-unit.loader.ts';

export function findAdministrativeUnit(context: UnitsContext, id: string): Promise<AdministrativeUnit | null> {
  return context.loaders.for(administrativeUnitById).load(id);
}

export function listAdministrativeUnits(
  context: UnitsContext,
  filter: AdministrativeUnitFilter,
  page: { first?: number | null; after?: string | null },
): Promise<Page<AdministrativeUnit>> {
  const query = (manager: EntityManager): SelectQueryBuilder<AdministrativeUnit> => {
    const found = manager.createQueryBuilder(AdministrativeUnit, 'territory');
    if (filter.provinceId) found.andWhere('territory.provinceId = :provinceId', { provinceId: filter.provinceId });
    if (filter.kind) found.andWhere('territory.kind = :kind', { kind: filter.kind });
    const patterns = searchPatterns(filter.search ?? '');
    if (patterns.length > 0) {
      found.andWhere('territory.id IN (SELECT called FROM territory_called(:patterns) called)', { patterns });
    }
    return found;
  };
  return paginate(
    context,
    query,
    [
      { sql: 'territory.name COLLATE public.vietnamese', type: 'text' },
      { sql: 'territory.id', type: 'text' },
    ],
    page,
  );
}
