import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Unit } from './unit.entity.ts';
import { UnitName } from './unit-name.entity.ts';

/** Units with the name of that day; before a unit begins its first name, after it ends its last. */
export function unitsAsOf(manager: EntityManager, on: string): SelectQueryBuilder<Unit> {
  return manager.createQueryBuilder(Unit, 'unit').innerJoinAndMapOne(
    'unit.naming',
    UnitName,
    'naming',
    `naming.unitId = unit.id AND naming.validFrom = (
        SELECT coalesce(max(known.valid_from) FILTER (WHERE known.valid_from <= :asOf), min(known.valid_from))
        FROM unit_names known WHERE known.unit_id = unit.id)`,
    { asOf: on },
  );
}

export function readAsOf(units: readonly Unit[], on: string): void {
  for (const unit of units) unit.asOf = on;
}
