/** Ends what an earlier start left behind: after a crash of the launcher, or when `pnpm stop` asks. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from './layout.ts';

export interface RunningProcess {
  name: string;
  pid: number;
}

interface Record {
  launcher: number;
  processes: RunningProcess[];
}

const fileOf = (layout: Layout): string => join(layout.data, 'processes.json');

/** What an earlier start wrote down; nothing, when there is nothing that can be read. */
export function readRecord(layout: Layout): Record | null {
  try {
    const record = JSON.parse(readFileSync(fileOf(layout), 'utf8')) as Record | null;
    return typeof record?.launcher === 'number' && Array.isArray(record.processes) ? record : null;
  } catch {
    return null;
  }
}

/** So that `pnpm stop`, a second start, or a start after a crash, knows who runs and what to end. */
export function writeRecord(layout: Layout, processes: RunningProcess[]): void {
  const next = `${fileOf(layout)}.${process.pid}`;
  writeFileSync(next, `${JSON.stringify({ launcher: process.pid, processes }, null, 2)}\n`);
  renameSync(next, fileOf(layout));
}

export function dropRecord(layout: Layout): void {
  if (readRecord(layout)?.launcher === process.pid) rmSync(fileOf(layout), { force: true });
}

/** The launcher that runs from this folder now, if any. */
export function findLauncher(layout: Layout): number | null {
  const record = readRecord(layout);
  return record && isAlive(record.launcher) && isOurs(record.launcher) ? record.launcher : null;
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
  rmSync(fileOf(layout), { force: true });
  return left.map(({ name }) => name);
}

/** Asks a running launcher to end its instance; true when there was one. */
export async function endLauncher(layout: Layout): Promise<boolean> {
  const launcher = findLauncher(layout);
  if (launcher === null) return false;
  signal(launcher, 'SIGTERM');
  const deadline = Date.now() + 30_000;
  while (isAlive(launcher) && Date.now() < deadline) await pause(50);
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
