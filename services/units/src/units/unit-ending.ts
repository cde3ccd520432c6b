import { Refusal } from '@lienthong/kit/refusal';
import type { EntityManager } from 'typeorm';
import type { UnitsContext } from '../context.ts';
import { strandedBy } from './placement.ts';
import { successorFault } from './succession.ts';
import { Unit } from './unit.entity.ts';
import type { EndUnitInput } from './unit.inputs.ts';
import { readPlacements } from './unit.rules.ts';
import { UnitSuccession } from './unit-succession.entity.ts';
import { unitsAsOf } from './units-as-of.ts';

/** Ends the unit's own rows and names who takes over; refuses what would leave others without a place. */
export async function endUnitRows(
  context: UnitsContext,
  manager: EntityManager,
  unit: Unit,
  { on, successorIds }: EndUnitInput,
): Promise<Unit[]> {
  if (unit.validTo !== null) {
    throw new Refusal('CONFLICT', 'UNIT_ALREADY_ENDED', { name: unit.name, endedOn: unit.validTo });
  }
  if (on <= unit.validFrom) {
    throw new Refusal('INVALID', 'END_NOT_AFTER_START', { field: 'on', on, validFrom: unit.validFrom });
  }
  await demandNothingLater(manager, unit, on);
  await demandNobodyStranded(context, manager, unit, on);

  const wanted = [...new Set(successorIds)];
  const successors = await unitsAsOf(manager, on).where('unit.id = ANY(:wanted)', { wanted }).getMany();
  const byId = new Map(successors.map((found) => [found.id, found]));
  const fault = successorFault(unit, on, wanted, (id) => {
    const found = byId.get(id);
    return found && { id, provinceId: found.provinceId, from: found.validFrom, to: found.validTo };
  });
  if (fault) {
    const name = byId.get(fault.unitId)?.name ?? fault.unitId;
    throw new Refusal('INVALID', fault.reason, { field: 'successorIds', unitId: fault.unitId, name, on });
  }

  await manager.update(Unit, { id: unit.id }, { validTo: on });
  for (const table of ['unit_names', 'unit_placements']) {
    await manager.query(`UPDATE ${table} SET valid_to = $2 WHERE unit_id = $1 AND valid_to IS NULL`, [unit.id, on]);
  }
  for (const successorId of wanted) {
    await manager.insert(UnitSuccession, { unitId: unit.id, successorId, on, provinceId: unit.provinceId });
  }
  return wanted.flatMap((id) => byId.get(id) ?? []);
}

/** What was already arranged for a day after the end would hang in the air. */
async function demandNothingLater(manager: EntityManager, unit: Unit, on: string): Promise<void> {
  const [later] = (await manager.query(
    `SELECT min(day)::text AS day FROM (
       SELECT valid_from AS day FROM unit_names WHERE unit_id = $1 AND valid_from >= $2
       UNION ALL SELECT valid_from FROM unit_placements WHERE unit_id = $1 AND valid_from >= $2
       UNION ALL SELECT "on" FROM unit_successions WHERE successor_id = $1 AND "on" >= $2) later`,
    [unit.id, on],
  )) as { day: string | null }[];
  if (later?.day) throw new Refusal('CONFLICT', 'UNIT_HAS_LATER_CHANGES', { field: 'on', on, changesOn: later.day });
}

async function demandNobodyStranded(
  context: UnitsContext,
  manager: EntityManager,
  unit: Unit,
  on: string,
): Promise<void> {
  const placements = await readPlacements(manager);
  const all = [...placements].flatMap(([unitId, rows]) => rows.map((row) => ({ ...row, unitId })));
  const stranded = strandedBy(unit.id, on, all);
  if (stranded.length === 0) return;
  const ids = stranded.map((child) => child.unitId);
  const children = await unitsAsOf(manager, context.clock.today())
    .where('unit.id = ANY(:ids)', { ids })
    .orderBy('naming.name')
    .getMany();
  throw new Refusal('CONFLICT', 'UNIT_HAS_CHILDREN', {
    field: 'unitId',
    on,
    count: children.length,
    children: children.map((child) => ({ id: child.id, name: child.name })),
  });
}
