/** Starts a whole instance by the command a newcomer uses, in a folder and on ports of its own, and ends it after the tests. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { World } from './world.ts';

const root = resolve(import.meta.dirname, '../..');
const startWithinMs = 180_000;

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // A running instance can be named to try one story quickly while writing it.
  const given = process.env.LIENTHONG_INSTANCE;
  if (given) {
    project.provide('world', readWorld(given, process.env.LIENTHONG_DISTURB === 'yes'));
    return async () => {};
  }
  const data = mkdtempSync(join(tmpdir(), 'lienthong-e2e-'));
  // The database's user must get in; otherwise its files go elsewhere, and stay there.
  chmodSync(data, 0o755);
  const base = await freeBase();
  const launcher = spawn(process.execPath, [join(root, 'services/launcher/src/start.ts')], {
    cwd: root,
    env: { ...process.env, LIENTHONG_DATA: data, PORT_BASE: String(base) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  launcher.stdout.on('data', (chunk) => said.push(String(chunk)));
  launcher.stderr.on('data', (chunk) => said.push(String(chunk)));
  const instance = join(data, 'instance.json');
  const end = async () => {
    await stop(launcher);
    rmSync(data, { recursive: true, force: true });
  };
  const deadline = Date.now() + startWithinMs;
  while (!existsSync(instance)) {
    if (launcher.exitCode !== null || Date.now() > deadline) {
      await end();
      throw new Error(`The instance did not start:\n${said.join('')}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  project.provide('world', readWorld(instance, true));
  return end;
}

const readWorld = (file: string, mayDisturb: boolean): World => ({
  ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<World, 'mayDisturb'>),
  mayDisturb,
});

async function stop(launcher: ChildProcess): Promise<void> {
  if (launcher.exitCode !== null) return;
  const exited = new Promise<void>((done) => launcher.once('exit', () => done()));
  launcher.kill('SIGTERM');
  await exited;
}

/** A base whose neighbours are free too, away from the default instance and from ephemeral ports. */
async function freeBase(): Promise<number> {
  for (let base = 20_000; base < 30_000; base += 1_000) {
    const offsets = [0, 10, 21, 22, 23, 24, 25, 26, 100, 131, 132, 133, 134, 200, 432];
    const free = await Promise.all(offsets.map((offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new Error('No free ports from 20000 to 30000.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}
