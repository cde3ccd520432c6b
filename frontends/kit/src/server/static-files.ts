import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};
const squeezed = new Set(['.js', '.css', '.json', '.svg']);
const packed = new Map<string, Buffer>();

/** Names with a sum in them never change; everything else is asked for again. */
const lifetime = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Sends a built file; false when there is none of that name. */
export async function sendStatic(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  let file: string;
  try {
    file = join(folder, normalize(decodeURIComponent(path)));
  } catch {
    return false;
  }
  if (!file.startsWith(folder + sep) || file.includes(`${sep}.`)) return false;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return false;
  const extension = extname(file);
  const etag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
  response.setHeader('content-type', types[extension] ?? 'application/octet-stream');
  response.setHeader('cache-control', lifetime(path));
  response.setHeader('etag', etag);
  response.setHeader('x-content-type-options', 'nosniff');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return true;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = squeezed.has(extension)
    ? /\bbr\b/.test(accepted)
      ? 'br'
      : /\bgzip\b/.test(accepted)
        ? 'gzip'
        : undefined
    : undefined;
  if (encoding) {
    const body = await squeeze(file, etag, encoding);
    response.writeHead(200, { 'content-encoding': encoding, 'content-length': body.length, vary: 'accept-encoding' });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  }
  response.writeHead(200, { 'content-length': found.size });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response).catch(() => response.destroy());
  return true;
}

async function squeeze(file: string, etag: string, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const key = `${encoding} ${file} ${etag}`;
  const known = packed.get(key);
  if (known) return known;
  const content = await readFile(file);
  const body =
    encoding === 'br'
      ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
      : gzipSync(content, { level: 8 });
  if (packed.size > 500) packed.clear();
  packed.set(key, body);
  return body;
}
