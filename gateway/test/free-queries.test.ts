import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProvince } from './province.ts';
import { type Reply, type ServedGraph, serve } from './served.ts';

const province = makeProvince();
let graph: ServedGraph;

beforeAll(async () => {
  graph = await serve(province.all);
});
afterAll(() => graph.stop());

const ask = (query: string, variables?: object): Promise<Reply> => graph.post({ query, variables });
const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

function expectRefused(reply: Reply, reason: string): void {
  expect(reply.json.data ?? null).toBeNull();
  expect(reply.json.errors[0].extensions).toMatchObject({ code: 'INVALID', reason });
  expect(reply.json.errors.length).toBeLessThanOrEqual(5);
}

describe('the twelve attacks of the public list', () => {
  it('1. introspection is off: the schema is fetched as a file', async () => {
    expectRefused(await ask('{ __schema { types { name fields { name } } } }'), 'INTROSPECTION_OFF');
    expectRefused(await ask('{ __type(name: "Unit") { name } }'), 'INTROSPECTION_OFF');
  });

  it('2. a hundred aliases of one field are refused, __typename included', async () => {
    expectRefused(await ask(`query { ${times(101, (index) => `alias${index}: __typename`)} }`), 'TOO_MANY_ALIASES');
    expectRefused(await ask(`query { ${times(16, (index) => `a${index}: me { id }`)} }`), 'TOO_MANY_ALIASES');
  });

  it('3. ten directives on one field are refused', async () => {
    expectRefused(await ask(`query { __typename ${'@aa'.repeat(10)} }`), 'TOO_MANY_DIRECTIVES');
  });

  it('4. a misspelt field is refused without a hint at the right one', async () => {
    const reply = await ask('{ units { nam } }');
    expectRefused(reply, 'INVALID_QUERY');
    expect(reply.text).not.toMatch(/did you mean/i);
  });

  it('5. several queries in one request are refused', async () => {
    const reply = await graph.post(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })));
    expect(reply.status).toBe(400);
    expectRefused(reply, 'BATCH_REFUSED');
  });

  it.each(['query { __typename }', 'mutation { close(id: "1") { id } }'])(
    '6./9. a question in the address is refused: %s',
    async (query) => {
      const response = await fetch(`${graph.gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { authorization: 'Bearer integrator' },
      });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
      expect(await response.json()).not.toHaveProperty('data');
    },
  );

  it('7. there is no query page for browsers', async () => {
    for (const path of ['/graphql', '/graphiql', '/playground', '/console', '/']) {
      const response = await fetch(`${graph.gateway.url}${path}`, { headers: { accept: 'text/html' } });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toMatch(/graphiql|playground|<html/i);
    }
  });

  it('8. introspection that runs in circles is refused', async () => {
    const circle = times(20, () => 'fields { type {').concat('name', ' } }'.repeat(20));
    const reply = await ask(`{ __schema { types { ${circle} } } }`);
    expect(reply.json.data ?? null).toBeNull();
    expect(reply.json.errors.length).toBeLessThanOrEqual(5);
  });

  it('10. a form from another site is refused', async () => {
    const form = 'query=mutation%7Bclose(id%3A%221%22)%7Bid%7D%7D';
    const reply = await graph.post(null, {
      raw: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expectRefused(reply, 'NOT_JSON');
    expectRefused(
      await graph.post(null, { raw: '{"query":"{ me { id } }"}', headers: { 'content-type': 'text/plain' } }),
      'NOT_JSON',
    );
  });

  it('11. no trace of the inner working comes with an answer', async () => {
    const reply = await graph.post(
      { query: '{ me { id } }' },
      { headers: { 'apollo-federation-include-trace': 'ftv1' } },
    );
    expect(reply.json).toEqual({ data: { me: { id: 'police' } } });
  });

  it('12. an unforeseen error shows a number, never its stack', async () => {
    province.units.manner = () => ({
      errors: [
        { message: 'relation "units.secret" does not exist', extensions: { stacktrace: ['at /srv/app/units.js:1'] } },
      ],
    });
    const reply = await ask('{ me { id } }');
    province.units.manner = 'well';
    expect(reply.text).not.toMatch(/relation|stack|srv/);
    expect(reply.json.errors[0].extensions).toEqual({
      code: 'INTERNAL',
      reason: 'INTERNAL',
      service: 'units',
      id: reply.headers.get('x-request-id'),
    });
    for (const broken of ['{ me { id ', '{"', '\u0000', '{ me(']) {
      const answer = await ask(broken);
      expect(answer.json.errors[0].extensions).toMatchObject({ code: 'INVALID', reason: 'SYNTAX' });
      expect(answer.text).not.toMatch(/node_modules|\.ts:|\.js:/);
    }
  });
});

describe('the size of a free query', () => {
  it('at most five faults of a query are told', async () => {
    const reply = await ask(`{ ${times(50, (index) => `wrong${index}`)} }`);
    expect(reply.json.errors).toHaveLength(5);
  });

  it('ten levels are allowed, eleven are not', async () => {
    const nested = (levels: number) => `{ me ${'{ parent '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`;
    expect((await ask(nested(10))).json.errors).toBeUndefined();
    expectRefused(await ask(nested(11)), 'QUERY_TOO_DEEP');
  });

  it('more than a hundred rows a page are refused, also when the number comes in a variable', async () => {
    expectRefused(await ask('{ tasks(first: 101) { id } }'), 'PAGE_SIZE');
    expectRefused(await ask('query ($n: Int) { tasks(first: $n) { id } }', { n: 1_000 }), 'PAGE_SIZE');
    expect((await ask('query ($n: Int) { tasks(first: $n) { id } }', { n: 100 })).json.errors).toBeUndefined();
  });

  it('pages within pages are counted before anything is fetched', async () => {
    const calls = province.plans.calls.length;
    expectRefused(await ask('{ tasks(first: 100) { leadUnits { tasks(first: 100) { id } } } }'), 'QUERY_TOO_COSTLY');
    expectRefused(await ask('{ tasks(first: 50) { leadUnits { tasks { leadUnits { id } } } } }'), 'QUERY_TOO_COSTLY');
    expect(province.plans.calls.length).toBe(calls);
    expect(
      (await ask('{ tasks(first: 20) { leadUnits { tasks(first: 10) { id } reports { id } } } }')).json.errors,
    ).toBeUndefined();
  });

  it('a question across all services in pages of usual size is allowed', async () => {
    const reply = await ask(
      '{ tasks(first: 60) { title leadUnits { name reports { id } tasks(first: 10) { title } } } }',
    );
    expect(reply.json.errors).toBeUndefined();
  });

  it('a document with several operations must say which is meant', async () => {
    const query = 'query A { me { id } } query B { me { name } }';
    expect((await graph.post({ query, operationName: 'B' })).json).toEqual({ data: { me: { name: 'Công an tỉnh' } } });
    expectRefused(await ask(query), 'BAD_REQUEST');
    expectRefused(await graph.post({ query, operationName: 'C' }), 'BAD_REQUEST');
  });

  it('a long query is refused before it is parsed, a clever one before it is followed', async () => {
    expectRefused(await ask(`{ ${'__typename '.repeat(2_000)} }`), 'QUERY_TOO_LONG');
    const fragments = times(
      60,
      (index) => `fragment F${index} on Unit { ${index === 59 ? 'id' : `...F${index + 1} ...F${index + 1}`} }`,
    );
    const started = performance.now();
    expectRefused(await ask(`{ me { ...F0 } } ${fragments}`), 'QUERY_TOO_COSTLY');
    expect(
      (await ask('{ me { ...A } } fragment A on Unit { ...B } fragment B on Unit { ...A }')).json.errors[0].extensions
        .reason,
    ).toBe('INVALID_QUERY');
    expectRefused(await ask(`{ ${'__typename '.repeat(1_900)} }`), 'INVALID_QUERY');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('what is sent to us is bounded', async () => {
    const reply = await ask(`{ me { id } } # ${'x'.repeat(1_100_000)}`);
    expect(reply.status).toBe(413);
  });
});

describe('who may ask freely', () => {
  it('nobody who has not signed in', async () => {
    const reply = await graph.post({ query: '{ me { id } }' }, { as: null });
    expect(reply.status).toBe(401);
    expect(reply.json.errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'NOT_SIGNED_IN' });
    expect(reply.json.errors[0].message).toBe('Bạn cần đăng nhập để tiếp tục.');
  });

  it('an integrator without any scope may not', async () => {
    const reply = await graph.post({ query: '{ me { id } }' }, { as: 'integrator-none' });
    expect(reply.status).toBe(403);
    expect(reply.json.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'OUT_OF_SCOPE' });
  });

  it('an integrator sees what its scopes cover; the rest is missing, with the reason', async () => {
    const reply = await graph.post(
      { query: '{ task(id: "2") { title leadUnits { id name } } }' },
      { as: 'integrator-plans' },
    );
    expect(reply.json.data).toEqual({
      task: { title: 'Rà soát tài khoản', leadUnits: [{ id: 'police', name: null }] },
    });
    expect(reply.json.errors).toHaveLength(1);
    expect(reply.json.errors[0]).toMatchObject({
      message: 'The scopes granted to this client do not cover this request.',
      path: ['task', 'leadUnits', 0],
      extensions: { code: 'FORBIDDEN', reason: 'OUT_OF_SCOPE', service: 'units' },
    });
  });

  it('an integrator changes nothing', async () => {
    const calls = province.plans.calls.length;
    const reply = await ask('mutation { close(id: "1") { id } }');
    expect(reply.json.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'READ_ONLY' });
    expect(province.plans.calls.length).toBe(calls);
  });

  it('another of our services may, beyond the limits of strangers', async () => {
    const query = `{ ${times(30, (index) => `a${index}: me { id }`)} }`;
    expect((await graph.post({ query }, { as: 'service' })).json.errors).toBeUndefined();
  });

  it('an integrator fetches the schema as a file, in which nothing of the inner division shows', async () => {
    const get = (as: string) =>
      fetch(`${graph.gateway.url}/schema.graphql`, { headers: { authorization: `Bearer ${as}` } });
    const sdl = await (await get('integrator')).text();
    expect(sdl).toContain('type Unit');
    expect(sdl).toContain('enum UnitState {\n  ACTIVE\n}');
    expect(sdl).not.toMatch(/join__|@key|_entities|_Service|inaccessible|DISSOLVED/);
    expect((await get('officer')).status).toBe(403);
    expect((await get('nobody')).status).toBe(401);
  });
});
