/** The instance's PostgreSQL: the embedded one, or a server of your own named by DATABASE_URL. */
import { join } from 'node:path';
import type { EmbeddedPostgres } from '@lienthong/kit/embedded-postgres';
import pg from 'pg';
import { type Layout, Sentence } from './layout.ts';
import { databaseSchemas, type Secrets } from './secrets.ts';

const oldestVersion = 150_000;

export interface Database {
  /** Connection string of a role of ours, e.g. `plans_run`. */
  as: (role: string) => string;
  clockOffsetSeconds: number;
  /** Calls the listener when the embedded server ends, or begins to, and it was not `stop` that asked. */
  onEnd: (listener: () => void) => void;
  stop: () => Promise<void>;
}

export async function openDatabase(layout: Layout, secrets: Secrets, say: (line: string) => void): Promise<Database> {
  const own = process.env.DATABASE_URL;
  const server = own ? ownServer(own) : await startEmbedded(layout, say);
  try {
    await checkVersion(server.url);
    await prepare(server.url, secrets);
    const clockOffsetSeconds = await settleClock(server.url);
    return {
      as: (role) => connectionAs(server.url, role, secrets.databasePasswords[role]!),
      clockOffsetSeconds,
      onEnd: server.onEnd,
      stop: server.stop,
    };
  } catch (fault) {
    await server.stop();
    throw fault;
  }
}

function ownServer(url: string): Pick<EmbeddedPostgres, 'url' | 'onEnd' | 'stop'> {
  if (!/^postgres(ql)?:\/\/[^/]/.test(url) || !URL.canParse(url))
    throw new Sentence('DATABASE_URL must be an address such as postgres://owner:password@host:5432/database.');
  return { url, onEnd: () => {}, stop: async () => {} };
}

async function prepare(url: string, { databasePasswords }: Secrets): Promise<void> {
  const { provisionDatabase } = await import('@lienthong/kit/provision');
  try {
    await provisionDatabase(url, { schemas: [...databaseSchemas], passwords: databasePasswords });
  } catch (fault) {
    throw new Sentence(`The database could not be prepared: ${reasonOf(fault)}.`);
  }
}

/** An address with several hosts behind it fails with a list of faults and no message. */
function reasonOf(fault: unknown): string {
  const { message, code } = fault as { message?: string; code?: string };
  return (message || code || String(fault)).replace(/\.$/, '');
}

async function startEmbedded(layout: Layout, say: (line: string) => void) {
  const { startEmbeddedPostgres } = await import('@lienthong/kit/embedded-postgres');
  try {
    return await startEmbeddedPostgres({
      dataDir: join(layout.data, 'postgres'),
      port: layout.ports.postgres,
      log: (line: string) => say(line),
    });
  } catch (fault) {
    const reason = reasonOf(fault);
    const advice = reason.includes('is taken by another program')
      ? 'Free it, or choose others with PORT_BASE=5000'
      : `Its data is in ${layout.data}: put a backup back, or begin again with \`pnpm start --fresh\``;
    throw new Sentence(`${reason}. ${advice}.`);
  }
}

async function checkVersion(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (fault) {
    throw new Sentence(`The database cannot be reached: ${reasonOf(fault)}.`);
  }
  try {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    if (Number(rows[0]!.server_version_num) < oldestVersion) {
      throw new Sentence('The database is older than PostgreSQL 15; Liên Thông needs 15 or newer.');
    }
  } finally {
    await client.end();
  }
}

/** The business day on which the demonstration state stands, at the hour an office opens. */
const demonstrationStart = '2025-11-20T08:00:00+07:00';

/** The offset of the business clock is fixed at the first start and kept: the clock ticks from there on. */
async function settleClock(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('create schema if not exists instance');
    await client.query('create table if not exists instance.settings (name text primary key, value jsonb not null)');
    const start = process.env.BUSINESS_START ?? demonstrationStart;
    const wanted = start === 'now' ? 0 : Math.round((Date.parse(start) - Date.now()) / 1000);
    if (Number.isNaN(wanted)) throw new Sentence(`BUSINESS_START must be an ISO time or "now"; it is "${start}".`);
    await client.query(
      `insert into instance.settings values ('clockOffsetSeconds', $1::jsonb) on conflict (name) do nothing`,
      [JSON.stringify(wanted)],
    );
    const { rows } = await client.query<{ value: number }>(
      `select value from instance.settings where name = 'clockOffsetSeconds'`,
    );
    return rows[0]!.value;
  } finally {
    await client.end();
  }
}

/** `--fresh` on a server of your own: our schemas go, everything else stays. */
export async function dropSchemas(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const schema of ['instance', ...databaseSchemas])
      await client.query(`drop schema if exists ${schema} cascade`);
  } finally {
    await client.end();
  }
}

function connectionAs(url: string, role: string, password: string): string {
  const address = new URL(url);
  address.username = role;
  address.password = password;
  return address.toString();
}
