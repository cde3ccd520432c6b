import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendJson } from '@lienthong/kit/http';
import { createLog, type Logger } from '@lienthong/kit/log';
import { drain, listenOn } from '@lienthong/kit/process';
import pg from 'pg';
import { readAccounts } from './accounts/account.ts';
import type { IdentityConfig } from './config.ts';
import { clientOrigins, createIssuer } from './issuer.ts';
import { passwordCheck } from './sign-in/password.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { removeExpiredArtifacts } from './storage/artifact.adapter.ts';

export interface RunningIssuer {
  port: number;
  stop(): Promise<void>;
}

const SWEEP_MILLISECONDS = 10 * 60 * 1000;

export async function startIssuer(config: IdentityConfig, given?: Logger): Promise<RunningIssuer> {
  const log = given ?? createLog('identity', config.logLevel);
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 5, application_name: 'identity' });
  pool.on('error', (error) => log.warn({ err: error }, 'database'));
  await pool.query('select 1');
  const accounts = readAccounts();
  const provider = createIssuer(config, pool, accounts);
  provider.on('server_error', (_context, error) => log.error({ err: error }, 'issuer'));
  const password = await passwordCheck(config.demonstrationPassword);
  const signIn = signInRoutes({ provider, pool, accounts, password, origins: clientOrigins(config), log });
  const issuer = provider.callback();

  let draining = false;
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const started = performance.now();
    response.on('close', () => {
      if (path?.startsWith('/health/')) return;
      const milliseconds = Math.round(performance.now() - started);
      log.info({ method: request.method, path, status: response.statusCode, milliseconds }, 'request');
    });
    if (path === '/health/live') return sendJson(response, 200, { status: 'live' });
    if (path === '/health/ready') {
      pool.query('select 1').then(
        () => sendJson(response, draining ? 503 : 200, { status: draining ? 'not ready' : 'ready' }),
        () => sendJson(response, 503, { status: 'not ready' }),
      );
      return;
    }
    signIn(request, response)
      .then((answered) => (answered ? undefined : issuer(request, response)))
      .catch((error: unknown) => {
        log.error({ err: error }, 'sign-in');
        sendJson(response, 500, { error: 'server_error' });
      });
  });
  await listenOn(server, config.host, config.port);
  const sweep = setInterval(() => {
    removeExpiredArtifacts(pool).catch((error) => log.warn({ err: error }, 'sweep'));
  }, SWEEP_MILLISECONDS);
  const { port } = server.address() as AddressInfo;
  log.info({ port, issuer: config.issuerUrl }, 'ready');
  return {
    port,
    stop: async () => {
      draining = true;
      clearInterval(sweep);
      await drain(server);
      await pool.end();
    },
  };
}
