import { Refusal } from '@lienthong/kit/refusal';
import { silentLog, testKeys } from '@lienthong/kit/testing';
import { type BudgetOptions, Budgets } from '../src/budgets.ts';
import { SubgraphClient } from '../src/execution/subgraph-client.ts';
import { GraphEndpoint } from '../src/graph/graph-endpoint.ts';
import { hashOf } from '../src/operations/operation-list.ts';
import { type RunningGateway, startGatewayServer } from '../src/server.ts';
import type { Actor } from '../src/sign-in/actor.ts';
import type { SignedIn, SignIn } from '../src/sign-in/sign-in.ts';
import { SupergraphSource } from '../src/supergraph-source.ts';
import { compose, type TestSubgraph } from './subgraph.ts';

const person = (id: string): Actor => ({ kind: 'person', id, displayName: id, locale: 'vi', scopes: [] });
const integrator = (scopes: string[]): Actor => ({
  kind: 'integrator',
  id: 'warehouse',
  displayName: 'Kho dữ liệu',
  locale: 'en',
  scopes,
});
const READ_ALL = ['units:read', 'plans:read', 'reporting:read'];

/** Who stands behind each token of these tests. Checking real tokens has its own tests. */
const ACCOUNTS: Record<string, SignedIn> = {
  officer: { actor: person('officer'), through: 'portal' },
  colleague: { actor: person('colleague'), through: 'portal' },
  integrator: { actor: integrator(READ_ALL), through: 'integrator' },
  'integrator-plans': { actor: integrator(['plans:read']), through: 'integrator' },
  'integrator-none': { actor: integrator([]), through: 'integrator' },
  service: {
    actor: { kind: 'service', id: 'reporting', displayName: 'reporting', locale: 'vi', scopes: [] },
    through: 'service',
  },
};

export interface ServedGraph {
  readonly gateway: RunningGateway;
  readonly source: SupergraphSource;
  readonly client: SubgraphClient;
  readonly keys: ReturnType<typeof testKeys>;
  register(text: string): string;
  post(body: unknown, init?: PostInit): Promise<Reply>;
  stop(): Promise<void>;
}

export interface PostInit {
  readonly as?: string | null;
  readonly headers?: Record<string, string>;
  readonly raw?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test names the shape it expects by using it
  readonly json: any;
}

/** The gateway over HTTP, in front of test subgraphs, with the accounts above. */
export async function serve(
  subgraphs: readonly TestSubgraph[],
  { budget, ...options }: { operationTimeoutMs?: number; maxAnswerBytes?: number; budget?: BudgetOptions } = {},
): Promise<ServedGraph> {
  await Promise.all(subgraphs.map((subgraph) => subgraph.start()));
  const source = new SupergraphSource(compose(subgraphs));
  const client = new SubgraphClient({ timeoutMs: 1_000 });
  const keys = testKeys();
  const registered = new Map<string, string>();
  const signIn = {
    identify: async (headers: { authorization?: string }) => {
      const account = ACCOUNTS[headers.authorization?.replace('Bearer ', '') ?? ''];
      if (!account) throw new Refusal('UNAUTHENTICATED', 'NOT_SIGNED_IN');
      return account;
    },
  } as unknown as SignIn;
  const signingKey = keys.privateKey('gateway');
  const operations = { find: async (hash: string) => registered.get(hash) };
  const budgets = new Budgets(budget ?? { queriesPerMinute: 10_000, objectsPerMinute: 10_000_000 });
  const graph = new GraphEndpoint({ source, client, signingKey, operations, budgets, log: silentLog, ...options });
  const gateway = await startGatewayServer({
    host: '127.0.0.1',
    port: 0,
    source,
    graph,
    signIn,
    signingKey,
    log: silentLog,
    budgets,
    broken: () => client.broken,
    checks: async () => ({ supergraph: true }),
  });
  return {
    gateway,
    source,
    client,
    keys,
    register: (text) => {
      const hash = hashOf(text);
      registered.set(hash, text);
      return hash;
    },
    post: async (body, { as = 'integrator', headers = {}, raw } = {}) => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(as ? { authorization: `Bearer ${as}` } : {}), ...headers },
        body: raw ?? JSON.stringify(body),
      });
      const text = await response.text();
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch {}
      return { status: response.status, headers: response.headers, text, json };
    },
    stop: async () => {
      await gateway.stop();
      await source.close();
      await Promise.all(subgraphs.map((subgraph) => subgraph.stop().catch(() => undefined)));
    },
  };
}

/** What a portal sends. */
export function registered(hash: string, variables?: Record<string, unknown>): object {
  return { variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
}
