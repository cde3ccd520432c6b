import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens to a task after the document: who works on it, what is reported, with which evidence. */
export class CreateProgress1763600100000 implements MigrationInterface {
  readonly name = 'CreateProgress1763600100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table plans.unit_progress (
        task_id text not null constraint unit_progress_task references plans.tasks (id),
        unit_id text not null,
        state text not null constraint unit_progress_state check (state in ('NOT_STARTED', 'IN_PROGRESS',
          'AWAITING_APPROVAL', 'RETURNED', 'AWAITING_CONFIRMATION', 'COMPLETED', 'CANCELLED')),
        percent integer constraint unit_progress_percent check (percent between 0 and 100),
        completed_on date,
        constraint unit_progress_pkey primary key (task_id, unit_id)
      );
      create index unit_progress_of_unit on plans.unit_progress (unit_id);

      create table plans.assignments (
        id text constraint assignments_pkey primary key,
        task_id text not null constraint assignments_task references plans.tasks (id),
        unit_id text not null,
        person_id text,
        assigned_by text not null,
        assigned_at timestamptz not null,
        note text,
        ended_at timestamptz
      );
      create index assignments_of_task on plans.assignments (task_id);
      create index assignments_of_person on plans.assignments (person_id) where ended_at is null;

      create table plans.progress_reports (
        id text constraint progress_reports_pkey primary key,
        task_id text not null constraint progress_reports_task references plans.tasks (id),
        unit_id text not null,
        percent integer not null constraint progress_reports_percent check (percent between 0 and 100),
        summary text not null,
        obstacle text,
        claims_completion boolean not null,
        completed_on date,
        state text not null constraint progress_reports_state
          check (state in ('SUBMITTED', 'RETURNED', 'APPROVED', 'CONFIRMED', 'REJECTED')),
        reported_by_id text not null,
        reported_by text not null,
        reported_at timestamptz not null,
        decided_by_id text,
        decided_by text,
        decided_at timestamptz,
        reason text,
        confirmed_by text,
        confirmed_at timestamptz,
        version integer not null default 1,
        constraint progress_reports_claim check (claims_completion = (completed_on is not null))
      );
      create index progress_reports_of_task on plans.progress_reports (task_id, reported_at desc, id desc);
      create unique index progress_reports_one_waiting on plans.progress_reports (task_id, unit_id)
        where state = 'SUBMITTED';

      create table plans.evidence (
        id text constraint evidence_pkey primary key,
        progress_report_id text not null constraint evidence_report references plans.progress_reports (id),
        ordinal integer not null,
        name text not null,
        media_type text not null,
        size integer not null,
        sha256 text not null,
        upload_id text not null constraint evidence_upload unique,
        uploaded_by text not null,
        uploaded_at timestamptz not null
      );
      create index evidence_of_report on plans.evidence (progress_report_id, ordinal);

      create table plans.timeline_entries (
        id text constraint timeline_entries_pkey primary key,
        task_id text not null constraint timeline_entries_task references plans.tasks (id),
        at timestamptz not null,
        kind text not null,
        actor_name text not null,
        unit_id text,
        unit_name text,
        detail text,
        progress_report_id text
      );
      create index timeline_entries_of_task on plans.timeline_entries (task_id, at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table plans.timeline_entries, plans.evidence, plans.progress_reports, plans.assignments, plans.unit_progress;
    `);
  }
}
