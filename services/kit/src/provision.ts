// Erasable-only TypeScript: the launcher runs this file by Node's type stripping.
import pg from 'pg';

export interface Provisioning {
  schemas: readonly string[];
  /** By role name: `<schema>_migrate` and `<schema>_run`. */
  passwords: Readonly<Record<string, string>>;
}

const SCHEMA_NAME = /^[a-z][a-z0-9_]{0,30}$/;

/** The names of a schema's two roles. */
export function rolesOf(schema: string): { migrate: string; run: string } {
  return { migrate: `${schema}_migrate`, run: `${schema}_run` };
}

/**
 * Makes what only a superuser may: extensions, schemas and two roles for each. Safe to call again.
 * A role that runs may read and write rows of its own schema, and nothing else; one that migrates owns the schema.
 */
export async function provisionDatabase(adminUrl: string, provisioning: Provisioning): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await provisionOnce(adminUrl, provisioning);
    } catch (error) {
      if (attempt >= 10 || !isCollision(error)) throw error;
      await new Promise((done) => setTimeout(done, 50 * attempt));
    }
  }
}

/** Roles belong to the whole server, locks to one database: two databases prepared at once can still collide. */
function isCollision(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === '23505' || (code === 'XX000' && /concurrently/.test(message ?? ''));
}

async function provisionOnce(adminUrl: string, { schemas, passwords }: Provisioning): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    // Two processes preparing the same database wait for each other.
    await client.query(`select pg_advisory_xact_lock(hashtextextended('lienthong provision', 0))`);
    await client.query(extensions);
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = pg.escapeIdentifier(rows[0]?.name ?? '');
    await client.query(`revoke create, temporary on database ${database} from public`);
    for (const schema of schemas) await provisionSchema(client, database, schema, passwords);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function provisionSchema(
  client: pg.Client,
  database: string,
  schema: string,
  passwords: Readonly<Record<string, string>>,
): Promise<void> {
  if (!SCHEMA_NAME.test(schema)) throw new Error(`"${schema}" is not a schema name.`);
  const { migrate, run } = rolesOf(schema);
  for (const role of [migrate, run]) {
    const password = passwords[role];
    if (!password) throw new Error(`No password was given for the role ${role}.`);
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (!rowCount) await client.query(`create role ${role}`);
    await client.query(
      `alter role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
    );
    await client.query(`grant connect on database ${database} to ${role}`);
    await client.query(`alter role ${role} in database ${database} set search_path = ${schema}, public`);
    await client.query(`grant usage on schema extensions to ${role}`);
  }
  await client.query(`alter role ${run} in database ${database} set statement_timeout = '15s'`);
  await client.query(`alter role ${run} in database ${database} set idle_in_transaction_session_timeout = '30s'`);
  await client.query(`create schema if not exists ${schema} authorization ${migrate}`);
  await client.query(`grant temporary on database ${database} to ${migrate}`);
  await client.query(`grant usage on schema ${schema} to ${run}`);
}

const extensions = `
  create schema if not exists extensions;
  grant usage on schema extensions to public;
  create extension if not exists unaccent with schema extensions;
  create extension if not exists pg_trgm with schema extensions;
  create extension if not exists pgcrypto with schema extensions;
  create extension if not exists btree_gist with schema extensions;

  -- unaccent is not immutable because its dictionary could change; ours is named and does not.
  create or replace function public.fold(value text) returns text
    language sql immutable parallel safe strict
    as $$ select lower(extensions.unaccent('extensions.unaccent'::regdictionary, normalize(value, NFC))) $$;

  do $$ begin
    if not exists (select 1 from pg_collation where collname = 'vietnamese' and collnamespace = 'public'::regnamespace) then
      create collation public.vietnamese (provider = icu, locale = 'vi');
    end if;
  end $$;

  -- A row-level setting that is a list; none when nobody is asking.
  create or replace function public.setting_list(name text) returns text[]
    language sql stable parallel safe
    as $$ select coalesce(nullif(current_setting(name, true), ''), '{}')::text[] $$;
`;
