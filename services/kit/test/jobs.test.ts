import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDataSource, inTransaction } from '../src/database.ts';
import { createJobTables, dropJobTables, type RunningJobs, startJobs } from '../src/jobs.ts';
import { silentLog, type TestDatabase, testDatabase } from '../src/testing.ts';

class CreateJobs1 implements MigrationInterface {
  name = 'CreateJobs1763000000003';
  up(runner: QueryRunner): Promise<void> {
    return createJobTables(runner, ['notes']);
  }
  down(runner: QueryRunner): Promise<void> {
    return dropJobTables(runner);
  }
}

let database: TestDatabase;
let dataSource: DataSource;
let jobs: RunningJobs;
const done: string[] = [];
let failures = 0;

beforeAll(async () => {
  database = await testDatabase({ schema: 'jobs', schemas: ['notes'], migrations: [CreateJobs1] });
  const url = database.url('notes_run');
  dataSource = createDataSource({ url, schema: 'notes', entities: [], poolSize: 3 });
  await dataSource.initialize();
  const remind = {
    name: 'notes.remind',
    handle: async ({ id }: { id: string }) => {
      if (id === 'fails-once' && failures === 0) {
        failures += 1;
        throw new Error('Not now.');
      }
      done.push(id);
    },
  };
  jobs = await startJobs(url, [remind], silentLog);
});

afterAll(async () => {
  await jobs?.stop();
  await dataSource?.destroy();
  await database?.drop();
});

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 15_000; !condition() && Date.now() < end; )
    await new Promise((next) => setTimeout(next, 50));
  expect(condition()).toBe(true);
}

test('a job is there when what it belongs to is there, and not when that was undone', async () => {
  const undone = inTransaction(dataSource, {}, async (manager) => {
    await jobs.enqueue(manager, 'notes.remind', { id: 'undone' });
    throw new Error('Changed my mind.');
  });
  await expect(undone).rejects.toThrow('Changed my mind.');
  await inTransaction(dataSource, {}, (manager) => jobs.enqueue(manager, 'notes.remind', { id: 'kept' }));
  await until(() => done.includes('kept'));
  expect(done).not.toContain('undone');
});

test('a job that fails is tried again', async () => {
  await inTransaction(dataSource, {}, (manager) => jobs.enqueue(manager, 'notes.remind', { id: 'fails-once' }));
  await until(() => done.includes('fails-once'));
  expect(failures).toBe(1);
});
