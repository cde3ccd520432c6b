import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChecks1763600200000 implements MigrationInterface {
  name = 'CreateChecks1763600200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table compliance.checks (
        id text primary key,
        system_id text not null references compliance.systems (id),
        kind text not null check (kind in ('TLS_CERTIFICATE', 'TLS_VERSIONS', 'HTTPS_REDIRECT', 'SECURITY_HEADERS',
          'SECURITY_TXT', 'CLOCK_DRIFT')),
        host text not null,
        port int not null check (port between 1 and 65535),
        authorised_by text not null check (authorised_by <> ''),
        authorised_from date not null,
        authorised_to date not null,
        constraint authorised_window check (authorised_from <= authorised_to),
        constraint one_check_of_a_kind unique (system_id, kind, host, port)
      );

      create table compliance.check_runs (
        id text primary key,
        check_id text not null references compliance.checks (id),
        state text not null check (state in ('QUEUED', 'RUNNING', 'FINISHED')),
        outcome text check (outcome in ('PASS', 'FAIL', 'UNKNOWN')),
        reason_code text,
        started_at timestamptz not null,
        finished_at timestamptz,
        observed_at timestamptz,
        findings jsonb not null,
        evidence text check (length(evidence) <= 65536),
        evidence_sha256 text,
        requested_by text not null,
        attempts int not null,
        claim text,
        claimed_until timestamptz,
        constraint finished_with_an_outcome check ((state = 'FINISHED') = (outcome is not null
          and finished_at is not null and observed_at is not null)),
        constraint unknown_has_a_reason check (outcome is distinct from 'UNKNOWN' or reason_code is not null)
      );
      create index check_runs_of_check on compliance.check_runs (check_id, started_at desc, id);
      create unique index one_run_at_a_time on compliance.check_runs (check_id) where state <> 'FINISHED';
      create index check_runs_waiting on compliance.check_runs (started_at) where state <> 'FINISHED';

      alter table compliance.checks enable row level security, force row level security;
      create policy keeper on compliance.checks to compliance_migrate using (true) with check (true);
      create policy see on compliance.checks for select to compliance_run
        using (system_id in (select id from compliance.systems));
      create policy add on compliance.checks for insert to compliance_run
        with check (system_id in (select id from compliance.systems));
      grant select, insert on compliance.checks to compliance_run;

      alter table compliance.check_runs enable row level security, force row level security;
      create policy keeper on compliance.check_runs to compliance_migrate using (true) with check (true);
      create policy see on compliance.check_runs for select to compliance_run
        using (check_id in (select id from compliance.checks));
      create policy ask on compliance.check_runs for insert to compliance_run
        with check (state = 'QUEUED' and check_id in (select id from compliance.checks));
      -- Only the service itself, never a person, says what a run found.
      create policy work on compliance.check_runs for update to compliance_run
        using ((select current_setting('app.service', true)) = 'on')
        with check ((select current_setting('app.service', true)) = 'on');
      grant select, insert, update on compliance.check_runs to compliance_run;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table compliance.check_runs; drop table compliance.checks');
  }
}
