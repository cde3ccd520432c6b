import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBody } from '@lienthong/kit/http';
import { silentLog, type TestDatabase, testDatabase } from '@lienthong/kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PortalConfig } from './config.ts';
import { migrations } from './migrations.ts';
import { type RunningPortal, startPortalServer } from './portal-server.ts';
import { startTestIssuer, type TestIssuer } from './test-issuer.ts';

const viewerHash = 'a'.repeat(64);
let database: TestDatabase;
let issuer: TestIssuer;
let gateway: Server;
let portal: RunningPortal;
let config: PortalConfig;
let folder: string;
let origin: string;
let asked: { path: string; headers: IncomingMessage['headers']; body: string }[] = [];

const viewer = {
  me: { provinceId: '38', membership: { role: 'REPORTER', unit: { id: '38.vptu', province: { id: '38' } } } },
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, 'index.html'),
    '<html><head><meta name="csp-nonce" content="" /></head><body></body></html>',
  );
  writeFileSync(
    join(folder, 'operations.json'),
    JSON.stringify({ operations: { [viewerHash]: 'query Viewer { me { provinceId } }' } }),
  );
  writeFileSync(join(folder, 'assets/main-abc.js'), 'export {}');
  writeFileSync(
    join(folder, 'modules.json'),
    JSON.stringify({ modules: [{ name: 'plans', entry: 'http://127.0.0.1:1/mf-manifest.json' }] }),
  );
  database = await testDatabase({ schema: 'portal', migrations });
  issuer = await startTestIssuer();
  gateway = createServer(async (request, response) => {
    const body = (await readBody(request)).toString();
    asked.push({ path: request.url ?? '', headers: request.headers, body });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ data: viewer }));
  });
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  config = {
    profile: 'demonstration',
    host: '127.0.0.1',
    port,
    clockOffsetSeconds: 0,
    logLevel: 'silent',
    bloc: 'PARTY',
    name: 'party',
    publicUrl: origin,
    otherPortalUrl: 'http://government.example',
    issuerUrl: issuer.url,
    clientId: 'party-portal',
    clientSecret: 'secret-of-the-client',
    sessionSecret: 'a secret that is long enough for it',
    gatewayUrl: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
    databaseUrl: database.url('portal_run'),
    modulesFile: join(folder, 'modules.json'),
    staticDir: folder,
    tokenAudience: 'https://lienthong.example/graph',
    scope: 'openid profile offline_access',
    prompt: undefined,
    idleMinutes: 15,
    sessionHours: 10,
  };
  portal = await startPortalServer(config, silentLog);
});

afterAll(async () => {
  await portal?.stop();
  await issuer?.stop();
  await new Promise((done) => gateway.close(done));
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  asked = [];
  issuer.tokenSeconds = 300;
});

const go = (path: string, options: RequestInit = {}) => fetch(`${origin}${path}`, { redirect: 'manual', ...options });

const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

async function signIn(returnTo = '/plans'): Promise<{ cookie: string; landed: string | null; lines: string[] }> {
  const start = await go(`/sign-in?return=${encodeURIComponent(returnTo)}`);
  const atIssuer = await fetch(start.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(atIssuer.headers.get('location') ?? '');
  const finish = await go(back.pathname + back.search, { headers: { cookie: cookieOf(start) } });
  const lines = finish.headers.getSetCookie();
  return {
    cookie: lines.find((line) => line.includes('-session='))?.split(';')[0] ?? '',
    landed: finish.headers.get('location'),
    lines,
  };
}

const ask = (cookie: string, headers: Record<string, string> = {}) =>
  go('/graphql', {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      operationName: 'Viewer',
      extensions: { persistedQuery: { version: 1, sha256Hash: viewerHash } },
    }),
  });

describe('signing in', () => {
  test('leads to the issuer with a challenge and back to the page that was asked for', async () => {
    const { landed, lines } = await signIn('/plans/th-285');
    expect(landed).toBe('/plans/th-285');
    expect(lines.some((line) => line.startsWith('lt-party-session=') && /HttpOnly; SameSite=Strict/.test(line))).toBe(
      true,
    );
  });

  test('keeps the trip in a Lax cookie of its own', async () => {
    const answer = await go('/sign-in?return=%2F');
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^lt-party-sign-in-.+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
    const address = new URL(answer.headers.get('location') ?? '');
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    expect(address.searchParams.get('resource')).toBe('https://lienthong.example/graph');
  });

  test('is begun at once for whoever opens an address without a session, but not on the way back from the issuer', async () => {
    // Not by fetch: it does not let these headers be set.
    const visit = (site: string, cookie = '') =>
      new Promise<IncomingMessage>((done, fail) => {
        const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', cookie };
        request(`${origin}/plans?bloc=PARTY`, { headers }, (answer) => done(answer.resume()))
          .on('error', fail)
          .end();
      });
    expect((await visit('none')).headers.location).toContain(`${issuer.url}/auth`);
    expect((await visit('cross-site')).statusCode).toBe(200);
    expect((await visit('none', (await signIn()).cookie)).statusCode).toBe(200);
  });

  test('never leads to another site', async () => {
    for (const asked of ['https://evil.example', '//evil.example', '/\\evil.example', '/sign-in']) {
      expect((await signIn(asked)).landed, asked).toBe('/');
    }
  });

  test('a way back that was not begun here opens nothing', async () => {
    const answer = await go('/auth/callback?code=x&state=unknown');
    expect(answer.headers.get('location')).toBe('/sign-in-failed');
    expect(cookieOf(answer)).toBe('');
  });
});

describe('the graph', () => {
  test('gets the token of the session, which the browser never sees', async () => {
    const { cookie } = await signIn();
    const answer = await ask(cookie);
    expect(answer.status).toBe(200);
    expect(asked[0]?.headers.authorization).toMatch(/^Bearer access-/);
    expect(asked[0]?.headers.cookie).toBeUndefined();
    expect(JSON.stringify([...answer.headers]) + (await answer.text())).not.toContain('access-');
  });

  test('is closed without a session', async () => {
    const answer = await ask('lt-party-session=made-up');
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'NO_SESSION' } }],
    });
  });

  test.each([
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['no page at all', { origin: '' }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
  ])('refuses %s', async (_who, headers, status) => {
    const { cookie } = await signIn();
    expect((await ask(cookie, headers as Record<string, string>)).status).toBe(status);
    expect(asked).toHaveLength(0);
  });

  test('is not asked by GET', async () => {
    const { cookie } = await signIn();
    expect((await go('/graphql?query=%7Bme%7D', { headers: { cookie } })).status).toBe(405);
  });

  test('gets the membership one acts with', async () => {
    const { cookie } = await signIn();
    const answer = await go('/session/membership', {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: '{"membershipId":"m-2"}',
    });
    expect(answer.status).toBe(200);
    await ask(cookie);
    expect(asked[0]?.headers['x-membership']).toBe('m-2');
  });

  test('renews a token that is about to end once, however many ask at the same time', async () => {
    issuer.tokenSeconds = 5;
    const { cookie } = await signIn();
    issuer.tokenSeconds = 300;
    const before = issuer.refreshes;
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(cookie)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(issuer.refreshes - before).toBe(1);
  });
});

describe('a session', () => {
  test('is kept as a sum, with its tokens sealed', async () => {
    const { cookie } = await signIn();
    const rows = await database.sql<{ id_hash: Buffer; tokens: Buffer }>('select id_hash, tokens from portal.sessions');
    const text = rows.map(({ id_hash, tokens }) => id_hash.toString('latin1') + tokens.toString('latin1')).join();
    expect(text).not.toContain(cookie.split('=')[1]);
    expect(text).not.toContain('access-');
  });

  test('ends when nobody used it for a quarter of an hour', async () => {
    const { cookie } = await signIn();
    await database.sql("update portal.sessions set seen_at = now() - interval '16 minutes'");
    expect((await ask(cookie)).status).toBe(401);
  });

  test('ends with signing out, here and at the issuer', async () => {
    const { cookie } = await signIn();
    const answer = await go('/sign-out', { method: 'POST', headers: { cookie, origin } });
    const { location } = (await answer.json()) as { location: string };
    expect(location).toMatch(new RegExp(`^${issuer.url}/end\\?.*client_id=`));
    expect(location).not.toContain('id_token');
    expect((await ask(cookie)).status).toBe(401);
  });

  test('is not ended by another site', async () => {
    const { cookie } = await signIn();
    expect(
      (await go('/sign-out', { method: 'POST', headers: { cookie, origin: 'https://evil.example' } })).status,
    ).toBe(403);
    expect((await ask(cookie)).status).toBe(200);
  });
});

describe('files', () => {
  test('stream to the gateway with the token and the name', async () => {
    const { cookie } = await signIn();
    const answer = await go('/files/plans/uploads?name=a.pdf', {
      method: 'POST',
      headers: { cookie, origin, 'x-requested-with': 'lienthong', 'content-type': 'application/pdf' },
      body: '%PDF-1.7',
    });
    expect(answer.status).toBe(200);
    expect(asked[0]).toMatchObject({ path: '/files/plans/uploads?name=a.pdf', body: '%PDF-1.7' });
    expect(asked[0]?.headers['content-type']).toBe('application/pdf');
  });

  test('are not taken from a form of another page', async () => {
    const { cookie } = await signIn();
    expect(
      (await go('/files/plans/uploads?name=a.pdf', { method: 'POST', headers: { cookie, origin }, body: 'x' })).status,
    ).toBe(403);
  });
});

describe('live pages', () => {
  test('hear of what concerns their province and bloc, and of nothing else', async () => {
    const { cookie } = await signIn();
    const stopped = new AbortController();
    const stream = await go('/events', { headers: { cookie }, signal: stopped.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const tell = (event: object) =>
      database.sql('select pg_notify($1, $2)', [
        'lienthong',
        JSON.stringify({ service: 'plans', type: 'Task', at: '', ...event }),
      ]);
    await tell({ id: 'other-province', provinceId: '19', blocs: ['PARTY'] });
    await tell({ id: 'other-bloc', provinceId: '38', blocs: ['GOVERNMENT'] });
    await tell({ id: 'own-bloc', provinceId: '38', blocs: ['PARTY'] });
    await tell({ id: 'own-unit', provinceId: '38', blocs: ['GOVERNMENT'], unitIds: ['38.vptu'] });
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    while (!text.includes('own-unit')) text += new TextDecoder().decode((await reader.read()).value);
    stopped.abort();
    expect(text).not.toContain('other-');
    expect(text).toContain('data: {"type":"Task","id":"own-bloc"}');
  });

  test('tell a page too what changed after its first question, before it opened its stream', async () => {
    const { cookie } = await signIn();
    const listening = new AbortController();
    const first = await go('/events', { headers: { cookie }, signal: listening.signal });
    const reader = (first.body as ReadableStream<Uint8Array>).getReader();
    const tell = (id: string) =>
      database.sql('select pg_notify($1, $2)', [
        'lienthong',
        JSON.stringify({ service: 'plans', type: 'Task', at: '', id, provinceId: '38', blocs: ['PARTY'] }),
      ]);
    await tell('between');
    let text = '';
    while (!text.includes('between')) text += new TextDecoder().decode((await reader.read()).value);
    listening.abort();
    const opened = async (path: string) => {
      const stopped = new AbortController();
      const stream = await go(path, { headers: { cookie }, signal: stopped.signal });
      const late = (stream.body as ReadableStream<Uint8Array>).getReader();
      await tell('after');
      let heard = '';
      while (!heard.includes('after')) heard += new TextDecoder().decode((await late.read()).value);
      stopped.abort();
      return heard;
    };
    expect(await opened('/events?since=20000')).toContain('between');
    expect(await opened('/events')).not.toContain('between');
  });

  test('are closed to those who are not signed in', async () => {
    expect((await go('/events')).status).toBe(401);
  });
});

describe('the page', () => {
  test('lets scripts come from this portal and the modules only', async () => {
    const answer = await go('/plans/th-285');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' http://127.0.0.1:1;");
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(await answer.text()).toContain(`<meta name="csp-nonce" content="${nonce}" />`);
  });

  test('is the page of the newest build, without a restart', async () => {
    const file = join(folder, 'index.html');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('<body>', '<body>after the build'));
    expect(await (await go('/signed-out')).text()).toContain('after the build');
    writeFileSync(file, before);
    expect(await (await go('/signed-out')).text()).not.toContain('after the build');
  });

  test('tells the modules and the other portal, never to be kept', async () => {
    const answer = await go('/modules.json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({
      modules: [{ name: 'plans' }],
      portals: { GOVERNMENT: 'http://government.example' },
    });
  });

  test('keeps assets for ever and sends nothing from outside its folder', async () => {
    expect((await go('/assets/main-abc.js')).headers.get('cache-control')).toContain('immutable');
    expect((await go('/assets/missing.js')).status).toBe(404);
    // What is no file of the build is an address of the portal's one page.
    for (const path of ['/..%2f..%2fetc%2fpasswd', '/%2e%2e/modules.json.bak', '/.build-hash', '/index.html']) {
      expect((await go(path)).headers.get('content-security-policy'), path).toContain("default-src 'none'");
    }
  });
});

test('health tells whether sessions can be read', async () => {
  expect((await go('/health/live')).status).toBe(200);
  expect((await go('/health/ready')).status).toBe(200);
});
