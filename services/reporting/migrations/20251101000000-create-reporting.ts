import { createServiceTables, dropServiceTables } from '@lienthong/kit/service-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReporting20251101000000 implements MigrationInterface {
  readonly name = 'CreateReporting20251101000000';

  async up(runner: QueryRunner): Promise<void> {
    await createServiceTables(runner, 'reporting');
    await runner.query(`
      create table reporting.regimes (
        id text primary key,
        plan_id text,
        province_id text not null,
        name text not null,
        name_en text not null,
        cadence text not null check (cadence in ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'ONCE', 'AD_HOC')),
        due_time text not null check (due_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' or due_time = '24:00'),
        due_weekday integer check (due_weekday between 1 and 7),
        due_day integer check (due_day between 1 and 31),
        due_on date,
        working_days_only boolean not null,
        recipient_unit_id text,
        recipient_name text,
        valid_from date not null,
        valid_to date,
        source text not null,
        reporter_keys text[] not null,
        blocs text[] not null,
        check (recipient_unit_id is not null or recipient_name is not null),
        check (cadence <> 'ONCE' or due_on is not null),
        check (cadence <> 'WEEKLY' or due_weekday is not null)
      );
      create index regimes_plan on reporting.regimes (plan_id);
      comment on column reporting.regimes.reporter_keys is
        'Unit ids, and g:<group id>, of those who report: what the row-level policy compares.';

      create table reporting.regime_reporters (
        regime_id text not null references reporting.regimes (id) on delete cascade,
        ordinal integer not null,
        unit_id text,
        group_id text,
        primary key (regime_id, ordinal),
        check (num_nonnulls(unit_id, group_id) = 1)
      );

      create table reporting.regime_progress (
        regime_id text primary key references reporting.regimes (id) on delete cascade,
        made_to date,
        hierarchy_version text
      );
      comment on table reporting.regime_progress is
        'How far the obligations of a regime have been made: the next run begins there, however long the history.';

      create table reporting.report_obligations (
        id uuid primary key,
        regime_id text not null references reporting.regimes (id),
        plan_id text,
        unit_id text not null,
        province_id text not null,
        bloc text check (bloc in ('PARTY', 'GOVERNMENT')),
        recipient_unit_id text,
        period_from date not null,
        period_to date not null check (period_to >= period_from),
        due_at timestamptz not null,
        due_soon_from timestamptz not null,
        request_note text,
        waived_at timestamptz,
        waiver_reason text,
        constraint one_obligation_per_unit_and_period unique (regime_id, unit_id, period_from)
      );
      create index report_obligations_unit on reporting.report_obligations (unit_id, due_at desc);
      create index report_obligations_recipient on reporting.report_obligations (recipient_unit_id, due_at desc);
      create index report_obligations_due on reporting.report_obligations (due_at desc, id);
      create index report_obligations_period on reporting.report_obligations (regime_id, period_from desc);

      create table reporting.reports (
        id uuid primary key default gen_random_uuid(),
        obligation_id uuid not null references reporting.report_obligations (id),
        unit_id text not null,
        province_id text not null,
        bloc text,
        recipient_unit_id text,
        state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
        summary text not null,
        obstacles text,
        proposals text,
        submission integer not null default 0,
        submitted_by_id text,
        submitted_by text,
        submitted_at timestamptz,
        first_submitted_at timestamptz,
        late_by_seconds integer,
        decided_by_id text,
        decided_by text,
        decided_at timestamptz,
        reason text,
        entered_in_central_system_by text,
        entered_in_central_system_at timestamptz,
        version integer not null default 1,
        constraint one_report_per_obligation unique (obligation_id),
        check (state = 'DRAFT' or submitted_at is not null),
        check ((first_submitted_at is null) = (late_by_seconds is null))
      );

      create table reporting.report_figures (
        report_id uuid not null references reporting.reports (id) on delete cascade,
        key text not null,
        value double precision not null,
        prefilled double precision,
        note text,
        primary key (report_id, key)
      );

      create table reporting.report_tasks (
        report_id uuid not null references reporting.reports (id) on delete cascade,
        task_id text not null,
        primary key (report_id, task_id)
      );
      create index report_tasks_task on reporting.report_tasks (task_id);

      create table reporting.report_submissions (
        report_id uuid not null references reporting.reports (id) on delete cascade,
        number integer not null,
        submitted_by text not null,
        submitted_at timestamptz not null,
        content jsonb not null,
        outcome text check (outcome in ('RETURNED', 'ACCEPTED')),
        decided_by text,
        decided_at timestamptz,
        reason text,
        primary key (report_id, number)
      );

      -- The same rule as obligations/obligation.state.ts; a test compares the two.
      create function reporting.obligation_state(
        waived_at timestamptz, report_state text, late_by_seconds integer,
        due_at timestamptz, due_soon_from timestamptz, at timestamptz
      ) returns text language sql immutable parallel safe as $$
        select case
          when waived_at is not null then 'WAIVED'
          when report_state in ('ACCEPTED', 'RETURNED') then report_state
          when report_state = 'SUBMITTED' then case when late_by_seconds > 0 then 'SUBMITTED_LATE' else 'SUBMITTED' end
          when at >= due_at then 'OVERDUE'
          when at >= due_soon_from then 'DUE_SOON'
          else 'NOT_DUE'
        end
      $$;

      -- Lateness is recorded for ever: what the first handing in was, no later change of the report can alter.
      create function reporting.keep_first_submission() returns trigger language plpgsql as $$
      begin
        if old.first_submitted_at is not null
          and (new.first_submitted_at, new.late_by_seconds) is distinct from (old.first_submitted_at, old.late_by_seconds) then
          raise exception 'the first submission of a report does not change';
        end if;
        return new;
      end $$;
      create trigger keep_first_submission before update on reporting.reports
        for each row execute function reporting.keep_first_submission();
    `);
    await this.#wall(runner);
  }

  /** Own unit writes, recipient decides, a bloc's readers read; the province is a wall for everyone. */
  async #wall(runner: QueryRunner): Promise<void> {
    const list = (name: string): string => `(select public.setting_list('app.${name}'))::text[]`;
    const provinces = `province_id = any (${list('provinces')})`;
    const service = `(select current_setting('app.service', true)) = 'on'`;
    const own = `unit_id = any (${list('units')})`;
    const receives = `recipient_unit_id = any (${list('follows')})`;
    const bloc = `bloc = any (${list('blocs')})`;
    for (const table of [
      'regimes',
      'regime_reporters',
      'regime_progress',
      'report_obligations',
      'reports',
      'report_figures',
      'report_tasks',
      'report_submissions',
    ]) {
      await runner.query(`
        alter table reporting.${table} enable row level security, force row level security;
        create policy keeper on reporting.${table} to reporting_migrate using (true) with check (true);
        grant select on reporting.${table} to reporting_run;
      `);
    }
    for (const table of ['regimes', 'report_obligations', 'reports']) {
      await runner.query(
        `create policy province_wall on reporting.${table} as restrictive to reporting_run using (${provinces}) with check (${provinces})`,
      );
    }
    const ofReport = `exists (select 1 from reporting.reports r where r.id = report_id)`;
    await runner.query(`
      grant insert, update on reporting.regime_progress, reporting.report_obligations, reporting.reports,
        reporting.report_figures, reporting.report_submissions to reporting_run;
      grant insert on reporting.report_tasks to reporting_run;
      grant delete on reporting.report_figures, reporting.report_tasks to reporting_run;

      create policy read on reporting.regimes for select to reporting_run
        using (${service} or ${receives} or reporter_keys && ${list('units')} or blocs && ${list('blocs')});
      create policy read on reporting.regime_reporters for select to reporting_run
        using (exists (select 1 from reporting.regimes r where r.id = regime_id));
      create policy work on reporting.regime_progress to reporting_run using (${service}) with check (${service});

      create policy read on reporting.report_obligations for select to reporting_run
        using (${own} or ${receives} or ${bloc} or ${service});
      create policy make on reporting.report_obligations for insert to reporting_run
        with check (${service} or ${receives});
      create policy waive on reporting.report_obligations for update to reporting_run
        using (${service}) with check (${service});

      create policy read on reporting.reports for select to reporting_run
        using (${own} or ${service} or (state <> 'DRAFT' and (${receives} or ${bloc})));
      create policy write on reporting.reports for insert to reporting_run with check (${own});
      create policy change on reporting.reports for update to reporting_run
        using (${own} or (state <> 'DRAFT' and ${receives})) with check (${own} or (state <> 'DRAFT' and ${receives}));
    `);
    for (const table of ['report_figures', 'report_tasks', 'report_submissions']) {
      await runner.query(
        `create policy with_its_report on reporting.${table} to reporting_run using (${ofReport}) with check (${ofReport})`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table reporting.report_submissions, reporting.report_tasks, reporting.report_figures, reporting.reports,
        reporting.report_obligations, reporting.regime_progress, reporting.regime_reporters, reporting.regimes;
      drop function reporting.obligation_state, reporting.keep_first_submission;
    `);
    await dropServiceTables(runner, 'reporting');
  }
}
