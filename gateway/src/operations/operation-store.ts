import type { Pool } from 'pg';
import type { OperationList } from './operation-list.ts';

/** Open tabs go on with the build they loaded; after so many newer builds they have to reload. */
export const KEPT_BUILDS = 5;

/** The registered operations in PostgreSQL: a gateway that starts while a registry is down still knows them. */
export class OperationStore {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async load(): Promise<Map<string, string>> {
    const { rows } = await this.#pool.query<{ hash: string; text: string }>(
      'select hash, text from gateway.operations',
    );
    return new Map(rows.map(({ hash, text }) => [hash, text]));
  }

  /** Takes in a module's build and lets go of those older than the last five. */
  async takeIn({ module, build, operations }: OperationList): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      // Two gateways may take in the same build at once; the second waits and finds it done.
      await client.query('select pg_advisory_xact_lock(hashtext($1))', [`operations ${module}`]);
      await client.query(
        `insert into gateway.operation_builds (module, build) values ($1, $2)
         on conflict (module, build) do update set taken_in_at = clock_timestamp()`,
        [module, build],
      );
      const entries = Object.entries(operations);
      await client.query(
        `insert into gateway.operations (module, build, hash, text)
         select $1, $2, hash, text from unnest($3::text[], $4::text[]) as given (hash, text)
         on conflict do nothing`,
        [module, build, entries.map(([hash]) => hash), entries.map(([, text]) => text)],
      );
      await client.query(
        `delete from gateway.operation_builds where module = $1 and build not in (
           select build from gateway.operation_builds where module = $1 order by taken_in_at desc limit $2)`,
        [module, KEPT_BUILDS],
      );
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}
