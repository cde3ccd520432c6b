import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { silentLog, type TestDatabase, testDatabase } from '@lienthong/kit/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrations } from '../src/migrations.ts';
import { ModuleRegistry } from '../src/operations/module-registry.ts';
import { hashOf } from '../src/operations/operation-list.ts';
import { OperationStore } from '../src/operations/operation-store.ts';
import { RegisteredOperations } from '../src/operations/registered-operations.ts';

let database: TestDatabase;
let pool: pg.Pool;
let store: OperationStore;
let running: RegisteredOperations[] = [];

/** What is deployed: modules with their builds, behind one registry. */
const deployed = new Map<string, unknown>();
let isRegistryDown = false;
let reads = 0;
const web = createServer((request, response) => {
  if (isRegistryDown) return response.destroy();
  const name = request.url?.slice(1) ?? '';
  if (name === 'modules.json') {
    reads += 1;
    const modules = [...deployed.keys()].filter((key) => !key.endsWith('-portal'));
    const shells = [...deployed.keys()].filter((key) => key.endsWith('-portal'));
    const entry = (key: string) => ({ name: key, operations: `/${key}` });
    return response.end(JSON.stringify({ modules: modules.map(entry), shells: shells.map(entry) }));
  }
  response.end(typeof deployed.get(name) === 'string' ? deployed.get(name) : JSON.stringify(deployed.get(name)));
});
const address = (): string => `http://127.0.0.1:${(web.address() as AddressInfo).port}`;

const textOf = (module: string, build: number): string => `query ${module}${build} { me { id } }`;
function deploy(module: string, build: number): string {
  const text = textOf(module, build);
  deployed.set(module, { module, build: `build-${build}`, operations: { [hashOf(text)]: text } });
  return hashOf(text);
}

beforeAll(async () => {
  database = await testDatabase({ schema: 'gateway', migrations });
  pool = new pg.Pool({ connectionString: database.url('gateway_run') });
  store = new OperationStore(pool);
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
});
beforeEach(() => {
  isRegistryDown = false;
  reads = 0;
});
afterEach(async () => {
  for (const operations of running) operations.stop();
  running = [];
  deployed.clear();
  await database.sql('delete from gateway.operation_builds');
});
afterAll(async () => {
  web.closeAllConnections();
  web.close();
  await pool.end();
  await database.drop();
});

async function start(sources = [`${address()}/modules.json`], unknownMs = 0): Promise<RegisteredOperations> {
  const registries = sources.map((source) => new ModuleRegistry(source));
  const operations = new RegisteredOperations({ registries, store, log: silentLog, refreshMs: 40, unknownMs });
  running.push(operations);
  await operations.start();
  await operations.refresh();
  return operations;
}

describe('the registry of deployed modules', () => {
  it('tells what modules and portal shells may ask', async () => {
    const [tasks, shell] = [deploy('plans', 1), deploy('party-portal', 1)];
    const operations = await start();
    expect(await operations.find(tasks)).toBe(textOf('plans', 1));
    expect(await operations.find(shell)).toBe(textOf('party-portal', 1));
    expect(await operations.find('f'.repeat(64))).toBeUndefined();
  });

  it('a module’s new build is taken in without a restart', async () => {
    const old = deploy('plans', 1);
    const operations = await start();
    const next = deploy('plans', 2);
    expect(await operations.find(next)).toBe(textOf('plans', 2));
    expect(await operations.find(old)).toBe(textOf('plans', 1));
    deploy('plans', 3);
    await vi.waitFor(() => expect(operations.size).toBe(3), { timeout: 10_000 });
  });

  it('the last five builds are kept, for tabs that are still open', async () => {
    const operations = await start();
    const hashes: string[] = [];
    for (let build = 1; build <= 7; build++) {
      hashes.push(deploy('plans', build));
      await operations.refresh();
    }
    const known = await Promise.all(hashes.map(async (hash) => (await operations.find(hash)) !== undefined));
    expect(known).toEqual([false, false, true, true, true, true, true]);
  });

  it('a build that is put back is the newest again', async () => {
    const operations = await start();
    for (const build of [1, 2, 3, 4, 5, 1, 6]) {
      deploy('plans', build);
      await operations.refresh();
    }
    expect(await operations.find(hashOf(textOf('plans', 1)))).toBeDefined();
    expect(await operations.find(hashOf(textOf('plans', 2)))).toBeUndefined();
  });

  it('that is down takes nothing away, not even from a gateway that starts meanwhile', async () => {
    const hash = deploy('plans', 1);
    const operations = await start();
    isRegistryDown = true;
    await operations.refresh();
    expect(await operations.find(hash)).toBeDefined();
    expect(await (await start()).find(hash)).toBeDefined();
  });

  it('one module that is down or lies does not keep the others out', async () => {
    const hash = deploy('plans', 1);
    deployed.set('broken', '<html>');
    deployed.set('liar', {
      module: 'liar',
      build: '1',
      operations: { [hashOf('{ me { id } }')]: 'mutation { close(id: "1") { id } }' },
    });
    deployed.set('unnamed', { operations: {} });
    const operations = await start();
    expect(await operations.find(hash)).toBeDefined();
    expect(operations.size).toBe(1);
  });

  it('is asked once a second at most for hashes that nobody knows', async () => {
    const operations = await start(undefined, 1_000);
    operations.stop();
    const before = reads;
    for (let guess = 0; guess < 50; guess++) await operations.find(hashOf(String(guess)));
    expect(reads - before).toBe(0);
  });

  it('may be a file; one on the network cannot make us read files of ours', async () => {
    const folder = await mkdtemp(`${tmpdir()}/registry-`);
    const text = textOf('units', 1);
    await writeFile(
      `${folder}/operations.json`,
      JSON.stringify({ module: 'units', build: '1', operations: { [hashOf(text)]: text } }),
    );
    await writeFile(
      `${folder}/modules.json`,
      JSON.stringify({ modules: [{ name: 'units', operations: 'operations.json' }] }),
    );
    expect(await (await start([`${folder}/modules.json`])).find(hashOf(text))).toBe(text);

    const faults: string[] = [];
    const evil = createServer((_, response) =>
      response.end(JSON.stringify({ modules: [{ name: 'evil', operations: `file://${folder}/operations.json` }] })),
    );
    await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done));
    const port = (evil.address() as AddressInfo).port;
    expect(
      await new ModuleRegistry(`http://127.0.0.1:${port}/modules.json`).read((what, error) =>
        faults.push(`${what}: ${error.message}`),
      ),
    ).toEqual([]);
    expect(faults).toEqual([`evil: file://${folder}/operations.json is a local file.`]);
    evil.closeAllConnections();
    evil.close();
    await rm(folder, { recursive: true });
  });
});

describe('the gateway’s database', () => {
  it('lets the running role keep operations, and change nothing else', async () => {
    await expect(pool.query('create table gateway.other (id int)')).rejects.toThrow(/permission denied/);
    await expect(pool.query(`update gateway.operations set text = 'x'`)).rejects.toThrow(/permission denied/);
  });

  it('is as before after its migrations were taken back and made again', async () => {
    const { runMigrations } = await import('@lienthong/kit/database');
    const options = { url: database.url('gateway_migrate'), schema: 'gateway', entities: [], migrations };
    await runMigrations({ ...options, down: true });
    const tables = () =>
      database.sql(
        `select tablename from pg_tables where schemaname = 'gateway' and tablename <> 'migrations' order by 1`,
      );
    expect(await tables()).toEqual([]);
    await runMigrations(options);
    expect(await tables()).toEqual([{ tablename: 'operation_builds' }, { tablename: 'operations' }]);
  });
});
