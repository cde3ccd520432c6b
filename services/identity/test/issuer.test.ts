import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { silentLog, type TestDatabase, testDatabase } from '@lienthong/kit/testing';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAccounts } from '../src/accounts/account.ts';
import type { IdentityConfig } from '../src/config.ts';
import { migrations } from '../src/migrations.ts';
import { type RunningIssuer, startIssuer } from '../src/server.ts';

const AUDIENCE = 'https://lienthong.example/graph';
const PASSWORD = 'a-test-password';
const [account] = readAccounts();
const login = account?.login ?? '';
const callback = 'http://localhost:4100/auth/callback';

let database: TestDatabase;
let config: IdentityConfig;
let issuer: RunningIssuer;

beforeAll(async () => {
  database = await testDatabase({ schema: 'identity', migrations });
  const port = await freePort();
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  config = {
    profile: 'demonstration',
    host: '127.0.0.1',
    port,
    clockOffsetSeconds: 0,
    logLevel: 'silent',
    issuerUrl: `http://127.0.0.1:${port}`,
    databaseUrl: database.url('identity_run'),
    tokenAudience: AUDIENCE,
    signingKeys: { keys: [{ ...(await exportJWK(privateKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] } as never,
    cookieKeys: ['a-cookie-key'],
    demonstrationPassword: PASSWORD,
    clients: [
      {
        client_id: 'party-portal',
        client_secret: 'portal-secret',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [callback],
        post_logout_redirect_uris: ['http://localhost:4100/'],
        scope: 'openid profile offline_access graph',
      },
      {
        client_id: 'integrator-plans',
        client_secret: 'integrator-secret',
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
        scope: 'units:read plans:read',
      },
    ],
  };
  issuer = await startIssuer(config, silentLog);
});

afterAll(async () => {
  await issuer?.stop();
  await database?.drop();
});

test('anyone can discover where to sign in and by which keys tokens are signed', async () => {
  const discovery = await json('/.well-known/openid-configuration');
  expect(discovery).toMatchObject({
    issuer: config.issuerUrl,
    authorization_endpoint: `${config.issuerUrl}/auth`,
    token_endpoint: `${config.issuerUrl}/token`,
    end_session_endpoint: `${config.issuerUrl}/session/end`,
    code_challenge_methods_supported: ['S256'],
  });
  const { keys } = (await json('/jwks')) as { keys: Record<string, unknown>[] };
  expect(keys[0]).toMatchObject({ kid: 'k1', kty: 'RSA' });
  expect(keys[0]).not.toHaveProperty('d');
});

test('a person signs in with name and password, without being asked to consent, and the portal gets a token for the graph', async () => {
  const browser = new Browser();
  const { tokens } = await signIn(browser, { login, password: PASSWORD });
  const access = await verified(tokens.access_token);
  expect(access).toMatchObject({ sub: account?.id, client_id: 'party-portal', scope: 'graph', aud: AUDIENCE });
  const id = await verified(tokens.id_token, 'party-portal');
  expect(id).toMatchObject({ sub: account?.id, name: account?.displayName, preferred_username: login });
});

test('choosing a demonstration account signs in without typing', async () => {
  const { tokens } = await signIn(new Browser(), { account: login });
  expect((await verified(tokens.access_token)).sub).toBe(account?.id);
});

test('a refresh token gives a new access token, also after the issuer has been restarted', async () => {
  const { tokens } = await signIn(new Browser(), { account: login });
  await issuer.stop();
  issuer = await startIssuer(config, silentLog);
  const renewed = await token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
  expect((await verified(renewed.access_token)).sub).toBe(account?.id);
});

test('signing out ends the session and goes back to the portal; the refresh token is worth nothing then', async () => {
  const browser = new Browser();
  const { tokens } = await signIn(browser, { account: login });
  const end = new URLSearchParams({
    id_token_hint: tokens.id_token ?? '',
    post_logout_redirect_uri: 'http://localhost:4100/',
  });
  const question = await (await browser.get(`/session/end?${end}`)).text();
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(question)?.[1] ?? '';
  expect(question).toContain('id="op.logoutForm"');
  const done = await browser.post('/session/end/confirm', { xsrf, logout: 'yes' });
  expect(done.headers.get('location')).toBe('http://localhost:4100/');
  const refused = await tokenResponse({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
  expect(refused.status).toBe(400);
});

test('a portal without PKCE is refused', async () => {
  const answer = await new Browser().get(`/auth?${authorization({})}`);
  expect(answer.headers.get('location')).toContain('error=invalid_request');
});

test('an address that is not registered gets no code', async () => {
  const query = authorization({ redirect_uri: 'http://evil.example/', ...challenge().query });
  const answer = await new Browser().get(`/auth?${query}`);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('location')).toBeNull();
});

test('an integrator gets a token with what its registration covers and nothing more', async () => {
  const basic = basicAuth('integrator-plans', 'integrator-secret');
  const granted = await token({ grant_type: 'client_credentials', scope: 'units:read plans:read' }, basic);
  const claims = await verified(granted.access_token);
  expect(claims).toMatchObject({ client_id: 'integrator-plans', scope: 'units:read plans:read', aud: AUDIENCE });
  const beyond = await tokenResponse({ grant_type: 'client_credentials', scope: 'compliance:read' }, basic);
  expect(beyond.status).toBe(400);
  expect(await beyond.json()).toMatchObject({ error: 'invalid_scope' });
  const wrongSecret = basicAuth('integrator-plans', 'guess');
  expect((await tokenResponse({ grant_type: 'client_credentials' }, wrongSecret)).status).toBe(401);
});

test('five wrong passwords lock the name, the right one included, and an unknown name behaves the same', async () => {
  const victim = readAccounts()[1]?.login ?? '';
  for (const name of [victim, 'khong-co-ai']) {
    const browser = new Browser();
    const step = await open(browser);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      statuses.push((await browser.post(step, { login: name, password: 'wrong' })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 429]);
  }
  const browser = new Browser();
  const step = await open(browser);
  const answer = await browser.post(step, { login: victim, password: PASSWORD, language: 'vi' });
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain('Hãy thử lại sau 15 phút');
  await database.sql(`update identity.sign_in_failures set locked_until = now() - interval '1 second'`);
  const { tokens } = await signIn(new Browser(), { login: victim, password: PASSWORD });
  expect(tokens.access_token).toBeTruthy();
});

test('attempts made at the same moment are all counted', async () => {
  const name = 'cung-luc';
  const browser = new Browser();
  const step = await open(browser);
  await Promise.all(Array.from({ length: 8 }, () => browser.post(step, { login: name, password: 'wrong' })));
  const hash = createHash('sha256').update(name).digest('hex');
  const [row] = await database.sql<{ locked: boolean }>(
    'select locked_until > now() as locked from identity.sign_in_failures where login_hash = $1',
    [hash],
  );
  expect(row?.locked).toBe(true);
});

test('the sign-in page speaks both languages, carries no foreign content and shows what was wrong in its place', async () => {
  const browser = new Browser();
  const step = await open(browser);
  const vietnamese = await browser.get(step);
  const html = await vietnamese.text();
  expect(html).toContain('<html lang="vi">');
  expect(html).toContain('<label for="login">Tên đăng nhập</label>');
  expect(vietnamese.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(html).not.toMatch(/(src|href)="https?:/);
  expect(await (await browser.get(`${step}?lang=en`)).text()).toContain('<html lang="en">');
  const wrong = await (await browser.post(step, { login: '<b>x', password: 'y', language: 'en' })).text();
  expect(wrong).toContain('role="alert"');
  expect(wrong).toContain('value="&#60;b&#62;x"');
});

test('a person who goes back at the sign-in page returns to the portal', async () => {
  const browser = new Browser();
  const step = await open(browser);
  const back = await browser.follow(await browser.get(`${step}/cancel`));
  expect(back).toMatch(/^http:\/\/localhost:4100\/auth\/callback\?error=access_denied/);
});

test('an old sign-in page says so instead of failing', async () => {
  const answer = await new Browser().get('/interaction/abcdefghijklmnopqrst');
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('Phiên đăng nhập đã hết hạn');
});

// A browser as far as these tests need one: cookies, and redirects followed by hand.
class Browser {
  readonly #cookies = new Map<string, string>();

  async get(path: string): Promise<Response> {
    return this.#send(path, { method: 'GET' });
  }

  async post(path: string, form: Record<string, string>): Promise<Response> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** Follows redirects within the issuer; gives the first address outside it. */
  async follow(response: Response): Promise<string> {
    let at = response;
    for (let hop = 0; hop < 10; hop += 1) {
      const location = at.headers.get('location');
      if (!location) throw new Error(`No redirect but ${at.status}: ${(await at.text()).slice(0, 500)}`);
      const target = new URL(location, config.issuerUrl);
      if (target.origin !== config.issuerUrl) return target.href;
      at = await this.get(target.pathname + target.search);
    }
    throw new Error('Redirected in a circle.');
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(config.issuerUrl + path, {
      ...init,
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'vi' },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

function challenge(): { verifier: string; query: Record<string, string> } {
  const verifier = randomBytes(32).toString('base64url');
  const code_challenge = createHash('sha256').update(verifier).digest('base64url');
  return { verifier, query: { code_challenge, code_challenge_method: 'S256' } };
}

function authorization(extra: Record<string, string>): URLSearchParams {
  return new URLSearchParams({
    client_id: 'party-portal',
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid profile offline_access graph',
    resource: AUDIENCE,
    state: 'state',
    ...extra,
  });
}

/** Opens the authorization and gives the path of the sign-in page. */
async function open(browser: Browser, query: Record<string, string> = challenge().query): Promise<string> {
  const answer = await browser.get(`/auth?${authorization(query)}`);
  const location = answer.headers.get('location') ?? '';
  expect(location).toMatch(/\/interaction\//);
  return new URL(location, config.issuerUrl).pathname;
}

async function signIn(browser: Browser, form: Record<string, string>): Promise<{ tokens: Record<string, string> }> {
  const { verifier, query } = challenge();
  const step = await open(browser, query);
  const back = new URL(await browser.follow(await browser.post(step, form)));
  const code = back.searchParams.get('code') ?? '';
  expect(code).not.toBe('');
  const tokens = await token({
    grant_type: 'authorization_code',
    code,
    redirect_uri: callback,
    code_verifier: verifier,
  });
  return { tokens };
}

const basicAuth = (id: string, secret: string): string => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

function tokenResponse(
  form: Record<string, string | undefined>,
  authorizationHeader = basicAuth('party-portal', 'portal-secret'),
): Promise<Response> {
  const body = new URLSearchParams(Object.entries(form).map(([key, value]): [string, string] => [key, value ?? '']));
  return fetch(`${config.issuerUrl}/token`, { method: 'POST', body, headers: { authorization: authorizationHeader } });
}

async function token(form: Record<string, string | undefined>, header?: string): Promise<Record<string, string>> {
  const response = await tokenResponse(form, header);
  const answer = (await response.json()) as Record<string, string>;
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

async function json(path: string): Promise<Record<string, unknown>> {
  return (await fetch(config.issuerUrl + path)).json() as Promise<Record<string, unknown>>;
}

async function verified(jwt: string | undefined, audience = AUDIENCE): Promise<JWTPayload> {
  const keys = createLocalJWKSet((await json('/jwks')) as never);
  return (await jwtVerify(jwt ?? '', keys, { issuer: config.issuerUrl, audience })).payload;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
