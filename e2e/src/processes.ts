/** The processes of a running instance, to see what the portals do when one of them breaks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { world } from './world.ts';

interface Recorded {
  processes: { name: string; pid: number }[];
}

export function processId(name: string): number {
  const { processes } = JSON.parse(readFileSync(join(world().data, 'processes.json'), 'utf8')) as Recorded;
  const found = processes.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`No process ${name}; there are ${processes.map((one) => one.name).join(', ')}.`);
  return found.pid;
}

/** The process hangs while `story` runs: it takes connections and never answers. */
export async function whileHanging<T>(name: string, story: (wakeUp: () => void) => Promise<T>): Promise<T> {
  const pid = processId(name);
  const wakeUp = (): void => void process.kill(pid, 'SIGCONT');
  process.kill(pid, 'SIGSTOP');
  try {
    return await story(wakeUp);
  } finally {
    wakeUp();
  }
}
