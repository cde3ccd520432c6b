import { randomBytes } from 'node:crypto';
import { violatedConstraint } from '@lienthong/kit/database';
import { Refusal } from '@lienthong/kit/refusal';
import type { Effects } from '@lienthong/kit/write';
import type { EntityManager } from 'typeorm';
import { AdministrativeUnit } from '../administrative-units/administrative-unit.entity.ts';
import { withoutMarks } from '../administrative-units/territory.ts';
import type { UnitsContext } from '../context.ts';
import { folded, unitSearchText } from '../search.ts';
import { changeFrom } from './dated.ts';
import { countHierarchyChange, lockHierarchy } from './hierarchy-reader.ts';
import { firstRing, type Placement } from './placement.ts';
import { loadUnit } from './unit.directory.ts';
import { Unit } from './unit.entity.ts';
import type { CreateUnitInput, EndUnitInput, MoveUnitInput, RenameUnitInput } from './unit.inputs.ts';
import { demandMayManage, demandMayManageTop } from './unit.policy.ts';
import { ownProvince } from './unit.queries.ts';
import {
  demandCode,
  demandDate,
  demandFreshUnit,
  demandKind,
  demandParentFits,
  demandText,
  demandValid,
  getUnitForChange,
  readPlacements,
} from './unit.rules.ts';
import { recordUnitChange } from './unit-change.record.ts';
import { endUnitRows } from './unit-ending.ts';
import { UnitName } from './unit-name.entity.ts';
import { UnitPlacement } from './unit-placement.entity.ts';

/** One transaction for a change of the hierarchy, its count and what follows; then the unit as it stands. */
async function changeHierarchy(
  context: UnitsContext,
  operation: string,
  input: { idempotencyKey: string },
  work: (manager: EntityManager, effects: Effects) => Promise<string>,
): Promise<Unit> {
  const { unitId } = await context.write(operation, input, async (manager, effects) => {
    await lockHierarchy(manager);
    const id = await work(manager, effects);
    await countHierarchyChange(manager);
    return { unitId: id };
  });
  await context.refreshHierarchy();
  const unit = await loadUnit(context, unitId);
  if (!unit) throw new Refusal('NOT_FOUND', 'UNIT_NOT_FOUND', { id: unitId });
  return unit;
}

export function createUnit(context: UnitsContext, input: CreateUnitInput): Promise<Unit> {
  return changeHierarchy(context, 'createUnit', input, async (manager, effects) => {
    const bloc = input.bloc ?? null;
    demandDate(context, input.validFrom, 'validFrom');
    const code = demandCode(input.code.trim());
    const name = demandText(input.name, 'name');
    const shortName = input.shortName ? demandText(input.shortName, 'shortName', 100) : name;
    const nameEn = input.nameEn ? demandText(input.nameEn, 'nameEn') : withoutMarks(name);
    demandKind(input.kind, bloc);

    const period = { from: input.validFrom, to: null };
    const parent = input.parentId ? await getUnitForChange(context, manager, input.parentId, 'parentId') : null;
    const provinceId = parent?.provinceId ?? ownProvince(context) ?? '';
    if (parent) {
      demandMayManage(context, parent);
      demandParentFits(parent, { tier: input.tier, bloc, provinceId }, period, 'parentId');
    }
    if (!parent || parent.bloc !== bloc) demandMayManageTop(context, { provinceId, bloc });
    const territoryId = await territoryFor(manager, input.territoryId ?? parent?.territoryId ?? provinceId, provinceId);

    const id = `${provinceId}.${randomBytes(6).toString('hex')}`;
    const dates = { validFrom: input.validFrom, validTo: null };
    const unit = { id, code, aliases: [], bloc, tier: input.tier, kind: input.kind, provinceId, territoryId };
    await manager.insert(Unit, { ...unit, ...dates, version: 1 }).catch(refuseTakenCode(code));
    const searchText = await folded(manager, unitSearchText({ name, shortName, nameEn, code, aliases: [] }));
    await manager.insert(UnitName, { unitId: id, provinceId, ...dates, name, shortName, nameEn, searchText });
    await manager.insert(UnitPlacement, { unitId: id, provinceId, ...dates, parentId: parent?.id ?? null });
    await recordUnitChange(context, manager, effects, {
      unit: { id, provinceId, bloc },
      on: input.validFrom,
      kind: 'CREATED',
      detail: parent?.name ?? null,
      alsoConcerned: parent ? [parent.id] : [],
      after: { ...unit, name, shortName, nameEn, parentId: parent?.id ?? null, validFrom: input.validFrom },
    });
    return id;
  });
}

function refuseTakenCode(code: string): (error: unknown) => never {
  return (error) => {
    // The holder may stand behind a wall, so the sentence does not say who it is.
    if (violatedConstraint(error) !== 'units_code_while_valid') throw error;
    throw new Refusal('CONFLICT', 'UNIT_CODE_TAKEN', { field: 'code', code });
  };
}

async function territoryFor(manager: EntityManager, id: string, provinceId: string): Promise<string> {
  const territory = await manager.findOneBy(AdministrativeUnit, { id });
  if (!territory) throw new Refusal('INVALID', 'TERRITORY_UNKNOWN', { field: 'territoryId', id });
  if ((territory.provinceId ?? territory.id) !== provinceId) {
    throw new Refusal('INVALID', 'TERRITORY_OF_OTHER_PROVINCE', { field: 'territoryId', name: territory.name });
  }
  return id;
}

export function renameUnit(context: UnitsContext, input: RenameUnitInput): Promise<Unit> {
  return changeHierarchy(context, 'renameUnit', input, async (manager, effects) => {
    const unit = await getChangeable(context, manager, input);
    demandDate(context, input.on, 'on');
    demandValid(unit, input.on, 'on');
    const name = demandText(input.name, 'name');
    const rows = await manager.findBy(UnitName, { unitId: unit.id });
    const dated = rows.map((row) => ({ ...row, from: row.validFrom, to: row.validTo }));
    const current = dated.find((row) => row.from <= input.on && (row.to === null || input.on < row.to)) ?? unit.naming;
    const written = {
      name,
      shortName: input.shortName ? demandText(input.shortName, 'shortName', 100) : name,
      nameEn: input.nameEn ? demandText(input.nameEn, 'nameEn') : withoutMarks(name),
    };
    if (
      written.name === current.name &&
      written.shortName === current.shortName &&
      (!input.nameEn || written.nameEn === current.nameEn)
    ) {
      throw new Refusal('INVALID', 'NAME_UNCHANGED', { field: 'name', name });
    }
    const searchText = await folded(manager, unitSearchText({ ...unit, ...written }));
    const { id: unitId, provinceId } = unit;
    const { shortened, replaced, added } = changeFrom<object>(dated, input.on, {});
    if (shortened) await manager.update(UnitName, { unitId, validFrom: shortened.from }, { validTo: shortened.to });
    if (replaced) await manager.update(UnitName, { unitId, validFrom: replaced.from }, { ...written, searchText });
    if (added) {
      const dates = { validFrom: added.from, validTo: added.to };
      await manager.insert(UnitName, { unitId, provinceId, ...dates, ...written, searchText });
    }
    await nextVersion(manager, unit);
    await recordUnitChange(context, manager, effects, {
      unit,
      on: input.on,
      kind: 'RENAMED',
      detail: `${current.name} → ${name}`,
      before: { name: current.name, shortName: current.shortName, nameEn: current.nameEn },
      after: { ...written, on: input.on },
    });
    return unitId;
  });
}

export function moveUnit(context: UnitsContext, input: MoveUnitInput): Promise<Unit> {
  return changeHierarchy(context, 'moveUnit', input, async (manager, effects) => {
    const unit = await getChangeable(context, manager, input);
    demandDate(context, input.on, 'on');
    demandValid(unit, input.on, 'on');
    const placements = await readPlacements(manager);
    const placementsOf = (id: string): readonly Placement[] => placements.get(id) ?? [];
    const parentId = input.newParentId ?? null;
    const parent = parentId === null ? null : await getUnitForChange(context, manager, parentId, 'newParentId');

    const before = placementsOf(unit.id).find((row) => row.from <= input.on && (row.to === null || input.on < row.to));
    const { shortened, replaced, added } = changeFrom(placementsOf(unit.id), input.on, { parentId });
    const placed = added ?? replaced;
    if (!before || !placed) throw new Refusal('INVALID', 'UNIT_NOT_VALID_ON_DATE', { field: 'on', name: unit.name });
    if (before.parentId === parentId) throw new Refusal('INVALID', 'PARENT_UNCHANGED', { field: 'newParentId' });
    if (parent) {
      demandMayManage(context, parent);
      demandParentFits(parent, unit, placed, 'newParentId');
      const ringOn = firstRing(unit.id, parent.id, placed, placementsOf);
      if (ringOn !== null) {
        throw new Refusal('INVALID', 'PARENT_BELOW_UNIT', { field: 'newParentId', name: parent.name, on: ringOn });
      }
    } else {
      demandMayManageTop(context, unit);
    }

    const { id: unitId, provinceId } = unit;
    if (shortened) {
      await manager.update(UnitPlacement, { unitId, validFrom: shortened.from }, { validTo: shortened.to });
    }
    if (replaced) await manager.update(UnitPlacement, { unitId, validFrom: replaced.from }, { parentId });
    if (added) {
      await manager.insert(UnitPlacement, { unitId, provinceId, validFrom: added.from, validTo: added.to, parentId });
    }
    await nextVersion(manager, unit);
    await recordUnitChange(context, manager, effects, {
      unit,
      on: input.on,
      kind: 'MOVED',
      detail: parent?.name ?? null,
      alsoConcerned: [before.parentId, parentId].filter((id) => id !== null),
      before: { parentId: before.parentId },
      after: { parentId, on: input.on },
    });
    return unitId;
  });
}

export function endUnit(context: UnitsContext, input: EndUnitInput): Promise<Unit> {
  return changeHierarchy(context, 'endUnit', input, async (manager, effects) => {
    const unit = await getChangeable(context, manager, input);
    demandDate(context, input.on, 'on');
    const successors = await endUnitRows(context, manager, unit, input);
    await nextVersion(manager, unit);
    await recordUnitChange(context, manager, effects, {
      unit,
      on: input.on,
      kind: 'ENDED',
      detail: successors.length > 0 ? successors.map((successor) => successor.name).join('; ') : null,
      alsoConcerned: successors.map((successor) => successor.id),
      before: { validTo: unit.validTo },
      after: { validTo: input.on, successorIds: successors.map((successor) => successor.id) },
    });
    return unit.id;
  });
}

async function getChangeable(
  context: UnitsContext,
  manager: EntityManager,
  input: { unitId: string; expectedVersion: number },
): Promise<Unit> {
  const unit = await getUnitForChange(context, manager, input.unitId);
  demandMayManage(context, unit);
  demandFreshUnit(unit, input.expectedVersion);
  return unit;
}

async function nextVersion(manager: EntityManager, unit: Unit): Promise<void> {
  await manager.increment(Unit, { id: unit.id }, 'version', 1);
}
