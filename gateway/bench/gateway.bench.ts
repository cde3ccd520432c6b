/**
 * What a request costs the gateway, in processor time, beside the same answer by hand-written calls.
 * Services and clients are processes of their own, so this process's time is the measured side's alone; the sides take
 * turns, so that whatever else the machine does meets them alike. Read the ratios.
 *
 *   node --conditions=development gateway/bench/gateway.bench.ts
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createLog } from '@lienthong/kit/log';
import { generatePeerKey } from '@lienthong/kit/peer';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { Pool } from 'undici';
import { Budgets } from '../src/budgets.ts';
import { SubgraphClient } from '../src/execution/subgraph-client.ts';
import { GraphEndpoint } from '../src/graph/graph-endpoint.ts';
import { hashOf } from '../src/operations/operation-list.ts';
import { startGatewayServer } from '../src/server.ts';
import type { Actor } from '../src/sign-in/actor.ts';
import type { SignedIn, SignIn } from '../src/sign-in/sign-in.ts';
import { SupergraphSource } from '../src/supergraph-source.ts';
import { handWritten } from './hand-written.ts';
import { startService, TASKS, typeDefs } from './province.ts';

const ROUNDS = 7;
const REQUESTS = 250;
const CONCURRENCY = 8;
const QUERY = `query PlanBoard($id: ID!, $first: Int) { plan(id: $id) { number tasks(first: $first) {
  title state dueOn leadUnits { id name shortName reports { id period state } systems { name level } } } } }`;

interface Order {
  url: string;
  bodies: string[];
  token: string;
}

const role = process.argv[2];
// A bench that is broken off takes its children with it.
if (role) process.on('disconnect', () => process.exit());
if (role === 'services') await serveAll();
else if (role === 'clients') sendWhenTold();
else await measure();

async function serveAll(): Promise<void> {
  const urls = await Promise.all(Object.keys(typeDefs).map(async (name) => [name, await startService(name)]));
  process.send?.(Object.fromEntries(urls));
}

function sendWhenTold(): void {
  process.on('message', async ({ url, bodies, token }: Order) => {
    const pool = new Pool(new URL(url).origin, { connections: CONCURRENCY });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const texts: string[] = [];
    await Promise.all(
      Array.from({ length: CONCURRENCY }, async () => {
        for (let body = bodies.pop(); body; body = bodies.pop()) {
          const { body: reply } = await pool.request({ method: 'POST', path: '/graphql', headers, body });
          texts.push(await reply.text());
        }
      }),
    );
    await pool.close();
    process.send?.({ answers: texts.length, first: texts[0], same: new Set(texts).size === 1 });
  });
}

async function measure(): Promise<void> {
  const children = ['services', 'clients'].map((name) => fork(fileURLToPath(import.meta.url), [name]));
  try {
    await compare(children);
  } finally {
    for (const child of children) child.kill();
  }
}

async function compare(children: readonly ChildProcess[]): Promise<void> {
  const [servicesProcess, clients] = children as readonly [ChildProcess, ChildProcess];
  const services = await told<Record<string, string>>(servicesProcess);
  const { supergraphSdl } = composeServices(
    Object.entries(typeDefs).map(([name, text]) => ({ name, url: services[name] ?? '', typeDefs: parse(text) })),
  );
  if (!supergraphSdl) throw new Error('The services of this bench do not compose.');

  const { privateJwk: signingKey } = generatePeerKey('gateway');
  const log = createLog('bench', 'silent');
  const actor: Actor = { kind: 'person', id: 'officer', displayName: '', locale: 'vi', scopes: [] };
  const integrator: Actor = {
    ...actor,
    kind: 'integrator',
    id: 'warehouse',
    scopes: Object.keys(typeDefs).map((name) => `${name}:read`),
  };
  const accounts: Record<string, SignedIn> = {
    'Bearer portal': { actor, through: 'portal' },
    'Bearer integrator': { actor: integrator, through: 'integrator' },
  };
  const source = new SupergraphSource(supergraphSdl);
  const operations = { find: async (hash: string) => (hash === hashOf(QUERY) ? QUERY : undefined) };
  // Budgets are counted as in earnest, and large enough for a bench.
  const budgets = new Budgets({ queriesPerMinute: 10_000_000, objectsPerMinute: 10_000_000_000 });
  const graph = new GraphEndpoint({ source, client: new SubgraphClient(), signingKey, operations, budgets, log });
  const signIn = { identify: async ({ authorization }: { authorization?: string }) => accounts[authorization ?? ''] };
  const gateway = await startGatewayServer({
    host: '127.0.0.1',
    port: 0,
    source,
    graph,
    signIn: signIn as unknown as SignIn,
    signingKey,
    log,
    budgets,
    broken: () => [],
    checks: async () => ({}),
  });
  const byHand = handWritten(services, signingKey, actor);
  const floor = createServer((request, response) => void byHand.handle(request, response));
  await new Promise<void>((done) => floor.listen(0, '127.0.0.1', done));
  const floorUrl = `http://127.0.0.1:${(floor.address() as AddressInfo).port}`;

  let serial = 0;
  // Every request asks for another plan, so that none can share another's calls.
  const bodies = (make: (variables: object) => object): string[] =>
    Array.from({ length: REQUESTS }, () => JSON.stringify(make({ id: `plan-${serial++}`, first: TASKS })));
  const persisted = { persistedQuery: { version: 1, sha256Hash: hashOf(QUERY) } };
  const sides: Record<string, () => Order> = {
    'hand-written calls': () => ({ url: floorUrl, token: 'portal', bodies: bodies((variables) => ({ variables })) }),
    'registered operation': () => ({
      url: gateway.url,
      token: 'portal',
      bodies: bodies((variables) => ({ variables, extensions: persisted })),
    }),
    'free query, one text': () => ({
      url: gateway.url,
      token: 'integrator',
      bodies: bodies((variables) => ({ query: QUERY, variables })),
    }),
    'free query, texts with values': () => ({
      url: gateway.url,
      token: 'integrator',
      bodies: bodies(() => ({
        query: QUERY.replace(/\(\$id.*?\)/, '')
          .replace('$id', `"plan-${serial++}"`)
          .replace('$first', String(TASKS)),
      })),
    }),
  };

  const costs = new Map<string, number[]>(Object.keys(sides).map((name) => [name, []]));
  const answers = new Set<string>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, order] of Object.entries(sides)) {
      const message = order();
      const before = process.cpuUsage();
      clients.send(message);
      const reply = await told<{ answers: number; first: string; same: boolean }>(clients);
      const { user, system } = process.cpuUsage(before);
      if (reply.answers !== REQUESTS || !reply.same) throw new Error(`${name}: not every answer came, or they differ.`);
      answers.add(JSON.stringify(sorted(JSON.parse(reply.first))));
      // The first round warms up.
      if (round > 0) costs.get(name)?.push((user + system) / 1000 / REQUESTS);
    }
  }
  if (answers.size !== 1) throw new Error('The sides do not give the same answer.');

  const base = median(costs.get('hand-written calls') ?? []);
  console.log(
    `Gateway, processor time per request (${TASKS} tasks over 4 services, median of ${ROUNDS} rounds of ${REQUESTS}):`,
  );
  for (const [name, values] of costs) {
    const value = median(values);
    console.log(`  ${name.padEnd(30)} ${value.toFixed(3)} ms   ×${(value / base).toFixed(2)}`);
  }
  const { hits, misses } = source.current.plans;
  console.log(`  query plans: ${misses} made, ${hits} used again`);
  await gateway.stop();
  await Promise.all([source.close(), byHand.close()]);
  floor.closeAllConnections();
  floor.close();
}

function told<T>(child: ChildProcess): Promise<T> {
  return new Promise((done) => child.once('message', (message) => done(message as T)));
}

/** Fields may stand in another order in the hand-written answer. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
