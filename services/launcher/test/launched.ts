/** Runs the launcher's commands as a person would: in a data folder and on ports of their own, and ends what a test forgot. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardEmbeddedPostgres } from '@lienthong/kit/embedded-postgres';
import { type Layout, readLayout, root, takenPorts } from '../src/layout.ts';
import { isAlive } from '../src/leftovers.ts';
import { treeOf } from '../src/memory.ts';

export interface Place {
  data: string;
  base: number;
  layout: Layout;
}

const bases = 5;

/** Readable by all, as a checkout usually is, so that the database's files stay inside. */
export async function makePlace(name: string): Promise<Place> {
  const data = mkdtempSync(join(tmpdir(), `lienthong-launcher-${name}-`));
  chmodSync(data, 0o755);
  // Below the ports that systems hand out; workers of one run begin at different ones.
  const nth = Number(process.env.VITEST_POOL_ID ?? 0);
  for (let step = 0; step < bases; step += 1) {
    const base = 30_000 + ((nth + step) % bases) * 500;
    const layout = readLayout({ LIENTHONG_DATA: data, PORT_BASE: String(base) });
    const taken = await takenPorts(layout, Object.keys(layout.ports) as (keyof Layout['ports'])[]);
    if (taken.length === 0) return { data, base, layout };
  }
  throw new Error('No free ports from 30000 to 32500.');
}

export async function clear({ data }: Place): Promise<void> {
  await discardEmbeddedPostgres(join(data, 'postgres'));
  rmSync(data, { recursive: true, force: true });
}

/** A command on its way. What it says is kept; its end is awaited, never assumed. */
export class Launched {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  #said = '';

  constructor(command: 'start' | 'stop' | 'provision', place: Place, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
    const own = { LIENTHONG_DATA: place.data, PORT_BASE: String(place.base), ...env };
    this.child = spawn(process.execPath, [join(root, `services/launcher/src/${command}.ts`), ...args], {
      cwd: root,
      env: { ...withoutSettings(), ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.#said += chunk;
      });
    this.ended = new Promise((done) => this.child.once('close', done));
  }

  get pid(): number {
    return this.child.pid!;
  }

  get said(): string {
    return this.#said;
  }

  /** Waits until it says something; fails with all it said when it ends first or takes too long. */
  async until(words: string, withinMs = 180_000): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (!this.#said.includes(words)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null || Date.now() > deadline)
        throw new Error(`"${words}" was not said:\n${this.#said}`);
      await pause(30);
    }
  }

  /** What a test left running ends with it: this process and all below it. */
  async discard(): Promise<void> {
    for (const pid of isAlive(this.pid) ? treeOf(this.pid) : []) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    await this.ended;
  }
}

/** The whole of what a command says and how it ends. */
export async function run(
  ...given: ConstructorParameters<typeof Launched>
): Promise<{ code: number | null; said: string }> {
  const launched = new Launched(...given);
  const code = await launched.ended;
  return { code, said: launched.said };
}

/** The settings of whoever runs the tests are not those of the instance under test. */
function withoutSettings(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR };
}

export interface Recorded {
  launcher: number;
  processes: { name: string; pid: number }[];
}

export const readProcesses = ({ data }: Place): Recorded =>
  JSON.parse(readFileSync(join(data, 'processes.json'), 'utf8')) as Recorded;

export function databasePid({ data }: Place): number | null {
  const file = join(data, 'postgres/cluster/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

export async function allEnded(pids: number[], withinMs = 20_000): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (pids.some(isAlive) && Date.now() < deadline) await pause(30);
  return !pids.some(isAlive);
}

/** Listens on a port, as another program would. */
export async function occupy(port: number, onConnect?: Parameters<typeof createServer>[1]) {
  const server = createServer(onConnect as never);
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return server;
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
