import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Refusal } from './refusal.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Equal inputs give equal text, whatever the order of their fields. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    const fields = inner as Record<string, unknown>;
    return Object.fromEntries(
      Object.keys(fields)
        .sort()
        .map((key) => [key, fields[key]]),
    );
  });
}

export interface IdempotentCall {
  schema: string;
  actor: string;
  operation: string;
  input: { idempotencyKey: string };
}

/**
 * Runs the work once per actor, operation and key. The same request again gets the first answer;
 * two at the same moment wait for each other; another body under the same key is refused.
 */
export async function once<T extends Json>(
  manager: EntityManager,
  { schema, actor, operation, input }: IdempotentCall,
  work: () => Promise<T>,
): Promise<{ result: T; replayed: boolean }> {
  const { idempotencyKey: key, ...body } = input;
  if (typeof key !== 'string' || key.length < 8 || key.length > 200) {
    throw new Refusal('INVALID', 'IDEMPOTENCY_KEY_INVALID', { field: 'idempotencyKey' });
  }
  const hash = createHash('sha256').update(canonicalJson(body)).digest('hex');
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${schema} ${actor} ${operation} ${key}`,
  ]);
  const [known] = (await manager.query(
    `select request_hash, response from ${schema}.idempotency_keys where actor = $1 and operation = $2 and key = $3`,
    [actor, operation, key],
  )) as { request_hash: string; response: T }[];
  if (known) {
    if (known.request_hash !== hash) throw new Refusal('CONFLICT', 'IDEMPOTENCY_KEY_REUSED');
    return { result: known.response, replayed: true };
  }
  const result = await work();
  await manager.query(
    `insert into ${schema}.idempotency_keys (actor, operation, key, request_hash, response) values ($1, $2, $3, $4, $5)`,
    [actor, operation, key, hash, JSON.stringify(result)],
  );
  return { result, replayed: false };
}
