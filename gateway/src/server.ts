import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { retryAfter, sendEarly, sendJson, sendRefusal } from '@lienthong/kit/http';
import type { Logger } from '@lienthong/kit/log';
import type { Jwk } from '@lienthong/kit/peer';
import { drain, listenOn } from '@lienthong/kit/process';
import { Refusal, refusalExtensions, refusalStatus, refusalText } from '@lienthong/kit/refusal';
import type { Budgets } from './budgets.ts';
import { refusals } from './errors.ts';
import { forwardFile } from './files.ts';
import type { GraphEndpoint } from './graph/graph-endpoint.ts';
import { localeOf, type SignedIn, type SignIn } from './sign-in/sign-in.ts';
import type { SupergraphSource } from './supergraph-source.ts';

export interface GatewayServerOptions {
  readonly host: string;
  readonly port: number;
  readonly source: SupergraphSource;
  readonly graph: GraphEndpoint;
  readonly signIn: SignIn;
  readonly budgets: Pick<Budgets, 'takeQuery' | 'refused'>;
  /** Services that have not answered in time again and again. */
  readonly broken: () => readonly string[];
  readonly signingKey: Jwk;
  readonly log: Logger;
  /** What must hold for requests to be sent here, by name. */
  readonly checks: () => Promise<Readonly<Record<string, boolean>>>;
}

export interface RunningGateway {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** What a request turned out to be, for its line in the log. */
interface Note {
  actor?: string;
  operation?: string | undefined;
}

export async function startGatewayServer(options: GatewayServerOptions): Promise<RunningGateway> {
  const { source, graph, signIn, signingKey, log, host, budgets } = options;
  let draining = false;

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    note: Note,
  ): Promise<void> {
    const path = request.url?.split('?', 1)[0] ?? '/';
    if (path === '/health/live') return sendJson(response, 200, { status: 'live' });
    if (path === '/health/ready') return ready(response);
    const identify = async (): Promise<SignedIn> => {
      const signedIn = await signIn.identify(request.headers, requestId);
      note.actor = `${signedIn.actor.kind} ${signedIn.actor.id}`;
      if (signedIn.through === 'integrator') budgets.takeQuery(signedIn.actor.id);
      return signedIn;
    };
    if (path === '/graphql') {
      if (request.method !== 'POST') throw new Refusal('INVALID', 'METHOD_NOT_ALLOWED');
      // A browser sends such a body to any address only after having asked; a form cannot make it.
      if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
        throw new Refusal('INVALID', 'NOT_JSON');
      note.operation = await graph.handle(request, response, await identify(), requestId);
      return;
    }
    if (path === '/schema.graphql' && request.method === 'GET') return sendSchema(response, await identify(), source);
    if (path.startsWith('/files/'))
      return forwardFile(request, response, await identify(), requestId, source, signingKey);
    throw new Refusal('NOT_FOUND', 'NOT_FOUND');
  }

  async function ready(response: ServerResponse): Promise<void> {
    const checks = await options.checks();
    const isReady = !draining && Object.values(checks).every(Boolean);
    const { plans, version } = source.current;
    const planCache = { size: plans.size, hits: plans.hits, misses: plans.misses };
    sendJson(response, isReady ? 200 : 503, {
      status: isReady ? 'ready' : 'not ready',
      checks,
      supergraph: version,
      planCache,
      notAnswering: options.broken(),
      refusedOverBudget: budgets.refused,
    });
  }

  const server = createServer((request, response) => {
    const started = performance.now();
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
    const note: Note = {};
    response.setHeader('x-request-id', requestId);
    response.on('close', () => {
      if (request.url?.startsWith('/health/')) return;
      const milliseconds = Math.round((performance.now() - started) * 10) / 10;
      const path = request.url?.split('?', 1)[0];
      log.info(
        { requestId, method: request.method, path, ...note, status: response.statusCode, milliseconds },
        'request',
      );
    });
    answer(request, response, requestId, note).catch((error: unknown) => {
      const refusal = error instanceof Refusal ? error : new Refusal('INTERNAL', 'INTERNAL', { id: requestId });
      if (refusal.code === 'INTERNAL') log.error({ requestId, err: error }, 'request failed');
      refuse(request, response, refusal, requestId);
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 65_000;
  await graph.start();
  await listenOn(server, host, options.port);
  const { port } = server.address() as AddressInfo;
  log.info({ port }, 'ready');

  return {
    url: `http://${host}:${port}`,
    port,
    stop: async () => {
      draining = true;
      await drain(server);
      await graph.stop();
      log.info('stopped');
    },
  };
}

/** Clients of the graph get errors in GraphQL's form, all others in that of the file routes. */
function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal, id: string): void {
  const locale = localeOf(request.headers);
  if (!request.url?.startsWith('/graphql')) {
    sendRefusal(response, refusals, locale, refusal, id);
    return;
  }
  const message = refusalText(refusals, locale, { reason: refusal.reason, data: { ...refusal.data, id } });
  const status = refusal.reason === 'METHOD_NOT_ALLOWED' ? 405 : refusalStatus(refusal);
  const type = request.headers.accept?.includes('application/graphql-response+json') ? 'graphql-response+json' : 'json';
  const body = { errors: [{ message, extensions: { ...refusalExtensions(refusal), id } }] };
  sendEarly(response, status, body, {
    'content-type': `application/${type}; charset=utf-8`,
    ...(status === 405 ? { allow: 'POST' } : {}),
    ...retryAfter(refusal),
  });
}

function sendSchema(response: ServerResponse, { through }: SignedIn, source: SupergraphSource): void {
  if (through === 'portal') throw new Refusal('FORBIDDEN', 'NOT_ALLOWED');
  const { publicSdl, version } = source.current;
  response.writeHead(200, {
    'content-type': 'application/graphql; charset=utf-8',
    'content-length': Buffer.byteLength(publicSdl),
    'cache-control': 'private, no-cache',
    etag: `"${version}"`,
  });
  response.end(publicSdl);
}
