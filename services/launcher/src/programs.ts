/** Which programs make up an instance, what each is told by its environment, and in which order they start. */
import { join } from 'node:path';
import { type Layout, type PortName, publicUrl, root, url } from './layout.ts';
import { titlesEn } from './module-titles.en.ts';
import { titlesVi } from './module-titles.vi.ts';
import type { Secrets, Signer } from './secrets.ts';

export interface Program {
  name: string;
  entry: string;
  port: PortName | null;
  env: Record<string, string>;
  /** Programs of one wave start side by side; the next wave waits until all of them are ready. */
  wave: number;
  migrate?: string;
  seed?: string;
}

export interface Instance {
  profile: 'demonstration' | 'production';
  layout: Layout;
  secrets: Secrets;
  /** Connection string of a role, e.g. `plans_run`. */
  database: (role: string) => string;
  clockOffsetSeconds: number;
  addresses: Addresses;
}

/** The addresses under which a browser meets the instance. */
export interface Addresses {
  issuer: string;
  party: string;
  government: string;
  module: (name: ModuleName) => string;
}

export type ModuleName = (typeof moduleNames)[number];

/** On one machine a browser meets everything at `localhost`: a secure context, and one cookie jar. */
export const localAddresses = (layout: Layout): Addresses => ({
  issuer: publicUrl(layout, 'identity'),
  party: publicUrl(layout, 'party'),
  government: publicUrl(layout, 'government'),
  module: (name) => publicUrl(layout, `${name}Module`),
});

const moduleNames = ['plans', 'units', 'reporting', 'compliance'] as const;

export const tokenAudience = 'https://lienthong.example/graph';
const scopes = 'units:read plans:read reporting:read compliance:read';

export function programs(instance: Instance): Program[] {
  const { profile, layout, secrets, database, clockOffsetSeconds, addresses } = instance;
  const common = {
    PROFILE: profile,
    HOST: layout.host,
    CLOCK_OFFSET_SECONDS: String(clockOffsetSeconds),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    NODE_ENV: 'production',
  };
  const { issuer } = addresses;
  const store = (schema: string) => ({
    DATABASE_URL: database(`${schema}_run`),
    MIGRATE_DATABASE_URL: database(`${schema}_migrate`),
  });
  const peers = (signer: Signer) => ({
    SIGNING_KEY: JSON.stringify(secrets.signingKeys[signer]),
    TRUSTED_KEYS: JSON.stringify(secrets.trustedKeys),
  });
  const service = (name: Signer & PortName, wave: number, extra: Record<string, string> = {}): Program => ({
    name,
    entry: `services/${name}/dist/src/main.js`,
    migrate: `services/${name}/dist/src/migrate.js`,
    seed: `services/${name}/dist/src/seed.js`,
    port: name,
    wave,
    env: {
      ...common,
      ...store(name),
      ...peers(name),
      PORT: String(layout.ports[name]),
      UNITS_URL: url(layout, 'units'),
      GATEWAY_URL: url(layout, 'gateway'),
      FILES_DIR: join(layout.data, 'files', name),
      ...extra,
    },
  });
  const demonstration = profile === 'demonstration';
  const compliance = service(
    'compliance',
    2,
    demonstration
      ? { CHECK_ALLOWED_CIDRS: '127.0.0.1/32', CHECK_ALLOWED_PORTS: String(layout.ports.demonstrationTarget) }
      : {},
  );
  const portal = (name: 'party' | 'government'): Program => ({
    name: `${name} portal`,
    entry: 'frontends/kit/dist/src/server/portal.js',
    port: name,
    wave: 4,
    env: {
      ...common,
      ...store('portal'),
      PORT: String(layout.ports[name]),
      PORTAL: name.toUpperCase(),
      PUBLIC_URL: addresses[name],
      ISSUER_URL: issuer,
      CLIENT_ID: `${name}-portal`,
      CLIENT_SECRET: secrets.clientSecrets[`${name}-portal`]!,
      SESSION_SECRET: secrets.sessionSecrets[name],
      GATEWAY_URL: url(layout, 'gateway'),
      MODULES_FILE: join(layout.data, 'modules.json'),
      STATIC_DIR: join(root, 'frontends', name, 'dist'),
      TOKEN_AUDIENCE: tokenAudience,
      OTHER_PORTAL_URL: addresses[name === 'party' ? 'government' : 'party'],
    },
  });

  const all: Program[] = [
    {
      name: 'identity',
      entry: 'services/identity/dist/src/main.js',
      migrate: 'services/identity/dist/src/migrate.js',
      port: 'identity',
      wave: 1,
      env: {
        ...common,
        ...store('identity'),
        PORT: String(layout.ports.identity),
        ISSUER_URL: issuer,
        TOKEN_AUDIENCE: tokenAudience,
        SIGNING_JWKS: JSON.stringify(secrets.issuerKeys),
        COOKIE_KEYS: JSON.stringify(secrets.cookieKeys),
        DEMONSTRATION_PASSWORD: secrets.accountPassword,
        CLIENTS: JSON.stringify(clients(instance)),
      },
    },
    service('units', 1),
    {
      name: 'gateway',
      entry: 'gateway/dist/src/main.js',
      migrate: 'gateway/dist/src/migrate.js',
      port: 'gateway',
      wave: 2,
      env: {
        ...common,
        ...store('gateway'),
        ...peers('gateway'),
        ...given('INTEGRATOR_QUERIES_PER_MINUTE', 'INTEGRATOR_OBJECTS_PER_MINUTE', 'TIMEOUTS_BEFORE_BREAK'),
        PORT: String(layout.ports.gateway),
        ISSUER_URL: issuer,
        TOKEN_AUDIENCE: tokenAudience,
        SUBGRAPHS: JSON.stringify(
          Object.fromEntries(
            (['units', 'plans', 'reporting', 'compliance'] as const).map((name) => [name, url(layout, name)]),
          ),
        ),
        SUPERGRAPH_FILE: join(root, 'gateway/supergraph.graphql'),
        MODULE_REGISTRIES: join(layout.data, 'modules.json'),
        PORTAL_CLIENTS: JSON.stringify({ 'party-portal': 'PARTY', 'government-portal': 'GOVERNMENT' }),
      },
    },
    service('plans', 2),
    service('reporting', 2),
    compliance,
    {
      name: 'compliance worker',
      entry: 'services/compliance/dist/src/worker.js',
      port: 'complianceWorker',
      wave: 3,
      env: { ...compliance.env, PORT: String(layout.ports.complianceWorker) },
    },
    {
      name: 'demonstration target',
      entry: 'services/compliance/dist/src/demonstration-target.js',
      port: null,
      wave: 3,
      env: { ...common, PORT: String(layout.ports.demonstrationTarget) },
    },
    {
      name: 'modules',
      entry: 'frontends/kit/dist/src/server/modules.js',
      port: 'plansModule',
      wave: 3,
      env: {
        ...common,
        MODULES: JSON.stringify(
          moduleNames.map((name) => ({
            name,
            port: layout.ports[`${name}Module`],
            folder: join(root, 'frontends', name, 'dist'),
          })),
        ),
        ALLOWED_ORIGINS: [addresses.party, addresses.government].join(','),
      },
    },
    { ...portal('party'), migrate: 'frontends/kit/dist/src/server/migrate.js' },
    portal('government'),
  ];
  // A province has its own issuer, and nothing there is a target for demonstrations.
  return demonstration ? all : all.filter(({ name }) => name !== 'identity' && name !== 'demonstration target');
}

/** Settings handed on where whoever starts or provisions has set them; otherwise the program's own defaults hold. */
function given(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** The registry file that portals and gateway read: which modules are deployed, and where. */
export function moduleRegistry(addresses: Addresses): object {
  const shells = (['party', 'government'] as const).map((name) => ({
    name: `${name}-portal`,
    operations: `${addresses[name]}/operations.json`,
  }));
  return {
    modules: moduleNames.map((name) => ({
      name,
      title: { vi: titlesVi[name], en: titlesEn[name] },
      entry: `${addresses.module(name)}/mf-manifest.json`,
      operations: `${addresses.module(name)}/operations.json`,
    })),
    shells,
  };
}

function clients({ addresses, secrets }: Instance): object[] {
  const portalClients = (['party', 'government'] as const).map((name) => ({
    client_id: `${name}-portal`,
    client_secret: secrets.clientSecrets[`${name}-portal`],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [`${addresses[name]}/auth/callback`],
    post_logout_redirect_uris: [`${addresses[name]}/`],
    scope: 'openid profile offline_access graph',
  }));
  const integrators = ['integrator-demo', 'integrator-plans'].map((client) => ({
    client_id: client,
    client_secret: secrets.clientSecrets[client],
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    scope: client === 'integrator-demo' ? scopes : 'units:read plans:read',
  }));
  return [...portalClients, ...integrators];
}
