import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '@lienthong/kit/clock';
import { inTransaction } from '@lienthong/kit/database';
import { publish } from '@lienthong/kit/events';
import { serviceSettings } from '@lienthong/policy/rls';
import type { DataSource, EntityManager } from 'typeorm';
import type { CheckKind, Finding, ProbeResult, UnknownReason } from './check-kind.ts';

export interface ClaimedRun {
  id: string;
  claim: string;
  kind: CheckKind;
  host: string;
  port: number;
}

interface ClaimedRow extends Omit<ClaimedRun, 'claim'> {
  attempts: number;
  authorised_from: string;
  authorised_to: string;
}

/** A claim that nobody renews for so long belongs to a process that died; its run is anybody's again. */
const leaseSeconds = 12;
const attemptLimit = 3;

export interface QueueParts {
  dataSource: DataSource;
  clock: Clock;
  /** Even the service's own work stays behind the wall of the provinces it names. */
  provinces: () => Promise<readonly string[]>;
}

/** The provinces of the last hierarchy the service was told, read again when a minute has passed. */
export function knownProvinces(dataSource: DataSource): () => Promise<readonly string[]> {
  let known: readonly string[] = [];
  let readAt = 0;
  return async () => {
    if (known.length > 0 && Date.now() - readAt < 60_000) return known;
    const rows = (await dataSource.query(
      `select distinct unit ->> 'provinceId' as id
       from compliance.snapshots, jsonb_array_elements(body -> 'units') as unit where name = 'hierarchy'`,
    )) as { id: string }[];
    known = rows.map((row) => row.id);
    readAt = Date.now();
    return known;
  };
}

async function asService<T>(parts: QueueParts, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  return inTransaction(parts.dataSource, serviceSettings('compliance', await parts.provinces()), work);
}

/**
 * Takes the next waiting run, or one whose claim has run out because its process died. Whoever claims holds a token;
 * only the last token can record a result, so that a run has exactly one however often it was begun.
 */
export function claimNext(parts: QueueParts): Promise<ClaimedRun | null> {
  return asService(parts, async (manager) => {
    for (;;) {
      const claim = randomUUID();
      const rows = await updateReturning<ClaimedRow>(
        manager,
        `update compliance.check_runs run
         set state = 'RUNNING', claim = $1, claimed_until = now() + make_interval(secs => $2), attempts = run.attempts + 1,
             started_at = case when run.attempts = 0 then now() else run.started_at end
         from compliance.checks c
         where c.id = run.check_id and run.id = (
           select id from compliance.check_runs
           where state = 'QUEUED' or (state = 'RUNNING' and claimed_until < now())
           order by started_at for update skip locked limit 1)
         returning run.id, run.attempts, c.kind, c.host, c.port,
           c.authorised_from::text as authorised_from, c.authorised_to::text as authorised_to`,
        [claim, leaseSeconds],
      );
      const [row] = rows;
      if (!row) return null;
      const { id, kind, host, port } = row;
      const today = parts.clock.today();
      const isAuthorised = row.authorised_from <= today && today <= row.authorised_to;
      if (isAuthorised && row.attempts <= attemptLimit) return { id, claim, kind, host, port };
      await finish(manager, parts.clock, claim, unknown(isAuthorised ? 'WORKER_LOST' : 'NOT_AUTHORISED'));
    }
  });
}

function unknown(reason: UnknownReason): ProbeResult {
  return { outcome: 'UNKNOWN', reason, findings: [], evidence: '' };
}

/** False when the claim had run out and somebody else has the run: then this result is dropped. */
export function recordResult(parts: QueueParts, claim: string, result: ProbeResult): Promise<boolean> {
  return asService(parts, (manager) => finish(manager, parts.clock, claim, result));
}

/** Tells the others that these runs are still in hand. */
export function renewClaims(parts: QueueParts, claims: readonly string[]): Promise<void> {
  return asService(parts, async (manager) => {
    await manager.query(
      `update compliance.check_runs set claimed_until = now() + make_interval(secs => $2)
       where claim = any ($1) and state = 'RUNNING'`,
      [claims, leaseSeconds],
    );
  });
}

/** Gives a run back at once instead of waiting for its claim to end. */
export function releaseClaim(parts: QueueParts, claim: string): Promise<void> {
  return asService(parts, async (manager) => {
    await manager.query(
      `update compliance.check_runs set claimed_until = now() - interval '1 second' where claim = $1 and state = 'RUNNING'`,
      [claim],
    );
  });
}

async function finish(manager: EntityManager, clock: Clock, claim: string, result: ProbeResult): Promise<boolean> {
  const evidence = storable(result.evidence).slice(0, 60_000);
  const findings = result.findings.map((finding): Finding => ({ ...finding, seen: storable(finding.seen) }));
  const rows = await updateReturning<{ id: string; check_id: string }>(
    manager,
    `update compliance.check_runs
     set state = 'FINISHED', outcome = $2, reason_code = $3, findings = $4, evidence = $5, evidence_sha256 = $6,
         finished_at = $7, observed_at = $8, claim = null, claimed_until = null
     where claim = $1 and state = 'RUNNING'
     returning id, check_id`,
    [
      claim,
      result.outcome,
      result.outcome === 'UNKNOWN' ? (result.reason ?? 'PROBE_FAILED') : null,
      JSON.stringify(findings),
      evidence === '' ? null : evidence,
      evidence === '' ? null : createHash('sha256').update(evidence).digest('hex'),
      clock.realNow(),
      clock.now(),
    ],
  );
  const [row] = rows;
  if (!row) return false;
  const [system] = (await manager.query(
    `select s.id, s.province_id, s.bloc, s.unit_ids from compliance.systems s
     join compliance.checks c on c.system_id = s.id where c.id = $1`,
    [row.check_id],
  )) as { id: string; province_id: string; bloc: string | null; unit_ids: string[] }[];
  if (!system) return true;
  const at = clock.realNow().toISOString();
  const blocs = system.bloc ? [system.bloc] : [];
  const common = { service: 'compliance', provinceId: system.province_id, blocs, unitIds: system.unit_ids, at };
  await publish(manager, { ...common, type: 'CheckRun', id: row.id });
  await publish(manager, { ...common, type: 'InformationSystem', id: system.id });
  return true;
}

/** PostgreSQL holds neither NUL nor half a character, and a hostile server may send both. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD');
}

/** TypeORM answers an UPDATE … RETURNING with the rows and their number. */
async function updateReturning<T>(manager: EntityManager, sql: string, values: unknown[]): Promise<T[]> {
  const [rows] = (await manager.query(sql, values)) as [T[], number];
  return rows;
}
