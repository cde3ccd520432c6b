import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendEarly } from '@lienthong/kit/http';
import { verifyActorToken } from '@lienthong/kit/peer';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeProvince } from './province.ts';
import { registered, type ServedGraph, serve } from './served.ts';
import { compose, TestSubgraph } from './subgraph.ts';

const province = makeProvince();
let graph: ServedGraph;

beforeAll(async () => {
  graph = await serve(province.all, { operationTimeoutMs: 800 });
});
afterEach(() => {
  for (const subgraph of province.all) Object.assign(subgraph, { manner: 'well', delay: 0 });
});
afterAll(() => graph.stop());

describe('registered operations', () => {
  it('are sent by portals as a hash, with variables', async () => {
    const hash = graph.register('query Task($id: ID!) { task(id: $id) { title } }');
    const reply = await graph.post(registered(hash, { id: '2' }), { as: 'officer' });
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({ data: { task: { title: 'Rà soát tài khoản' } } });
  });

  it('are not bound by the limits of free queries', async () => {
    const hash = graph.register(
      `{ ${Array.from({ length: 40 }, (_, index) => `t${index}: tasks(first: 500) { leadUnits { tasks(first: 500) { id } } }`).join(' ')} }`,
    );
    expect((await graph.post(registered(hash), { as: 'officer' })).json.errors).toBeUndefined();
  });

  it('an unknown hash is refused', async () => {
    for (const hash of ['0'.repeat(64), 'short', '__proto__', 7 as unknown as string]) {
      const reply = await graph.post(registered(hash), { as: 'officer' });
      expect(reply.status).toBe(403);
      expect(reply.json.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'UNREGISTERED_OPERATION' });
    }
  });

  it('a portal’s own text is refused, even a registered one, even beside a registered hash', async () => {
    const text = '{ me { id } }';
    const hash = graph.register(text);
    for (const body of [{ query: text }, { query: '{ me { name } }', ...registered(hash) }]) {
      const reply = await graph.post(body, { as: 'officer' });
      expect(reply.json.errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'UNREGISTERED_OPERATION' });
      expect(reply.json.data).toBeUndefined();
    }
  });
});

describe('what the services are told', () => {
  it('who is asking, signed for each of them, with the number of the request', async () => {
    province.units.calls.length = 0;
    await graph.post(registered(graph.register('{ me { id } }')), {
      as: 'officer',
      headers: { 'x-request-id': 'request-17', 'x-actor': 'forged' },
    });
    const { headers } = province.units.calls[0]!;
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    expect((await verifyActorToken(graph.keys.trusted, 'units', token)).actor).toMatchObject({
      kind: 'person',
      id: 'officer',
    });
    await expect(verifyActorToken(graph.keys.trusted, 'plans', token)).rejects.toThrow();
    expect(headers['x-request-id']).toBe('request-17');
    expect(headers['x-actor']).toBeUndefined();
  });

  it('two people asking the same at the same time are asked for separately', async () => {
    const hash = graph.register('{ me { name } }');
    province.units.calls.length = 0;
    province.units.delay = 40;
    await Promise.all(['officer', 'officer', 'colleague'].map((as) => graph.post(registered(hash), { as })));
    expect(province.units.calls).toHaveLength(2);
  });
});

describe('time', () => {
  it('an operation that takes too long is answered with what there is', async () => {
    province.reporting.manner = 'hang';
    const reply = await graph.post(registered(graph.register('{ me { id reports { id } } }')), { as: 'officer' });
    expect(reply.json.data).toEqual({ me: { id: 'police', reports: null } });
    expect(reply.json.errors[0].extensions).toMatchObject({ reason: 'OPERATION_TIMEOUT', service: 'reporting' });
    expect(reply.json.errors[0].message).toMatch(/^Yêu cầu chạy quá lâu/);
  });

  it('a reader who leaves ends the calls made for the page; a change goes on', async () => {
    const read = graph.register('{ reports { id } }');
    const change = graph.register('mutation { close(id: "1") { id } }');
    const leave = async (hash: string, service: TestSubgraph): Promise<void> => {
      const called = service.calls.length;
      const abort = new AbortController();
      const asking = fetch(`${graph.gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer officer' },
        body: JSON.stringify(registered(hash)),
        signal: abort.signal,
      }).catch(() => undefined);
      await vi.waitFor(() => expect(service.calls.length).toBe(called + 1), { timeout: 5_000 });
      abort.abort();
      await asking;
    };
    const { reporting, plans } = province;
    const aborted = { reporting: reporting.aborted, plans: plans.aborted };
    reporting.delay = 1_000;
    await leave(read, reporting);
    await vi.waitFor(() => expect(reporting.aborted - aborted.reporting).toBe(1), { timeout: 5_000 });
    plans.delay = 300;
    await leave(change, plans);
    await sleep(400);
    expect(plans.aborted - aborted.plans).toBe(0);
  });
});

describe('a new supergraph', () => {
  it('is taken in without a failed request: 25 times in a row, under load', async () => {
    const variants = [0, 1].map((variant) => {
      const extra = new TestSubgraph(
        'units',
        `${province.units.typeDefs.split('\n').slice(1).join('\n')}\nextend type Unit { extra${variant}: String }`,
        {},
      );
      extra.url = province.units.url;
      return compose([extra, province.plans, province.reporting]);
    });
    const hash = graph.register('{ tasks { title leadUnits { name reports { id } } } }');
    let isLoading = true;
    let answered = 0;
    const faults: unknown[] = [];
    const load = Array.from({ length: 8 }, async (_, client) => {
      while (isLoading) {
        const reply = await graph.post(
          client % 2
            ? registered(hash)
            : { query: `{ task(id: "${1 + (answered % 3)}") { title leadUnits { name } } }` },
          {
            as: client % 2 ? 'officer' : 'integrator',
          },
        );
        answered += 1;
        if (reply.status !== 200 || reply.json.errors) faults.push(reply.text);
      }
    });
    for (let reload = 0; reload < 25; reload++) {
      expect(graph.source.replace(variants[reload % 2] as string)).toBe(true);
      await sleep(60);
    }
    isLoading = false;
    await Promise.all(load);
    expect(faults.slice(0, 3)).toEqual([]);
    expect(answered).toBeGreaterThan(100);
    expect((await graph.post({ query: '{ me { extra0 } }' })).json.errors[0].extensions.reason).not.toBe(
      'INVALID_QUERY',
    );
    expect((await graph.post({ query: '{ me { extra1 } }' })).json.errors[0].extensions.reason).toBe('INVALID_QUERY');
  });

  it('that does not hold is not taken, and the one before stays in force', async () => {
    const before = graph.source.current;
    expect(graph.source.replace('type Query { nonsense')).toBe(false);
    expect(graph.source.replace('')).toBe(false);
    expect(graph.source.current).toBe(before);
  });

  it('is noticed in its file', async () => {
    const { mkdtemp, rename, rm, writeFile } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    const { SupergraphSource } = await import('../src/supergraph-source.ts');
    const folder = await mkdtemp(`${tmpdir()}/supergraph-`);
    const first = compose(province.all);
    const second = compose([province.units, province.plans]);
    await writeFile(`${folder}/supergraph.graphql`, first);
    const source = new SupergraphSource(first);
    source.watch(`${folder}/supergraph.graphql`, 20);
    await writeFile(`${folder}/next`, second);
    await rename(`${folder}/next`, `${folder}/supergraph.graphql`);
    await expect.poll(() => source.current.sdl === second, { timeout: 3_000 }).toBe(true);
    await source.close();
    await rm(folder, { recursive: true });
  });
});

describe('files', () => {
  const received: { method?: string; url?: string; headers: NodeJS.Dict<string | string[]>; size: number }[] = [];
  const store = createServer(async (request, response) => {
    if (request.url?.includes('name=..')) {
      // As our services refuse: at once, without waiting for the rest.
      return sendEarly(response, 400, { error: { code: 'INVALID', reason: 'FILE_NAME' } });
    }
    let size = 0;
    for await (const chunk of request) size += (chunk as Buffer).length;
    received.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, size });
    response.writeHead(request.method === 'POST' ? 201 : 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="a.pdf"',
      'set-cookie': 'inner=1',
      server: 'inner',
    });
    response.end(Buffer.alloc(3_000_000, 'x'));
  });
  let files: ServedGraph;

  beforeAll(async () => {
    await new Promise<void>((done) => store.listen(0, '127.0.0.1', done));
    const other = makeProvince();
    files = await serve(other.all);
    other.plans.url = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
    files.source.replace(compose(other.all));
  });
  afterAll(async () => {
    await files.stop();
    store.closeAllConnections();
    store.close();
  });
  const call = (path: string, as: string, init: RequestInit = {}) =>
    fetch(`${files.gateway.url}${path}`, { ...init, headers: { authorization: `Bearer ${as}`, ...init.headers } });

  it('go up to the service that keeps them, signed, without being held here', async () => {
    const body = Buffer.alloc(5_000_000, 'y');
    const reply = await call('/files/plans/uploads?name=a.pdf', 'officer', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/pdf' },
    });
    expect(reply.status).toBe(201);
    const last = received.at(-1);
    expect(last).toMatchObject({ method: 'POST', url: '/files/plans/uploads?name=a.pdf', size: 5_000_000 });
    const token = String(last?.headers.authorization).replace('Bearer ', '');
    expect((await verifyActorToken(files.keys.trusted, 'plans', token)).actor.id).toBe('officer');
  });

  it('that the service refuses before they have arrived are refused in its words', async () => {
    for (const size of [10, 5_000_000]) {
      const reply = await call('/files/plans/uploads?name=..', 'officer', {
        method: 'POST',
        body: Buffer.alloc(size, 'y'),
      });
      expect([reply.status, await reply.json()]).toEqual([400, { error: { code: 'INVALID', reason: 'FILE_NAME' } }]);
    }
  });

  it('come down with what a browser needs to know, and no more', async () => {
    const reply = await call('/files/plans/evidence/1', 'officer');
    expect((await reply.arrayBuffer()).byteLength).toBe(3_000_000);
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="a.pdf"');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('set-cookie')).toBeNull();
    expect(reply.headers.get('server')).toBeNull();
  });

  it('are refused to whoever may not read there, and in sizes nobody may send', async () => {
    const reason = async (reply: Response) => [
      reply.status,
      ((await reply.json()) as { error: { reason: string } }).error.reason,
    ];
    expect(await reason(await fetch(`${files.gateway.url}/files/plans/evidence/1`))).toEqual([401, 'NOT_SIGNED_IN']);
    expect(await reason(await call('/files/plans/evidence/1', 'integrator-none'))).toEqual([403, 'OUT_OF_SCOPE']);
    expect(await reason(await call('/files/plans/uploads', 'integrator', { method: 'POST', body: 'x' }))).toEqual([
      403,
      'READ_ONLY',
    ]);
    const tooLarge = Buffer.alloc(51 * 1024 * 1024);
    expect(await reason(await call('/files/plans/uploads', 'officer', { method: 'POST', body: tooLarge }))).toEqual([
      413,
      'FILE_TOO_LARGE',
    ]);
    expect(await reason(await call('/files/elsewhere/1', 'officer'))).toEqual([404, 'SERVICE_UNKNOWN']);
    expect(await reason(await call('/files/plans/1', 'officer', { method: 'DELETE' }))).toEqual([
      400,
      'METHOD_NOT_ALLOWED',
    ]);
  });
});

describe('health', () => {
  it('is open, and says when no request should be sent here', async () => {
    const live = await fetch(`${graph.gateway.url}/health/live`);
    expect(live.status).toBe(200);
    const ready = await fetch(`${graph.gateway.url}/health/ready`);
    expect(await ready.json()).toMatchObject({
      status: 'ready',
      checks: { supergraph: true },
      planCache: { hits: expect.any(Number) },
    });
  });
});
