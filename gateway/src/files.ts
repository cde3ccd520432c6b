import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { discardRest } from '@lienthong/kit/http';
import { type Jwk, signActorToken } from '@lienthong/kit/peer';
import { Refusal } from '@lienthong/kit/refusal';
import { mayReadFrom } from './sign-in/actor.ts';
import type { SignedIn } from './sign-in/sign-in.ts';
import type { SupergraphSource } from './supergraph-source.ts';

/** The services look closer (type, name, quota); what is bigger than this does not even reach them. */
const MAX_UPLOAD_BYTES = 50 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

const FORWARDED = ['content-type', 'content-length', 'accept', 'accept-language', 'if-none-match', 'range'];
const RETURNED = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-range',
  'content-security-policy',
  'accept-ranges',
  'cache-control',
  'etag',
  'last-modified',
];

/** `/files/<service>/…`: streams both ways between the client and the service, holding nothing but the chunk in hand. */
export async function forwardFile(
  request: IncomingMessage,
  response: ServerResponse,
  { actor }: SignedIn,
  requestId: string,
  source: SupergraphSource,
  signingKey: Jwk,
): Promise<void> {
  const service = /^\/files\/([a-z-]+)\//.exec(request.url ?? '')?.[1] ?? '';
  const supergraph = source.current;
  const address = supergraph.pools.find(service);
  if (!address) throw new Refusal('NOT_FOUND', 'SERVICE_UNKNOWN');
  const isUpload = request.method === 'POST';
  if (!isUpload && request.method !== 'GET') throw new Refusal('INVALID', 'METHOD_NOT_ALLOWED');
  if (isUpload && actor.kind === 'integrator') throw new Refusal('FORBIDDEN', 'READ_ONLY');
  if (!mayReadFrom(actor, service)) throw new Refusal('FORBIDDEN', 'OUT_OF_SCOPE');
  if (Number(request.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES) {
    throw new Refusal('INVALID', 'FILE_TOO_LARGE', { maxMegabytes: 50 });
  }

  const token = await signActorToken(signingKey, service, actor);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  await supergraph
    .during(async () => {
      const answer = await address.pool
        .request({
          method: isUpload ? 'POST' : 'GET',
          path: request.url ?? '/',
          headers: { ...pick(request.headers, FORWARDED), authorization: `Bearer ${token}`, 'x-request-id': requestId },
          body: isUpload ? bodyOf(request) : null,
          headersTimeout: TIMEOUT_MS,
          bodyTimeout: TIMEOUT_MS,
          signal: gone.signal,
        })
        .catch((error: unknown) => {
          if (gone.signal.aborted) throw error;
          throw new Refusal('INTERNAL', 'SERVICE_UNREACHABLE', { service });
        });
      response.writeHead(answer.statusCode, { ...pick(answer.headers, RETURNED), 'x-content-type-options': 'nosniff' });
      await pipeline(answer.body, response);
    })
    .catch((error: unknown) => {
      // Whoever asked has gone: nothing is wrong here, and nobody is left to tell.
      if (!gone.signal.aborted) throw error;
    });
}

/**
 * A service may refuse before everything has arrived, and then its connection is ended with what is sent on it. That must
 * not be the request itself: it has to be read to its end, or the refusal does not get through to the sender.
 */
function bodyOf(request: IncomingMessage): PassThrough {
  const body = new PassThrough();
  body.once('close', () => {
    request.unpipe(body);
    discardRest(request);
  });
  return request.pipe(body);
}

function pick(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  names: readonly string[],
): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (value !== undefined) picked[name] = String(value);
  }
  return picked;
}
