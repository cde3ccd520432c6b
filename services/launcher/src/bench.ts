/**
 * `pnpm bench`: measures, in one run, what the brief puts a number on. Prints figures; asserts nothing. Ratios (gateway against calls written by
 * hand) hold anywhere; seconds and megabytes are those of this machine.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { buildFrontends, buildServices } from './build.ts';
import { root } from './layout.ts';
import { megabytes, treeOf } from './memory.ts';

const restMs = 10_000;

await buildServices();
await buildFrontends();
console.log('# Starting');
await measureStarts();
for (const [title, script] of [
  ['Gateway against calls written by hand', 'gateway/bench/gateway.bench.ts'],
  ['Reading documents', 'services/plans/bench/importing.bench.ts'],
] as const) {
  if (!existsSync(join(root, script))) continue;
  console.log(`\n# ${title}`);
  await run(['--conditions=development', script]);
}

async function measureStarts(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'lienthong-bench-'));
  const env = { ...process.env, LIENTHONG_DATA: data, PORT_BASE: '31000' };
  try {
    const first = await start(env, data);
    console.log(`first start, with migrations and seeds   ${first.seconds.toFixed(1)} s (at most 60)`);
    await stop(first.launcher);
    rmSync(join(data, 'instance.json'));
    const second = await start(env, data);
    console.log(`second start                             ${second.seconds.toFixed(1)} s (at most 15)`);
    await new Promise((done) => setTimeout(done, restMs));
    const programs = treeOf(second.launcher.pid!);
    const database = treeOf(postmaster(data));
    console.log(
      `memory at rest                           ${megabytes([...programs, ...database]).toFixed(0)} MB (at most 1536)`,
    );
    console.log('\n# Portals, at 9 Mbps, 60 ms, CPU four times slower');
    await run(['e2e/bench/portals.bench.ts', join(data, 'instance.json')], {
      CHROMIUM: await findBrowser(console.log),
    });
    await stop(second.launcher);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The database server is nobody's child, so that it outlives a launcher that breaks. */
function postmaster(data: string): number {
  const place = existsSync(join(data, 'postgres/cluster')) ? join(data, 'postgres') : '';
  if (place === '') return -1;
  return Number(readFileSync(join(place, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

async function start(env: NodeJS.ProcessEnv, data: string): Promise<{ launcher: ChildProcess; seconds: number }> {
  const begun = Date.now();
  const launcher = spawn(process.execPath, [join(root, 'services/launcher/src/start.ts')], {
    cwd: root,
    env,
    stdio: 'ignore',
  });
  while (!existsSync(join(data, 'instance.json'))) {
    if (launcher.exitCode !== null) throw new Error('The instance did not start; run `pnpm start` to see why.');
    await new Promise((done) => setTimeout(done, 20));
  }
  return { launcher, seconds: (Date.now() - begun) / 1000 };
}

async function stop(launcher: ChildProcess): Promise<void> {
  const exited = new Promise((done) => launcher.once('exit', done));
  launcher.kill('SIGTERM');
  await exited;
}

function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<unknown> {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
  return new Promise((done) => child.once('exit', done));
}
