import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listener, listen, type ServiceEvent } from '../src/events.ts';
import { Refusal } from '../src/refusal.ts';
import { officer, type Running, runExample } from './example/running.ts';

let running: Running;
let listener: Listener;
const heard: ServiceEvent[] = [];
let reconnected = 0;

beforeAll(async () => {
  running = await runExample();
  listener = await listen(running.database.url('notes_run'), (event) => heard.push(event), {
    onReconnect: () => {
      reconnected += 1;
    },
  });
});

afterAll(async () => {
  await listener?.close();
  await running?.stop();
});

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 5000; !condition() && Date.now() < end; )
    await new Promise((done) => setTimeout(done, 20));
  expect(condition()).toBe(true);
}

let keys = 0;
async function change(id: string, fail = false): Promise<void> {
  const context = await running.context(officer);
  keys += 1;
  await context.write('change', { idempotencyKey: `event-key-${keys}` }, async (_manager, effects) => {
    effects.publish({ type: 'Note', id, provinceId: '38', blocs: ['PARTY'], unitIds: ['38.vptu'] });
    if (fail) throw new Refusal('CONFLICT', 'STALE_VERSION');
    return {};
  });
}

test('a change is told when it is done, and never when it is undone', async () => {
  await expect(change('undone', true)).rejects.toThrow();
  await change('done');
  await until(() => heard.length > 0);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toMatchObject({ service: 'notes', type: 'Note', id: 'done', provinceId: '38', blocs: ['PARTY'] });
});

test('a lost connection comes back by itself and says that something may have been missed', async () => {
  await running.database.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'listen' and datname = current_database()`,
  );
  await until(() => reconnected === 1);
  await change('after');
  await until(() => heard.some((event) => event.id === 'after'));
});

test('an event that concerns a thousand units still fits', async () => {
  const context = await running.context(officer);
  const unitIds = Array.from({ length: 1000 }, (_, index) => `38.${index}.ubnd`);
  await context.write('many', { idempotencyKey: 'many-units' }, async (_manager, effects) => {
    effects.publish({ type: 'Note', id: 'many', provinceId: '38', blocs: ['GOVERNMENT'], unitIds });
    return {};
  });
  await until(() => heard.some((event) => event.id === 'many'));
});
