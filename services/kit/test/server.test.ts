import { request as httpRequest } from 'node:http';
import { Ctx, Query, Resolver } from 'type-graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestContext } from '../src/context.ts';
import { createLog } from '../src/log.ts';
import { generatePeerKey, signActorToken } from '../src/peer.ts';
import type { Route } from '../src/server.ts';
import { signedClient } from '../src/testing.ts';
import { Note } from './example/notes/note.entity.ts';
import { NoteResolver } from './example/notes/note.resolver.ts';
import { officer, type Running, runExample, stranger } from './example/running.ts';

@Resolver()
class FaultyResolver {
  @Query(() => String, { description: 'Breaks.' })
  faulty(): string {
    throw new Error('password=hunter2 at /srv/secret.ts');
  }

  @Query(() => String, { description: 'Takes its time.' })
  async slow(@Ctx() context: RequestContext): Promise<string> {
    await new Promise((done) => setTimeout(done, 400));
    return context.actor.id;
  }
}

const routes: Route<RequestContext>[] = [
  {
    method: 'GET',
    path: '/things/:name',
    handle: async (context, { params, response }) => {
      response.end(`${params.name} for ${context.actor.id}`);
    },
  },
];

interface NotesPage {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

let running: Running;

beforeAll(async () => {
  const graph = { resolvers: [NoteResolver, FaultyResolver], orphanedTypes: [Note] };
  running = await runExample({ definition: { graph, routes }, log: createLog('notes', 'silent') });
});

afterAll(() => running?.stop());

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${running.service.url}/graphql`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

test('a call without a peer token is refused, the schema and entities included', async () => {
  for (const query of [
    '{ notes { totalCount } }',
    '{ _service { sdl } }',
    '{ _entities(representations: []) { __typename } }',
  ]) {
    const answer = await post(JSON.stringify({ query }));
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'UNAUTHENTICATED', reason: 'NOT_SIGNED_IN' } });
  }
  expect((await fetch(`${running.service.url}/things/x`)).status).toBe(401);
});

test('a token of a stranger, for another service, or that is old, is refused', async () => {
  const { keys } = running;
  const tokens = [
    'nonsense',
    await signActorToken(generatePeerKey('gateway').privateJwk, 'notes', officer),
    await signActorToken(keys.privateKey('gateway'), 'plans', officer),
    // A service may speak only for itself.
    await signActorToken(keys.privateKey('plans'), 'notes', officer),
  ];
  for (const token of tokens) {
    const answer = await post('{"query":"{ __typename }"}', { authorization: `Bearer ${token}` });
    expect(answer.status).toBe(401);
  }
  const itself = { kind: 'service' as const, id: 'plans', displayName: 'plans', locale: 'vi' as const };
  const own = await signActorToken(keys.privateKey('plans'), 'notes', itself);
  expect((await post('{"query":"{ __typename }"}', { authorization: `Bearer ${own}` })).status).toBe(200);
});

test('the schema is not told to those who ask, whoever they are', async () => {
  const refusal = await signedClient(running.service, officer, running.keys).refusal('{ __schema { types { name } } }');
  expect(refusal).toMatchObject({ code: 'INVALID', reason: 'INVALID_QUERY' });
});

test('a body over a megabyte is refused before it is read', async () => {
  const token = await signActorToken(running.keys.privateKey('gateway'), 'notes', officer);
  const answer = await post(JSON.stringify({ query: '{ __typename }', pad: 'x'.repeat(1_100_000) }), {
    authorization: `Bearer ${token}`,
  });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ error: { reason: 'BODY_TOO_LARGE' } });
});

test('what nobody expected is shown as a number to look up, and nothing else', async () => {
  const refusal = await signedClient(running.service, stranger, running.keys).refusal('{ faulty }');
  expect(refusal).toMatchObject({ code: 'INTERNAL', reason: 'INTERNAL' });
  expect(refusal.message).toMatch(/Number to look up: [\w-]{36}/);
  expect(JSON.stringify(refusal)).not.toMatch(/hunter2|secret\.ts|stack/);
});

test('a wrong date is refused with the field it stands in', async () => {
  const refusal = await signedClient(running.service, officer, running.keys).refusal(
    'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } } }',
    { input: { idempotencyKey: 'bad-date', words: 'x', dueOn: '2025-02-30' } },
  );
  expect(refusal).toMatchObject({ code: 'INVALID', reason: 'NOT_A_DATE', field: 'dueOn' });
  expect(refusal.message).toMatch(/^“2025-02-30” không phải là một ngày có thật/);
});

test('a text as long as a book is refused with the field it stands in', async () => {
  const refusal = await signedClient(running.service, officer, running.keys).refusal(
    'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } } }',
    { input: { idempotencyKey: 'long-text', words: 'x'.repeat(10_000), dueOn: '2025-11-28' } },
  );
  expect(refusal).toMatchObject({ code: 'INVALID', reason: 'TEXT_TOO_LONG', field: 'words' });
});

test('an unknown field is refused in the language of the person', async () => {
  const ask = (actor: typeof officer) => signedClient(running.service, actor, running.keys).refusal('{ nothing }');
  expect((await ask(officer)).message).toMatch(/^Câu truy vấn chưa hợp lệ/);
  expect((await ask(stranger)).message).toMatch(/^The query is not valid/);
});

test('a page of none or of two hundred is refused', async () => {
  const client = signedClient(running.service, officer, running.keys);
  for (const first of [0, -1, 101]) {
    expect(await client.refusal(`{ notes(first: ${first}) { totalCount } }`)).toMatchObject({
      reason: 'PAGE_SIZE',
      field: 'first',
    });
  }
  expect(await client.refusal('{ notes(after: "bm9uc2Vuc2U") { totalCount } }')).toMatchObject({ reason: 'CURSOR' });
  const madeUp = Buffer.from(JSON.stringify(['no day', 'x'])).toString('base64url');
  expect(await client.refusal(`{ notes(after: "${madeUp}") { nodes { id } } }`)).toMatchObject({
    code: 'INVALID',
    reason: 'CURSOR',
  });
});

test('pages follow each other without gap or repetition while rows are added', async () => {
  const client = signedClient(running.service, { ...officer, id: 'pager' }, running.keys);
  for (let n = 0; n < 25; n += 1) {
    await running.database.sql(`insert into notes.notes values ($1, 'x', $2, 'pager', 1)`, [
      `page-${String(n).padStart(2, '0')}`,
      `2025-12-${String((n % 5) + 1).padStart(2, '0')}`,
    ]);
  }
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const { notes }: { notes: NotesPage } = await client.data(
      'query ($after: String) { notes(first: 7, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    seen.push(...notes.nodes.map((node) => node.id));
    await running.database.sql(`insert into notes.notes values ($1, 'x', '2025-11-01', 'pager', 1)`, [
      `early-${seen.length}`,
    ]);
    if (!notes.pageInfo.hasNextPage) break;
    after = notes.pageInfo.endCursor;
  }
  expect(seen).toHaveLength(25);
  expect(new Set(seen).size).toBe(25);
});

test('a route beside the graph gets its parts and the same caller', async () => {
  const client = signedClient(running.service, officer, running.keys);
  const answer = await client.fetch('/things/S%E1%BB%9F', { headers: { 'x-request-id': 'abc-123' } });
  expect(await answer.text()).toBe('Sở for officer');
  expect(answer.headers.get('x-request-id')).toBe('abc-123');
  expect((await client.fetch('/nowhere')).status).toBe(404);
});

test('health is open to all; a service is not ready without its database', async () => {
  const get = async (path: string): Promise<number> => (await fetch(running.service.url + path)).status;
  expect([await get('/health/live'), await get('/health/ready')]).toEqual([200, 200]);
});

test('a service that is told to stop finishes what it has begun and takes nothing new', async () => {
  const own = await runExample({ definition: { graph: { resolvers: [FaultyResolver] } } });
  const token = await signActorToken(own.keys.privateKey('gateway'), 'notes', officer);
  const begun = new Promise<string>((done, fail) => {
    const call = httpRequest(
      `${own.service.url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => done(text));
      },
    );
    call.on('error', fail);
    call.end('{"query":"{ slow }"}');
  });
  await new Promise((done) => setTimeout(done, 100));
  const stopped = own.stop();
  await new Promise((done) => setTimeout(done, 50));
  await expect(fetch(`${own.service.url}/health/live`)).rejects.toThrow();
  expect(JSON.parse(await begun)).toEqual({ data: { slow: 'officer' } });
  await stopped;
});
