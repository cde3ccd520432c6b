import { pendingSchemaChanges, runMigrations } from '@lienthong/kit/database';
import { type TestDatabase, testDatabase } from '@lienthong/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../src/migrations.ts';
import { entities } from '../src/service.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ schema: 'plans', migrations });
});
afterAll(() => database?.drop());

/** Keys, indexes and comments are the migrations' alone: entities say what is read and written. */
const ofMigrationsOnly = /DROP CONSTRAINT|DROP INDEX|COMMENT ON/;

test('the entities and the migrated database agree', async () => {
  const dataSource = await database.dataSource(entities);
  const changes = await pendingSchemaChanges(dataSource);
  expect(changes.filter((change) => !ofMigrationsOnly.test(change))).toEqual([]);
});

test('the running role owns nothing and may delete nothing', async () => {
  const grants = await database.sql<{ grant: string }>(
    `select table_name || ' ' || privilege_type as grant from information_schema.role_table_grants
     where grantee = 'plans_run' and table_schema = 'plans' and privilege_type not in ('SELECT', 'INSERT', 'UPDATE')`,
  );
  expect(grants).toEqual([]);
});

test('every table stands behind forced row-level walls', async () => {
  const open = await database.sql<{ relname: string }>(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'plans' and c.relkind = 'r' and not c.relforcerowsecurity
       and c.relname not in ('migrations', 'snapshots')`,
  );
  expect(open).toEqual([]);
});

test('the migrations go all the way down and up again', async () => {
  const url = database.url('plans_migrate');
  await runMigrations({ url, schema: 'plans', entities: [], migrations, down: true });
  const left = await database.sql<{ tablename: string }>(`select tablename from pg_tables where schemaname = 'plans'`);
  expect(left.map(({ tablename }) => tablename)).toEqual(['migrations']);
  expect(await runMigrations({ url, schema: 'plans', entities: [], migrations })).toHaveLength(migrations.length);
});
