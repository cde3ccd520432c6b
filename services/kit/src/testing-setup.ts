import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardEmbeddedPostgres } from './embedded-postgres.ts';

const PREFIX = 'lienthong-test-';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Servers of runs that were killed: their folder names the process that is no more. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = join(folder, 'owner');
    if (!existsSync(owner) || isRunning(Number(readFileSync(owner, 'utf8')))) continue;
    await discardEmbeddedPostgres(join(folder, 'postgres')).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * One PostgreSQL for a whole vitest run, started by the first test file that asks (`testDatabase`), ended here.
 * Vitest calls this once before all files; what it returns, once after them.
 */
export default async function setup(): Promise<() => Promise<void>> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'owner'), String(process.pid));
  process.env.LIENTHONG_TEST_FOLDER = folder;
  return async () => {
    await discardEmbeddedPostgres(join(folder, 'postgres')).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
}
