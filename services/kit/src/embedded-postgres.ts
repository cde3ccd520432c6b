// Erasable-only TypeScript: the launcher runs this file by Node's type stripping.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import {
  embeddedPostgresLocation,
  nativeFolder,
  reachableBinaries,
  type ServerUser,
  serverUser,
} from './embedded-postgres-place.ts';

export interface EmbeddedPostgresOptions {
  /** Where the cluster lives; elsewhere, by a name derived from this one, when the server's user cannot get there. */
  dataDir: string;
  /** 0 takes a free one. */
  port: number;
  log?: (line: string) => void;
  /** Further server settings, such as `fsync=off` for tests. */
  settings?: readonly string[];
}

export interface EmbeddedPostgres {
  /** The superuser's address of the database `postgres`. */
  url: string;
  port: number;
  pid: number;
  /** Where the cluster really is. */
  location: string;
  /** Calls the listener once when the server ends, or begins to, and it was not `stop` that asked. */
  onEnd(listener: () => void): void;
  /** Ends the server and waits for it. */
  stop(): Promise<void>;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

async function endServer(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (const until = Date.now() + patience; isAlive(pid) && Date.now() < until; ) await pause(20);
  }
}

/** What a server left in its folder, if it (and not a stranger that got its number) is still running. */
function leftoverServer(cluster: string): { pid: number; port: number } | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const command = `/proc/${pid}/cmdline`;
  const isStranger = existsSync('/proc/self/cmdline')
    ? !existsSync(command) || !readFileSync(command, 'utf8').includes('postgres')
    : !isAlive(pid);
  if (isStranger || !isAlive(pid)) {
    rmSync(file, { force: true });
    return undefined;
  }
  return { pid, port };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<'yes' | 'no' | 'refused'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return 'yes';
  } catch (error) {
    return (error as { code?: string }).code === '28P01' ? 'refused' : 'no';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Made beside its place and moved there whole: a start that is killed meanwhile leaves no half of a cluster. */
function initialise(bin: string, location: string, cluster: string, user: ServerUser | undefined): void {
  const made = `${cluster}-new`;
  rmSync(made, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(location, 'superuser');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const result = spawnSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${made}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    { ...user, cwd: location, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  if (result.status !== 0) {
    rmSync(made, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL could not be prepared in ${location}: ${(result.stderr || String(result.error)).trim()}`,
    );
  }
  renameSync(made, cluster);
}

/** Starts the server, or takes over one that an earlier run left behind in the same folder. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const user = serverUser();
  const location = embeddedPostgresLocation(options.dataDir);
  const cluster = join(location, 'cluster');
  mkdirSync(location, { recursive: true, mode: 0o700 });
  if (user) chownSync(location, user.uid, user.gid);
  const bin = reachableBinaries(await nativeFolder(), user);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    if (existsSync(cluster)) throw new Error(`${cluster} holds no whole PostgreSQL cluster: PG_VERSION is missing.`);
    initialise(bin, location, cluster, user);
  }
  const password = readFileSync(join(location, 'superuser'), 'utf8').trim();
  const urlAt = (port: number): string =>
    `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;

  const leftover = leftoverServer(cluster);
  if (leftover) {
    const samePort = options.port === 0 || leftover.port === options.port;
    if (samePort && (await answers(urlAt(leftover.port))) === 'yes') {
      log(`PostgreSQL was still running (process ${leftover.pid}); taking it over.`);
      return handle(urlAt(leftover.port), leftover.port, leftover.pid, location, cluster);
    }
    log(`Ending a PostgreSQL server left behind (process ${leftover.pid}).`);
    await endServer(leftover.pid);
  }

  const port = options.port === 0 ? await freePort() : options.port;
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC'];
  const logFile = join(location, 'server.log');
  // A file, not a pipe: the server may outlive whoever started it.
  const output = openSync(logFile, 'w', 0o600);
  // Detached: Ctrl-C in the terminal must not end the database before those that use it.
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', cluster, '-p', String(port), ...[...settings, ...(options.settings ?? [])].flatMap((s) => ['-c', s])],
    {
      ...user,
      cwd: location,
      detached: true,
      stdio: ['ignore', 'ignore', output],
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  closeSync(output);
  const said = (): string => readFileSync(logFile, 'utf8').slice(-20_000);
  let exited = false;
  child.once('exit', () => {
    exited = true;
  });
  child.once('error', () => {
    exited = true;
  });
  for (const until = Date.now() + 30_000; ; await pause(25)) {
    const answer = !exited && /ready to accept connections/.test(said()) ? await answers(urlAt(port)) : 'no';
    if (answer === 'yes') break;
    if (answer === 'refused' || exited || Date.now() > until) {
      if (child.pid && !exited) await endServer(child.pid);
      throw new Error(
        answer === 'refused'
          ? `the password in ${join(location, 'superuser')} is not the one of this cluster`
          : startFailure(port, said(), exited),
      );
    }
  }
  child.unref();
  return handle(urlAt(port), port, child.pid ?? 0, location, cluster);
}

function startFailure(port: number, output: string, exited: boolean): string {
  if (/could not bind|Address already in use/.test(output)) {
    return `PostgreSQL could not start: port ${port} is taken by another program.`;
  }
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const fatal = lines.find((line) => /FATAL|PANIC/.test(line))?.replace(/^.*?(?=FATAL|PANIC)/, '');
  const last = exited ? lines.at(-1)?.trim() : undefined;
  return `PostgreSQL could not start: ${fatal?.trim() ?? last ?? 'it did not become ready in 30 seconds.'}`;
}

function handle(url: string, port: number, pid: number, location: string, cluster: string): EmbeddedPostgres {
  let watching: NodeJS.Timeout | undefined;
  return {
    url,
    port,
    pid,
    location,
    onEnd: (listener) => {
      watching = setInterval(() => {
        if (isServing(pid, cluster)) return;
        clearInterval(watching);
        listener();
      }, 500);
      watching.unref();
    },
    stop: () => {
      clearInterval(watching);
      return endServer(pid);
    },
  };
}

/** A server that is ending waits for its clients, sometimes for long; its eighth line says so at once. */
function isServing(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[7]?.startsWith('stopping') !== true;
  } catch {
    return false;
  }
}

/** Ends whatever server runs in that folder, started by this process or an earlier one. */
export async function stopLeftoverPostgres(dataDir: string): Promise<void> {
  const leftover = leftoverServer(join(embeddedPostgresLocation(dataDir), 'cluster'));
  if (leftover) await endServer(leftover.pid);
}

/** Removes the cluster and everything in it. */
export async function discardEmbeddedPostgres(dataDir: string): Promise<void> {
  await stopLeftoverPostgres(dataDir);
  rmSync(embeddedPostgresLocation(dataDir), { recursive: true, force: true });
}
