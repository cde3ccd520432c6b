import { Refusal } from '@lienthong/kit/refusal';
import type { EntityManager } from 'typeorm';
import type { UnitsContext } from '../context.ts';
import { type Bloc, TIERS, type Tier } from './bloc.ts';
import { type Dated, holdsOn } from './dated.ts';
import type { Placement } from './placement.ts';
import type { Unit } from './unit.entity.ts';
import { isUnitCode } from './unit-code.ts';
import { isKind, kindFits } from './unit-kind.ts';
import { unitsAsOf } from './units-as-of.ts';

/** Days outside these are slips of the keyboard, not dates of an organisation. */
const EARLIEST = '1945-01-01';
const YEARS_AHEAD = 10;

export function demandDate(context: UnitsContext, on: string, field: string): void {
  const latest = `${Number(context.clock.today().slice(0, 4)) + YEARS_AHEAD}-12-31`;
  if (on < EARLIEST || on > latest) throw new Refusal('INVALID', 'DATE_OUT_OF_RANGE', { field, on, latest });
}

/** The text as it is stored: composed letters, no spaces around. */
export function demandText(text: string, field: string, longest = 300): string {
  const written = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (written === '') throw new Refusal('INVALID', 'TEXT_MISSING', { field });
  if (written.length > longest) throw new Refusal('INVALID', 'TEXT_TOO_LONG', { field, longest });
  return written;
}

export function demandCode(code: string): string {
  if (!isUnitCode(code)) throw new Refusal('INVALID', 'UNIT_CODE_FORM', { field: 'code', code });
  return code;
}

export function demandKind(kind: string, bloc: Bloc | null): void {
  if (!isKind(kind)) throw new Refusal('INVALID', 'UNIT_KIND_UNKNOWN', { field: 'kind', kind });
  if (!kindFits(kind, bloc)) throw new Refusal('INVALID', 'UNIT_KIND_OF_OTHER_BLOC', { field: 'kind', kind, bloc });
}

/** The unit as of a day, or the refusal that also hides what stands behind a wall. */
export async function getUnitForChange(
  context: UnitsContext,
  manager: EntityManager,
  id: string,
  field = 'unitId',
): Promise<Unit> {
  const unit = await unitsAsOf(manager, context.clock.today()).where('unit.id = :id', { id }).getOne();
  if (!unit) throw new Refusal('NOT_FOUND', 'UNIT_NOT_FOUND', { field, id });
  unit.asOf = context.clock.today();
  return unit;
}

export function demandFreshUnit(unit: Unit, expectedVersion: number): void {
  if (unit.version !== expectedVersion) {
    throw new Refusal('CONFLICT', 'STALE_VERSION', { expected: expectedVersion, actual: unit.version });
  }
}

export function demandValid(unit: Unit, on: string, field: string): void {
  if (!holdsOn({ from: unit.validFrom, to: unit.validTo }, on)) {
    throw new Refusal('INVALID', 'UNIT_NOT_VALID_ON_DATE', {
      field,
      unitId: unit.id,
      name: unit.name,
      on,
      validFrom: unit.validFrom,
      validTo: unit.validTo,
    });
  }
}

/** Whether a unit may stand below a parent for a whole period. */
export function demandParentFits(
  parent: Unit,
  child: { tier: Tier; bloc: Bloc | null; provinceId: string },
  period: Dated,
  field: string,
): void {
  const about = { field, parentId: parent.id, name: parent.name };
  if (parent.provinceId !== child.provinceId) throw new Refusal('INVALID', 'PARENT_OF_OTHER_PROVINCE', about);
  if (!holdsOn({ from: parent.validFrom, to: parent.validTo }, period.from)) {
    throw new Refusal('INVALID', 'PARENT_NOT_VALID_ON_DATE', { ...about, on: period.from });
  }
  if (parent.validTo !== null && (period.to === null || period.to > parent.validTo)) {
    throw new Refusal('INVALID', 'PARENT_ENDS_EARLIER', { ...about, endsOn: parent.validTo });
  }
  if (parent.bloc !== null && child.bloc !== null && parent.bloc !== child.bloc) {
    throw new Refusal('INVALID', 'PARENT_OF_OTHER_BLOC', about);
  }
  if (TIERS.indexOf(parent.tier) > TIERS.indexOf(child.tier)) {
    throw new Refusal('INVALID', 'PARENT_OF_LOWER_TIER', about);
  }
}

/** Every placement the actor may see, by unit: those of the own province. */
export async function readPlacements(manager: EntityManager): Promise<Map<string, Placement[]>> {
  const rows = (await manager.query(
    `SELECT unit_id AS "unitId", parent_id AS "parentId", valid_from::text AS "from", valid_to::text AS "to"
     FROM unit_placements ORDER BY unit_id, valid_from`,
  )) as (Placement & { unitId: string })[];
  const placements = new Map<string, Placement[]>();
  for (const { unitId, ...placement } of rows) placements.set(unitId, [...(placements.get(unitId) ?? []), placement]);
  return placements;
}
