import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readJson, sendJson } from '@lienthong/kit/http';
import type { Logger } from '@lienthong/kit/log';
import { drain, listenOn } from '@lienthong/kit/process';
import { audienceOf, type ViewerAnswer } from './audience.ts';
import type { PortalConfig } from './config.ts';
import { cookieJar, readCookie } from './cookies.ts';
import { GatewayProxy } from './gateway-proxy.ts';
import { Issuer } from './issuer.ts';
import { LiveEvents } from './live-events.ts';
import { Page, securityHeaders } from './page.ts';
import { type PortalRefusal, refuse } from './refusals.ts';
import { type Registry, readRegistry } from './registry.ts';
import { isEnding, type Session, Sessions } from './sessions.ts';
import { SignInRoutes } from './sign-in.ts';
import { sendStatic } from './static-files.ts';

const openPages = new Set(['/signed-out', '/sign-in-failed']);
const largestQuestion = 1024 * 1024;

export interface RunningPortal {
  url: string;
  port: number;
  stop(): Promise<void>;
}

/** The backend of one portal's pages: the only place where tokens are, and the only one the browser speaks with. */
export async function startPortalServer(config: PortalConfig, log: Logger): Promise<RunningPortal> {
  const sessions = new Sessions(config.databaseUrl, {
    portal: config.name,
    secret: config.sessionSecret,
    idleMinutes: config.idleMinutes,
    hours: config.sessionHours,
  });
  const issuer = new Issuer(config);
  const jar = cookieJar(config.name, config.publicUrl);
  const gateway = new GatewayProxy(config.gatewayUrl);
  const live = new LiveEvents(log);
  const page = new Page(config.staticDir);
  const signIn = new SignInRoutes({ config, issuer, sessions, jar, live, log });
  const origin = new URL(config.publicUrl).origin;
  const viewerHash = await operationHash(config.staticDir, 'Viewer');
  let draining = false;

  const registry = async (): Promise<Registry> => {
    const read = await readRegistry(config.modulesFile);
    const other = config.bloc === 'PARTY' ? 'GOVERNMENT' : 'PARTY';
    return config.otherPortalUrl ? { ...read, portals: { ...read.portals, [other]: config.otherPortalUrl } } : read;
  };

  /** The session with a token that still holds. */
  async function sessionOf(request: IncomingMessage, use = true): Promise<Session | undefined> {
    const id = readCookie(request, jar.sessionName);
    const session = id ? await sessions.find(id, use) : undefined;
    if (!session || !isEnding(session.tokens)) return session;
    const tokens = await sessions.renew(session.id, (known) => issuer.renew(known));
    return tokens ? { ...session, tokens } : undefined;
  }

  const isOwnPage = (request: IncomingMessage): boolean => request.headers.origin === origin;

  /** Typed or bookmarked, with no session to lose: straight to the issuer, before a page is loaded for nothing. */
  const isFirstVisit = (request: IncomingMessage): boolean =>
    ['none', 'same-origin'].includes(String(request.headers['sec-fetch-site'])) &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    readCookie(request, jar.sessionName) === undefined;

  async function graph(
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
  ): Promise<PortalRefusal | undefined> {
    if (request.method !== 'POST') return 'METHOD_NOT_ALLOWED';
    if (!isOwnPage(request)) return 'FOREIGN_ORIGIN';
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) return 'NOT_JSON';
    if (Number(request.headers['content-length'] ?? 0) > largestQuestion) return 'BODY_TOO_LARGE';
    const session = await sessionOf(request);
    if (!session) return 'NO_SESSION';
    await gateway.pass(request, response, session, id);
    return undefined;
  }

  async function files(
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
  ): Promise<PortalRefusal | undefined> {
    if (request.method === 'POST') {
      if (!isOwnPage(request) || request.headers['x-requested-with'] !== 'lienthong') return 'FOREIGN_ORIGIN';
    } else if (request.method !== 'GET') return 'METHOD_NOT_ALLOWED';
    const session = await sessionOf(request);
    if (!session) return 'NO_SESSION';
    await gateway.pass(request, response, session, id);
    return undefined;
  }

  async function events(request: IncomingMessage, response: ServerResponse): Promise<PortalRefusal | undefined> {
    const since = Date.now() - sinceOf(request);
    const session = await sessionOf(request, false);
    if (!session) return 'NO_SESSION';
    const renew = async () => {
      const current = await sessionOf(request, false);
      return current && audienceOf(await gateway.ask<ViewerAnswer>(current, 'Viewer', viewerHash), config.bloc);
    };
    const isAlive = async () => (await sessions.find(session.id, false)) !== undefined;
    live.open({ response, sessionId: session.id, audience: await renew(), renew, isAlive, since });
    return undefined;
  }

  async function actAs(request: IncomingMessage, response: ServerResponse): Promise<PortalRefusal | undefined> {
    if (request.method !== 'POST') return 'METHOD_NOT_ALLOWED';
    if (!isOwnPage(request)) return 'FOREIGN_ORIGIN';
    const session = await sessionOf(request);
    if (!session) return 'NO_SESSION';
    const { membershipId } = await readJson<{ membershipId?: unknown }>(request, 10_000);
    // Whether it is this person's own is decided where memberships are kept, at each request.
    await sessions.actAs(session.id, typeof membershipId === 'string' ? membershipId.slice(0, 200) : null);
    live.endSession(session.id);
    sendJson(response, 200, {});
    return undefined;
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
  ): Promise<PortalRefusal | undefined> {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/graphql') return graph(request, response, id);
    if (path.startsWith('/files/')) return files(request, response, id);
    if (path === '/events' && request.method === 'GET') return events(request, response);
    if (path === '/session/membership') return actAs(request, response);
    if (path === '/health/live') return void sendJson(response, 200, { status: 'live' });
    if (path === '/health/ready') {
      const isReady = !draining && (await sessions.isReachable());
      return void sendJson(response, isReady ? 200 : 503, {
        status: isReady ? 'ready' : 'not ready',
        streams: live.size,
      });
    }
    if (path === '/sign-out') return signIn.signOut(request, response, isOwnPage(request));
    if (request.method !== 'GET' && request.method !== 'HEAD') return 'METHOD_NOT_ALLOWED';
    if (path === '/sign-in') return signIn.start(request, response);
    if (path === '/auth/callback') return signIn.finish(request, response);
    if (path === '/modules.json') return void sendJson(response, 200, await registry());
    if (await sendStatic(config.staticDir, path === '/' || path === '/index.html' ? '/none' : path, request, response))
      return undefined;
    // A page's address may end like a file's (`/tasks/th-285-kh-tu.17`); a file's is known by its ending.
    if (path.startsWith('/assets/') || /\.(js|css|json|map|svg|png|ico|woff2?|txt|xml)$/.test(path)) return 'NOT_FOUND';
    if (isFirstVisit(request) && !openPages.has(path)) return signIn.start(request, response, request.url);
    await page.send(response, path, await registry());
    return undefined;
  }

  const server = createServer((request, response) => {
    const started = performance.now();
    const given = request.headers['x-request-id'];
    const id = typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
    response.setHeader('x-request-id', id);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (config.publicUrl.startsWith('https:'))
      response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
    response.on('close', () => {
      const path = request.url?.split('?', 1)[0] ?? '';
      if (path.startsWith('/health/') || path.startsWith('/assets/')) return;
      log.info(
        {
          requestId: id,
          method: request.method,
          path,
          status: response.statusCode,
          milliseconds: Math.round(performance.now() - started),
        },
        'request',
      );
    });
    answer(request, response, id).then(
      (refused) => refused && refuse(request, response, refused, id),
      (error: Error) => {
        if (request.destroyed && response.destroyed) return;
        log.error({ requestId: id, err: error }, 'request failed');
        refuse(request, response, 'GATEWAY_UNREACHABLE', id);
      },
    );
  });
  server.requestTimeout = 600_000;
  server.keepAliveTimeout = 65_000;

  await live.start(config.databaseUrl);
  const sweep = setInterval(
    () => void sessions.sweep().catch((error: Error) => log.warn({ err: error }, 'sweep failed')),
    600_000,
  );
  await listenOn(server, config.host, config.port);
  const { port } = server.address() as AddressInfo;
  log.info({ port, portal: config.name }, 'ready');

  return {
    url: `http://${config.host}:${port}`,
    port,
    stop: async () => {
      draining = true;
      clearInterval(sweep);
      await live.stop();
      await drain(server);
      await gateway.close();
      await sessions.close();
      log.info('stopped');
    },
  };
}

/** `/events?since=1200`: how many milliseconds ago the page asked its first question. */
function sinceOf(request: IncomingMessage): number {
  return Math.max(0, Number(new URL(request.url ?? '/', 'http://portal').searchParams.get('since')) || 0);
}

async function operationHash(folder: string, name: string): Promise<string> {
  const { operations } = JSON.parse(await readFile(join(folder, 'operations.json'), 'utf8')) as {
    operations: Record<string, string>;
  };
  const found = Object.entries(operations).find(([, text]) => new RegExp(`query ${name}\\b`).test(text));
  if (!found) throw new Error(`The portal's build in ${folder} has no operation ${name}.`);
  return found[0];
}
