import { defineLoader, inOrder } from '@lienthong/kit/loaders';
import type { UnitsContext } from '../context.ts';
import { UnitGroup } from './unit-group.entity.ts';

export const unitGroupById = defineLoader<UnitsContext, string, UnitGroup | null>(async (context, ids) => {
  const rows = await context.read((manager) =>
    manager.createQueryBuilder(UnitGroup, 'unitGroup').where('unitGroup.id = ANY(:ids)', { ids }).getMany(),
  );
  return inOrder(ids, rows, (row) => row.id);
});
