import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from '@lienthong/kit/http';
import type { Logger } from '@lienthong/kit/log';
import { drain, listenOn } from '@lienthong/kit/process';
import type { ModulesConfig, ServedModule } from './config.ts';
import { sendStatic } from './static-files.ts';

export interface RunningModules {
  port: number;
  ports: Record<string, number>;
  stop(): Promise<void>;
}

/** Serves built modules, each on an address of its own, to the portals that are named and to nobody else's pages. */
export async function startModulesServer(config: ModulesConfig, log: Logger): Promise<RunningModules> {
  const servers: [string, Server][] = [];
  for (const module of config.modules) {
    const server = serverOf(module, config.allowedOrigins);
    await listenOn(server, config.host, module.port);
    servers.push([module.name, server]);
  }
  const ports = Object.fromEntries(servers.map(([name, server]) => [name, (server.address() as AddressInfo).port]));
  log.info({ ports }, 'ready');
  return {
    port: Object.values(ports)[0] ?? 0,
    ports,
    stop: async () => {
      await Promise.all(servers.map(([, server]) => drain(server)));
      log.info('stopped');
    },
  };
}

function serverOf({ name, folder }: ServedModule, allowedOrigins: readonly string[]): Server {
  return createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path.startsWith('/health/')) return sendJson(response, 200, { status: 'ready', module: name });
    const { origin } = request.headers;
    response.setHeader('vary', 'origin');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (origin && allowedOrigins.includes(origin)) response.setHeader('access-control-allow-origin', origin);
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendJson(response, 405, {});
    sendStatic(folder, path, request, response).then(
      (sent) => sent || sendJson(response, 404, {}),
      () => sendJson(response, 500, {}),
    );
  });
}
