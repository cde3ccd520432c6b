import { pendingSchemaChanges, runMigrations } from '@lienthong/kit/database';
import { type TestDatabase, testDatabase } from '@lienthong/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities, migrations } from '../src/service.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ schema: 'units', migrations });
});
afterAll(() => database.drop());

const tables = async (): Promise<string[]> => {
  const rows = await database.sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'units' AND tablename <> 'migrations' ORDER BY 1`,
  );
  return rows.map((row) => row.name);
};

test('TypeORM would change nothing in a migrated database', async () => {
  const dataSource = await database.dataSource(entities);
  expect(await pendingSchemaChanges(dataSource)).toEqual([]);
});

test('every table with rows of provinces or people has row-level security that binds its owner too', async () => {
  const open = await database.sql(
    `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'units' AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
       AND relname NOT IN ('migrations', 'snapshots')`,
  );
  expect(open).toEqual([]);
});

test('all the way down leaves no table, and up again brings all back', async () => {
  const before = await tables();
  const options = { url: database.url('units_migrate'), schema: 'units', entities: [], migrations };
  await runMigrations({ ...options, down: true });
  expect(await tables()).toEqual([]);
  await runMigrations(options);
  expect(await tables()).toEqual(before);
});
