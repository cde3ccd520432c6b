import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAlive } from '../src/leftovers.ts';
import { treeOf } from '../src/memory.ts';
import { allEnded, clear, databasePid, Launched, makePlace, type Place, readProcesses, run } from './launched.ts';

// One instance lives through all of this; every test goes on where the one before it left it.

interface Described {
  portals: Record<'party' | 'government', string>;
  graph: string;
  accounts: { login: string }[];
  password: string;
  integrator: { clientId: string; clientSecret: string; tokenEndpoint: string; resource: string; scope: string };
}

let place: Place;
let current: Launched;

const described = (): Described => JSON.parse(readFileSync(join(place.data, 'instance.json'), 'utf8')) as Described;

/** Every process of the instance: the launcher, all below it, and the database server beside it. */
function processesOf(launched: Launched): number[] {
  const recorded = readProcesses(place).processes.map(({ pid }) => pid);
  return [...new Set([...treeOf(launched.pid), ...recorded, databasePid(place)!])];
}

async function start(args: string[] = []): Promise<Launched> {
  current = new Launched('start', place, args);
  await current.until('Ctrl-C or `pnpm stop` ends it');
  return current;
}

/** When the business clock began: made at the first start, and again only by a fresh one. */
async function clockOffset(): Promise<number> {
  const password = readFileSync(join(place.data, 'postgres/superuser'), 'utf8').trim();
  const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${place.base + 432}/postgres`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ value: number }>('select value from instance.settings');
  await client.end();
  return rows[0]!.value;
}

async function hasAnswer(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

let first: { offset: number; secret: string };

beforeAll(async () => {
  place = await makePlace('instance');
});

afterAll(async () => {
  await current?.discard();
  await clear(place);
});

test('the first start ends with addresses, accounts and an integrator who can ask', { timeout: 240_000 }, async () => {
  await start();
  const { portals, graph, accounts, password, integrator } = described();
  expect(statSync(join(place.data, 'instance.json')).mode & 0o077).toBe(0);
  for (const words of [portals.party, portals.government, graph, password, ...accounts.map(({ login }) => login)])
    expect(current.said).toContain(words);
  expect(await hasAnswer(`${portals.party}/health/ready`)).toBe(true);
  expect(await hasAnswer(`${portals.government}/health/ready`)).toBe(true);

  const token = await fetch(integrator.tokenEndpoint, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${integrator.clientId}:${integrator.clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: integrator.scope,
      resource: integrator.resource,
    }),
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const answer = await fetch(graph, {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ plans(first: 1) { nodes { number } } }' }),
  });
  expect(await answer.json()).toMatchObject({ data: { plans: { nodes: [{ number: expect.any(String) }] } } });
  first = { offset: await clockOffset(), secret: integrator.clientSecret };
});

test('a second start on the same data says who runs, and disturbs nobody', async () => {
  const before = processesOf(current);
  const second = await run('start', place);
  expect(second.code).toBe(1);
  expect(second.said.trim()).toBe(
    `Liên Thông is already running from ${place.data} (process ${current.pid}, ${described().portals.party}); \`pnpm stop\` ends it.`,
  );
  expect(before.every(isAlive)).toBe(true);
  expect(readProcesses(place).launcher).toBe(current.pid);
});

test('a start after the launcher was killed cleans up what was left, and finds the data', async () => {
  // The database may be taken over; whoever used it may not go on.
  const before = readProcesses(place).processes.map(({ pid }) => pid);
  process.kill(current.pid, 'SIGKILL');
  await current.ended;
  await start();
  expect(await allEnded(before, 0)).toBe(true);
  expect(await clockOffset()).toBe(first.offset);
  expect(described().integrator.clientSecret).toBe(first.secret);
}, 120_000);

test('stopping ends every process and keeps the data', async () => {
  const before = processesOf(current);
  expect(await run('stop', place)).toEqual({ code: 0, said: 'Liên Thông has stopped; its data is kept.\n' });
  expect(await allEnded(before, 0)).toBe(true);
  expect(await current.ended).toBe(0);
  expect(await run('stop', place)).toEqual({ code: 0, said: 'Liên Thông was not running.\n' });
}, 60_000);

test('a setting that a program does not understand is said in its words, and nothing stays', async () => {
  const refused = await run('start', place, [], { LOG_LEVEL: 'loud' });
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/(units|identity) cannot start: .*LOG_LEVEL must be one of .*, not "loud"\./);
  expect(databasePid(place)).toBeNull();
}, 60_000);

test('a program told to end ends them all, with its name, and the data is still there', async () => {
  await start();
  expect(await clockOffset()).toBe(first.offset);
  const before = processesOf(current);
  const reporting = readProcesses(place).processes.find(({ name }) => name === 'reporting')!;
  process.kill(reporting.pid, 'SIGTERM');
  expect(await current.ended).toBe(1);
  expect(current.said).toContain('reporting was asked to stop. Stopping…\nStopped; the data is kept.');
  expect(await allEnded(before, 0)).toBe(true);
}, 120_000);

test('the database told to end while a start is under way ends that start, and a fresh one begins again', async () => {
  current = new Launched('start', place);
  await current.until('identity is ready');
  const before = processesOf(current);
  process.kill(databasePid(place)!, 'SIGTERM');
  expect(await current.ended).toBe(1);
  expect(current.said).toContain('PostgreSQL was asked to stop. Stopping…\nStopped; the data is kept.');
  expect(await allEnded(before, 0)).toBe(true);

  current = new Launched('start', place, ['--fresh']);
  await current.until('identity is ready');
  expect(await clockOffset()).toBeLessThan(first.offset);
  const secrets = readFileSync(join(place.data, 'secrets.json'), 'utf8');
  expect(secrets).not.toContain(first.secret);
}, 120_000);

test('Ctrl-C in the middle of a start ends what has begun, the seeds under way as well', async () => {
  const before = processesOf(current);
  process.kill(current.pid, 'SIGINT');
  expect(await current.ended).toBe(0);
  expect(current.said).toContain('Received SIGINT. Stopping…\nStopped; the data is kept.');
  expect(current.said).not.toMatch(/failed|Error/);
  expect(await allEnded(before, 0)).toBe(true);
}, 60_000);
