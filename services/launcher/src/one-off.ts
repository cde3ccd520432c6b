/** Programs that run once to their end (a build, a migration, a seed), and how to end them when nobody waits any more. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root } from './layout.ts';
import { treeOf } from './memory.ts';

const running = new Set<ChildProcess>();
let over = false;

export interface Ended {
  code: number | null;
  said: string;
}

export async function runToEnd(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  if (over) return { code: null, said: '' };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  running.delete(child);
  return { code, said };
}

/** Nothing is lost by it: migrations and seeds are transactions, and the next start does again what is not marked as done. */
export async function endOneOffs(): Promise<void> {
  over = true;
  await Promise.all(
    [...running].map((child) => {
      const closed = new Promise((done) => child.once('close', done));
      const pids = existsSync('/proc') ? treeOf(child.pid!) : [child.pid!];
      for (const pid of pids) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended by itself.
        }
      }
      return closed;
    }),
  );
}
