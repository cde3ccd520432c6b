import type { MigrationInterface, QueryRunner } from 'typeorm';

const list = (name: string): string => `(select public.setting_list('app.${name}'))::text[]`;
const SERVICE = `(select current_setting('app.service', true)) = 'on'`;
const OWN = `unit_id = any (${list('draft_units')})`;
const ofDraft = `exists (select 1 from plans.plan_drafts d where d.id = draft_id)`;

/** Documents under review, and the fingerprints of those that may not enter. */
export class CreatePlanDrafts1763700000000 implements MigrationInterface {
  readonly name = 'CreatePlanDrafts1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plans.plan_drafts (
        id text constraint plan_drafts_pkey primary key,
        version integer not null,
        head_version integer not null,
        state text not null constraint plan_drafts_state check (state in ('IN_REVIEW', 'CONFIRMED', 'DISCARDED')),
        province_id text not null,
        bloc text not null constraint plan_drafts_bloc check (bloc in ('PARTY', 'GOVERNMENT')),
        unit_id text not null,
        file_name text not null,
        media_type text not null,
        size_bytes integer not null,
        sha256 text not null,
        created_by_id text not null,
        created_by text not null,
        created_at timestamptz not null,
        changed_by text not null,
        changed_at timestamptz not null,
        number text,
        issued_on date,
        issuer text,
        title text,
        kind text,
        effective_from date,
        carries_out jsonb not null default '[]',
        declared jsonb not null,
        notices jsonb not null default '[]',
        lines jsonb not null default '[]',
        plan_id text,
        constraint plan_drafts_plan check ((state = 'CONFIRMED') = (plan_id is not null))
      );
      comment on column plans.plan_drafts.head_version is
        'The version at which the head of the document last changed: its correction does not collide with one of a row.';
      comment on column plans.plan_drafts.declared is 'What the document says of itself: its headings, counts and sums.';
      comment on column plans.plan_drafts.lines is 'The document as it was read; emptied when the draft is thrown away.';
      create index plan_drafts_of_unit on plans.plan_drafts (unit_id, created_at desc, id);
      create index plan_drafts_of_plan on plans.plan_drafts (plan_id);
      -- The same file is reviewed once at a time: whoever sends it again joins the review.
      create unique index plan_drafts_one_review on plans.plan_drafts (unit_id, sha256) where state = 'IN_REVIEW';

      create table plans.plan_draft_rows (
        id text constraint plan_draft_rows_pkey primary key,
        draft_id text not null constraint plan_draft_rows_draft references plans.plan_drafts (id),
        version integer not null,
        place integer not null,
        removed boolean not null default false,
        appendix text,
        section text,
        number text,
        content text not null,
        leads jsonb not null,
        coordinators jsonb not null,
        deadline_kind text not null,
        deadline_text text not null,
        deadline_starts_on date,
        deadline_due_on date,
        deadline_cadence text,
        deadline_then_ongoing boolean not null default false,
        expected_result text,
        basis text,
        head text,
        status text,
        doubted jsonb not null default '[]',
        settled text[] not null default '{}',
        lines integer[] not null default '{}',
        sources jsonb not null default '[]'
      );
      create index plan_draft_rows_of_draft on plans.plan_draft_rows (draft_id, place);

      create table plans.plan_draft_changes (
        id text constraint plan_draft_changes_pkey primary key,
        draft_id text not null constraint plan_draft_changes_draft references plans.plan_drafts (id),
        draft_version integer not null,
        kind text not null constraint plan_draft_changes_kind
          check (kind in ('DOCUMENT', 'ROW', 'SPLIT', 'JOIN', 'ADD', 'REMOVE')),
        by text not null,
        by_id text not null,
        at timestamptz not null,
        row_id text,
        before jsonb not null,
        taken_back boolean not null default false
      );
      create index plan_draft_changes_of_draft on plans.plan_draft_changes (draft_id, draft_version desc);

      create table plans.quarantined_documents (
        id text constraint quarantined_documents_pkey primary key,
        version integer not null,
        province_id text not null,
        bloc text not null constraint quarantined_documents_bloc check (bloc in ('PARTY', 'GOVERNMENT')),
        unit_id text not null,
        sha256 text not null,
        size_bytes integer not null,
        marking text not null,
        "where" text,
        sent_by_id text not null,
        sent_by text not null,
        sent_at timestamptz not null,
        state text not null constraint quarantined_documents_state check (state in ('HELD', 'RELEASED'))
      );
      comment on table plans.quarantined_documents is 'Fingerprints of refused documents; their content and names are kept nowhere.';
      create unique index quarantined_documents_fingerprint on plans.quarantined_documents (province_id, bloc, sha256);
      create index quarantined_documents_newest on plans.quarantined_documents (sent_at desc, id);

      create table plans.quarantine_releases (
        document_id text not null constraint quarantine_releases_document references plans.quarantined_documents (id),
        by_id text not null,
        by text not null,
        at timestamptz not null,
        reason text not null,
        constraint quarantine_releases_pkey primary key (document_id, by_id)
      );
    `);
    await this.#walls(runner);
  }

  async #walls(runner: QueryRunner): Promise<void> {
    const grants = {
      plan_drafts: 'select, insert, update',
      plan_draft_rows: 'select, insert, update',
      plan_draft_changes: 'select, insert, update',
      quarantined_documents: 'select, insert, update',
      quarantine_releases: 'select, insert',
    };
    for (const [table, granted] of Object.entries(grants)) {
      await runner.query(`
        alter table plans.${table} enable row level security, force row level security;
        create policy keeper on plans.${table} to plans_migrate using (true) with check (true);
        grant ${granted} on plans.${table} to plans_run;
      `);
    }
    for (const table of ['plan_drafts', 'quarantined_documents']) {
      const wall = `province_id = any (${list('provinces')})`;
      await runner.query(`
        create policy province_wall on plans.${table} as restrictive to plans_run using (${wall}) with check (${wall});
      `);
    }
    await runner.query(`
      create policy read on plans.plan_drafts for select to plans_run using (${OWN});
      create policy send on plans.plan_drafts for insert to plans_run with check (${OWN});
      create policy review on plans.plan_drafts for update to plans_run using (${OWN});
    `);
    for (const table of ['plan_draft_rows', 'plan_draft_changes']) {
      await runner.query(`
        create policy read on plans.${table} for select to plans_run using (${ofDraft});
        create policy add on plans.${table} for insert to plans_run with check (${ofDraft});
        create policy review on plans.${table} for update to plans_run using (${ofDraft});
      `);
    }
    // The service itself asks whether a fingerprint is held, whoever of the bloc sends it.
    const readable = `unit_id = any (${list('quarantine_units')}) or bloc = any (${list('quarantine_blocs')})`;
    const ofDocument = `exists (select 1 from plans.quarantined_documents q where q.id = document_id)`;
    await runner.query(`
      create policy read on plans.quarantined_documents for select to plans_run using (${readable} or ${SERVICE});
      create policy hold on plans.quarantined_documents for insert to plans_run with check (${OWN});
      create policy release on plans.quarantined_documents for update to plans_run using (${readable});
      create policy read on plans.quarantine_releases for select to plans_run using (${ofDocument});
      create policy release on plans.quarantine_releases for insert to plans_run with check (
        by_id = (select current_setting('app.actor', true)) and ${ofDocument});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table plans.quarantine_releases, plans.quarantined_documents, plans.plan_draft_changes,
        plans.plan_draft_rows, plans.plan_drafts;
    `);
  }
}
