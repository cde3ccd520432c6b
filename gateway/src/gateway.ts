import { listen } from '@lienthong/kit/events';
import type { Logger } from '@lienthong/kit/log';
import pg from 'pg';
import { Budgets } from './budgets.ts';
import type { GatewayConfig } from './config.ts';
import { SubgraphClient } from './execution/subgraph-client.ts';
import { GraphEndpoint } from './graph/graph-endpoint.ts';
import { ModuleRegistry } from './operations/module-registry.ts';
import { OperationStore } from './operations/operation-store.ts';
import { RegisteredOperations } from './operations/registered-operations.ts';
import { type RunningGateway, startGatewayServer } from './server.ts';
import { AccessTokens } from './sign-in/access-tokens.ts';
import { ActorDirectory } from './sign-in/actor-directory.ts';
import { SignIn } from './sign-in/sign-in.ts';
import { SupergraphSource } from './supergraph-source.ts';

/** Events after which somebody may be another actor than a moment ago. */
const ACTOR_EVENTS = new Set(['Membership', 'Person']);

/** Puts the gateway together: the only file that knows all its parts. */
export async function startGateway(config: GatewayConfig, supergraphSdl: string, log: Logger): Promise<RunningGateway> {
  const { signingKey, trustedKeys, databaseUrl } = config;
  const source = new SupergraphSource(supergraphSdl, {
    addresses: config.subgraphs,
    onTaken: ({ version }) => log.info({ version }, 'supergraph taken'),
    onRefused: (error) => log.error({ reason: error.message }, 'supergraph refused; the one before stays'),
  });
  source.watch(config.supergraphFile);

  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 4,
    application_name: 'gateway',
    connectionTimeoutMillis: 5_000,
  });
  pool.on('error', (error) => log.warn({ reason: error.message }, 'database connection lost'));
  const operations = new RegisteredOperations({
    registries: config.moduleRegistries.map((address) => new ModuleRegistry(address)),
    store: new OperationStore(pool),
    log,
  });
  await operations.start();

  const actors = new ActorDirectory({ unitsUrl: config.subgraphs.units ?? '', signingKey });
  const events = await listen(databaseUrl, ({ type }) => ACTOR_EVENTS.has(type) && actors.forget(), {
    onReconnect: () => actors.forget(),
    onError: (error) => log.warn({ reason: error.message }, 'events interrupted'),
  });

  const budgets = new Budgets({
    ...config.integratorBudget,
    onExceeded: (client, reason) => log.warn({ client, reason }, 'integrator over its budget'),
  });
  const client = new SubgraphClient({
    timeoutsBeforeBreak: config.timeoutsBeforeBreak,
    onBreak: (service, isOpen) => {
      if (isOpen) log.warn({ service }, 'service does not answer in time; it gets one call at a time');
      else log.info({ service }, 'service answers again');
    },
  });

  const server = await startGatewayServer({
    host: config.host,
    port: config.port,
    source,
    signingKey,
    log,
    graph: new GraphEndpoint({ source, client, signingKey, operations, budgets, log }),
    budgets,
    broken: () => client.broken,
    signIn: new SignIn({
      trustedKeys,
      actors,
      accessTokens: new AccessTokens(config.issuerUrl, config.tokenAudience),
      portalClients: config.portalClients,
    }),
    checks: async () => ({ supergraph: source.current.pools.names.length > 0, database: await answers(pool) }),
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      operations.stop();
      await events.close();
      await source.close();
      await pool.end();
    },
  };
}

async function answers(pool: pg.Pool): Promise<boolean> {
  const late = new Promise<false>((done) => setTimeout(() => done(false), 2_000).unref());
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}
