import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal, type RefusalBook, refusalStatus, refusalText } from './refusal.ts';

export const JSON_BODY_LIMIT = 1024 * 1024;

/** Reads a whole body that must be small; a bigger one is refused before it is held. */
export async function readBody(request: IncomingMessage, limit = JSON_BODY_LIMIT): Promise<Buffer> {
  const tooLarge = (): Refusal => new Refusal('INVALID', 'BODY_TOO_LARGE', { limit });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function readJson<T>(request: IncomingMessage, limit = JSON_BODY_LIMIT): Promise<T> {
  const body = await readBody(request, limit);
  try {
    return JSON.parse(body.toString('utf8')) as T;
  } catch {
    throw new Refusal('INVALID', 'INVALID_INPUT', { detail: 'JSON' });
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

/** When to come back, for a refusal that knows. */
export function retryAfter({ data }: Pick<Refusal, 'data'>): Record<string, string> {
  const { retryAfterSeconds } = data;
  return typeof retryAfterSeconds === 'number' ? { 'retry-after': String(retryAfterSeconds) } : {};
}

export function sendRefusal(
  response: ServerResponse,
  book: RefusalBook,
  locale: 'vi' | 'en',
  refusal: Refusal,
  id?: string,
): void {
  const { field, ...data } = refusal.data;
  const message = refusalText(book, locale, refusal);
  const error = {
    code: refusal.code,
    reason: refusal.reason,
    message,
    data,
    ...(field ? { field } : {}),
    ...(id ? { id } : {}),
  };
  sendEarly(response, refusalStatus(refusal), { error }, retryAfter(refusal));
}

const DISCARD_MILLISECONDS = 5_000;

/**
 * An answer that may come before the request has arrived. Closing on a sender who is still sending would lose the answer
 * on its way: for a while the rest is read and thrown away, and only then the connection ends.
 */
export function sendEarly(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const { req: request } = response;
  // What was broken off while it was read cannot be read on: only closing ends it.
  if (request.complete || request.destroyed || response.headersSent) {
    sendJson(response, status, body, request.complete ? headers : { ...headers, connection: 'close' });
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
    connection: 'close',
    ...headers,
  });
  response.write(text);
  discardRest(request, () => response.end());
}

/** Reads on and throws away, until the end or until it has taken long enough. */
export function discardRest(request: IncomingMessage, done: () => void = () => undefined): void {
  if (request.complete || request.destroyed) {
    done();
    return;
  }
  const enough = setTimeout(done, DISCARD_MILLISECONDS);
  enough.unref();
  const finish = (): void => {
    clearTimeout(enough);
    done();
  };
  request.once('end', finish);
  request.once('close', finish);
  request.resume();
}

/** `/files/:kind/:id` against a path; the named parts, or undefined. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) {
      try {
        params[part.slice(1)] = decodeURIComponent(value);
      } catch {
        return undefined;
      }
    } else if (part !== value) return undefined;
  }
  return params;
}
