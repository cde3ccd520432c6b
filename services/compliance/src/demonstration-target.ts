import { writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { runMain } from '@lienthong/kit/config';
import { createLog } from '@lienthong/kit/log';
import { untilSignalled } from '@lienthong/kit/process';
import { readTargetConfig } from './config.ts';
import { keyPem, makeCertificate } from './demonstration/certificate-maker.ts';
import { startDualServer } from './demonstration/dual-server.ts';

const day = 86_400_000;

// A site as they often are: redirect, HSTS and nosniff done; content policy, framing and security.txt not.
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
};

function health(request: IncomingMessage, response: ServerResponse): boolean {
  if (!request.url?.startsWith('/health/')) return false;
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ready"}');
  return true;
}

await runMain(async () => {
  const config = readTargetConfig(process.env);
  const log = createLog('demonstration-target', config.logLevel);
  const now = Date.now();
  const authority = makeCertificate({
    name: 'Demonstration authority',
    validFrom: new Date(now - day),
    validTo: new Date(now + 400 * day),
    isAuthority: true,
  });
  const server = makeCertificate({
    name: 'localhost',
    alternativeNames: ['localhost', '127.0.0.1'],
    validFrom: new Date(now - day),
    validTo: new Date(now + 90 * day),
    issuer: authority,
  });
  if (config.authorityFile) writeFileSync(config.authorityFile, authority.certificate);
  const running = await startDualServer({
    host: config.host,
    port: config.port,
    tls: { key: keyPem(server.key), cert: server.certificate + authority.certificate, minVersion: 'TLSv1.2' },
    secure: (request, response) => {
      if (health(request, response)) return;
      if (request.url !== '/') {
        response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('Not found\n');
        return;
      }
      response
        .writeHead(200, headers)
        .end('<!doctype html><title>Demonstration target</title><p>Demonstration target.</p>');
    },
    plain: (request, response) => {
      if (health(request, response)) return;
      const host = request.headers.host ?? `localhost:${config.port}`;
      response.writeHead(301, { location: `https://${host}${request.url ?? '/'}` }).end();
    },
  });
  log.info({ port: running.port, url: `https://localhost:${running.port}` }, 'ready');
  untilSignalled({ port: running.port, stop: () => running.close() });
});
