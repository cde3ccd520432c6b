import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDataSource, inTransaction } from '@lienthong/kit/database';
import { publish } from '@lienthong/kit/events';
import { verifyActorToken } from '@lienthong/kit/peer';
import { createServiceTables, dropServiceTables } from '@lienthong/kit/service-tables';
import { silentLog, type TestDatabase, testDatabase, testKeys } from '@lienthong/kit/testing';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../src/actor.ts';
import type { HierarchyDocument } from '../src/hierarchy.ts';
import { HierarchySource } from '../src/hierarchy-source.ts';
import { hierarchy } from './world.ts';

class CreateTables1 implements MigrationInterface {
  name = 'CreateTables1763000000002';
  up(runner: QueryRunner): Promise<void> {
    return createServiceTables(runner, 'plans');
  }
  down(runner: QueryRunner): Promise<void> {
    return dropServiceTables(runner, 'plans');
  }
}

const keys = testKeys();
let database: TestDatabase;
let dataSource: DataSource;
let units: Server;
let version = 1;
let isAway = false;
const asked: string[] = [];

const document = (): HierarchyDocument => ({ version: String(version), units: [...hierarchy.units], groups: [] });

async function answer(request: IncomingMessage): Promise<[number, string]> {
  if (isAway) return [503, ''];
  const token = request.headers.authorization?.slice(7) ?? '';
  const { actor } = await verifyActorToken<Actor>(keys.trusted, 'units', token);
  asked.push(actor.id);
  return request.headers['if-none-match'] === `"${version}"` ? [304, ''] : [200, JSON.stringify(document())];
}

beforeAll(async () => {
  database = await testDatabase({ schema: 'plans', migrations: [CreateTables1] });
  dataSource = createDataSource({ url: database.url('plans_run'), schema: 'plans', entities: [], poolSize: 3 });
  await dataSource.initialize();
  units = createServer((request, response) => {
    answer(request).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body);
    });
  });
  await new Promise<void>((done) => units.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  units?.closeAllConnections();
  units?.close();
  await dataSource?.destroy();
  await database?.drop();
});

const start = (): Promise<HierarchySource> =>
  HierarchySource.start({
    unitsUrl: `http://127.0.0.1:${(units.address() as AddressInfo).port}`,
    signingKey: keys.privateKey('plans'),
    dataSource,
    databaseUrl: database.url('plans_run'),
    schema: 'plans',
    log: silentLog,
    patienceSeconds: 1,
  });

test('without a snapshot and without units there is nothing to start from', async () => {
  isAway = true;
  await expect(start()).rejects.toThrow('there is no snapshot');
  isAway = false;
});

test('the hierarchy is read at the start, signed, and again as soon as a unit changes', async () => {
  const source = await start();
  expect(source.current().version).toBe('1');
  expect(asked).toEqual(['plans']);
  version = 2;
  await inTransaction(dataSource, {}, (manager) =>
    publish(manager, { service: 'units', type: 'Unit', id: '38.stc', provinceId: '38', blocs: [], at: '' }),
  );
  for (const end = Date.now() + 5000; source.current().version !== '2' && Date.now() < end; ) {
    await new Promise((done) => setTimeout(done, 20));
  }
  expect(source.current().version).toBe('2');
  await source.close();
});

test('a service starts from the last snapshot while units is away', async () => {
  isAway = true;
  const source = await start();
  expect(source.current().version).toBe('2');
  expect(source.current().unit('38.skhcn').kind).toBe('DEPARTMENT');
  isAway = false;
  version = 3;
  await source.refresh();
  expect(source.current().version).toBe('3');
  await source.close();
});
