import { getConstructionPlans, getUninstallPlans, type Job, PgBoss } from 'pg-boss';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Logger } from './log.ts';
import { rolesOf } from './provision.ts';

export const JOBS_SCHEMA = 'jobs';

export interface JobDefinition<T extends object = object> {
  /** `<service>.<verb>-<what>`; one queue each. */
  name: string;
  /** When it recurs: a cron expression in Viet Nam's time. */
  cron?: string;
  handle: (data: T) => Promise<void>;
}

export interface RunningJobs {
  /** Queued by the caller's own transaction: a rollback leaves no job. */
  enqueue<T extends object>(
    manager: EntityManager,
    name: string,
    data: T,
    options?: { startAfter?: Date },
  ): Promise<void>;
  stop(): Promise<void>;
}

/** Works the service's queues on its own running role; the schema is there by migration (`createJobTables`). */
export async function startJobs(
  databaseUrl: string,
  definitions: readonly JobDefinition<never>[],
  log: Logger,
): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: JOBS_SCHEMA,
    max: 3,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    clockMonitorIntervalSeconds: 600,
  } as ConstructorParameters<typeof PgBoss>[0]);
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  for (const { name, cron, handle } of definitions) {
    await boss.createQueue(name, { retryLimit: 5, retryBackoff: true, expireInSeconds: 60 });
    await boss.work(name, { pollingIntervalSeconds: 1, batchSize: 1 }, async (batch: Job<never>[]) => {
      for (const job of batch) await handle(job.data);
    });
    if (cron) await boss.schedule(name, cron, null, { tz: 'Asia/Ho_Chi_Minh' });
  }
  return {
    enqueue: async (manager, name, data, options) => {
      const db = {
        executeSql: async (text: string, values?: unknown[]) => ({
          rows: (await manager.query(text, values)) as never[],
        }),
      };
      await boss.send(name, data, { ...options, db } as Parameters<typeof boss.send>[2]);
    },
    stop: () => boss.stop({ graceful: true, timeout: 8000 }),
  };
}

/** For a migration run by `jobs_migrate`; the running roles named get rows, not tables. */
export async function createJobTables(runner: QueryRunner, services: readonly string[]): Promise<void> {
  await runner.query(getConstructionPlans(JOBS_SCHEMA, { createSchema: false } as never));
  for (const service of services) {
    const { run } = rolesOf(service);
    await runner.query(`
      grant usage on schema ${JOBS_SCHEMA} to ${run};
      grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${run};
      grant usage on all sequences in schema ${JOBS_SCHEMA} to ${run};
      grant execute on all functions in schema ${JOBS_SCHEMA} to ${run};
    `);
  }
}

export async function dropJobTables(runner: QueryRunner): Promise<void> {
  await runner.query(getUninstallPlans(JOBS_SCHEMA));
}
