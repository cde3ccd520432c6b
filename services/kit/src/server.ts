import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { DataSource } from 'typeorm';
import { type Clock, systemClock } from './clock.ts';
import { type ContextParts, createContext, type RequestContext } from './context.ts';
import { createDataSource, type EntityClass, type MigrationClass, type Settings } from './database.ts';
import { errorPlugin } from './errors.ts';
import { matchPath, readJson, sendJson, sendRefusal } from './http.ts';
import { createLog, type Logger } from './log.ts';
import { type Caller, type Jwks, PeerTokenError, verifyActorToken } from './peer.ts';
import { drain, listenOn } from './process.ts';
import { Refusal, type RefusalBook, refusalBook } from './refusal.ts';
import { buildSubgraph, type SubgraphDefinition } from './subgraph.ts';

export interface RouteCall {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  params: Record<string, string>;
}

/** An HTTP route beside the graph: files, and answers to peers. It is reached only with a peer's token. */
export interface Route<C> {
  method: 'GET' | 'POST';
  /** With `:name` parts. */
  path: string;
  handle(context: C, call: RouteCall): Promise<void>;
}

/** What a service is, wherever it runs: `service.ts` of each service, the only file that knows all its slices. */
export interface ServiceDefinition<A extends Caller, C extends RequestContext<A>> {
  /** Also the audience of its tokens and its PostgreSQL schema. */
  name: string;
  entities: readonly EntityClass[];
  migrations: readonly MigrationClass[];
  graph: SubgraphDefinition<C>;
  refusals: RefusalBook;
  /** The row-level settings of whoever is asking. */
  settings: (context: C) => Settings | Promise<Settings>;
  routes?: readonly Route<C>[];
}

/** Where and with what it runs: from `config.ts`, or from a test. */
export interface ServiceRuntime<A extends Caller, C extends RequestContext<A>> {
  databaseUrl: string;
  trustedKeys: Jwks;
  /** What the service adds to the context of each request. */
  extend: ContextParts<A, C>['extend'];
  clock?: Clock;
  host?: string;
  /** 0 takes a free one. */
  port?: number;
  log?: Logger;
  poolSize?: number;
  /** Runs once the data source is open and before the first request; what it returns runs at the end. */
  background?: (parts: { dataSource: DataSource; clock: Clock; log: Logger }) => Promise<() => Promise<void>>;
}

export interface RunningService {
  name: string;
  url: string;
  port: number;
  dataSource: DataSource;
  log: Logger;
  /** Takes no new request, lets those under way finish (10 s at most), then closes everything. */
  stop(): Promise<void>;
}

export async function startService<A extends Caller, C extends RequestContext<A>>(
  definition: ServiceDefinition<A, C>,
  runtime: ServiceRuntime<A, C>,
): Promise<RunningService> {
  const { name } = definition;
  const log = runtime.log ?? createLog(name);
  const clock = runtime.clock ?? systemClock();
  const host = runtime.host ?? '127.0.0.1';
  const book = refusalBook(definition.refusals);
  const dataSource = createDataSource({
    url: runtime.databaseUrl,
    schema: name,
    entities: definition.entities,
    poolSize: runtime.poolSize ?? 10,
  });
  await dataSource.initialize();
  const endBackground = await runtime.background?.({ dataSource, clock, log });

  const apollo = new ApolloServer<C>({
    schema: buildSubgraph(definition.graph),
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    // What the gateway sends has passed its limits; a subgraph answers only signed peers.
    parseOptions: { maxTokens: 20_000 },
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      errorPlugin<C>({ service: name, book }),
    ],
  });
  await apollo.start();

  let draining = false;
  const contextFor = (actor: A, requestId: string): Promise<C> =>
    createContext<A, C>({
      service: name,
      actor,
      clock,
      dataSource,
      requestId,
      log: log.child({ requestId }),
      extend: runtime.extend,
      settings: definition.settings,
    });

  const answer = async (request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://service');
    if (url.pathname === '/health/live') return sendJson(response, 200, { status: 'live' });
    if (url.pathname === '/health/ready') {
      const ready = !draining && (await isReady(dataSource));
      return sendJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
    }
    // Nothing below is read, parsed or looked up before the peer has shown who it speaks for.
    const { actor } = await authenticate<A>(request, runtime.trustedKeys, name);
    if (url.pathname === '/graphql' || url.pathname === '/') {
      return graphql(apollo, request, response, url, () => contextFor(actor, requestId));
    }
    for (const route of definition.routes ?? []) {
      const params = route.method === request.method ? matchPath(route.path, url.pathname) : undefined;
      if (params) return route.handle(await contextFor(actor, requestId), { request, response, url, params });
    }
    throw new Refusal('NOT_FOUND', 'NOT_FOUND');
  };

  const server = createServer((request, response) => {
    const started = performance.now();
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
    response.setHeader('x-request-id', requestId);
    response.on('close', () => {
      if (request.url?.startsWith('/health/')) return;
      const path = request.url?.split('?')[0];
      const milliseconds = Math.round((performance.now() - started) * 10) / 10;
      log.info({ requestId, method: request.method, path, status: response.statusCode, milliseconds }, 'request');
    });
    answer(request, response, requestId).catch((error: unknown) => {
      if (error instanceof Refusal) return sendRefusal(response, book, localeOf(request), error);
      const id = randomUUID();
      log.error({ requestId, errorId: id, err: error }, 'request failed');
      sendRefusal(response, book, localeOf(request), new Refusal('INTERNAL', 'INTERNAL', { id }), id);
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 65_000;
  await listenOn(server, host, runtime.port ?? 0);
  const { port } = server.address() as AddressInfo;
  log.info({ port }, 'ready');

  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    draining = true;
    await drain(server);
    await apollo.stop();
    await endBackground?.();
    await dataSource.destroy();
    log.info('stopped');
  };
  return {
    name,
    url: `http://${host}:${port}`,
    port,
    dataSource,
    log,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function isReady(dataSource: DataSource): Promise<boolean> {
  const late = new Promise<false>((done) => setTimeout(() => done(false), 2000).unref());
  const asked = dataSource.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}

function localeOf(request: IncomingMessage): 'vi' | 'en' {
  return request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'vi';
}

async function authenticate<A extends Caller>(
  request: IncomingMessage,
  keys: Jwks,
  audience: string,
): Promise<{ actor: A; signer: string }> {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (!token) throw new Refusal('UNAUTHENTICATED', 'NOT_SIGNED_IN');
  try {
    return await verifyActorToken<A>(keys, audience, token);
  } catch (error) {
    if (error instanceof PeerTokenError) throw new Refusal('UNAUTHENTICATED', 'NOT_SIGNED_IN');
    throw error;
  }
}

async function graphql<C extends RequestContext>(
  apollo: ApolloServer<C>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  context: () => Promise<C>,
): Promise<void> {
  const headers = new HeaderMap();
  for (const [key, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(key, Array.isArray(value) ? value.join(', ') : value);
  }
  const body = request.method === 'POST' ? await readJson(request) : undefined;
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? 'GET', headers, search: url.search, body },
    context,
  });
  for (const [key, value] of result.headers) response.setHeader(key, value);
  response.statusCode = result.status ?? 200;
  if (result.body.kind === 'complete') {
    response.end(result.body.string);
    return;
  }
  for await (const chunk of result.body.asyncIterator) response.write(chunk);
  response.end();
}
