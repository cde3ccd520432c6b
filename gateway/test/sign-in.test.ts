import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { generatePeerKey, signActorToken, verifyActorToken } from '@lienthong/kit/peer';
import { testKeys } from '@lienthong/kit/testing';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccessTokens } from '../src/sign-in/access-tokens.ts';
import { ActorDirectory } from '../src/sign-in/actor-directory.ts';
import { SignIn } from '../src/sign-in/sign-in.ts';

const AUDIENCE = 'https://lienthong.example/graph';
const keys = testKeys();
const issuerKey = await generateKeyPair('RS256');
const otherKey = await generateKeyPair('RS256');

let discoveries = 0;
let isIssuerDown = false;
const issuer = createServer(async (request, response) => {
  discoveries += 1;
  if (isIssuerDown) return response.destroy();
  const jwks = { keys: [{ ...(await exportJWK(issuerKey.publicKey)), kid: 'issuer-1', alg: 'RS256' }] };
  const body = request.url === '/jwks' ? jwks : { issuer: url(issuer), jwks_uri: `${url(issuer)}/jwks` };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

const questions: Record<string, unknown>[] = [];
let unitsAnswer: (question: Record<string, unknown>) => { status: number; body: unknown };
const units = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const signed = await verifyActorToken(
    keys.trusted,
    'units',
    String(request.headers.authorization).replace('Bearer ', ''),
  );
  const question = JSON.parse(Buffer.concat(chunks).toString());
  questions.push({ ...question, signer: signed.signer, path: request.url });
  const { status, body } = unitsAnswer(question);
  if (status === 0) return response.destroy();
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

const url = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const person = { kind: 'person', id: 'p1', displayName: 'Cán bộ', locale: 'vi', scopes: [], membership: null };

let signIn: SignIn;
let actors: ActorDirectory;

beforeAll(async () => {
  for (const server of [issuer, units]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  for (const server of [issuer, units]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  questions.length = 0;
  discoveries = 0;
  isIssuerDown = false;
  unitsAnswer = ({ clientId }) => ({
    status: 200,
    body:
      clientId === 'warehouse'
        ? { ...person, kind: 'integrator', id: 'warehouse', scopes: ['units:read', 'plans:read'] }
        : person,
  });
  actors = new ActorDirectory({
    unitsUrl: url(units),
    signingKey: keys.privateKey('gateway'),
    freshMs: 60,
    staleMs: 400,
    timeoutMs: 500,
  });
  signIn = new SignIn({
    trustedKeys: keys.trusted,
    actors,
    accessTokens: new AccessTokens(url(issuer), AUDIENCE),
    portalClients: { 'party-portal': 'PARTY', 'government-portal': 'GOVERNMENT' },
  });
});

interface TokenParts {
  claims?: Record<string, unknown>;
  audience?: string;
  issuedBy?: string;
  expires?: string;
  key?: typeof issuerKey.privateKey;
}

async function token({
  claims = {},
  audience = AUDIENCE,
  issuedBy,
  expires = '5m',
  key = issuerKey.privateKey,
}: TokenParts = {}): Promise<string> {
  return new SignJWT({ client_id: 'party-portal', scope: 'openid', sub: 'account-1', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'issuer-1', typ: 'at+jwt' })
    .setIssuer(issuedBy ?? url(issuer))
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(key);
}

const identify = (bearer: string | undefined, headers: Record<string, string> = {}) =>
  signIn.identify({ ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...headers }, 'r1');

describe('someone at a portal', () => {
  it('is known by the issuer’s token, the portal by its client, the unit by the chosen membership', async () => {
    const signedIn = await identify(await token(), { 'x-membership': 'm7', 'accept-language': 'en-GB,en' });
    expect(signedIn).toEqual({ actor: person, through: 'portal' });
    expect(questions).toEqual([
      {
        subject: 'account-1',
        clientId: 'party-portal',
        portal: 'PARTY',
        membershipId: 'm7',
        locale: 'en',
        signer: 'gateway',
        path: '/actor',
      },
    ]);
  });

  it('with no membership there is refused, in the words of the units service', async () => {
    unitsAnswer = () => ({ status: 403, body: { error: { code: 'FORBIDDEN', reason: 'NO_MEMBERSHIP' } } });
    await expect(identify(await token())).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'NO_MEMBERSHIP' });
    unitsAnswer = () => ({ status: 404, body: { error: { code: 'NOT_FOUND', reason: 'PERSON_NOT_FOUND' } } });
    await expect(identify(await token())).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'PERSON_NOT_FOUND' });
  });

  it.each<[string, () => Promise<string | undefined>, string]>([
    ['no token', async () => undefined, 'NOT_SIGNED_IN'],
    ['something that is no token', async () => 'abc', 'TOKEN_INVALID'],
    ['a token that has ended', () => token({ expires: '-1m' }), 'TOKEN_INVALID'],
    ['a token for another audience', () => token({ audience: 'https://elsewhere.example' }), 'TOKEN_INVALID'],
    ['a token of another issuer', () => token({ issuedBy: 'https://other.example' }), 'TOKEN_INVALID'],
    ['a token signed by another key', () => token({ key: otherKey.privateKey }), 'TOKEN_INVALID'],
    ['a token without a client', () => token({ claims: { client_id: undefined } }), 'TOKEN_INVALID'],
    [
      'a token without a signature',
      async () => `${(await token()).split('.').slice(0, 2).join('.')}.`,
      'TOKEN_INVALID',
    ],
  ])('is not let in with %s', async (_, make, reason) => {
    await expect(identify(await make())).rejects.toMatchObject({ code: 'UNAUTHENTICATED', reason });
    expect(questions).toEqual([]);
  });

  it('is told when the issuer cannot be reached, and gets in once it can', async () => {
    isIssuerDown = true;
    await expect(identify(await token())).rejects.toMatchObject({ code: 'INTERNAL', reason: 'ISSUER_UNREACHABLE' });
    isIssuerDown = false;
    expect((await identify(await token())).through).toBe('portal');
  });

  it('is looked up once for many requests, and the issuer’s keys are fetched once', async () => {
    const bearer = await token();
    await Promise.all(Array.from({ length: 10 }, () => identify(bearer)));
    await identify(await token({ claims: { jti: 'another' } }));
    expect([questions.length, discoveries]).toEqual([1, 2]);
    await sleep(80);
    await identify(bearer);
    expect(questions).toHaveLength(2);
  });

  it('is looked up again as soon as a membership or a person changes', async () => {
    const bearer = await token();
    await identify(bearer);
    unitsAnswer = () => ({ status: 403, body: { error: { code: 'FORBIDDEN', reason: 'NO_MEMBERSHIP' } } });
    actors.forget();
    await expect(identify(bearer)).rejects.toMatchObject({ reason: 'NO_MEMBERSHIP' });
  });

  it('stays in for some minutes while the units service is down, but not after a change there', async () => {
    const bearer = await token();
    const { actor } = await identify(bearer);
    unitsAnswer = () => ({ status: 0, body: null });
    await sleep(80);
    expect((await identify(bearer)).actor).toBe(actor);
    actors.forget();
    await expect(identify(bearer)).rejects.toMatchObject({ code: 'INTERNAL', reason: 'ACTOR_UNAVAILABLE' });
  });
});

describe('an integrator', () => {
  it('is known by its client, and may read what both its token and its registration name', async () => {
    const bearer = await token({
      claims: { client_id: 'warehouse', sub: 'warehouse', scope: 'plans:read reporting:read' },
    });
    const { actor, through } = await identify(bearer, { 'x-membership': 'm7' });
    expect([through, actor.id, actor.scopes]).toEqual(['integrator', 'warehouse', ['plans:read']]);
    expect(questions[0]).toMatchObject({ subject: null, clientId: 'warehouse', portal: null, membershipId: null });
    expect((await identify(bearer)).actor).toBe(actor);
  });

  it('is not someone signed in through an unknown client', async () => {
    const bearer = await token({ claims: { client_id: '__proto__', sub: 'account-1' } });
    await expect(identify(bearer)).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'CLIENT_UNKNOWN' });
  });
});

describe('another of our services', () => {
  const self = (id: string) => ({ kind: 'service', id, displayName: id, locale: 'vi' }) as const;

  it('is known by its own signature, and speaks only for itself', async () => {
    const bearer = await signActorToken(keys.privateKey('reporting'), 'gateway', self('reporting'));
    expect(await identify(bearer)).toEqual({ actor: self('reporting'), through: 'service' });
    for (const [key, audience, actor] of [
      [keys.privateKey('reporting'), 'gateway', self('plans')],
      [keys.privateKey('reporting'), 'gateway', { ...person, locale: 'vi', kind: 'person' } as const],
      [keys.privateKey('reporting'), 'units', self('reporting')],
      [keys.privateKey('gateway'), 'gateway', { ...person, locale: 'vi', kind: 'person' } as const],
      [generatePeerKey('reporting').privateJwk, 'gateway', self('reporting')],
    ] as const) {
      await expect(identify(await signActorToken(key, audience, actor))).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    }
  });
});
