import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Preloads, type Registry } from './registry.ts';

const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A block of data, not a script: the policy lets it stand and nothing can run it. */
const dataBlock = (id: string, data: object): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

const kinds: Record<string, string> = {
  css: 'rel="preload" as="style"',
  json: 'rel="preload" as="fetch"',
  js: 'rel="modulepreload"',
};

const preloadLink = (file: string): string =>
  `<link ${kinds[file.slice(file.lastIndexOf('.') + 1)] ?? kinds.js} crossorigin href="${escaped(file)}">`;

/** Everything a page may load comes from this origin and the modules' origins, and nothing runs that is written into it. */
export function contentPolicy(registry: Registry, nonce: string): string {
  const remotes = [
    ...new Set(registry.modules.flatMap(({ entry }) => (entry && URL.canParse(entry) ? [new URL(entry).origin] : []))),
  ].join(' ');
  return [
    "default-src 'none'",
    `script-src 'self' ${remotes}`.trim(),
    `style-src 'self' 'nonce-${nonce}' ${remotes}`.trim(),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${remotes}`.trim(),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

export const securityHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** The one page of a portal. It holds no data of anybody: whoever may not see any gets none from the graph. */
export class Page {
  readonly #folder: string;
  readonly #preloads = new Preloads();
  #read: { changed: number; html: string } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async send(response: ServerResponse, path: string, registry: Registry, status = 200): Promise<void> {
    const html = await this.#html();
    const nonce = randomBytes(16).toString('base64');
    const { files, places } = await this.#preloads.for(registry, path);
    const links = files.map(preloadLink).join('');
    const body = html
      .replace(
        '<meta name="csp-nonce" content="" />',
        () =>
          `<meta name="csp-nonce" content="${nonce}" />${dataBlock('registry', registry)}${dataBlock('first-questions', places)}`,
      )
      .replace('</head>', () => `${links}</head>`);
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentPolicy(registry, nonce),
      ...securityHeaders,
    });
    response.end(body);
  }

  /** Read again when a build has changed it: the server stays while the page is renewed. */
  async #html(): Promise<string> {
    const file = join(this.#folder, 'index.html');
    const { mtimeMs: changed } = await stat(file);
    if (this.#read?.changed !== changed) this.#read = { changed, html: await readFile(file, 'utf8') };
    return this.#read.html;
  }
}
