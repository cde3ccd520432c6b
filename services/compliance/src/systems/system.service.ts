import { randomUUID } from 'node:crypto';
import type { Page } from '@lienthong/kit/connection';
import { type PageRequest, paginate } from '@lienthong/kit/connection';
import { violatedConstraint } from '@lienthong/kit/database';
import { Refusal } from '@lienthong/kit/refusal';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ComplianceContext } from '../context.ts';
import { approvalDays, openDossier, raiseLevel } from '../dossiers/dossier.service.ts';
import { leastLevel, regimeOn } from '../regimes/legal-regime.ts';
import { forbidsGoingLive, type GoingLive } from './going-live.ts';
import { InformationSystem, type SystemType } from './information-system.entity.ts';
import { eventOf } from './system.event.ts';
import type { CorrectSystemInput, RegisterSystemInput, SystemFilter } from './system.inputs.ts';
import { systemFacts, unitFacts } from './system.policy.ts';

const codePattern = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{1,39}$/u;

export async function registerSystem(context: ComplianceContext, input: RegisterSystemInput): Promise<string> {
  return context.write('registerSystem', input, async (manager, effects) => {
    const today = context.clock.today();
    const owner = validUnit(context, input.ownerId, 'ownerId');
    const operatorId = input.operatorId ?? null;
    if (operatorId !== null) sameProvince(validUnit(context, operatorId, 'operatorId').provinceId, owner.provinceId);
    context.demand('register', 'InformationSystem', unitFacts(owner));
    const system = manager.create(InformationSystem, {
      id: randomUUID(),
      provinceId: owner.provinceId,
      code: validCode(input.code),
      name: filled(input.name, 'name', 300),
      nameEn: input.nameEn?.trim() || filled(input.name, 'name', 300),
      type: input.type,
      level: validLevel(input.level, input.type, today),
      description: optional(input.description, 'description'),
      ownerId: owner.id,
      operatorId,
      bloc: owner.bloc,
      unitIds: [owner.id],
      dataSubjects: optional(input.dataSubjects, 'dataSubjects'),
      inUseSince: input.inUseSince ?? null,
    });
    refuseGoingLive({ on: system.inUseSince, before: null, today, approvedOn: [] });
    await insertOrExplain(manager, system);
    await openDossier(context, manager, system);
    effects.audit(auditOf(system, null));
    effects.publish(eventOf(system));
    return system.id;
  });
}

export async function correctSystem(context: ComplianceContext, input: CorrectSystemInput): Promise<string> {
  return context.write('correctSystem', input, async (manager, effects) => {
    const system = await getSystem(manager, input.systemId);
    context.demand('manage', 'InformationSystem', systemFacts(system));
    if (system.version !== input.expectedVersion) throw new Refusal('CONFLICT', 'STALE_VERSION');
    const today = context.clock.today();
    const before = { ...system };
    if (input.name != null) system.name = filled(input.name, 'name', 300);
    if (input.nameEn != null) system.nameEn = filled(input.nameEn, 'nameEn', 300);
    if (input.type != null) system.type = input.type;
    if (input.description !== undefined) system.description = optional(input.description, 'description');
    if (input.dataSubjects !== undefined) system.dataSubjects = optional(input.dataSubjects, 'dataSubjects');
    if (input.inUseSince !== undefined) {
      const approvedOn = await approvalDays(manager, system.id);
      refuseGoingLive({ on: input.inUseSince, before: system.inUseSince, today, approvedOn });
      system.inUseSince = input.inUseSince;
    }
    if (input.operatorId !== undefined) {
      const operatorId = input.operatorId;
      if (operatorId !== null) sameProvince(validUnit(context, operatorId, 'operatorId').provinceId, system.provinceId);
      system.operatorId = operatorId;
    }
    const level = input.level ?? system.level;
    // Decree 331/2026, Art. 10.5: what is found out about risk may raise a level, never lower it.
    if (level < system.level)
      throw new Refusal('CONFLICT', 'LEVEL_MAY_ONLY_RISE', { field: 'level', level: system.level });
    const isRaised = validLevel(level, system.type, today) > system.level;
    system.level = level;
    if (isRaised) await raiseLevel(context, manager, system);
    await manager.save(system);
    effects.audit(auditOf(system, before));
    effects.publish(eventOf(system));
    return system.id;
  });
}

export function listSystems(
  context: ComplianceContext,
  filter: SystemFilter | null | undefined,
  page: PageRequest,
): Promise<Page<InformationSystem>> {
  return paginate(
    context,
    (manager) => filtered(manager.createQueryBuilder(InformationSystem, 'system'), filter ?? {}),
    [
      { sql: 'system.name collate public.vietnamese', type: 'text' },
      { sql: 'system.id', type: 'text' },
    ],
    page,
  );
}

function filtered(
  query: SelectQueryBuilder<InformationSystem>,
  filter: SystemFilter,
): SelectQueryBuilder<InformationSystem> {
  const { search, ownerId, bloc, level, dossierState } = filter;
  if (search?.trim()) {
    query.andWhere(
      `public.fold(system.name || ' ' || system.name_en || ' ' || system.code) like '%' || public.fold(:search) || '%'`,
      {
        search: search
          .trim()
          .slice(0, 100)
          .replace(/[\\%_]/g, '\\$&'),
      },
    );
  }
  if (ownerId) query.andWhere('system.ownerId = :ownerId', { ownerId });
  if (bloc) query.andWhere('system.bloc = :bloc', { bloc });
  if (level != null) query.andWhere('system.level = :level', { level });
  if (dossierState?.length) {
    query.andWhere(
      `exists (select 1 from compliance.dossiers d where d.system_id = system.id and d.is_current and d.state in (:...states))`,
      { states: dossierState },
    );
  }
  return query;
}

async function getSystem(manager: EntityManager, id: string): Promise<InformationSystem> {
  const system = await manager.findOne(InformationSystem, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!system) throw new Refusal('NOT_FOUND', 'SYSTEM_NOT_FOUND');
  return system;
}

function refuseGoingLive(going: GoingLive): void {
  const source = forbidsGoingLive(going);
  if (source) throw new Refusal('CONFLICT', 'NOT_APPROVED_FOR_USE', { field: 'inUseSince', source });
}

async function insertOrExplain(manager: EntityManager, system: InformationSystem): Promise<void> {
  try {
    await manager.insert(InformationSystem, system);
  } catch (error) {
    if (violatedConstraint(error) !== 'systems_code') throw error;
    throw new Refusal('CONFLICT', 'SYSTEM_CODE_TAKEN', { field: 'code', systemCode: system.code });
  }
}

function validUnit(context: ComplianceContext, id: string, field: string) {
  const unit = context.hierarchy.find(id);
  // A unit of another province is not there for this actor.
  if (!unit || !(context.actor.membership?.provinceId === unit.provinceId))
    throw new Refusal('INVALID', 'UNIT_UNKNOWN', { field });
  if (!context.hierarchy.isValid(id, context.clock.today()))
    throw new Refusal('INVALID', 'UNIT_ENDED', { field, unitName: unit.name });
  return unit;
}

function sameProvince(one: string, other: string): void {
  if (one !== other) throw new Refusal('INVALID', 'UNIT_UNKNOWN', { field: 'operatorId' });
}

function validCode(code: string): string {
  const text = code.trim().normalize('NFC');
  if (!codePattern.test(text)) throw new Refusal('INVALID', 'SYSTEM_CODE_INVALID', { field: 'code' });
  return text;
}

function validLevel(level: number, type: SystemType, today: string): number {
  if (level < 1 || level > 5) throw new Refusal('INVALID', 'LEVEL_OUT_OF_RANGE', { field: 'level' });
  const least = leastLevel(regimeOn(today), type);
  if (level < least.level)
    throw new Refusal('INVALID', 'LEVEL_BELOW_CRITERION', { field: 'level', ...least, least: least.level });
  return level;
}

function filled(text: string, field: string, most: number): string {
  const value = text.trim().normalize('NFC');
  if (value === '') throw new Refusal('INVALID', 'FIELD_EMPTY', { field });
  if (value.length > most) throw new Refusal('INVALID', 'FIELD_TOO_LONG', { field, most });
  return value;
}

function optional(text: string | null | undefined, field: string): string | null {
  return text?.trim() ? filled(text, field, 2000) : null;
}

function auditOf(system: InformationSystem, before: object | null) {
  return {
    objectType: 'InformationSystem',
    objectId: system.id,
    provinceId: system.provinceId,
    blocs: system.bloc ? [system.bloc] : [],
    unitId: system.ownerId,
    before: before ?? undefined,
    after: { ...system },
  };
}
