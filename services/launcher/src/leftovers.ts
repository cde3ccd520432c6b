/** Ends what an earlier start left behind: after a crash of the launcher, or when `pnpm stop` asks. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from './layout.ts';

interface Record {
  launcher: number;
  processes: { name: string; pid: number }[];
}

export function readRecord(layout: Layout): Record | null {
  const file = join(layout.data, 'processes.json');
  if (!existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')) as Record;
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Only a process that still runs a program of this house: pids are used again by others. */
function isOurs(pid: number): boolean {
  try {
    return /dist\/src|launcher\/src/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return existsSync('/proc') ? false : isAlive(pid);
  }
}

export async function endLeftovers(layout: Layout): Promise<string[]> {
  const record = readRecord(layout);
  if (!record) return [];
  const left = record.processes.filter(({ pid }) => isAlive(pid) && isOurs(pid));
  for (const { pid } of left) signal(pid, 'SIGTERM');
  const deadline = Date.now() + 10_000;
  while (left.some(({ pid }) => isAlive(pid)) && Date.now() < deadline) await pause(50);
  for (const { pid } of left) if (isAlive(pid)) signal(pid, 'SIGKILL');
  rmSync(join(layout.data, 'processes.json'), { force: true });
  return left.map(({ name }) => name);
}

/** Asks a running launcher to end its instance; true when there was one. */
export async function endLauncher(layout: Layout): Promise<boolean> {
  const record = readRecord(layout);
  if (!record || !isAlive(record.launcher) || !isOurs(record.launcher)) return false;
  signal(record.launcher, 'SIGTERM');
  const deadline = Date.now() + 30_000;
  while (isAlive(record.launcher) && Date.now() < deadline) await pause(50);
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal.
  }
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
