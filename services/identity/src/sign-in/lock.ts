import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

export const ATTEMPTS = 5;
export const LOCK_MINUTES = 15;

const hashOf = (login: string): string => createHash('sha256').update(login.trim().toLowerCase()).digest('hex');

/** Until when a name is locked; in the database, so that neither a restart nor a second process forgets. */
export async function lockedUntil(pool: Pool, login: string): Promise<Date | null> {
  const { rows } = await pool.query<{ locked_until: Date }>(
    'select locked_until from identity.sign_in_failures where login_hash = $1 and locked_until > now()',
    [hashOf(login)],
  );
  return rows[0]?.locked_until ?? null;
}

/** Counts a failure; the fifth in a row locks. A lock that has ended starts the count anew. */
export async function recordFailure(pool: Pool, login: string): Promise<Date | null> {
  const { rows } = await pool.query<{ locked_until: Date | null }>(
    `insert into identity.sign_in_failures as f (login_hash, failures, last_at) values ($1, 1, now())
     on conflict (login_hash) do update set
       failures = case when f.locked_until <= now() then 1 else f.failures + 1 end,
       last_at = now(),
       locked_until = case
         when f.locked_until <= now() then null
         when f.failures + 1 >= $2 then now() + make_interval(mins => $3)
         else f.locked_until end
     returning locked_until`,
    [hashOf(login), ATTEMPTS, LOCK_MINUTES],
  );
  return rows[0]?.locked_until ?? null;
}

export async function forgetFailures(pool: Pool, login: string): Promise<void> {
  await pool.query('delete from identity.sign_in_failures where login_hash = $1', [hashOf(login)]);
}
