import type { EntityManager } from 'typeorm';
import { type AuditRecord, appendAudit } from './audit.ts';
import type { RequestContext } from './context.ts';
import { inTransaction, isSerializationFailure } from './database.ts';
import { publish, type ServiceEvent } from './events.ts';
import { type Json, once } from './idempotency.ts';
import type { Caller } from './peer.ts';
import { Refusal } from './refusal.ts';

/** What a write leaves behind besides its rows; both happen in the same transaction, at its end. */
export interface Effects {
  audit(record: AuditRecord): void;
  publish(event: Omit<ServiceEvent, 'service' | 'at'>): void;
}

const ATTEMPTS = 4;

/** Longer than anything a form asks for; services set shorter limits of their own. */
const LONGEST_TEXT = 8_000;

/** No form stores a book: the field that holds one is named. */
function refuseLongText(value: unknown, field = ''): void {
  if (typeof value === 'string' && value.length > LONGEST_TEXT)
    throw new Refusal('INVALID', 'TEXT_TOO_LONG', { field, max: LONGEST_TEXT });
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) refuseLongText(inner, field === '' ? name : `${field}.${name}`);
}

/** The caller's membership, when the service's actor has one: the kit does not know what it is a membership of. */
function membershipOf(actor: Caller): string | null {
  return (actor as { membership?: { id?: string } | null }).membership?.id ?? null;
}

/**
 * One transaction: the row-level settings, the work, its audit and its events, and the key under which the same
 * request sent again gets the same answer. A conflict between transactions is tried again; a Refusal undoes everything.
 */
export async function performWrite<T extends Json>(
  context: RequestContext,
  operation: string,
  input: { idempotencyKey: string },
  work: (manager: EntityManager, effects: Effects) => Promise<T>,
): Promise<T> {
  refuseLongText(input);
  const settings = await context.settings();
  const { service, actor } = context;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { result } = await inTransaction(context.dataSource, settings, (manager) =>
        once(manager, { schema: service, actor: actor.id, operation, input }, () =>
          withEffects(context, manager, operation, work),
        ),
      );
      context.loaders.clear();
      return result;
    } catch (error) {
      if (!isSerializationFailure(error)) throw error;
      if (attempt >= ATTEMPTS) throw new Refusal('CONFLICT', 'WRITE_CONTENTION');
      await new Promise((done) => setTimeout(done, 10 * 2 ** attempt * (0.5 + Math.random())));
    }
  }
}

async function withEffects<T>(
  context: RequestContext,
  manager: EntityManager,
  operation: string,
  work: (manager: EntityManager, effects: Effects) => Promise<T>,
): Promise<T> {
  const records: AuditRecord[] = [];
  const events: Omit<ServiceEvent, 'service' | 'at'>[] = [];
  const result = await work(manager, {
    audit: (record) => records.push(record),
    publish: (event) => events.push(event),
  });
  const { actor, service, requestId, clock } = context;
  // Last, because each entry waits for the one before it: the shorter the wait, the better.
  await appendAudit(
    manager,
    service,
    { actor: actor.id, actorName: actor.displayName, membershipId: membershipOf(actor), requestId, operation },
    records,
  );
  const at = clock.realNow().toISOString();
  for (const event of events) await publish(manager, { ...event, service, at });
  return result;
}

/**
 * For `UPDATE … WHERE id = $1 AND version = $2`: no row means that someone else was faster.
 * Takes the `affected` of TypeORM's result, or of a `RETURNING` query its number of rows.
 */
export function demandFresh(affected: number | null | undefined, data: Record<string, unknown> = {}): void {
  if (!affected) throw new Refusal('CONFLICT', 'STALE_VERSION', data);
}
