import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, QueryRunner } from 'typeorm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDataSource, inTransaction } from '../src/database.ts';
import { localFileStore } from '../src/files.ts';
import { createHousekeeping, dropHousekeeping, keepHouse } from '../src/housekeeping.ts';
import { createServiceTables, dropServiceTables } from '../src/service-tables.ts';
import { silentLog, type TestDatabase, testDatabase } from '../src/testing.ts';
import { claimUploads, uploadKey } from '../src/uploads.ts';

class MakeTables1 {
  readonly name = 'MakeTables1700000000000';
  async up(runner: QueryRunner): Promise<void> {
    await createServiceTables(runner, 'notes');
    await createHousekeeping(runner, 'notes');
  }
  async down(runner: QueryRunner): Promise<void> {
    await dropHousekeeping(runner, 'notes');
    await dropServiceTables(runner, 'notes');
  }
}

let database: TestDatabase;
let dataSource: DataSource;
let folder: string;

beforeAll(async () => {
  database = await testDatabase({ schema: 'notes', migrations: [MakeTables1] });
  dataSource = createDataSource({ url: database.url('notes_run'), schema: 'notes', entities: [] });
  await dataSource.initialize();
  folder = mkdtempSync(join(tmpdir(), 'housekeeping-'));
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => database.sql('truncate notes.idempotency_keys, notes.uploads'));

const parts = () => ({ dataSource, schema: 'notes', log: silentLog, files: localFileStore(folder) });
const fileOf = (id: string): string => join(folder, uploadKey(id));

async function keysOfAge(days: number, count = 1): Promise<void> {
  await database.sql(
    `insert into notes.idempotency_keys (actor, operation, key, request_hash, created_at)
     select 'officer', 'count', $1 || '-' || n, '', now() - make_interval(mins => ($2::numeric * 1440)::int) from generate_series(1, $3) n`,
    [`key-${days}`, days, count],
  );
}

async function upload(id: string, hours: number, claimed = false): Promise<void> {
  await localFileStore(folder).take(uploadKey(id), written(id), 'application/pdf');
  await database.sql(
    `insert into notes.uploads (id, actor, name, size, media_type, sha256, created_at, claimed_at)
     values ($1, 'officer', 'a.pdf', 1, 'application/pdf', '', now() - make_interval(mins => ($2::numeric * 60)::int), $3)`,
    [id, hours, claimed ? new Date() : null],
  );
}

function written(id: string): string {
  const file = join(folder, `${id}.local`);
  writeFileSync(file, 'x');
  return file;
}

const left = async (table: string): Promise<string[]> =>
  (
    await database.sql<{ id: string }>(
      `select * from (select ${table === 'uploads' ? 'id' : 'key as id'} from notes.${table}) x order by id`,
    )
  ).map(({ id }) => id);

test('an idempotency key is kept for seven days', async () => {
  await keysOfAge(6.9);
  await keysOfAge(7.1);
  expect(await keepHouse(parts())).toEqual({ keys: 1, uploads: 0 });
  expect(await left('idempotency_keys')).toEqual(['key-6.9-1']);
});

test('a file that was sent and not used goes after a day, with its row; one that was used stays', async () => {
  await upload('young', 23);
  await upload('old', 25);
  await upload('used', 1000, true);
  expect(await keepHouse(parts())).toEqual({ keys: 0, uploads: 1 });
  expect(await left('uploads')).toEqual(['used', 'young']);
  expect(['young', 'old', 'used'].map((id) => existsSync(fileOf(id)))).toEqual([true, false, true]);
});

test('one round takes a bounded number, the next goes on', async () => {
  await keysOfAge(8, 25);
  const small = { ...parts(), batch: 10, rounds: 2 };
  expect((await keepHouse(small)).keys).toBe(20);
  expect((await keepHouse(small)).keys).toBe(5);
  expect((await keepHouse(small)).keys).toBe(0);
});

test('two processes at once share the work, and neither waits for the other', async () => {
  await keysOfAge(8, 400);
  for (let count = 0; count < 30; count++) await upload(`shared-${count}`, 25);
  const rounds = await Promise.all([1, 2, 3].map(() => keepHouse({ ...parts(), batch: 20 })));
  const rest = await keepHouse(parts());
  const sum = (part: 'keys' | 'uploads') => [...rounds, rest].reduce((total, gone) => total + gone[part], 0);
  expect([sum('keys'), sum('uploads')]).toEqual([400, 30]);
});

test('a store that fails keeps the row, so that the file is found again', async () => {
  await upload('stuck', 30);
  await upload('fine', 29);
  const { files } = parts();
  const failing = {
    remove: async (key: string) =>
      key.endsWith('stuck') ? Promise.reject(new Error('The store is away.')) : files.remove(key),
  };
  expect((await keepHouse({ ...parts(), files: failing })).uploads).toBe(1);
  expect(await left('uploads')).toEqual(['stuck']);
  expect((await keepHouse(parts())).uploads).toBe(1);
  expect(existsSync(fileOf('stuck'))).toBe(false);
});

test('a file that is gone already does not hold its row', async () => {
  await upload('lost', 30);
  rmSync(fileOf('lost'));
  expect((await keepHouse(parts())).uploads).toBe(1);
});

test('whoever uses a file at the very moment keeps it, or is told that it is gone', async () => {
  await upload('contested', 30);
  const claim = inTransaction(dataSource, { 'app.actor': 'officer' }, (manager) =>
    claimUploads(manager, 'notes', ['contested']),
  );
  const [claimed, kept] = await Promise.allSettled([claim, keepHouse(parts())]);
  expect(kept.status).toBe('fulfilled');
  expect(existsSync(fileOf('contested'))).toBe(claimed.status === 'fulfilled');
});

test('the running role still may delete nothing by itself, whatever age it names', async () => {
  await keysOfAge(1);
  await expect(dataSource.query('delete from notes.idempotency_keys')).rejects.toThrow(/permission denied/);
  await expect(dataSource.query('delete from notes.uploads')).rejects.toThrow(/permission denied/);
  await upload('mine', 1);
  await dataSource.query(`select notes.forget_uploads('{mine}')`);
  await dataSource.query('select notes.forget_old_keys(1000)');
  expect([await left('uploads'), await left('idempotency_keys')]).toEqual([['mine'], ['key-1-1']]);
});
