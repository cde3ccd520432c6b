import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import type { UnitsContext } from '../context.ts';
import { AdministrativeUnit } from './administrative-unit.entity.ts';
import { AdministrativeUnitPredecessor } from './administrative-unit-predecessor.entity.ts';
import { AdministrativeUnitSuccession } from './administrative-unit-succession.entity.ts';

export const administrativeUnitById = defineLoader<UnitsContext, string, AdministrativeUnit | null>(
  async (context, ids) => {
    const rows = await context.read((manager) =>
      manager.createQueryBuilder(AdministrativeUnit, 'territory').where('territory.id = ANY(:ids)', { ids }).getMany(),
    );
    return inOrder(ids, rows, (row) => row.id);
  },
);

export const predecessorsOf = defineLoader<UnitsContext, string, AdministrativeUnitPredecessor[]>(
  async (context, ids) => {
    const rows = await context.read((manager) =>
      manager
        .createQueryBuilder(AdministrativeUnitPredecessor, 'former')
        .where('former.unitId = ANY(:ids)', { ids })
        .orderBy('former.id')
        .getMany(),
    );
    return grouped(ids, rows, (row) => row.unitId);
  },
);

export const successorIdsOf = defineLoader<UnitsContext, string, string[]>(async (context, ids) => {
  const rows = await context.read((manager) =>
    manager
      .createQueryBuilder(AdministrativeUnitSuccession, 'succession')
      .where('succession.unitId = ANY(:ids)', { ids })
      .orderBy('succession.successorId')
      .getMany(),
  );
  return grouped(ids, rows, (row) => row.unitId).map((found) => found.map((row) => row.successorId));
});
