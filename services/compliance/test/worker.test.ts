import { type ChildProcess, spawn } from 'node:child_process';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyPem, makeCertificate } from '../src/demonstration/certificate-maker.ts';
import { makeCheck, makeSystem, officer } from './make.ts';
import { key, openWorld, probePolicy, type World } from './world.ts';

let world: World;
let site: https.Server;
let silent: net.Server;
const ports = { site: 0, silent: 0 };
const workers: ChildProcess[] = [];

beforeAll(async () => {
  const own = makeCertificate({ name: 'x', validFrom: new Date(0), validTo: new Date(Date.now() + 1e10) });
  site = https.createServer({ key: keyPem(own.key), cert: own.certificate }, (_, response) => response.end('ok'));
  silent = net.createServer(() => undefined);
  for (const server of [site, silent]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ports.site = (site.address() as AddressInfo).port;
  ports.silent = (silent.address() as AddressInfo).port;
  world = await openWorld({ ...probePolicy, allowedPorts: Object.values(ports) });
});

afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  site.closeAllConnections();
  site.close();
  silent.close();
  await world.stop();
});

/** The process as it is started in an instance, from its source. */
async function startWorker(): Promise<ChildProcess> {
  const entry = fileURLToPath(new URL('../src/worker.ts', import.meta.url));
  const worker = spawn(process.execPath, ['--conditions=development', entry], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PORT: '0',
      PROFILE: 'demonstration',
      LOG_LEVEL: 'silent',
      // Permissions to check are dated on the business clock.
      CLOCK_OFFSET_SECONDS: String(Math.round((world.clock.now().getTime() - Date.now()) / 1000)),
      DATABASE_URL: world.database.url('compliance_run'),
      CHECK_ALLOWED_CIDRS: '127.0.0.1/32',
      CHECK_ALLOWED_PORTS: Object.values(ports).join(','),
    },
  });
  workers.push(worker);
  await new Promise<void>((done, fail) => {
    worker.once('message', () => done());
    worker.once('exit', (code) => fail(new Error(`The worker ended with ${code}.`)));
  });
  return worker;
}

async function ask(checkId: string): Promise<string> {
  const text = 'mutation ($input: RunCheckInput!) { runCheck(input: $input) { run { id } } }';
  return (await world.as(officer).data(text, { input: { idempotencyKey: key(), checkId } })).runCheck.run.id;
}

async function until(runId: string, state: string): Promise<{ state: string; outcome: string; attempts: number }> {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((done) => setTimeout(done, 20))) {
    const [row] = await world.database.sql<{ state: string; outcome: string; attempts: number }>(
      'select state, outcome, attempts from compliance.check_runs where id = $1',
      [runId],
    );
    if (row?.state === state) return row;
  }
  throw new Error(`The run did not become ${state}.`);
}

describe('the worker process', () => {
  it('takes up a run as soon as it is asked for, and ends in order when told to', async () => {
    const worker = await startWorker();
    const { id } = await makeSystem(world);
    const check = await makeCheck(world, id, { port: ports.site });
    const started = performance.now();
    await until(await ask(check.id), 'FINISHED');
    // Far below the sweep of five seconds: the event woke it.
    expect(performance.now() - started).toBeLessThan(4000);
    const ended = new Promise((done) => worker.once('exit', done));
    worker.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('killed in the middle of a run, loses nothing: the next worker finishes it, once', async () => {
    const first = await startWorker();
    const { id } = await makeSystem(world);
    const check = await makeCheck(world, id, { port: ports.silent, kind: 'CLOCK_DRIFT' });
    const runId = await ask(check.id);
    await until(runId, 'RUNNING');
    first.kill('SIGKILL');
    silent.on('connection', (socket) => socket.destroy());
    // What the claim's twelve seconds would bring about.
    await world.database.sql(`update compliance.check_runs set claimed_until = now() where id = $1`, [runId]);
    await startWorker();
    expect(await until(runId, 'FINISHED')).toMatchObject({ outcome: 'UNKNOWN', attempts: 2 });
    const runs = await world.database.sql('select 1 from compliance.check_runs where check_id = $1', [check.id]);
    expect(runs).toHaveLength(1);
  });
});
