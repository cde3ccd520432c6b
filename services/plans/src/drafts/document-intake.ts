import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { violatedConstraint } from '@lienthong/kit/database';
import { mediaTypeOfFile, type ReceivedBody, receiveBody } from '@lienthong/kit/files';
import { Refusal } from '@lienthong/kit/refusal';
import type { PlansContext } from '../context.ts';
import type { ReviewedDocument } from '../importing/import-document.ts';
import { demandNotHeld, quarantine } from '../quarantine/quarantine.service.ts';
import { Bloc } from '../units/unit.reference.ts';
import { directoryDataOf } from './directory-of-hierarchy.ts';
import { documentKey } from './document.files.ts';
import { ClassifiedDocument, readDocument } from './document-reader.ts';
import { recordDraft } from './draft.changes.ts';
import { headOfReading, rowsOfReading } from './draft-of-reading.ts';
import { PlanDraft, PlanDraftState } from './plan-draft.entity.ts';
import { factsOfDraft } from './plan-draft.policy.ts';
import { PlanDraftRow } from './plan-draft-row.entity.ts';

const MAX_TEXT_BYTES = 2 * 1024 * 1024;
const TEXT = 'text/plain; charset=utf-8';

export interface Opened {
  draftId: string;
  /** The same file is being reviewed already: that review is joined. */
  joined: boolean;
}

interface Owner {
  provinceId: string;
  bloc: Bloc;
  unitId: string;
}

/** The unit whose officers review what is sent; refused before a byte is taken in. */
export function demandOwner(context: PlansContext): Owner {
  const membership = context.actor.membership;
  if (!membership?.bloc) throw new Refusal('FORBIDDEN', 'NOT_ALLOWED');
  const owner = { provinceId: membership.provinceId, bloc: Bloc[membership.bloc], unitId: membership.unitId };
  context.demand('manage', 'PlanDraft', factsOfDraft(owner));
  return owner;
}

/**
 * Takes in a document: received beside the store, looked up by its fingerprint, read in a thread of its own, and only
 * when it may enter kept with its draft. Whatever is refused on the way leaves no file behind.
 */
export async function takeInDocument(context: PlansContext, request: IncomingMessage, name: string): Promise<Opened> {
  const owner = demandOwner(context);
  const isText = /^text\/plain\b/i.test(request.headers['content-type'] ?? '');
  const received = await receiveBody(request, name, isText ? { maxBytes: MAX_TEXT_BYTES } : {});
  try {
    return await open(context, owner, received, isText);
  } finally {
    await rm(received.localFile, { force: true });
  }
}

async function open(context: PlansContext, owner: Owner, received: ReceivedBody, isText: boolean): Promise<Opened> {
  const evenMarked = await demandNotHeld(context, owner, received.sha256);
  const review = await findReview(context, owner, received.sha256);
  if (review) return review;
  if (isText) await demandUtf8(received.localFile);
  const read = await readDocument(
    {
      localFile: received.localFile,
      // Pasted words have no file whose name could tell what they are.
      name: isText ? 'van-ban.txt' : received.name,
      directory: directoryDataOf(context.hierarchy, owner.provinceId),
      provinceId: owner.provinceId,
      evenMarked,
    },
    context.log,
  ).catch(async (error: unknown) => {
    if (!(error instanceof ClassifiedDocument)) throw error;
    // Gone before anything is written of it.
    await rm(received.localFile, { force: true });
    return quarantine(context, owner, received, error.marking);
  });
  const mediaType = isText ? TEXT : await mediaTypeOfFile(received);
  return keep(context, owner, received, mediaType, read);
}

async function findReview(context: PlansContext, { unitId }: Owner, sha256: string): Promise<Opened | null> {
  const draft = await context.read((manager) =>
    manager.findOneBy(PlanDraft, { unitId, sha256, state: PlanDraftState.IN_REVIEW }),
  );
  return draft && { draftId: draft.id, joined: true };
}

async function demandUtf8(localFile: string): Promise<void> {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await readFile(localFile));
  } catch {
    throw new Refusal('INVALID', 'TEXT_NOT_UTF8');
  }
}

/** The file and its draft, or neither. */
async function keep(
  context: PlansContext,
  owner: Owner,
  { name, size, sha256, localFile }: ReceivedBody,
  mediaType: string,
  read: ReviewedDocument,
): Promise<Opened> {
  const { actor, clock, files } = context;
  const id = randomUUID();
  const head = headOfReading(read);
  const rows = rowsOfReading(read, id);
  const at = clock.now();
  await files.take(documentKey(id), localFile, mediaType);
  try {
    return await context.write('openPlanDraft', { idempotencyKey: id }, async (manager, effects) => {
      const draft = manager.create(PlanDraft, {
        id,
        version: 1,
        headVersion: 1,
        state: PlanDraftState.IN_REVIEW,
        ...owner,
        fileName: name,
        mediaType,
        sizeBytes: size,
        sha256,
        createdById: actor.id,
        createdBy: actor.displayName,
        createdAt: at,
        changedBy: actor.displayName,
        changedAt: at,
        ...head,
        planId: null,
      });
      await manager.insert(PlanDraft, draft);
      if (rows.length > 0) await manager.insert(PlanDraftRow, rows);
      recordDraft(effects, draft, null, { fileName: name, sha256, size, number: draft.number, rows: rows.length });
      return { draftId: id, joined: false };
    });
  } catch (error) {
    await files.remove(documentKey(id));
    // Somebody of the unit sent the same file at the same moment and was first.
    const review = violatedConstraint(error) === 'plan_drafts_one_review' && (await findReview(context, owner, sha256));
    if (review) return review;
    throw error;
  }
}
