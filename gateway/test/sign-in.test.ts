import { setTimeout as sleep } from 'node:timers/promises';
import { generatePeerKey, signActorToken } from '@lienthong/kit/peer';
import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AccessTokens } from '../src/sign-in/access-tokens.ts';
import { ActorDirectory } from '../src/sign-in/actor-directory.ts';
import { SignIn } from '../src/sign-in/sign-in.ts';
import { AUDIENCE, type IssuerAndUnits, person, startIssuerAndUnits } from './issuer.ts';

const otherKey = await generateKeyPair('RS256');
let house: IssuerAndUnits;
let signIn: SignIn;
let actors: ActorDirectory;

beforeAll(async () => {
  house = await startIssuerAndUnits();
});
afterAll(() => house.stop());
beforeEach(() => {
  house.reset();
  actors = new ActorDirectory({
    unitsUrl: house.unitsUrl,
    signingKey: house.keys.privateKey('gateway'),
    freshMs: 60,
    staleMs: 400,
    timeoutMs: 500,
  });
  signIn = new SignIn({
    trustedKeys: house.keys.trusted,
    actors,
    accessTokens: new AccessTokens(house.issuerUrl, AUDIENCE),
    portalClients: { 'party-portal': 'PARTY', 'government-portal': 'GOVERNMENT' },
  });
});

const identify = (bearer: string | undefined, headers: Record<string, string> = {}) =>
  signIn.identify({ ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), ...headers }, 'r1');

describe('someone at a portal', () => {
  it('is known by the issuer’s token, the portal by its client, the unit by the chosen membership', async () => {
    const signedIn = await identify(await house.token(), { 'x-membership': 'm7', 'accept-language': 'en-GB,en' });
    expect(signedIn).toEqual({ actor: person, through: 'portal' });
    expect(house.questions).toEqual([
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
    house.unitsAnswer = () => ({ status: 403, body: { error: { code: 'FORBIDDEN', reason: 'NO_MEMBERSHIP' } } });
    await expect(identify(await house.token())).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'NO_MEMBERSHIP' });
    house.unitsAnswer = () => ({ status: 404, body: { error: { code: 'NOT_FOUND', reason: 'PERSON_NOT_FOUND' } } });
    await expect(identify(await house.token())).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'PERSON_NOT_FOUND',
    });
  });

  it.each<[string, () => Promise<string | undefined>, string]>([
    ['no token', async () => undefined, 'NOT_SIGNED_IN'],
    ['something that is no token', async () => 'abc', 'TOKEN_INVALID'],
    ['a token that has ended', () => house.token({ expires: '-1m' }), 'TOKEN_INVALID'],
    ['a token for another audience', () => house.token({ audience: 'https://elsewhere.example' }), 'TOKEN_INVALID'],
    ['a token of another issuer', () => house.token({ issuedBy: 'https://other.example' }), 'TOKEN_INVALID'],
    ['a token signed by another key', () => house.token({ key: otherKey.privateKey }), 'TOKEN_INVALID'],
    ['a token without a client', () => house.token({ claims: { client_id: undefined } }), 'TOKEN_INVALID'],
    [
      'a token without a signature',
      async () => `${(await house.token()).split('.').slice(0, 2).join('.')}.`,
      'TOKEN_INVALID',
    ],
  ])('is not let in with %s', async (_, make, reason) => {
    await expect(identify(await make())).rejects.toMatchObject({ code: 'UNAUTHENTICATED', reason });
    expect(house.questions).toEqual([]);
  });

  it('is told when the issuer cannot be reached, and gets in once it can', async () => {
    house.isIssuerDown = true;
    await expect(identify(await house.token())).rejects.toMatchObject({
      code: 'INTERNAL',
      reason: 'ISSUER_UNREACHABLE',
    });
    house.isIssuerDown = false;
    expect((await identify(await house.token())).through).toBe('portal');
  });

  it('is looked up once for many requests, and the issuer’s keys are fetched once', async () => {
    const bearer = await house.token();
    await Promise.all(Array.from({ length: 10 }, () => identify(bearer)));
    await identify(await house.token({ claims: { jti: 'another' } }));
    expect([house.questions.length, house.discoveries]).toEqual([1, 2]);
    await sleep(80);
    await identify(bearer);
    expect(house.questions).toHaveLength(2);
  });

  it('is looked up again as soon as a membership or a person changes', async () => {
    const bearer = await house.token();
    await identify(bearer);
    house.unitsAnswer = () => ({ status: 403, body: { error: { code: 'FORBIDDEN', reason: 'NO_MEMBERSHIP' } } });
    actors.forget();
    await expect(identify(bearer)).rejects.toMatchObject({ reason: 'NO_MEMBERSHIP' });
  });

  it('stays in for some minutes while the units service is down, but not after a change there', async () => {
    const bearer = await house.token();
    const { actor } = await identify(bearer);
    house.unitsAnswer = () => ({ status: 0, body: null });
    await sleep(80);
    expect((await identify(bearer)).actor).toBe(actor);
    actors.forget();
    await expect(identify(bearer)).rejects.toMatchObject({ code: 'INTERNAL', reason: 'ACTOR_UNAVAILABLE' });
  });
});

describe('an integrator', () => {
  it('is known by its client, and may read what both its token and its registration name', async () => {
    const bearer = await house.token({
      claims: { client_id: 'warehouse', sub: 'warehouse', scope: 'plans:read reporting:read' },
    });
    const { actor, through } = await identify(bearer, { 'x-membership': 'm7' });
    expect([through, actor.id, actor.scopes]).toEqual(['integrator', 'warehouse', ['plans:read']]);
    expect(house.questions[0]).toMatchObject({
      subject: null,
      clientId: 'warehouse',
      portal: null,
      membershipId: null,
    });
    expect((await identify(bearer)).actor).toBe(actor);
  });

  it('is not someone signed in through an unknown client', async () => {
    const bearer = await house.token({ claims: { client_id: '__proto__', sub: 'account-1' } });
    await expect(identify(bearer)).rejects.toMatchObject({ code: 'FORBIDDEN', reason: 'CLIENT_UNKNOWN' });
  });
});

describe('another of our services', () => {
  const self = (id: string) => ({ kind: 'service', id, displayName: id, locale: 'vi' }) as const;

  it('is known by its own signature, and speaks only for itself', async () => {
    const bearer = await signActorToken(house.keys.privateKey('reporting'), 'gateway', self('reporting'));
    expect(await identify(bearer)).toEqual({ actor: self('reporting'), through: 'service' });
    for (const [key, audience, actor] of [
      [house.keys.privateKey('reporting'), 'gateway', self('plans')],
      [house.keys.privateKey('reporting'), 'gateway', { ...person, locale: 'vi', kind: 'person' } as const],
      [house.keys.privateKey('reporting'), 'units', self('reporting')],
      [house.keys.privateKey('gateway'), 'gateway', { ...person, locale: 'vi', kind: 'person' } as const],
      [generatePeerKey('reporting').privateJwk, 'gateway', self('reporting')],
    ] as const) {
      await expect(identify(await signActorToken(key, audience, actor))).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    }
  });
});
