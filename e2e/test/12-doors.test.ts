/** The doors behind the portals: subgraphs answer signed peers only, and the gateway weighs every free query. */
import { beforeAll, describe, expect, it } from 'vitest';
import { instanceKey, peerToken, personActor, serviceActor, strangersKey } from '../src/peer-token.ts';
import { PortalSession, signInByForm } from '../src/portal-session.ts';
import { integratorToken, world } from '../src/world.ts';

const subgraphs = { units: 21, plans: 22, reporting: 23, compliance: 24 } as const;
const addressOf = (service: keyof typeof subgraphs): string => {
  const { protocol, hostname, port } = new URL(world().graph);
  return `${protocol}//${hostname}:${Number(port) + subgraphs[service]}`;
};

const entities = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }`;
const questions = [
  { query: '{ __typename }' },
  { query: '{ _service { sdl } }' },
  { query: entities, variables: { of: [{ __typename: 'Task', id: 'th-285-kh-tu.17' }] } },
];
const innards =
  /node_modules|\.[jt]s:\d|\/(work|tmp|home|srv|root)\/|select .* from|relation "|QueryFailed|postgres| {4}at /i;

async function knock(address: string, token: string | undefined, body: object): Promise<Response> {
  return fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
}

describe.each(Object.keys(subgraphs) as (keyof typeof subgraphs)[])('the service %s', (service) => {
  const now = Math.floor(Date.now() / 1000);
  const right = { aud: service, actor: personActor };
  const other = service === 'units' ? 'plans' : 'units';
  const unsigned = (): string => {
    const [, payload] = peerToken(strangersKey(), 'gateway', right).split('.');
    return `${Buffer.from('{"alg":"none","kid":"gateway"}').toString('base64url')}.${payload}.`;
  };
  const wrong: [name: string, token: () => string | undefined][] = [
    ['no token', () => undefined],
    ['a token of no sense', () => 'abc.def.ghi'],
    ['an unsigned token', unsigned],
    ['a stranger’s token under the gateway’s name', () => peerToken(strangersKey(), 'gateway', right)],
    ['a token of an unknown signer', () => peerToken(strangersKey(), 'stranger', right)],
    [
      'an expired token',
      () => peerToken(instanceKey('gateway'), 'gateway', { ...right, iat: now - 200, exp: now - 140 }),
    ],
    [
      'a token that would hold for a day',
      () => peerToken(instanceKey('gateway'), 'gateway', { ...right, iat: now - 300, exp: now + 86_400 }),
    ],
    ['a token for another service', () => peerToken(instanceKey('gateway'), 'gateway', { ...right, aud: other })],
    ['a token that names nobody', () => peerToken(instanceKey('gateway'), 'gateway', { aud: service })],
    ['a peer that speaks for a person', () => peerToken(instanceKey('reporting'), 'reporting', right)],
    [
      'a peer that speaks for another peer',
      () => peerToken(instanceKey('reporting'), 'reporting', { aud: service, actor: serviceActor('plans') }),
    ],
    ['a peer that signs as the gateway', () => peerToken(instanceKey('reporting'), 'gateway', right)],
    [
      'a peer’s key with the gateway as issuer',
      () => peerToken(instanceKey('reporting'), 'reporting', { ...right, iss: 'gateway' }),
    ],
  ];

  it.each(wrong)('does not answer %s, entities and schema included', async (_, token) => {
    for (const question of questions) {
      const answer = await knock(addressOf(service), token(), question);
      const text = await answer.text();
      expect(answer.status).toBe(401);
      expect(JSON.parse(text)).not.toHaveProperty('data');
      expect(text).not.toMatch(innards);
    }
    const files = await fetch(`${addressOf(service)}/files/${service}/uploads?name=a.pdf`, {
      method: 'POST',
      body: 'x',
    });
    expect(files.status).toBe(401);
  });

  it('answers the gateway, and each peer as itself', async () => {
    const asGateway = await knock(
      addressOf(service),
      peerToken(instanceKey('gateway'), 'gateway', right),
      questions[0] as object,
    );
    expect(asGateway.status).toBe(200);
    const claims = { aud: service, actor: serviceActor('reporting') };
    const asItself = await knock(
      addressOf(service),
      peerToken(instanceKey('reporting'), 'reporting', claims),
      questions[0] as object,
    );
    expect(asItself.status).toBe(200);
  });
});

describe('the twelve attacks on free queries, through the real gateway', () => {
  let token = '';
  beforeAll(async () => {
    token = await integratorToken(world().integrator);
  });

  async function post(body: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(world().graph, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    expect(text).not.toMatch(innards);
    const { data, errors } = JSON.parse(text) as {
      data?: unknown;
      errors?: { message: string; extensions: { code: string } }[];
    };
    return { status: answer.status, text, data: data ?? null, errors: errors ?? [] };
  }
  const times = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => make(index)).join(' ');

  const refused: [name: string, query: string][] = [
    ['introspection', '{ __schema { types { name fields { name } } } }'],
    ['a hundred aliases', `{ ${times(101, (index) => `a${index}: __typename`)} }`],
    ['ten directives on a field', `{ __typename ${'@aa'.repeat(10)} }`],
    ['a hint at a misspelt field', '{ plans { nodes { titel } } }'],
    [
      'introspection in circles',
      `{ __schema { types { ${times(20, () => 'fields { type {')} name ${'} }'.repeat(20)} } } }`,
    ],
    ['eleven levels', `{ plan(id: "th-285-kh-tu") { ${'implementedBy { '.repeat(10)} id ${'} '.repeat(10)} } }`],
    [
      'pages in pages',
      '{ plans(first: 100) { nodes { tasks(first: 100) { nodes { leadUnits { tasks(first: 100) { nodes { id } } } } } } } }',
    ],
    ['a page of a thousand', '{ tasks(first: 1000) { nodes { id } } }'],
    ['three thousand words', `{ ${times(3_000, () => 'id')} }`],
    ['fragments in circles', '{ plans { nodes { ...A } } } fragment A on Plan { ...B } fragment B on Plan { ...A }'],
  ];

  it.each(refused)('refuses %s with a sentence and without a hint', async (_, query) => {
    const { data, errors, text } = await post({ query });
    expect(data).toBeNull();
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThanOrEqual(5);
    expect(errors[0]?.extensions.code).toBe('INVALID');
    expect(errors[0]?.message).toMatch(/\p{L}+ \p{L}+/u);
    expect(text).not.toMatch(/did you mean/i);
  });

  it('refuses several queries at once, a query in the address, forms and foreign types', async () => {
    expect(
      (
        await post(
          times(10, () => '{"query":"{ __typename }"}')
            .split('} {')
            .join('},{')
            .replace(/^/, '[')
            .concat(']'),
        )
      ).status,
    ).toBe(400);
    for (const query of ['{ __typename }', 'mutation { __typename }']) {
      const answer = await fetch(`${world().graph}?query=${encodeURIComponent(query)}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(405);
    }
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const { data, errors } = await post('{"query":"{ __typename }"}', { 'content-type': type });
      expect([data, errors[0]?.extensions.code]).toEqual([null, 'INVALID']);
    }
  });

  it('shows no page for browsers, no trace and no innards', async () => {
    const page = await fetch(world().graph, { headers: { accept: 'text/html', authorization: `Bearer ${token}` } });
    expect(await page.text()).not.toMatch(/<html|playground|graphiql/i);
    const traced = await post({ query: '{ businessClock { today } }' }, { 'apollo-federation-include-trace': 'ftv1' });
    expect(traced.text).not.toMatch(/extensions/);
    for (const broken of ['{ plans {', '\u0000', '{"', 'query ($a: [[[Int]]]) { __typename }'])
      expect((await post({ query: broken })).errors[0]?.extensions.code).toBe('INVALID');
  });

  it('survives made-up cursors, names of prototypes and bodies that are too deep or too large', async () => {
    const page =
      'query ($after: String) { plans(after: $after) { nodes { id } } tasks(after: $after, orderBy: DUE_ON) { nodes { id } } reportObligations(after: $after) { nodes { id } } informationSystems(after: $after) { nodes { id } } units(after: $after) { nodes { id } } }';
    for (const values of [['x'], ['x', 'y'], ['\u0000', '\u0000'], ['x', 'y', 'z'], ['2025-99-99', 'a']])
      for (const { extensions } of (
        await post({ query: page, variables: { after: Buffer.from(JSON.stringify(values)).toString('base64url') } })
      ).errors)
        expect(extensions.code).toBe('INVALID');
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const { errors } = await post(
        `{"query":"{ ${name}: businessClock { ${name}: today } }","variables":{"${name}":{"polluted":true}},"${name}":{"polluted":true}}`,
      );
      for (const { extensions } of errors) expect(extensions.code).toBe('INVALID');
    }
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const answer = await post(
      `{"query":"query ($ids: [ID!]) { units(filter: { ids: $ids }) { nodes { id } } }","variables":{"ids":${deep}}}`,
    );
    expect(answer.errors[0]?.extensions.code).toBe('INVALID');
    const large = await post(JSON.stringify({ query: `# ${'x'.repeat(2_000_000)}\n{ __typename }` }));
    expect(large.status).toBe(413);
  });
});

describe('a portal', () => {
  it('sends no text of its own, whatever is beside it, and nothing without a session', async () => {
    const session = await signInByForm('vptu-chuyenvien', 'party');
    for (const body of [
      { query: '{ me { provinceId } }' },
      { query: '{ __schema { types { name } } }' },
      { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } },
    ]) {
      const { errors, data } = await session.post(JSON.stringify(body));
      expect([data, errors[0]?.extensions.code, errors[0]?.extensions.reason]).toEqual([
        null,
        'FORBIDDEN',
        'UNREGISTERED_OPERATION',
      ]);
    }
    const stranger = await new PortalSession('party').operate('Viewer');
    expect([stranger.status, stranger.errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
