import { randomUUID } from 'node:crypto';
import { type Page, type PageRequest, paginate } from '@lienthong/kit/connection';
import { Refusal } from '@lienthong/kit/refusal';
import type { Effects } from '@lienthong/kit/write';
import type { Facts } from '@lienthong/policy/decide';
import type { PlansContext } from '../context.ts';
import type { Marking } from '../importing/classified.ts';
import { Bloc } from '../units/unit.reference.ts';
import { QuarantinedDocument, QuarantineRelease, QuarantineState } from './quarantined-document.entity.ts';
import type { ReleaseQuarantinedDocumentInput } from './quarantined-document.inputs.ts';

const PERSONS = 2;
const MAX_REASON = 2000;

type Owned = Pick<QuarantinedDocument, 'provinceId' | 'bloc' | 'unitId'>;

export const factsOfQuarantined = ({ provinceId, bloc, unitId }: Owned): Facts => ({
  provinceId,
  blocs: [bloc],
  unitIds: [unitId],
});

/** The newest first. */
export function listQuarantined(context: PlansContext, page: PageRequest): Promise<Page<QuarantinedDocument>> {
  const keys = [
    { sql: 'document.sent_at', type: 'timestamptz', direction: 'DESC' as const },
    { sql: 'document.id', type: 'text' },
  ];
  return paginate(context, (manager) => manager.createQueryBuilder(QuarantinedDocument, 'document'), keys, page);
}

export interface Fingerprint {
  sha256: string;
  size: number;
}

/** What is known of a fingerprint in a bloc of a province, whoever sent it first. */
async function findFingerprint(
  context: PlansContext,
  { provinceId, bloc }: Pick<Owned, 'provinceId' | 'bloc'>,
  sha256: string,
): Promise<QuarantinedDocument | null> {
  return context.read(async (manager) => {
    await manager.query(`select set_config('app.service', 'on', true)`);
    return manager.findOneBy(QuarantinedDocument, { provinceId, bloc: Bloc[bloc], sha256 });
  });
}

/** A unit of neither bloc is watched over by the body that watches over the government's. */
export function ownerOf({ actor }: PlansContext): Owned {
  const { membership } = actor;
  if (!membership) throw new Refusal('FORBIDDEN', 'NOT_ALLOWED');
  const { provinceId, unitId } = membership;
  return { provinceId, unitId, bloc: Bloc[membership.bloc ?? 'GOVERNMENT'] };
}

/** Refuses what is held already; whether two persons released it. */
export async function demandNotHeld(context: PlansContext, owner: Owned, sha256: string): Promise<boolean> {
  const known = await findFingerprint(context, owner, sha256);
  if (known?.state === QuarantineState.HELD) throw new Refusal('FORBIDDEN', 'DOCUMENT_QUARANTINED');
  return known?.state === QuarantineState.RELEASED;
}

/** Refuses: holds the fingerprint and tells those who answer for secrets; the content is gone before this is called. */
export async function quarantine(
  context: PlansContext,
  owner: Owned,
  { sha256, size }: Fingerprint,
  { marking, where }: Marking,
): Promise<never> {
  const { actor, clock } = context;
  await context.write('quarantineDocument', { idempotencyKey: `${randomUUID()}` }, async (manager, effects) => {
    const id = randomUUID();
    // Whoever sends evidence may not read what is held; the service asks whether this is the first of its kind.
    await manager.query(`select set_config('app.service', 'on', true)`);
    const [held] = (await manager.query(
      `insert into plans.quarantined_documents
         (id, version, province_id, bloc, unit_id, sha256, size_bytes, marking, "where", sent_by_id, sent_by, sent_at, state)
       values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'HELD')
       on conflict (province_id, bloc, sha256) do nothing returning id`,
      [
        id,
        owner.provinceId,
        owner.bloc,
        owner.unitId,
        sha256,
        size,
        marking,
        where,
        actor.id,
        actor.displayName,
        clock.now(),
      ],
    )) as { id: string }[];
    // Sent twice at once: it is held already.
    if (held) tell(effects, { id, ...owner }, null, { state: QuarantineState.HELD, sha256, marking, where, size });
    return { id };
  });
  throw new Refusal('FORBIDDEN', 'CLASSIFIED', { marking, where });
}

function tell(
  effects: Effects,
  { id, provinceId, bloc, unitId }: Owned & { id: string },
  before: unknown,
  after: unknown,
) {
  const blocs = [bloc];
  effects.audit({ objectType: 'QuarantinedDocument', objectId: id, provinceId, blocs, unitId, before, after });
  effects.publish({ type: 'QuarantinedDocument', id, provinceId, blocs, unitIds: [unitId] });
}

/** Two persons, neither of them the sender: no one opens a secret by one hand. */
export function releaseQuarantinedDocument(
  context: PlansContext,
  input: ReleaseQuarantinedDocumentInput,
): Promise<{ documentId: string }> {
  const reason = input.reason.normalize('NFC').trim();
  if (reason === '') throw new Refusal('INVALID', 'TEXT_MISSING', { field: 'reason' });
  if (reason.length > MAX_REASON) throw new Refusal('INVALID', 'TEXT_TOO_LONG', { field: 'reason', max: MAX_REASON });
  const { actor, clock } = context;
  return context.write('releaseQuarantinedDocument', { ...input }, async (manager, effects) => {
    const where = { id: input.documentId };
    const seen = await manager.findOneBy(QuarantinedDocument, where);
    if (!seen) throw new Refusal('NOT_FOUND', 'QUARANTINED_NOT_FOUND');
    context.demand('release', 'QuarantinedDocument', factsOfQuarantined(seen));
    if (seen.sentById === actor.id) throw new Refusal('FORBIDDEN', 'OWN_DOCUMENT');
    const document = await manager.findOne(QuarantinedDocument, { where, lock: { mode: 'pessimistic_write' } });
    if (!document) throw new Refusal('FORBIDDEN', 'NOT_ALLOWED');
    const releases = await manager.findBy(QuarantineRelease, { documentId: document.id });
    if (releases.some(({ byId }) => byId === actor.id)) throw new Refusal('CONFLICT', 'RELEASED_BY_YOU');
    if (document.state === QuarantineState.RELEASED) throw new Refusal('CONFLICT', 'ALREADY_RELEASED');
    if (document.version !== input.expectedVersion) throw new Refusal('CONFLICT', 'STALE_VERSION');
    await manager.insert(QuarantineRelease, {
      documentId: document.id,
      byId: actor.id,
      by: actor.displayName,
      at: clock.now(),
      reason,
    });
    const state = releases.length + 1 >= PERSONS ? QuarantineState.RELEASED : QuarantineState.HELD;
    await manager.update(QuarantinedDocument, document.id, { state, version: document.version + 1 });
    tell(effects, document, { state: document.state }, { state, reason });
    return { documentId: document.id };
  });
}
