import { randomUUID } from 'node:crypto';
import { vietnamDateOf } from '@lienthong/kit/clock';
import { Refusal } from '@lienthong/kit/refusal';
import { type EntityManager, In } from 'typeorm';
import type { ComplianceContext } from '../context.ts';
import { getRegime, levelRow, regimeOn } from '../regimes/legal-regime.ts';
import { InformationSystem } from '../systems/information-system.entity.ts';
import { eventOf } from '../systems/system.event.ts';
import { systemFacts } from '../systems/system.policy.ts';
import type { AdvanceDossierInput } from './dossier.inputs.ts';
import {
  type DossierFacts,
  type DossierState,
  type DossierStep,
  levelStands,
  refusalOf,
  runningLimit,
  standingRefusal,
  stateAfter,
  stepsFrom,
} from './dossier.state.ts';
import { DossierEvent, type DossierLimit, SecurityLevelDossier } from './security-level-dossier.entity.ts';

/** The draft with which each determination begins, under the law of the day. */
export async function openDossier(
  context: ComplianceContext,
  manager: EntityManager,
  system: InformationSystem,
): Promise<SecurityLevelDossier> {
  const dossier = manager.create(SecurityLevelDossier, {
    id: randomUUID(),
    systemId: system.id,
    proposedLevel: system.level,
    legalRegime: regimeOn(context.clock.today()).key,
    state: 'DRAFT',
    stateSince: context.clock.now(),
    isCurrent: true,
    submittedOn: null,
    decisionNumber: null,
    decisionOn: null,
    decidedBy: null,
  });
  await manager.insert(SecurityLevelDossier, dossier);
  await remember(context, manager, dossier.id, { from: null, to: 'DRAFT', step: null, note: null });
  return dossier;
}

export async function advanceDossier(context: ComplianceContext, input: AdvanceDossierInput): Promise<string> {
  return context.write('advanceDossier', input, async (manager, effects) => {
    const { dossier, system } = await getDossier(manager, input.dossierId);
    context.demand('advance', 'SecurityLevelDossier', systemFacts(system));
    if (dossier.version !== input.expectedVersion) throw new Refusal('CONFLICT', 'STALE_VERSION');
    const facts = factsOf(dossier, system);
    const note = input.note?.trim() || null;
    const decision = {
      decisionNumber: input.decisionNumber?.trim() || null,
      decisionOn: input.decisionOn ?? null,
      decidedBy: input.decidedBy?.trim() || usualApprover(context, facts),
    };
    const actingUnitId = context.actor.membership?.unitId ?? null;
    const refusal = refusalOf(facts, { step: input.step, on: context.clock.today(), actingUnitId, note, ...decision });
    if (refusal) {
      const { field } = refusal;
      throw new Refusal(refusal.code, refusal.reason, {
        step: input.step,
        state: facts.state,
        ...(field ? { field } : {}),
      });
    }
    const before = { ...dossier };
    await move(context, manager, dossier, input.step, note, input.step === 'APPROVE' ? decision : {});
    if (input.step === 'APPROVE') await supersedeOthers(context, manager, dossier);
    let opened: string | null = null;
    if (input.step === 'MARK_REDETERMINATION') opened = (await replaceByDraft(context, manager, dossier, system)).id;
    const { id } = dossier;
    effects.audit({
      objectType: 'SecurityLevelDossier',
      objectId: id,
      provinceId: system.provinceId,
      blocs: system.bloc ? [system.bloc] : [],
      unitId: system.ownerId,
      before,
      after: { ...dossier, opened },
    });
    effects.publish(eventOf(system, 'SecurityLevelDossier', id));
    effects.publish(eventOf(system));
    return id;
  });
}

/** The days of the decisions by which a level of the system still stands. */
export async function approvalDays(manager: EntityManager, systemId: string): Promise<string[]> {
  const standing = await manager.findBy(SecurityLevelDossier, { systemId, state: In([...levelStands]) });
  return standing.flatMap(({ decisionOn }) => decisionOn ?? []);
}

/** A raised level goes into the draft, or reopens what was approved at the lower one. */
export async function raiseLevel(
  context: ComplianceContext,
  manager: EntityManager,
  system: InformationSystem,
): Promise<void> {
  const dossier = await manager.findOneByOrFail(SecurityLevelDossier, { systemId: system.id, isCurrent: true });
  if (dossier.state === 'DRAFT' || dossier.state === 'RETURNED') {
    dossier.proposedLevel = system.level;
    await manager.save(dossier);
    return;
  }
  if (dossier.state !== 'APPROVED') throw new Refusal('CONFLICT', 'DOSSIER_UNDER_WAY', { field: 'level' });
  await redetermine(context, manager, system, null);
}

/** Reopens an approved level; a dossier that is still on its way simply goes on. */
export async function redetermine(
  context: ComplianceContext,
  manager: EntityManager,
  system: InformationSystem,
  note: string | null,
): Promise<void> {
  const dossier = await manager.findOneByOrFail(SecurityLevelDossier, { systemId: system.id, isCurrent: true });
  if (dossier.state !== 'APPROVED') return;
  await move(context, manager, dossier, 'MARK_REDETERMINATION', note, {});
  await replaceByDraft(context, manager, dossier, system);
}

async function move(
  context: ComplianceContext,
  manager: EntityManager,
  dossier: SecurityLevelDossier,
  step: DossierStep,
  note: string | null,
  decision: Partial<Pick<SecurityLevelDossier, 'decisionNumber' | 'decisionOn' | 'decidedBy'>>,
): Promise<void> {
  const from = dossier.state;
  Object.assign(dossier, decision, { state: stateAfter(step), stateSince: context.clock.now() });
  if (step === 'SUBMIT' || step === 'RESUBMIT') dossier.submittedOn = context.clock.today();
  await manager.save(dossier);
  await remember(context, manager, dossier.id, { from, to: dossier.state, step, note });
}

/** The old approval stands until the new one is given. */
async function replaceByDraft(
  context: ComplianceContext,
  manager: EntityManager,
  old: SecurityLevelDossier,
  system: InformationSystem,
): Promise<SecurityLevelDossier> {
  old.isCurrent = false;
  await manager.save(old);
  return openDossier(context, manager, system);
}

async function supersedeOthers(
  context: ComplianceContext,
  manager: EntityManager,
  approved: SecurityLevelDossier,
): Promise<void> {
  const others = await manager.findBy(SecurityLevelDossier, {
    systemId: approved.systemId,
    state: 'REDETERMINATION_DUE',
  });
  for (const other of others) {
    other.state = 'SUPERSEDED';
    other.stateSince = context.clock.now();
    await manager.save(other);
    await remember(context, manager, other.id, {
      from: 'REDETERMINATION_DUE',
      to: 'SUPERSEDED',
      step: null,
      note: null,
    });
  }
}

async function remember(
  context: ComplianceContext,
  manager: EntityManager,
  dossierId: string,
  event: { from: DossierState | null; to: DossierState; step: DossierStep | null; note: string | null },
): Promise<void> {
  const ordinal = (await manager.countBy(DossierEvent, { dossierId })) + 1;
  const { displayName } = context.actor;
  await manager.insert(DossierEvent, {
    id: randomUUID(),
    dossierId,
    ordinal,
    at: context.clock.now(),
    actorName: displayName,
    ...event,
  });
}

async function getDossier(
  manager: EntityManager,
  id: string,
): Promise<{ dossier: SecurityLevelDossier; system: InformationSystem }> {
  const dossier = await manager.findOne(SecurityLevelDossier, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const system = dossier && (await manager.findOneBy(InformationSystem, { id: dossier.systemId }));
  if (!dossier || !system) throw new Refusal('NOT_FOUND', 'DOSSIER_NOT_FOUND');
  return { dossier, system };
}

export function factsOf(dossier: SecurityLevelDossier, system: InformationSystem): DossierFacts {
  return {
    state: dossier.state,
    level: dossier.proposedLevel,
    regime: getRegime(dossier.legalRegime),
    ownerId: system.ownerId,
    operatorId: system.operatorId ?? system.ownerId,
    submittedOn: dossier.submittedOn,
  };
}

/** Where the law lets the owner or its own unit approve, the owner is the body unless another is named. */
function usualApprover(context: ComplianceContext, facts: DossierFacts): string | null {
  const { approver } = levelRow(facts.regime, facts.level);
  if (approver !== 'OWNER' && approver !== 'SPECIALISED_UNIT') return null;
  return context.hierarchy.find(facts.ownerId)?.name ?? null;
}

/** The steps that would not be refused to this actor, whatever the form still asks for. */
export function offeredSteps(
  context: ComplianceContext,
  dossier: SecurityLevelDossier,
  system: InformationSystem,
): DossierStep[] {
  const facts = factsOf(dossier, system);
  const on = context.clock.today();
  const actingUnitId = context.actor.membership?.unitId ?? null;
  if (!context.may('advance', 'SecurityLevelDossier', systemFacts(system))) return [];
  return stepsFrom(dossier.state).filter((step) => standingRefusal(facts, { step, on, actingUnitId }) === null);
}

export function limitOf(context: ComplianceContext, dossier: SecurityLevelDossier): DossierLimit | null {
  const since = vietnamDateOf(dossier.stateSince);
  const limit = runningLimit(dossier.state, since, dossier.proposedLevel, getRegime(dossier.legalRegime));
  if (!limit) return null;
  const { days, workingDays, dueOn, source, countedIn } = limit;
  const isOverdue = context.clock.today() > dueOn;
  return { days, workingDays, dueOn, source, isOverdue, countsWorkingDays: countedIn === 'WORKING_DAYS' };
}
