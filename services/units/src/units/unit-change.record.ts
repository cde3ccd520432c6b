import { randomUUID } from 'node:crypto';
import type { Effects } from '@lienthong/kit/write';
import type { EntityManager } from 'typeorm';
import type { UnitsContext } from '../context.ts';
import type { Bloc } from './bloc.ts';
import { blocsConcerned } from './unit.policy.ts';
import { UnitChange, type UnitChangeKind } from './unit-change.entity.ts';

interface ChangeToRecord {
  unit: { id: string; provinceId: string; bloc: Bloc | null };
  on: string;
  kind: UnitChangeKind;
  detail: string | null;
  alsoConcerned?: string[];
  before?: object;
  after: object;
}

/** The line in the unit's history, the line in the audit, and the word to whoever is looking. */
export async function recordUnitChange(
  context: UnitsContext,
  manager: EntityManager,
  effects: Effects,
  { unit, on, kind, detail, alsoConcerned = [], before, after }: ChangeToRecord,
): Promise<void> {
  await manager.insert(UnitChange, {
    id: randomUUID(),
    unitId: unit.id,
    provinceId: unit.provinceId,
    on,
    kind,
    detail,
    recordedAt: context.clock.realNow(),
    recordedBy: context.actor.displayName,
  });
  const blocs = blocsConcerned(unit.bloc);
  effects.audit({
    objectType: 'Unit',
    objectId: unit.id,
    provinceId: unit.provinceId,
    blocs,
    unitId: unit.id,
    before,
    after,
  });
  effects.publish({
    type: 'Unit',
    id: unit.id,
    provinceId: unit.provinceId,
    blocs: ['PARTY', 'GOVERNMENT'],
    unitIds: [unit.id, ...alsoConcerned],
  });
}
