import type { DataSource, QueryRunner } from 'typeorm';
import { inTransaction } from './database.ts';
import type { FileStore } from './files.ts';
import type { Logger } from './log.ts';
import { rolesOf } from './provision.ts';
import { uploadKey } from './uploads.ts';

/*
 * What only waits is not kept for ever: idempotency keys for seven days, files that nobody used for one. The rows themselves are the work that is
 * waiting (docs/decisions/0007), so any number of processes may do it at once, and one that is killed leaves it to the next. A running role may
 * delete nothing; it may call these functions, which know the ages.
 */
export async function createHousekeeping(runner: QueryRunner, schema: string): Promise<void> {
  const { run } = rolesOf(schema);
  await runner.query(`
    create index waiting_uploads on ${schema}.uploads (created_at) where claimed_at is null;

    create function ${schema}.forget_old_keys(most int) returns int
      language sql volatile security definer set search_path = ${schema}, pg_temp as $$
      with old as (
        select actor, operation, key from ${schema}.idempotency_keys
        where created_at < now() - interval '7 days' order by created_at limit most for update skip locked
      ), gone as (
        delete from ${schema}.idempotency_keys k using old
        where (k.actor, k.operation, k.key) = (old.actor, old.operation, old.key) returning 1
      )
      select count(*)::int from gone
    $$;

    create function ${schema}.abandoned_uploads(most int) returns setof text
      language sql volatile security definer set search_path = ${schema}, pg_temp as $$
      select id from ${schema}.uploads
      where claimed_at is null and created_at < now() - interval '24 hours'
      order by created_at limit most for update skip locked
    $$;

    create function ${schema}.forget_uploads(ids text[]) returns int
      language sql volatile security definer set search_path = ${schema}, pg_temp as $$
      with gone as (
        delete from ${schema}.uploads
        where id = any (ids) and claimed_at is null and created_at < now() - interval '24 hours' returning 1
      )
      select count(*)::int from gone
    $$;

    revoke all on function ${schema}.forget_old_keys(int), ${schema}.abandoned_uploads(int), ${schema}.forget_uploads(text[])
      from public;
    grant execute on function ${schema}.forget_old_keys(int), ${schema}.abandoned_uploads(int), ${schema}.forget_uploads(text[])
      to ${run};
  `);
}

export async function dropHousekeeping(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`
    drop function ${schema}.forget_uploads(text[]), ${schema}.abandoned_uploads(int), ${schema}.forget_old_keys(int);
    drop index ${schema}.waiting_uploads;
  `);
}

export interface HousekeepingParts {
  dataSource: DataSource;
  schema: string;
  log: Logger;
  /** Where uploads lie; left out by a service that takes none. */
  files?: Pick<FileStore, 'remove'>;
  /** How many rows one transaction takes, and how many transactions one round. */
  batch?: number;
  rounds?: number;
}

/** One round: a bounded number of bounded transactions. What is left waits for the next. */
export async function keepHouse(parts: HousekeepingParts): Promise<{ keys: number; uploads: number }> {
  const { batch = 500, rounds = 40 } = parts;
  let keys = 0;
  for (let round = 0, gone = batch; round < rounds && gone === batch; round += 1) {
    gone = await forgetKeys(parts, batch);
    keys += gone;
  }
  let uploads = 0;
  // Each of its files is an errand to the store, during which rows are held.
  const few = Math.min(batch, 50);
  for (let round = 0, gone = few; parts.files && round < rounds && gone === few; round += 1) {
    gone = await forgetUploads(parts, parts.files, few);
    uploads += gone;
  }
  return { keys, uploads };
}

async function forgetKeys({ dataSource, schema }: HousekeepingParts, most: number): Promise<number> {
  const [row] = (await dataSource.query(`select ${schema}.forget_old_keys($1) as gone`, [most])) as { gone: number }[];
  return row?.gone ?? 0;
}

/** The file goes first: killed in between, the row is still there to be found again. */
function forgetUploads(
  { dataSource, schema, log }: HousekeepingParts,
  files: Pick<FileStore, 'remove'>,
  most: number,
): Promise<number> {
  return inTransaction(dataSource, {}, async (manager) => {
    const waiting = (await manager.query(`select ${schema}.abandoned_uploads($1) as id`, [most])) as { id: string }[];
    const removed: string[] = [];
    for (const { id } of waiting) {
      try {
        await files.remove(uploadKey(id));
        removed.push(id);
      } catch (error) {
        log.warn({ uploadId: id, err: error }, 'an abandoned upload could not be removed; it is tried again');
      }
    }
    if (removed.length === 0) return 0;
    const [row] = (await manager.query(`select ${schema}.forget_uploads($1) as gone`, [removed])) as { gone: number }[];
    return row?.gone ?? 0;
  });
}

const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 3_600_000;

/** Rounds as long as the service runs, the first when its start is over; returns how to end them. */
export function scheduleHousekeeping(parts: HousekeepingParts): () => Promise<void> {
  let current: Promise<void> = Promise.resolve();
  const round = (): void => {
    current = keepHouse(parts).then(
      (gone) => {
        if (gone.keys > 0 || gone.uploads > 0)
          parts.log.info(gone, 'forgot old idempotency keys and abandoned uploads');
      },
      (error: unknown) => parts.log.error({ err: error }, 'housekeeping failed; it is tried again in an hour'),
    );
  };
  const first = setTimeout(round, FIRST_AFTER_MS).unref();
  const hourly = setInterval(round, EVERY_MS).unref();
  return async () => {
    clearTimeout(first);
    clearInterval(hourly);
    await current;
  };
}
