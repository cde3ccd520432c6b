import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../src/clock.ts';
import { pendingSchemaChanges } from '../src/database.ts';
import type { Caller } from '../src/peer.ts';
import { type RunningService, startService } from '../src/server.ts';
import { signedClient, silentLog, type TestDatabase, testDatabase, testKeys } from '../src/testing.ts';
import { Note } from './example/notes/note.entity.ts';
import { service } from './example/service.ts';

const keys = testKeys();
const officer: Caller = { kind: 'person', id: 'officer', displayName: 'Officer', locale: 'vi' };
const stranger: Caller = { kind: 'person', id: 'stranger', displayName: 'Stranger', locale: 'en' };

let database: TestDatabase;
let running: RunningService;

beforeAll(async () => {
  database = await testDatabase({ schema: 'notes', migrations: service.migrations });
  running = await startService(service, {
    databaseUrl: database.url('notes_run'),
    trustedKeys: keys.trusted,
    clock: fixedClock('2025-11-20T01:00:00Z'),
    log: silentLog,
    extend: () => ({}),
  });
});

afterAll(async () => {
  await running?.stop();
  await database?.drop();
});

const WRITE = `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id words dueOn isOverdue version } } }`;

test('an officer writes a note and finds it again', async () => {
  const client = signedClient(running, officer, keys);
  const input = { idempotencyKey: 'first-note', words: 'Gửi báo cáo', dueOn: '2025-11-25' };
  const { writeNote } = await client.data(WRITE, { input });
  expect(writeNote.note).toMatchObject({ words: 'Gửi báo cáo', dueOn: '2025-11-25', isOverdue: false, version: 1 });
  const { notes } = await client.data(`{ notes(first: 5) { totalCount nodes { words } pageInfo { hasNextPage } } }`);
  expect(notes).toEqual({ totalCount: 1, nodes: [{ words: 'Gửi báo cáo' }], pageInfo: { hasNextPage: false } });
});

test('another person does not see the note, nor that it exists', async () => {
  const client = signedClient(running, stranger, keys);
  expect(await client.data('{ notes { totalCount } }')).toEqual({ notes: { totalCount: 0 } });
  const { writeNote } = await signedClient(running, officer, keys).data(WRITE, {
    input: { idempotencyKey: 'second-note', words: 'Riêng', dueOn: '2025-11-26' },
  });
  const refusal = await client.refusal(`query ($id: ID!) { note(id: $id) { id } }`, { id: writeNote.note.id });
  expect(refusal).toMatchObject({
    code: 'NOT_FOUND',
    reason: 'NOT_FOUND',
    message: 'What you asked for was not found.',
  });
  const found = await client.data(
    `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Note { words } } }`,
    { refs: [{ __typename: 'Note', id: writeNote.note.id }] },
  );
  expect(found._entities).toEqual([null]);
});

test('a date that has passed is refused in the words of the person who asked', async () => {
  const client = signedClient(running, officer, keys);
  const refusal = await client.refusal(WRITE, {
    input: { idempotencyKey: 'late-note', words: 'Muộn', dueOn: '2025-11-01' },
  });
  expect(refusal).toMatchObject({
    code: 'INVALID',
    reason: 'DUE_IN_THE_PAST',
    field: 'dueOn',
    message: 'Thời hạn 2025-11-01 đã qua.',
  });
});

test('someone who changes an old version is told that another was faster', async () => {
  const client = signedClient(running, officer, keys);
  const input = { idempotencyKey: 'third-note', words: 'Một', dueOn: '2025-12-01' };
  const { note } = (await client.data(WRITE, { input })).writeNote;
  const REWORD = `mutation ($input: RewordNoteInput!) { rewordNote(input: $input) { note { words version } } }`;
  const change = (key: string, words: string) => ({
    input: { idempotencyKey: key, noteId: note.id, expectedVersion: 1, words },
  });
  const changed = await client.data(REWORD, change('change-one', 'Hai'));
  expect(changed.rewordNote.note).toEqual({ words: 'Hai', version: 2 });
  const refusal = await client.refusal(REWORD, change('change-two', 'Ba'));
  expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
});

test('the entities and the migrations agree', async () => {
  expect(await pendingSchemaChanges(await database.dataSource([Note]))).toEqual([]);
});
