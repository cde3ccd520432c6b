import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../src/database.ts';
import { signedClient } from '../src/testing.ts';
import { type Running, runExample } from './example/running.ts';

let running: Running;
const people = Array.from({ length: 25 }, (_, index) => `person-${index}`);

beforeAll(async () => {
  running = await runExample({ poolSize: 3 });
  for (const id of people) {
    await running.database.sql(`insert into notes.notes values ($1, $2, '2025-12-01', $1, 1)`, [id, `only ${id}`]);
  }
});

afterAll(() => running?.stop());

test('a thousand mixed requests over three connections show each person their own row and no other', async () => {
  const clients = people.map((id) =>
    signedClient(running.service, { kind: 'person', id, displayName: id, locale: 'vi' }, running.keys),
  );
  let leaks = 0;
  const ask = async (index: number): Promise<void> => {
    const at = index % people.length;
    const [client, id] = [clients[at], people[at]];
    if (index % 7 === 0) {
      // A failing query in between must not leave its settings behind.
      await client?.ask('query ($id: ID!) { note(id: $id) { id } }', { id: 'none' });
    } else if (index % 11 === 0) {
      await client?.ask('mutation ($input: RewordNoteInput!) { rewordNote(input: $input) { note { id } } }', {
        input: {
          idempotencyKey: `mixed-${index}`,
          noteId: people[(at + 1) % people.length],
          expectedVersion: 1,
          words: 'stolen',
        },
      });
    } else {
      const answer = await client?.ask('{ notes(first: 100) { nodes { id words } } }');
      const nodes = answer?.data?.notes.nodes ?? [];
      if (nodes.length !== 1 || nodes[0].id !== id) leaks += 1;
    }
  };
  for (let from = 0; from < 1000; from += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, index) => ask(from + index)));
  }
  expect(leaks).toBe(0);
  expect(await running.database.sql(`select 1 from notes.notes where words = 'stolen'`)).toEqual([]);
}, 60_000);

test('whoever asks without saying who they are sees nothing, also on a connection just used by another', async () => {
  const { dataSource } = running.service;
  for (let round = 0; round < 10; round += 1) {
    const seen = await inTransaction(dataSource, { 'app.actor': 'person-1' }, (m) =>
      m.query('select id from notes.notes'),
    );
    expect(seen).toHaveLength(1);
    expect(await dataSource.query('select id from notes.notes')).toEqual([]);
    expect(await inTransaction(dataSource, {}, (manager) => manager.query('select id from notes.notes'))).toEqual([]);
  }
});

test('a read changes nothing even by mistake', async () => {
  const context = await running.context({ kind: 'person', id: 'person-1', displayName: '', locale: 'vi' });
  const slip = context.read((manager) => manager.query(`update notes.notes set words = 'slip'`));
  await expect(slip).rejects.toThrow(/read-only transaction/);
});
