import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { type Page, type PageRequest, paginate } from '@lienthong/kit/connection';
import { violatedConstraint } from '@lienthong/kit/database';
import { Refusal } from '@lienthong/kit/refusal';
import type { EntityManager } from 'typeorm';
import type { ComplianceContext } from '../context.ts';
import { InformationSystem } from '../systems/information-system.entity.ts';
import { eventOf } from '../systems/system.event.ts';
import { systemFacts } from '../systems/system.policy.ts';
import { addressRefusal, canonicalHost } from './address-guard.ts';
import type { AddCheckInput, RunCheckInput } from './check.inputs.ts';
import { maxAgeDays } from './check-kind.ts';
import { CheckRun, ComplianceCheck } from './compliance-check.entity.ts';

export async function addCheck(context: ComplianceContext, input: AddCheckInput): Promise<string> {
  return context.write('addCheck', input, async (manager, effects) => {
    const system = await manager.findOneBy(InformationSystem, { id: input.systemId });
    if (!system) throw new Refusal('NOT_FOUND', 'SYSTEM_NOT_FOUND');
    context.demand('manage', 'ComplianceCheck', systemFacts(system));
    const authorisedBy = input.authorisedBy.trim();
    if (authorisedBy === '') throw new Refusal('INVALID', 'AUTHORISATION_REQUIRED', { field: 'authorisedBy' });
    if (input.authorisedFrom > input.authorisedTo)
      throw new Refusal('INVALID', 'WINDOW_REVERSED', { field: 'authorisedTo' });
    const check = manager.create(ComplianceCheck, {
      id: randomUUID(),
      systemId: system.id,
      kind: input.kind,
      ...allowedTarget(context, input),
      authorisedBy,
      authorisedFrom: input.authorisedFrom,
      authorisedTo: input.authorisedTo,
    });
    try {
      await manager.insert(ComplianceCheck, check);
    } catch (error) {
      if (violatedConstraint(error) !== 'one_check_of_a_kind') throw error;
      throw new Refusal('CONFLICT', 'CHECK_EXISTS', { field: 'host' });
    }
    effects.audit(auditOf(system, 'ComplianceCheck', check.id, { ...check }));
    effects.publish(eventOf(system, 'ComplianceCheck', check.id));
    effects.publish(eventOf(system));
    return check.id;
  });
}

/** What can be told from the text alone is told now; a name is looked up only when the check runs. */
function allowedTarget(context: ComplianceContext, input: AddCheckInput): { host: string; port: number } {
  const host = canonicalHost(input.host.trim().toLowerCase());
  if (host === null || host === '') throw new Refusal('INVALID', 'HOST_INVALID', { field: 'host' });
  if (input.port < 1 || input.port > 65_535) throw new Refusal('INVALID', 'PORT_INVALID', { field: 'port' });
  const { probePolicy } = context;
  if (isIP(host) && addressRefusal(host, input.port, probePolicy))
    throw new Refusal('INVALID', 'TARGET_NOT_ALLOWED', { field: 'host' });
  if (input.port !== 80 && input.port !== 443 && !probePolicy.allowedPorts.includes(input.port))
    throw new Refusal('INVALID', 'PORT_NOT_ALLOWED', { field: 'port', port: input.port });
  return { host, port: input.port };
}

/** Asks for a run; while one is waiting or under way, that one is the answer. */
export async function runCheck(context: ComplianceContext, input: RunCheckInput): Promise<string> {
  return context.write('runCheck', input, async (manager, effects) => {
    const check = await manager.findOneBy(ComplianceCheck, { id: input.checkId });
    const system = check && (await manager.findOneBy(InformationSystem, { id: check.systemId }));
    if (!check || !system) throw new Refusal('NOT_FOUND', 'CHECK_NOT_FOUND');
    context.demand('run', 'CheckRun', systemFacts(system));
    const today = context.clock.today();
    const { authorisedFrom, authorisedTo } = check;
    if (today < authorisedFrom || today > authorisedTo)
      throw new Refusal('CONFLICT', 'CHECK_NOT_AUTHORISED', { authorisedFrom, authorisedTo });
    const run = await queueRun(context, manager, check.id);
    effects.audit(auditOf(system, 'CheckRun', run, { checkId: check.id }));
    effects.publish(eventOf(system, 'CheckRun', run));
    return run;
  });
}

async function queueRun(context: ComplianceContext, manager: EntityManager, checkId: string): Promise<string> {
  const id = randomUUID();
  const [added] = (await manager.query(
    `insert into compliance.check_runs (id, check_id, state, started_at, findings, requested_by, attempts)
     values ($1, $2, 'QUEUED', $3, '[]', $4, 0)
     on conflict (check_id) where state <> 'FINISHED' do nothing returning id`,
    [id, checkId, context.clock.realNow(), context.actor.displayName],
  )) as { id: string }[];
  if (added) return added.id;
  const [waiting] = (await manager.query(
    `select id from compliance.check_runs where check_id = $1 and state <> 'FINISHED'`,
    [checkId],
  )) as { id: string }[];
  // It was there a moment ago; if it has just ended, the person presses again.
  if (!waiting) throw new Refusal('CONFLICT', 'WRITE_CONTENTION');
  return waiting.id;
}

export function runsOf(context: ComplianceContext, checkId: string, page: PageRequest): Promise<Page<CheckRun>> {
  return paginate(
    context,
    (manager) => manager.createQueryBuilder(CheckRun, 'run').where('run.checkId = :checkId', { checkId }),
    [
      { sql: 'run.started_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'run.id', type: 'text' },
    ],
    page,
  );
}

export function isStale(context: ComplianceContext, check: ComplianceCheck, latest: CheckRun | null): boolean {
  if (!latest?.observedAt) return true;
  return context.clock.now().getTime() - latest.observedAt.getTime() > maxAgeDays[check.kind] * 86_400_000;
}

function auditOf(system: InformationSystem, objectType: string, objectId: string, after: unknown) {
  const blocs = system.bloc ? [system.bloc] : [];
  return { objectType, objectId, provinceId: system.provinceId, blocs, unitId: system.ownerId, after };
}
