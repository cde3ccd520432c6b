import { ConfigReader, type Environment, readService, type ServiceConfig } from '@lienthong/kit/config';
import type { BudgetLimits } from './budgets.ts';
import { FREE_QUERY_LIMITS } from './limits.ts';
import type { PortalBloc } from './sign-in/actor.ts';

export interface GatewayConfig extends ServiceConfig {
  readonly issuerUrl: string;
  readonly tokenAudience: string;
  /** Addresses by subgraph; they go before those in the supergraph file. */
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly supergraphFile: string;
  /** Addresses or paths of the portals' modules.json. */
  readonly moduleRegistries: readonly string[];
  readonly portalClients: Readonly<Record<string, PortalBloc>>;
  /** What one integrator may ask of one copy of the gateway. */
  readonly integratorBudget: BudgetLimits;
  /** After so many calls in a row that ran out of time, a service gets one call at a time; 0 never does that. */
  readonly timeoutsBeforeBreak: number;
}

export function readConfig(env: Environment): GatewayConfig {
  const reader = new ConfigReader(env);
  const config: GatewayConfig = {
    ...readService(reader, 4000),
    issuerUrl: reader.url('ISSUER_URL'),
    tokenAudience: reader.text('TOKEN_AUDIENCE', 'https://lienthong.example/graph'),
    subgraphs: readSubgraphs(reader),
    supergraphFile: reader.text('SUPERGRAPH_FILE'),
    moduleRegistries: reader
      .text('MODULE_REGISTRIES')
      .split(',')
      .map((source) => source.trim())
      .filter((source) => source !== ''),
    portalClients: readPortalClients(reader),
    integratorBudget: {
      queriesPerMinute: reader.integer('INTEGRATOR_QUERIES_PER_MINUTE', 3_000, { min: 1 }),
      objectsPerMinute: reader.integer('INTEGRATOR_OBJECTS_PER_MINUTE', 5_000_000, { min: FREE_QUERY_LIMITS.cost }),
    },
    timeoutsBeforeBreak: reader.integer('TIMEOUTS_BEFORE_BREAK', 5, { min: 0, max: 1_000 }),
  };
  return reader.done(config);
}

function readSubgraphs(reader: ConfigReader): Record<string, string> {
  const subgraphs = reader.json<Record<string, string>>('SUBGRAPHS') ?? {};
  for (const [name, url] of Object.entries(subgraphs)) {
    if (!URL.canParse(url))
      reader.fault(`SUBGRAPHS: the address of "${name}" must be one such as http://127.0.0.1:4021.`);
  }
  // Who is asking is looked up there.
  if (!subgraphs.units) reader.fault('SUBGRAPHS must name the address of "units".');
  return subgraphs;
}

function readPortalClients(reader: ConfigReader): Record<string, PortalBloc> {
  const clients = reader.json<Record<string, PortalBloc>>('PORTAL_CLIENTS') ?? {};
  for (const [client, bloc] of Object.entries(clients)) {
    if (bloc !== 'PARTY' && bloc !== 'GOVERNMENT')
      reader.fault(`PORTAL_CLIENTS: "${client}" must be PARTY or GOVERNMENT.`);
  }
  return clients;
}
