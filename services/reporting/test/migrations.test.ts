import { createDataSource, pendingSchemaChanges, runMigrations } from '@lienthong/kit/database';
import { type TestDatabase, testDatabase } from '@lienthong/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities, migrations } from '../src/service.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ schema: 'reporting', migrations });
});
afterAll(() => database.drop());

test('on a migrated database the entities would change nothing', async () => {
  const dataSource = await database.dataSource(entities);
  // Indexes, constraints and comments are written in the migration only.
  const byHand = /CONSTRAINT|DROP INDEX|^COMMENT/;
  expect((await pendingSchemaChanges(dataSource)).filter((change) => !byHand.test(change))).toEqual([]);
});

test('every table with rows of units stands behind forced row-level security', async () => {
  const open = await database.sql<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'reporting' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  expect(open.map((row) => row.name).sort()).toEqual(['migrations', 'snapshots']);
});

test('without anyone asking there is no row', async () => {
  await database.sql(
    `insert into reporting.regimes (id, province_id, name, name_en, cadence, due_time, working_days_only, recipient_unit_id, valid_from, source, reporter_keys, blocs)
     values ('r', '38', 'r', 'r', 'DAILY', '10:00', true, '38.vptu', '2025-07-01', 's', '{38.skhcn}', '{PARTY}')`,
  );
  const dataSource = await createDataSource({
    url: database.url('reporting_run'),
    schema: 'reporting',
    entities,
  }).initialize();
  expect(await dataSource.query('select * from reporting.regimes')).toEqual([]);
  await dataSource.destroy();
});

test('the migrations go all the way down and up again', async () => {
  const options = { url: database.url('reporting_migrate'), schema: 'reporting', entities: [], migrations };
  await runMigrations({ ...options, down: true });
  const left = await database.sql(
    `select 1 from pg_tables where schemaname = 'reporting' and tablename <> 'migrations'`,
  );
  expect(left).toEqual([]);
  expect(await runMigrations(options)).toHaveLength(migrations.length);
});
