import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ProbePolicy } from '../src/checks/address-guard.ts';
import type { CheckKind, ProbeResult } from '../src/checks/check-kind.ts';
import { probe } from '../src/checks/probe.ts';
import { type CertificateRequest, keyPem, makeCertificate } from '../src/demonstration/certificate-maker.ts';
import { startDualServer } from '../src/demonstration/dual-server.ts';

const day = 86_400_000;
const from = (days: number): Date => new Date(Date.now() + days * day);
const folder = mkdtempSync(join(tmpdir(), 'compliance-probe-'));
const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterAll(async () => {
  for (const stop of stops) await stop();
});

const authority = makeCertificate({
  name: 'Test authority',
  validFrom: from(-10),
  validTo: from(3000),
  isAuthority: true,
});
const authorityFile = join(folder, 'authority.pem');
writeFileSync(authorityFile, authority.certificate);

const goodHeaders = {
  'strict-transport-security': 'max-age=31536000',
  'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const open = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
  });
  stops.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function site(
  certificate: Partial<CertificateRequest> = {},
  answer: http.RequestListener = (_, response) => response.writeHead(200, goodHeaders).end('ok'),
  options: https.ServerOptions = {},
): Promise<number> {
  const own = makeCertificate({
    name: 'site.example',
    alternativeNames: ['site.example', '127.0.0.1'],
    validFrom: from(-5),
    validTo: from(200),
    issuer: authority,
    ...certificate,
  });
  return listen(https.createServer({ key: keyPem(own.key), cert: own.certificate, ...options }, answer));
}

async function ask(
  kind: CheckKind,
  port: number,
  more: { host?: string; extraCa?: string | null; timeoutMs?: number } = {},
): Promise<ProbeResult & { bad: string[] }> {
  const { host = 'site.example', extraCa = authorityFile, timeoutMs = 3000 } = more;
  const policy: ProbePolicy = { allowedCidrs: ['127.0.0.1/32'], allowedPorts: [port], ownPorts: [], extraCa };
  const result = await probe({ kind, host, port }, { policy, resolve: async () => ['127.0.0.1'], timeoutMs });
  return { ...result, bad: result.findings.filter((one) => one.outcome !== 'PASS').map((one) => one.code) };
}

describe('certificates of real servers', () => {
  it('one in order passes, and its chain is kept as evidence', async () => {
    const result = await ask('TLS_CERTIFICATE', await site());
    expect(result).toMatchObject({ outcome: 'PASS', reason: null, bad: [] });
    const [pem] = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(result.evidence) ?? [];
    expect(new X509Certificate(pem ?? '').subject).toBe('CN=site.example');
  });

  it.each<[string, Partial<CertificateRequest>, string[]]>([
    ['expired', { validFrom: from(-90), validTo: from(-1) }, ['CERTIFICATE_EXPIRED']],
    ['about to expire', { validTo: from(6) }, ['CERTIFICATE_EXPIRES_IN_7_DAYS']],
    ['not yet valid', { validFrom: from(2) }, ['CERTIFICATE_NOT_YET_VALID']],
    ['self-signed', { issuer: undefined }, ['CERTIFICATE_SELF_SIGNED']],
    ['of another name', { name: 'other.example', alternativeNames: ['other.example'] }, ['CERTIFICATE_NAME']],
    ['with an RSA key of 2048 bits', { rsaBits: 2048 }, []],
    ['with an RSA key of 1024 bits', { rsaBits: 1024 }, ['CERTIFICATE_CHAIN', 'CERTIFICATE_KEY']],
  ])('%s', async (_, certificate, bad) => {
    const options = certificate.rsaBits === 1024 ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {};
    const result = await ask('TLS_CERTIFICATE', await site(certificate, undefined, options));
    expect(result.bad).toEqual(bad);
    expect(result.outcome).toBe(bad.length === 0 ? 'PASS' : 'FAIL');
  });

  it('one of an authority of our own is not publicly trusted, unless the deployment says so', async () => {
    expect((await ask('TLS_CERTIFICATE', await site(), { extraCa: null })).bad).toEqual(['CERTIFICATE_CHAIN']);
  });

  it('is matched against an address too', async () => {
    const port = await site();
    expect((await ask('TLS_CERTIFICATE', port, { host: '127.0.0.1' })).bad).toEqual([]);
  });
});

describe('protocol versions of real servers', () => {
  it('a modern server passes', async () => {
    const result = await ask('TLS_VERSIONS', await site({}, undefined, { minVersion: 'TLSv1.2' }));
    expect(result.outcome).toBe('PASS');
    expect(result.evidence).toContain('TLSv1.3: offered');
  });

  it('a server that still speaks TLS 1.0 and 1.1 fails', async () => {
    const port = await site({}, undefined, { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
    expect((await ask('TLS_VERSIONS', port)).bad).toEqual(['TLS_1_0_REFUSED', 'TLS_1_1_REFUSED']);
  });

  it('a server that does not speak TLS 1.3 fails', async () => {
    const port = await site({}, undefined, { maxVersion: 'TLSv1.2' });
    expect((await ask('TLS_VERSIONS', port)).bad).toEqual(['TLS_1_3_OFFERED']);
  });
});

describe('answers of real servers', () => {
  it('good headers pass, and the raw answer is kept', async () => {
    const result = await ask('SECURITY_HEADERS', await site());
    expect(result.outcome).toBe('PASS');
    expect(result.evidence).toContain('strict-transport-security: max-age=31536000');
  });

  it('missing headers fail one by one', async () => {
    const port = await site({}, (_, response) =>
      response.writeHead(200, { 'x-content-type-options': 'nosniff' }).end(),
    );
    expect((await ask('SECURITY_HEADERS', port)).bad).toEqual(['HSTS', 'CSP', 'FRAME_ANCESTORS', 'REFERRER_POLICY']);
  });

  it('headers are read after a redirect on the same host, and a circle of redirects ends', async () => {
    const port = await site({}, (request, response) => {
      if (request.url === '/home') response.writeHead(200, goodHeaders).end();
      else response.writeHead(302, { location: '/home' }).end();
    });
    expect((await ask('SECURITY_HEADERS', port)).outcome).toBe('PASS');
    let asked = 0;
    const circle = await site({}, (_, response) => {
      asked += 1;
      response.writeHead(302, { location: '/' }).end();
    });
    expect((await ask('SECURITY_HEADERS', circle)).outcome).toBe('FAIL');
    expect(asked).toBeLessThanOrEqual(4);
  });

  it('security.txt is read where RFC 9116 puts it', async () => {
    const port = await site({}, (request, response) => {
      if (request.url !== '/.well-known/security.txt') return response.writeHead(404).end();
      const expires = from(100).toISOString();
      return response
        .writeHead(200, { 'content-type': 'text/plain' })
        .end(`Contact: mailto:a@site.example\nExpires: ${expires}\n`);
    });
    expect((await ask('SECURITY_TXT', port)).outcome).toBe('PASS');
    expect((await ask('SECURITY_TXT', await site())).bad).toEqual(['SECURITY_TXT_PRESENT']);
  });

  it('a clock that is right passes, one that is wrong fails, none is unknown', async () => {
    expect((await ask('CLOCK_DRIFT', await site())).outcome).toBe('PASS');
    const wrong = await site({}, (_, response) => response.writeHead(200, { date: from(1).toUTCString() }).end());
    expect((await ask('CLOCK_DRIFT', wrong)).bad).toEqual(['CLOCK_DRIFT']);
    const none = await site({}, (_, response) => {
      response.sendDate = false;
      response.end();
    });
    expect(await ask('CLOCK_DRIFT', none)).toMatchObject({ outcome: 'UNKNOWN', reason: 'NO_CLOCK' });
  });

  it('the demonstration server answers HTTP with a redirect and HTTPS with a page, on one port', async () => {
    const own = makeCertificate({
      name: 'site.example',
      alternativeNames: ['site.example'],
      validFrom: from(-1),
      validTo: from(90),
      issuer: authority,
    });
    const server = await startDualServer({
      host: '127.0.0.1',
      port: 0,
      tls: { key: keyPem(own.key), cert: own.certificate },
      secure: (_, response) => response.writeHead(200, goodHeaders).end(),
      plain: (request, response) => response.writeHead(301, { location: `https://${request.headers.host}/` }).end(),
    });
    stops.push(() => server.close());
    expect((await ask('HTTPS_REDIRECT', server.port)).outcome).toBe('PASS');
    expect((await ask('SECURITY_HEADERS', server.port)).outcome).toBe('PASS');
  });
});

describe('what cannot be seen is unknown, never a pass', () => {
  const kinds: CheckKind[] = [
    'TLS_CERTIFICATE',
    'TLS_VERSIONS',
    'HTTPS_REDIRECT',
    'SECURITY_HEADERS',
    'SECURITY_TXT',
    'CLOCK_DRIFT',
  ];

  it.each(kinds)('%s of a closed port', async (kind) => {
    const probeServer = net.createServer();
    const port = await listen(probeServer);
    await new Promise((done) => probeServer.close(done));
    expect(await ask(kind, port)).toMatchObject({ outcome: 'UNKNOWN', reason: 'UNREACHABLE', findings: [] });
  });

  it.each(kinds)('%s of a server that never answers', async (kind) => {
    const port = await listen(net.createServer(() => undefined));
    const started = performance.now();
    const result = await ask(kind, port, { timeoutMs: 300 });
    expect(result.outcome).toBe('UNKNOWN');
    expect(['TIMED_OUT', 'UNREACHABLE']).toContain(result.reason);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('a body that never ends, drop by drop', async () => {
    const port = await site({}, (_, response) => {
      response.writeHead(200, goodHeaders);
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await ask('SECURITY_HEADERS', port, { timeoutMs: 400 })).toMatchObject({
      outcome: 'UNKNOWN',
      reason: 'TIMED_OUT',
    });
  });

  it('a body of more than 1 MB, of which no more is read', async () => {
    let sent = 0;
    const port = await site({}, (_, response) => {
      response.writeHead(200, goodHeaders);
      const chunk = Buffer.alloc(65_536);
      const push = (): void => {
        while (sent < 50_000_000 && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', push);
            return;
          }
        }
        response.end();
      };
      push();
    });
    expect(await ask('SECURITY_HEADERS', port)).toMatchObject({ outcome: 'UNKNOWN', reason: 'ANSWER_TOO_LARGE' });
    expect(sent).toBeLessThan(20_000_000);
  });

  it('headers without end', async () => {
    const port = await site({}, (_, response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(200_000)}\r\n\r\n`);
    });
    expect(await ask('SECURITY_HEADERS', port)).toMatchObject({ outcome: 'UNKNOWN', reason: 'NOT_HTTP' });
  });

  it('a server that speaks something else', async () => {
    const port = await listen(net.createServer((socket) => socket.end('220 mail.example ESMTP\r\n')));
    expect((await ask('TLS_CERTIFICATE', port)).outcome).toBe('UNKNOWN');
    expect(await ask('HTTPS_REDIRECT', port)).toMatchObject({ outcome: 'UNKNOWN', reason: 'NOT_HTTP' });
  });

  it('a server that turns to another protocol', async () => {
    const port = await listen(
      net.createServer((socket) =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'),
      ),
    );
    expect((await ask('HTTPS_REDIRECT', port, { timeoutMs: 500 })).outcome).toBe('UNKNOWN');
  });

  it('a server without TLS asked for TLS', async () => {
    const port = await listen(http.createServer((_, response) => response.end('plain')));
    expect(await ask('TLS_CERTIFICATE', port)).toMatchObject({ outcome: 'UNKNOWN', reason: 'NOT_TLS' });
    expect((await ask('TLS_VERSIONS', port)).outcome).toBe('UNKNOWN');
  });
});
