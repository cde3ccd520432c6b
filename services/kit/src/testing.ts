import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { createDataSource, type EntityClass, inTransaction, type MigrationClass, runMigrations } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { createLog } from './log.ts';
import { type Caller, generatePeerKey, type Jwk, type Jwks, signActorToken } from './peer.ts';
import { type Provisioning, provisionDatabase, rolesOf } from './provision.ts';

export interface TestDatabase {
  /** The address of a role: `url('plans_run')`, `url('plans_migrate')`. */
  url(role: string): string;
  adminUrl: string;
  /** An opened data source of the migrating role, for making what a test needs; closed by `drop`. */
  dataSource(entities: readonly EntityClass[], schema?: string): Promise<DataSource>;
  /** SQL as the superuser: past every policy, for looking at what is really there. */
  sql<T extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  schema: string;
  migrations?: readonly MigrationClass[];
  /** Further schemas, provisioned and left empty, e.g. `jobs`. */
  schemas?: readonly string[];
}

const TEST_PASSWORD = 'test-password';

function testFolder(): string {
  const folder = process.env.LIENTHONG_TEST_FOLDER;
  if (!folder) throw new Error('testDatabase() needs services/kit/src/testing-setup.ts as a vitest globalSetup.');
  return folder;
}

/** Test files run in processes of their own: what is made once for all of them is made under a lock. */
async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  const lock = join(testFolder(), `${name}.lock`);
  for (const until = Date.now() + 90_000; ; await new Promise((done) => setTimeout(done, 20))) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      // The holder may let go at any moment, also between two looks.
      const held = statSync(lock, { throwIfNoEntry: false });
      if (held && Date.now() - held.mtimeMs > 60_000) rmSync(lock, { recursive: true, force: true });
      if (Date.now() > until) throw new Error(`Waited too long for ${name}.`);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

async function serverUrl(): Promise<string> {
  const known = join(testFolder(), 'server');
  if (existsSync(known)) return readFileSync(known, 'utf8');
  return locked('server', async () => {
    if (existsSync(known)) return readFileSync(known, 'utf8');
    const server = await startEmbeddedPostgres({
      dataDir: join(testFolder(), 'postgres'),
      port: 0,
      settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=400'],
    });
    writeFileSync(known, server.url);
    return server.url;
  });
}

function at(url: string, database: string, role?: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (role) {
    address.username = role;
    address.password = TEST_PASSWORD;
  }
  return address.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function provisioning({ schema, schemas = [] }: TestDatabaseOptions): Provisioning {
  const all = [schema, ...schemas];
  const roles = all.flatMap((name) => Object.values(rolesOf(name)));
  return { schemas: all, passwords: Object.fromEntries(roles.map((role) => [role, TEST_PASSWORD])) };
}

/** Migrating takes seconds for some services, copying a database a tenth of one: each shape is migrated once a run. */
async function templateFor(server: string, options: TestDatabaseOptions): Promise<string> {
  const schemas = [options.schema, ...(options.schemas ?? [])];
  const shape = [schemas.join(), ...(options.migrations ?? []).map((m) => `${m.name} ${m.toString()}`)].join('\n');
  const name = `template_${options.schema}_${createHash('sha256').update(shape).digest('hex').slice(0, 10)}`;
  const done = join(testFolder(), name);
  if (existsSync(done)) return name;
  // One lock for all shapes: roles belong to the server, and two files making them at once would collide.
  return locked('template', async () => {
    if (existsSync(done)) return name;
    await withClient(server, async (client) => {
      await client.query(`drop database if exists ${name}`);
      await client.query(`create database ${name} template template0 encoding 'UTF8'`);
    });
    await provisionDatabase(at(server, name), provisioning(options));
    const { migrate } = rolesOf(options.schema);
    await runMigrations({
      url: at(server, name, migrate),
      schema: options.schema,
      entities: [],
      migrations: options.migrations ?? [],
    });
    writeFileSync(done, '');
    return name;
  });
}

/** A database of this test file's own, migrated, on the run's one server. */
export async function testDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const server = await serverUrl();
  const template = await templateFor(server, options);
  const database = `test_${randomBytes(6).toString('hex')}`;
  // A template being copied may not have a session in it. Grants and settings of a database are not copied with it.
  await locked('template', async () => {
    await withClient(server, (client) => client.query(`create database ${database} template ${template}`));
    await provisionDatabase(at(server, database), provisioning(options));
  });
  const adminUrl = at(server, database);
  const open: DataSource[] = [];
  return {
    adminUrl,
    url: (role) => at(server, database, role),
    dataSource: async (entities, schema = options.schema) => {
      const url = at(server, database, rolesOf(schema).migrate);
      const dataSource = createDataSource({ url, schema, entities, poolSize: 3 });
      open.push(await dataSource.initialize());
      return dataSource;
    },
    sql: (text, values) => withClient(adminUrl, async (client) => (await client.query(text, values)).rows),
    drop: async () => {
      await Promise.all(open.map((dataSource) => dataSource.destroy()));
      await withClient(server, (client) => client.query(`drop database if exists ${database} with (force)`));
    },
  };
}

/** Runs work with the migrating role, as seeds do. */
export function asKeeper<T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  return inTransaction(dataSource, {}, work);
}

/** The keys of a test run: sign as the gateway, or as any service. */
export interface TestKeys {
  trusted: Jwks;
  privateKey(kid: string): Jwk;
}

export function testKeys(
  names: readonly string[] = ['gateway', 'units', 'plans', 'reporting', 'compliance'],
): TestKeys {
  const pairs = new Map(names.map((name) => [name, generatePeerKey(name)]));
  return {
    trusted: { keys: [...pairs.values()].map((pair) => pair.publicJwk) },
    privateKey: (kid) => {
      const pair = pairs.get(kid);
      if (!pair) throw new Error(`No test key for ${kid}.`);
      return pair.privateJwk;
    },
  };
}

export interface GraphQLAnswer<T> {
  data: T | null | undefined;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; reason: string; data?: Record<string, unknown>; field?: string; id?: string };
  }[];
}

export interface SignedClient {
  /** The answer with its errors. */
  // biome-ignore lint/suspicious/noExplicitAny: a test names the shape it expects by using it
  ask<T = any>(query: string, variables?: Record<string, unknown>): Promise<GraphQLAnswer<T>>;
  /** The data; throws when there are errors. */
  // biome-ignore lint/suspicious/noExplicitAny: a test names the shape it expects by using it
  data<T = any>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** The first error's extensions and message; throws when there is none. */
  refusal(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<{ code: string; reason: string; message: string; field?: string; data?: Record<string, unknown> }>;
  /** Any other route, signed. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** Asks a running service as this actor, as the gateway would. */
export function signedClient(service: { name: string; url: string }, actor: Caller, keys: TestKeys): SignedClient {
  const headers = async (): Promise<Record<string, string>> => ({
    authorization: `Bearer ${await signActorToken(keys.privateKey('gateway'), service.name, actor)}`,
    'accept-language': actor.locale,
  });
  const ask: SignedClient['ask'] = async (query, variables = {}) => {
    const response = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { ...(await headers()), 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphQLAnswer<never>;
  };
  return {
    ask,
    data: async (query, variables) => {
      const answer = await ask(query, variables);
      if (answer.errors?.length || !answer.data) throw new Error(JSON.stringify(answer.errors ?? answer, null, 2));
      return answer.data;
    },
    refusal: async (query, variables) => {
      const answer = await ask(query, variables);
      const error = answer.errors?.[0];
      if (!error) throw new Error(`Expected a refusal, got ${JSON.stringify(answer.data)}`);
      return { ...error.extensions, message: error.message };
    },
    fetch: async (path, init = {}) =>
      fetch(`${service.url}${path}`, { ...init, headers: { ...(await headers()), ...(init.headers as object) } }),
  };
}

export const silentLog = createLog('test', process.env.TEST_LOG ?? 'silent');
