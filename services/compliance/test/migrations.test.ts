import { pendingSchemaChanges, runMigrations } from '@lienthong/kit/database';
import { type TestDatabase, testDatabase } from '@lienthong/kit/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entities, migrations } from '../src/service.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ schema: 'compliance', migrations });
});
afterAll(() => database.drop());

it('after the migrations TypeORM would change nothing that a column holds', async () => {
  const dataSource = await database.dataSource(entities);
  const changes = await pendingSchemaChanges(dataSource);
  // Indexes, constraints and comments are written in SQL and unknown to the entities.
  const columns = changes.filter(
    (sql) => !/^(DROP INDEX|CREATE INDEX|ALTER TABLE .* (DROP|ADD) CONSTRAINT|COMMENT ON)/.test(sql),
  );
  expect(columns).toEqual([]);
});

it('the migrations go down to nothing and up again', async () => {
  const options = { url: database.url('compliance_migrate'), schema: 'compliance', entities: [], migrations };
  await runMigrations({ ...options, down: true });
  const tables = await database.sql(
    `select tablename from pg_tables where schemaname = 'compliance' and tablename <> 'migrations'`,
  );
  expect(tables).toEqual([]);
  expect(await runMigrations(options)).toHaveLength(migrations.length);
});

it('every table with rows of people stands behind forced row-level security', async () => {
  const open = await database.sql(
    `select relname from pg_class join pg_namespace n on n.oid = relnamespace
     where nspname = 'compliance' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)
       and relname not in ('migrations', 'snapshots')`,
  );
  expect(open).toEqual([]);
});

it('the running role owns nothing and cannot change the shape of a table', async () => {
  const rights = await database.sql(
    `select tablename from pg_tables where schemaname = 'compliance' and tableowner <> 'compliance_migrate'`,
  );
  expect(rights).toEqual([]);
  const [role] = await database.sql(
    `select has_schema_privilege('compliance_run', 'compliance', 'create') as may_create`,
  );
  expect(role).toEqual({ may_create: false });
});
