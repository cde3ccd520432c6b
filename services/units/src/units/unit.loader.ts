import { defineLoader, grouped } from '@lienthong/kit/loaders';
import type { UnitsContext } from '../context.ts';
import { Unit } from './unit.entity.ts';
import { UnitChange } from './unit-change.entity.ts';
import { UnitSuccession } from './unit-succession.entity.ts';
import { readAsOf, unitsAsOf } from './units-as-of.ts';

export interface UnitKey {
  id: string;
  asOf: string;
}

export const unitByKey = defineLoader<UnitsContext, string, Unit | null>(async (context, keys) => {
  const wanted = keys.map(parse);
  const found = new Map<string, Unit>();
  for (const asOf of new Set(wanted.map((key) => key.asOf))) {
    const ids = wanted.filter((key) => key.asOf === asOf).map((key) => key.id);
    const units = await context.read((manager) =>
      unitsAsOf(manager, asOf).where('unit.id = ANY(:ids)', { ids }).getMany(),
    );
    readAsOf(units, asOf);
    for (const unit of units) found.set(unitKey({ id: unit.id, asOf }), unit);
  }
  return keys.map((key) => found.get(key) ?? null);
});

export const unitKey = ({ id, asOf }: UnitKey): string => `${asOf} ${id}`;
const parse = (key: string): UnitKey => ({ asOf: key.slice(0, 10), id: key.slice(11) });

export const successionsFrom = defineLoader<UnitsContext, string, UnitSuccession[]>(async (context, ids) => {
  const rows = await context.read((manager) =>
    manager
      .createQueryBuilder(UnitSuccession, 'succession')
      .where('succession.unitId = ANY(:ids)', { ids })
      .orderBy('succession.successorId')
      .getMany(),
  );
  return grouped(ids, rows, (row) => row.unitId);
});

export const successionsTo = defineLoader<UnitsContext, string, UnitSuccession[]>(async (context, ids) => {
  const rows = await context.read((manager) =>
    manager
      .createQueryBuilder(UnitSuccession, 'succession')
      .where('succession.successorId = ANY(:ids)', { ids })
      .orderBy('succession.unitId')
      .getMany(),
  );
  return grouped(ids, rows, (row) => row.successorId);
});

export const changesOf = defineLoader<UnitsContext, string, UnitChange[]>(async (context, ids) => {
  const rows = await context.read((manager) =>
    manager
      .createQueryBuilder(UnitChange, 'change')
      .where('change.unitId = ANY(:ids)', { ids })
      .orderBy('change.on')
      .addOrderBy('change.recordedAt')
      .getMany(),
  );
  return grouped(ids, rows, (row) => row.unitId);
});

export const unitsOnTerritory = defineLoader<UnitsContext, string, string[]>(async (context, territoryIds) => {
  const rows = await context.read((manager) =>
    manager
      .createQueryBuilder(Unit, 'unit')
      .where('unit.territoryId = ANY(:territoryIds)', { territoryIds })
      .andWhere('unit.validFrom <= :on AND (unit.validTo IS NULL OR unit.validTo > :on)', { on: context.clock.today() })
      .orderBy('unit.id')
      .getMany(),
  );
  return grouped(territoryIds, rows, (row) => row.territoryId ?? '').map((units) => units.map((unit) => unit.id));
});
