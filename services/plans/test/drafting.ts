import type { SignedClient } from '@lienthong/kit/testing';
import { key } from './make.ts';
import type { Answered } from './operations.ts';

const ASSIGNEE = 'text name unitId groupId externalName scope confidence reason';
const ROW = `id version place appendix section number content leads { ${ASSIGNEE} } coordinators { ${ASSIGNEE} }
  deadline { kind text startsOn dueOn cadence thenOngoing } expectedResult basis
  doubts { field confidence message } settled lines sources { field line text }
  difference { kind fields task { id } }`;
const DRAFT = `id version state fileName mediaType sizeBytes createdBy changedBy number issuedOn issuer title kind
  effectiveFrom implements { number } sections { appendix code title declaredCount rowCount } rowCount doubtCount
  rows { ${ROW} } findings { code message lines rowIds } plan { id }
  differences { same changed added removed { id } completed { id } }
  lastChange { id kind by rowId } permissions`;

/** Sends a document as the portal does. */
export const send = (client: SignedClient, name: string, body: Uint8Array | string): Promise<Response> =>
  client.fetch(`/files/plans/documents?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: body as never,
    ...(typeof body === 'string' ? { headers: { 'content-type': 'text/plain' } } : {}),
  });

/** Sends one that must be taken; the id of its draft. */
export async function open(client: SignedClient, name: string, body: Uint8Array | string): Promise<string> {
  const response = await send(client, name, body);
  const answer = (await response.json()) as { draftId?: string };
  if (response.status !== 201 || !answer.draftId) throw new Error(JSON.stringify(answer));
  return answer.draftId;
}

export interface RefusedFile {
  status: number;
  reason: string;
  message: string;
}

/** Sends one that must be refused. */
export async function refusedFile(client: SignedClient, name: string, body: Uint8Array | string): Promise<RefusedFile> {
  const response = await send(client, name, body);
  const { error } = (await response.json()) as { error?: { reason: string; message: string } };
  return { status: response.status, reason: error?.reason ?? 'taken', message: error?.message ?? '' };
}

export const readDraft = async (client: SignedClient, id: string): Promise<Answered> =>
  (
    await client.data(`query Draft($id: ID!) { planDraft(id: $id) { ${DRAFT} lines { index page row text cells } } }`, {
      id,
    })
  ).planDraft;

const SHOWN = {
  correctPlanDraft: `draft { ${DRAFT} }`,
  correctDraftRow: `draft { ${DRAFT} } row { ${ROW} }`,
  splitDraftRow: `draft { ${DRAFT} } row { ${ROW} } secondRow { ${ROW} }`,
  joinDraftRows: `draft { ${DRAFT} } row { ${ROW} }`,
  addDraftRow: `draft { ${DRAFT} } row { ${ROW} }`,
  removeDraftRow: `draft { ${DRAFT} }`,
  undoDraftChange: `draft { ${DRAFT} } row { ${ROW} }`,
  confirmPlanDraft: `draft { ${DRAFT} } plan { id number title figures { total } }`,
  discardPlanDraft: `draft { ${DRAFT} }`,
  releaseQuarantinedDocument: 'document { id version state releases { by reason } permissions }',
} as const;

export type Review = keyof typeof SHOWN;

const textOf = (operation: Review): string => {
  const input = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input`;
  return `mutation Do($input: ${input}!) { ${operation}(input: $input) { ${SHOWN[operation]} } }`;
};

export const review = async (client: SignedClient, operation: Review, input: object): Promise<Answered> =>
  (await client.data(textOf(operation), { input: { idempotencyKey: key(), ...input } }))[operation];

export const refusedReview = (client: SignedClient, operation: Review, input: object) =>
  client.refusal(textOf(operation), { input: { idempotencyKey: key(), ...input } });

/** Says of every doubtful field that it is right as it is; a row without a lead unit is given one. */
export async function settleAll(client: SignedClient, draftId: string, leadUnitId: string): Promise<Answered> {
  const { rows } = await readDraft(client, draftId);
  for (const row of rows) {
    const leads = row.leads.length === 0 ? { leads: [{ unitId: leadUnitId }] } : {};
    const settle = row.doubts.map(({ field }: { field: string }) => field);
    if (settle.length > 0 || row.leads.length === 0) {
      await review(client, 'correctDraftRow', { rowId: row.id, expectedVersion: row.version, settle, ...leads });
    }
  }
  return readDraft(client, draftId);
}

/** Settles what is left and confirms. */
export async function confirm(client: SignedClient, draftId: string, leadUnitId: string): Promise<Answered> {
  const { version } = await settleAll(client, draftId, leadUnitId);
  return review(client, 'confirmPlanDraft', { draftId, expectedVersion: version });
}
