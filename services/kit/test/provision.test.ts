import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discardEmbeddedPostgres, startEmbeddedPostgres, stopLeftoverPostgres } from '../src/embedded-postgres.ts';
import { provisionDatabase } from '../src/provision.ts';
import { type TestDatabase, testDatabase } from '../src/testing.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ schema: 'notes', schemas: ['other'] });
});

afterAll(() => database?.drop());

async function as<T>(role: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url(role) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('searching ignores diacritics and letter case, however the letters were composed', async () => {
  const fold = async (text: string) => (await database.sql<{ f: string }>('select public.fold($1) as f', [text]))[0]?.f;
  const name = 'Sở Khoa học và Công nghệ – ĐẮK LẮK';
  expect(await fold(name)).toContain('so khoa hoc va cong nghe');
  expect(await fold(name)).toContain('dak lak');
  expect(await fold(name.normalize('NFD'))).toBe(await fold(name.normalize('NFC')));
});

test('names sort as a Vietnamese dictionary does', async () => {
  const rows = await database.sql<{ name: string }>(
    `select name from unnest(array['Đồng Tháp', 'Đà Nẵng', 'Dak', 'An Giang', 'Ấp', 'Âu', 'Eo']) as name
     order by name collate public.vietnamese`,
  );
  expect(rows.map((row) => row.name)).toEqual(['An Giang', 'Ấp', 'Âu', 'Dak', 'Đà Nẵng', 'Đồng Tháp', 'Eo']);
});

test('a role that runs changes no tables, and reaches no other schema', async () => {
  await as('other_migrate', (client) => client.query('create table other.secret (id int)'));
  await as('notes_run', async (client) => {
    await expect(client.query('create table notes.x (id int)')).rejects.toThrow(/permission denied/);
    await expect(client.query('create table public.x (id int)')).rejects.toThrow(/permission denied/);
    await expect(client.query('create temporary table x (id int)')).rejects.toThrow(/permission denied/);
    await expect(client.query('select * from other.secret')).rejects.toThrow(/permission denied/);
    await expect(client.query('set role notes_migrate')).rejects.toThrow(/permission denied/);
  });
  await as('notes_migrate', (client) =>
    expect(client.query('select * from other.secret')).rejects.toThrow(/permission denied/),
  );
});

test('preparing a database twice, or by two at once, is the same as once', async () => {
  const passwords = Object.fromEntries(['notes_run', 'notes_migrate'].map((role) => [role, 'test-password']));
  const again = () => provisionDatabase(database.adminUrl, { schemas: ['notes'], passwords });
  await Promise.all([again(), again(), again()]);
  expect(await as('notes_run', async (client) => (await client.query('show search_path')).rows[0])).toEqual({
    search_path: 'notes, public',
  });
});

test('a missing password and a strange schema name are refused in words', async () => {
  const call = (schema: string) => provisionDatabase(database.adminUrl, { schemas: [schema], passwords: {} });
  await expect(call('notes')).rejects.toThrow('No password was given for the role notes_migrate.');
  await expect(call('x; drop schema y')).rejects.toThrow('is not a schema name');
});

test('an embedded server left behind is taken over, ended by its folder alone, and leaves nothing when discarded', async () => {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'embedded-test-')), 'postgres');
  const first = await startEmbeddedPostgres({ dataDir, port: 0 });
  const second = await startEmbeddedPostgres({ dataDir, port: 0 });
  expect(second.pid).toBe(first.pid);
  await stopLeftoverPostgres(dataDir);
  expect(() => process.kill(first.pid, 0)).toThrow();
  const third = await startEmbeddedPostgres({ dataDir, port: first.port });
  expect(third.port).toBe(first.port);
  // Killed outright, as by a power cut: the next start cleans up.
  process.kill(third.pid, 'SIGKILL');
  await new Promise((done) => setTimeout(done, 300));
  const fourth = await startEmbeddedPostgres({ dataDir, port: 0 });
  const taken = startEmbeddedPostgres({ dataDir: `${dataDir}-two`, port: fourth.port });
  await expect(taken).rejects.toThrow(`port ${fourth.port} is taken by another program`);
  await discardEmbeddedPostgres(`${dataDir}-two`);
  await discardEmbeddedPostgres(dataDir);
  expect(existsSync(fourth.location)).toBe(false);
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
}, 60_000);
