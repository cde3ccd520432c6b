import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clear, makePlace, occupy, type Place, run } from './launched.ts';

let place: Place;
const broken: Place[] = [];
const servers: Server[] = [];

beforeAll(async () => {
  place = await makePlace('refused');
});

afterAll(async () => {
  for (const server of servers) server.close();
  for (const made of [place, ...broken]) await clear(made);
});

async function makeBroken(name: string): Promise<Place> {
  const made = await makePlace(name);
  broken.push(made);
  return made;
}

/** One sentence for the person at the terminal, nothing from inside the program. */
function expectOneSentence({ code, said }: { code: number | null; said: string }, sentence: string | RegExp): void {
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/^\s+at |node:internal|Error:|undefined/m);
  expect(code).toBe(1);
}

test('a port that another program has is named, with the way out', async () => {
  const server = await occupy(place.base + 100);
  const refused = await run('start', place);
  server.close();
  expectOneSentence(
    refused,
    `Taken by another program: port ${place.base + 100} (party). Free it, or choose others with`,
  );
  expect(refused.said.trim().split('\n')).toHaveLength(1);
});

test("the database's port that another program has is named, too", async () => {
  const server = await occupy(place.base + 432);
  const refused = await run('start', place);
  server.close();
  expectOneSentence(refused, `port ${place.base + 432} is taken by another program. Free it, or choose others with`);
});

test.each([{ PORT_BASE: 'four thousand' }, { PORT_BASE: '80' }, { PORT_BASE: '66000' }])(
  'a base of ports that is none is said: %o',
  async (env) => {
    const refused = await run('start', place, [], env);
    expectOneSentence(refused, `PORT_BASE must be a whole number from 1024 to 65000; it is "${env.PORT_BASE}".`);
    expect(refused.said.trim().split('\n')).toHaveLength(1);
  },
);

test('a data folder that is none is said', async () => {
  const file = join(place.data, 'a-file');
  writeFileSync(file, '');
  expectOneSentence(
    await run('start', place, [], { LIENTHONG_DATA: file }),
    `The data folder ${file} cannot be used: `,
  );
});

test.each(['localhost/lienthong', 'mysql://owner@127.0.0.1/lienthong', 'postgres://'])(
  'an address of a database that is none is said, with an example: %s',
  async (address) => {
    const refused = await run('start', place, [], { DATABASE_URL: address });
    expectOneSentence(refused, 'DATABASE_URL must be an address such as postgres://owner:password@host:5432/database.');
  },
);

test.each(['127.0.0.1', 'localhost'])('a database at %s that does not answer is said', async (host) => {
  const closed = await occupy(0);
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const refused = await run('start', place, [], { DATABASE_URL: `postgres://owner:hidden@${host}:${port}/lienthong` });
  expectOneSentence(refused, /The database cannot be reached: .*ECONNREFUSED/);
  expect(refused.said).not.toContain('hidden');
});

test('a database server that is too old is said', async () => {
  const old = await occupy(0, answerAsPostgres('140015'));
  servers.push(old);
  const { port } = old.address() as AddressInfo;
  const refused = await run('start', place, [], { DATABASE_URL: `postgres://owner@127.0.0.1:${port}/lienthong` });
  expectOneSentence(refused, 'The database is older than PostgreSQL 15; Liên Thông needs 15 or newer.');
});

test('a folder of secrets that was cut off is said, and not written over', async () => {
  const damaged = await makeBroken('secrets');
  writeFileSync(join(damaged.data, 'secrets.json'), '{"databasePasswords": {');
  const refused = await run('start', damaged);
  expectOneSentence(
    refused,
    /secrets\.json cannot be read: put its backup back, or begin again with `pnpm start --fresh`/,
  );
  expect(readdirSync(damaged.data)).toContain('secrets.json');
});

test.each([
  [
    'has lost its control file',
    { PG_VERSION: '15\n', 'postgresql.conf': '' },
    /PostgreSQL could not start: \S.*Its data is in/s,
  ],
  [
    'was made by another version',
    { PG_VERSION: '9.6\n', 'postgresql.conf': '' },
    /PostgreSQL could not start: \S.*Its data is in/s,
  ],
  [
    'has lost its version',
    { 'postgresql.conf': '' },
    /holds no whole PostgreSQL cluster: PG_VERSION is missing\..*put a backup back/s,
  ],
])('a database folder that %s is said, and nothing in it is thrown away', async (_what, files, sentence) => {
  const damaged = await makeBroken('database');
  const cluster = join(damaged.data, 'postgres/cluster');
  mkdirSync(cluster, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cluster, name), text);
  writeFileSync(join(damaged.data, 'postgres/superuser'), 'password');
  expectOneSentence(await run('start', damaged), sentence);
  expect(readdirSync(cluster)).toEqual(expect.arrayContaining(Object.keys(files)));
});

test('stopping where nothing runs says so and is no fault', async () => {
  expect(await run('stop', place)).toEqual({ code: 0, said: 'Liên Thông was not running.\n' });
});

test('a production instance is told at once of everything it was not told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-launcher-provision-'));
  const refused = await run('provision', place, [folder], { ISSUER_URL: 'https://sso.example' });
  rmSync(folder, { recursive: true });
  expectOneSentence(
    refused,
    'Set DATABASE_URL, PARTY_URL, GOVERNMENT_URL, MODULES_URL first; docs/operations.md says what each is.',
  );
  expectOneSentence(await run('provision', place), 'Name a folder for the environment files');
});

/** As much of PostgreSQL's protocol as tells its version. */
function answerAsPostgres(version: string) {
  const message = (kind: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(kind), length, body]);
  };
  const number = (value: number, bytes: 2 | 4): Buffer => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeIntBE(value, 0, bytes);
    return buffer;
  };
  const ready = message('Z', Buffer.from('I'));
  const greeting = Buffer.concat([message('R', number(0, 4)), ready]);
  const column = [Buffer.from('server_version_num\0'), number(0, 4), number(0, 2), number(25, 4), number(-1, 2)];
  const row = Buffer.concat([
    message('T', Buffer.concat([number(1, 2), ...column, number(-1, 4), number(0, 2)])),
    message('D', Buffer.concat([number(1, 2), number(version.length, 4), Buffer.from(version)])),
    message('C', Buffer.from('SHOW\0')),
    ready,
  ]);
  return (socket: Socket): void => {
    let greeted = false;
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      if (!greeted) socket.write(greeting);
      else if (chunk[0] === 'Q'.charCodeAt(0)) socket.write(row);
      greeted = true;
    });
  };
}
