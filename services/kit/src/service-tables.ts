import type { QueryRunner } from 'typeorm';
import { rolesOf } from './provision.ts';

/**
 * The tables that every service has: idempotency keys, the audit, uploads and snapshots of other services' answers.
 * Called by a service's first migration; a later change to these tables is a new function and a new migration.
 */
export async function createServiceTables(runner: QueryRunner, schema: string): Promise<void> {
  const { migrate, run } = rolesOf(schema);
  await runner.query(`
    create table ${schema}.idempotency_keys (
      actor text not null,
      operation text not null,
      key text not null,
      request_hash text not null,
      response jsonb,
      created_at timestamptz not null default now(),
      primary key (actor, operation, key)
    );
    create index on ${schema}.idempotency_keys (created_at);
    alter table ${schema}.idempotency_keys enable row level security, force row level security;
    create policy own_keys on ${schema}.idempotency_keys to ${run}
      using (actor = (select current_setting('app.actor', true)))
      with check (actor = (select current_setting('app.actor', true)));
    create policy keeper on ${schema}.idempotency_keys to ${migrate} using (true) with check (true);
    grant select, insert on ${schema}.idempotency_keys to ${run};

    create table ${schema}.uploads (
      id text primary key,
      actor text not null,
      name text not null,
      size bigint not null,
      media_type text not null,
      sha256 text not null,
      created_at timestamptz not null default now(),
      claimed_at timestamptz
    );
    alter table ${schema}.uploads enable row level security, force row level security;
    create policy own_uploads on ${schema}.uploads to ${run}
      using (actor = (select current_setting('app.actor', true)))
      with check (actor = (select current_setting('app.actor', true)));
    create policy keeper on ${schema}.uploads to ${migrate} using (true) with check (true);
    grant select, insert, update (claimed_at) on ${schema}.uploads to ${run};

    create table ${schema}.snapshots (
      name text primary key,
      version text not null,
      body jsonb not null,
      taken_at timestamptz not null default now()
    );
    grant select, insert, update on ${schema}.snapshots to ${run};
  `);
  await createAuditTable(runner, schema);
}

async function createAuditTable(runner: QueryRunner, schema: string): Promise<void> {
  const { migrate, run } = rolesOf(schema);
  await runner.query(`
    create table ${schema}.audit_entries (
      seq bigint primary key,
      at timestamptz not null,
      actor text not null,
      actor_name text not null,
      membership_id text,
      request_id text not null,
      operation text not null,
      object_type text not null,
      object_id text not null,
      province_id text not null,
      blocs text[] not null,
      unit_id text,
      before jsonb,
      after jsonb,
      previous_hash text not null,
      hash text not null
    );
    comment on table ${schema}.audit_entries is
      'Who did what to which object, at real time. Rows are only ever added; each carries the hash of the one before.';
    create index on ${schema}.audit_entries (object_type, object_id, seq);

    create function ${schema}.audit_content(e ${schema}.audit_entries) returns text
      language sql stable set timezone = 'UTC' as $$
      select jsonb_build_array(e.seq, to_char(e.at, 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor, e.actor_name,
        e.membership_id, e.request_id, e.operation, e.object_type, e.object_id, e.province_id, e.blocs,
        e.unit_id, e.before, e.after)::text
    $$;

    create function ${schema}.chain_audit_entry() returns trigger
      language plpgsql security definer set search_path = ${schema}, pg_temp as $$
    declare
      last_entry record;
    begin
      perform pg_advisory_xact_lock(hashtextextended('${schema} audit', 0));
      select seq, hash into last_entry from ${schema}.audit_entries order by seq desc limit 1;
      new.seq := coalesce(last_entry.seq, 0) + 1;
      new.at := clock_timestamp();
      new.previous_hash := coalesce(last_entry.hash, '');
      new.hash := encode(sha256(convert_to(new.previous_hash || E'\\n' || ${schema}.audit_content(new), 'UTF8')), 'hex');
      return new;
    end $$;
    create trigger chain before insert on ${schema}.audit_entries
      for each row execute function ${schema}.chain_audit_entry();

    alter table ${schema}.audit_entries enable row level security, force row level security;
    create policy append on ${schema}.audit_entries for insert to ${run} with check (true);
    create policy province_wall on ${schema}.audit_entries as restrictive for select to ${run}
      using (province_id = any ((select public.setting_list('app.provinces'))::text[]));
    create policy inspect on ${schema}.audit_entries for select to ${run}
      using (blocs && (select public.setting_list('app.blocs'))::text[]
        or unit_id = any ((select public.setting_list('app.units'))::text[])
        or (select current_setting('app.service', true)) = 'on');
    create policy keeper on ${schema}.audit_entries to ${migrate} using (true) with check (true);
    grant select, insert on ${schema}.audit_entries to ${run};
  `);
}

export async function dropServiceTables(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`
    drop table if exists ${schema}.audit_entries cascade;
    drop function if exists ${schema}.chain_audit_entry();
    drop table if exists ${schema}.snapshots, ${schema}.uploads, ${schema}.idempotency_keys;
  `);
}
