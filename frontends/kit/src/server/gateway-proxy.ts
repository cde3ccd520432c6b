import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { discardRest } from '@lienthong/kit/http';
import { Agent, request as send } from 'undici';
import type { Session } from './sessions.ts';

const passedOn = ['content-type', 'content-length', 'accept', 'accept-language', 'range', 'if-none-match'];
const passedBack = [
  'content-type',
  'content-length',
  'content-disposition',
  'content-range',
  'accept-ranges',
  'cache-control',
  'etag',
  'x-content-type-options',
  'content-security-policy',
  'retry-after',
];

/** Carries a request to the gateway with the session's token; bodies stream through and are never held. */
export class GatewayProxy {
  readonly #gatewayUrl: string;
  readonly #agent = new Agent({ connections: 64, headersTimeout: 20_000, bodyTimeout: 120_000 });

  constructor(gatewayUrl: string) {
    this.#gatewayUrl = gatewayUrl;
  }

  async pass(request: IncomingMessage, response: ServerResponse, session: Session, requestId: string): Promise<void> {
    const headers = this.#headers(session, requestId);
    for (const name of passedOn) {
      const value = request.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    const stopped = new AbortController();
    response.once('close', () => stopped.abort());
    const answer = await send(`${this.#gatewayUrl}${request.url}`, {
      method: request.method as 'GET',
      headers,
      body: request.method === 'POST' ? bodyOf(request) : undefined,
      dispatcher: this.#agent,
      // A document is read before it is answered: its service says itself when that takes too long.
      ...(request.url?.startsWith('/files/') ? { headersTimeout: 60_000 } : {}),
      signal: stopped.signal,
    });
    response.statusCode = answer.statusCode;
    for (const name of passedBack) {
      const value = answer.headers[name];
      if (value !== undefined) response.setHeader(name, value);
    }
    await pipeline(answer.body, response);
  }

  /** A registered operation of the shell, asked by the server itself. */
  async ask<T>(session: Session, operationName: string, sha256Hash: string): Promise<T | undefined> {
    const answer = await send(`${this.#gatewayUrl}/graphql`, {
      method: 'POST',
      headers: {
        ...this.#headers(session, crypto.randomUUID()),
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify({
        operationName,
        variables: {},
        extensions: { persistedQuery: { version: 1, sha256Hash } },
      }),
      dispatcher: this.#agent,
    });
    const { data } = (await answer.body.json()) as { data?: T | null };
    return data ?? undefined;
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  #headers(session: Session, requestId: string): Record<string, string> {
    return {
      authorization: `Bearer ${session.tokens.access}`,
      'x-request-id': requestId,
      ...(session.membershipId ? { 'x-membership': session.membershipId } : {}),
    };
  }
}

/**
 * A refusal may come before the whole body has been sent on, and ends what is sent on. That must not be the request itself: the browser hears
 * the refusal only when its body has been read to the end.
 */
function bodyOf(request: IncomingMessage): PassThrough {
  const body = new PassThrough();
  body.once('close', () => {
    request.unpipe(body);
    discardRest(request);
  });
  return request.pipe(body);
}
