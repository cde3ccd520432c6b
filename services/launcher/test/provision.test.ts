import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  discardEmbeddedPostgres,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '@lienthong/kit/embedded-postgres';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropSchemas } from '../src/database.ts';
import { clear, makePlace, type Place, run } from './launched.ts';

let place: Place;
let folder: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  place = await makePlace('province');
  folder = mkdtempSync(join(tmpdir(), 'lienthong-launcher-env-'));
  // Roles belong to a whole server: one of its own, so that other tests keep theirs.
  server = await startEmbeddedPostgres({ dataDir: join(place.data, 'postgres'), port: 0, settings: ['fsync=off'] });
});

afterAll(async () => {
  await discardEmbeddedPostgres(join(place.data, 'postgres'));
  await clear(place);
  rmSync(folder, { recursive: true, force: true });
});

const provision = (settings: NodeJS.ProcessEnv = {}) =>
  run('provision', place, [folder], {
    DATABASE_URL: server.url,
    ISSUER_URL: 'https://sso.example/realms/tinh',
    PARTY_URL: 'https://dang.example',
    GOVERNMENT_URL: 'https://chinhquyen.example',
    MODULES_URL: 'https://modules.example/',
    PARTY_CLIENT_SECRET: "party's own secret",
    ...settings,
  });

async function sql<T extends object>(text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<T>(text);
  await client.end();
  return rows;
}

test('one file for each program, for its owner only, with its entry named', async () => {
  const { code, said } = await provision();
  expect(code).toBe(0);
  const files = readdirSync(folder).filter((name) => name.endsWith('.env'));
  expect(files).toEqual(expect.arrayContaining(['gateway.env', 'party-portal.env', 'compliance-worker.env']));
  for (const file of files) {
    expect(said).toContain(join(folder, file));
    expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder, file), 'utf8')).toContain("PROFILE='production'");
  }
  expect(readFileSync(join(folder, 'party-portal.env'), 'utf8')).toContain(`CLIENT_SECRET='party'\\''s own secret'`);
  expect(readFileSync(join(folder, 'modules.json'), 'utf8')).toContain(
    'https://modules.example/plans/mf-manifest.json',
  );
});

test('nothing of the demonstration is there: no accounts, no password, real time', async () => {
  expect(readdirSync(folder)).not.toContain('instance.json');
  const all = readdirSync(folder).filter((name) => name.endsWith('.env'));
  expect(all).not.toContain('identity.env');
  for (const file of all) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain("CLOCK_OFFSET_SECONDS='0'");
    expect(text).not.toContain('DEMONSTRATION');
  }
});

test('done again, it keeps what it drew', async () => {
  const before = readFileSync(join(folder, 'gateway.env'), 'utf8');
  expect((await provision()).code).toBe(0);
  expect(readFileSync(join(folder, 'gateway.env'), 'utf8')).toBe(before);
});

test('a beginning of the business clock that is no time is said', async () => {
  const refused = await provision({ BUSINESS_START: 'next spring' });
  expect(refused).toEqual({ code: 1, said: 'BUSINESS_START must be an ISO time or "now"; it is "next spring".\n' });
});

test('an owner that may not make roles is said', async () => {
  await sql(`create role clerk login password 'clerk'`);
  const { host } = new URL(server.url);
  const refused = await provision({ DATABASE_URL: `postgres://clerk:clerk@${host}/postgres` });
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/^The database could not be prepared: permission denied .*\.\n$/);
});

test('beginning again on a server of your own takes our schemas only', async () => {
  await sql('create schema neighbour');
  await dropSchemas(server.url);
  const schemas = await sql<{ nspname: string }>('select nspname from pg_namespace');
  const names = schemas.map(({ nspname }) => nspname);
  expect(names).toContain('neighbour');
  for (const ours of ['units', 'plans', 'reporting', 'compliance', 'gateway', 'portal', 'identity', 'instance'])
    expect(names).not.toContain(ours);
});
