import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { firstBrokenAuditEntry } from '../src/audit.ts';
import { inTransaction } from '../src/database.ts';
import { Refusal } from '../src/refusal.ts';
import { officer, type Running, runExample, stranger } from './example/running.ts';

let running: Running;

beforeAll(async () => {
  running = await runExample();
  await running.database.sql('create table notes.counters (name text primary key, value int not null)');
  await running.database.sql('grant select, insert, update on notes.counters to notes_run');
});

afterAll(() => running?.stop());

beforeEach(() => running.database.sql('truncate notes.counters'));

const add = `insert into notes.counters values ('n', 1) on conflict (name) do update set value = counters.value + 1`;
const counted = async (): Promise<number | undefined> =>
  (await running.database.sql<{ value: number }>('select value from notes.counters'))[0]?.value;

test('a request sent again gets the first answer and changes nothing', async () => {
  const context = await running.context(officer);
  let runs = 0;
  const send = () =>
    context.write('count', { idempotencyKey: 'sent-twice' }, async (manager) => {
      runs += 1;
      await manager.query(add);
      return { run: runs };
    });
  expect([await send(), await send()]).toEqual([{ run: 1 }, { run: 1 }]);
  expect(await counted()).toBe(1);
});

test('twenty clicks at the same moment count once', async () => {
  const contexts = await Promise.all(Array.from({ length: 20 }, () => running.context(officer)));
  const answers = await Promise.all(
    contexts.map((context, index) =>
      context.write('count', { idempotencyKey: 'double-click' }, async (manager) => {
        await manager.query(add);
        return { index };
      }),
    ),
  );
  expect(new Set(answers.map((answer) => answer.index)).size).toBe(1);
  expect(await counted()).toBe(1);
});

test('the same key with another body is refused, whatever the order of its fields', async () => {
  const context = await running.context(officer);
  const send = (body: Record<string, unknown>) =>
    context.write('reorder', { idempotencyKey: 'one-body', ...body }, async () => ({ done: true }));
  await send({ a: 1, b: { c: 2, d: 3 } });
  await send({ b: { d: 3, c: 2 }, a: 1 });
  await expect(send({ a: 2, b: { c: 2, d: 3 } })).rejects.toMatchObject({
    code: 'CONFLICT',
    reason: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test('keys belong to the person: another may use the same', async () => {
  const send = async (actor: typeof officer) =>
    (await running.context(actor)).write('mine', { idempotencyKey: 'same-for-both' }, async () => ({ id: actor.id }));
  expect([await send(officer), await send(stranger)]).toEqual([{ id: 'officer' }, { id: 'stranger' }]);
});

test('a key that is too short is refused with the field it stands in', async () => {
  const context = await running.context(officer);
  const short = context.write('short', { idempotencyKey: 'x' }, async () => ({}));
  await expect(short).rejects.toMatchObject({ code: 'INVALID', data: { field: 'idempotencyKey' } });
});

test('a refusal half-way leaves nothing behind, and the same key may then succeed', async () => {
  const context = await running.context(officer);
  let refuse = true;
  const send = () =>
    context.write('refused', { idempotencyKey: 'refused-once' }, async (manager, effects) => {
      await manager.query(add);
      effects.audit({ objectType: 'Counter', objectId: 'refused', provinceId: '38', blocs: [] });
      if (refuse) throw new Refusal('CONFLICT', 'STALE_VERSION');
      return { done: true };
    });
  await expect(send()).rejects.toThrow(Refusal);
  expect(await counted()).toBeUndefined();
  expect(await running.database.sql(`select 1 from notes.audit_entries where object_id = 'refused'`)).toEqual([]);
  refuse = false;
  expect(await send()).toEqual({ done: true });
});

test('two transactions that collide are both carried out', async () => {
  await running.database.sql(`insert into notes.counters values ('a', 0), ('b', 0)`);
  const [one, two] = await Promise.all([running.context(officer), running.context(stranger)]);
  // Each takes the row the other wants next: PostgreSQL ends one of them as a deadlock, and it is tried again.
  const cross = (context: typeof one, names: [string, string]) =>
    context.write('cross', { idempotencyKey: `cross-${names[0]}-first` }, async (manager) => {
      for (const name of names) {
        await manager.query('update notes.counters set value = value + 1 where name = $1', [name]);
        await new Promise((done) => setTimeout(done, 50));
      }
      return {};
    });
  await Promise.all([cross(one, ['a', 'b']), cross(two, ['b', 'a'])]);
  expect(await running.database.sql('select name, value from notes.counters order by name')).toEqual([
    { name: 'a', value: 2 },
    { name: 'b', value: 2 },
  ]);
}, 30_000);

test('every change is in the audit with who, what, before and after, and the chain holds', async () => {
  const context = await running.context(officer);
  await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      context.write('change', { idempotencyKey: `audited-${index}` }, async (_manager, effects) => {
        const object = { objectType: 'Note', objectId: `n${index}`, provinceId: '38', blocs: ['PARTY'] };
        effects.audit({ ...object, before: { words: 'Cũ' }, after: { words: 'Mới', n: index } });
        return {};
      }),
    ),
  );
  const [entry] = await running.database.sql(
    `select actor, actor_name, operation, before, after, request_id from notes.audit_entries where object_id = 'n3'`,
  );
  expect(entry).toEqual({
    actor: 'officer',
    actor_name: 'Officer',
    operation: 'change',
    before: { words: 'Cũ' },
    after: { words: 'Mới', n: 3 },
    request_id: 'test',
  });
  const keeper = await running.database.dataSource([]);
  const broken = () => inTransaction(keeper, {}, (manager) => firstBrokenAuditEntry(manager, 'notes'));
  expect(await broken()).toBeNull();

  await running.database.sql(`update notes.audit_entries set actor = 'nobody' where object_id = 'n3'`);
  expect(await broken()).not.toBeNull();
  await running.database.sql(`update notes.audit_entries set actor = 'officer' where object_id = 'n3'`);
  expect(await broken()).toBeNull();
  await running.database.sql(`delete from notes.audit_entries where object_id = 'n5'`);
  expect(await broken()).not.toBeNull();
});

test('the role that runs can neither change nor remove an audit entry', async () => {
  const context = await running.context(officer);
  for (const attempt of [
    `update notes.audit_entries set actor = 'x'`,
    'delete from notes.audit_entries',
    'truncate notes.audit_entries',
  ]) {
    const tried = inTransaction(context.dataSource, await context.settings(), (manager) => manager.query(attempt));
    await expect(tried).rejects.toThrow(/permission denied/);
  }
  const ddl = inTransaction(context.dataSource, {}, (manager) => manager.query('create table notes.mine (id int)'));
  await expect(ddl).rejects.toThrow(/permission denied/);
});
