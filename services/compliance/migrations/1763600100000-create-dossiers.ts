import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = `('DRAFT', 'SUBMITTED', 'RETURNED', 'UNDER_APPRAISAL', 'APPRAISED', 'AWAITING_APPROVAL', 'APPROVED',
  'REDETERMINATION_DUE', 'SUPERSEDED', 'RETIRED')`;

export class CreateDossiers1763600100000 implements MigrationInterface {
  name = 'CreateDossiers1763600100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table compliance.dossiers (
        id text primary key,
        system_id text not null references compliance.systems (id),
        proposed_level int not null check (proposed_level between 1 and 5),
        legal_regime text not null,
        state text not null check (state in ${states}),
        state_since timestamptz not null,
        is_current boolean not null,
        submitted_on date,
        decision_number text,
        decision_on date,
        decided_by text,
        version int not null,
        constraint approved_by_a_decision check (state not in ('APPROVED', 'REDETERMINATION_DUE', 'SUPERSEDED')
          or (decision_number is not null and decision_on is not null and decided_by is not null))
      );
      create unique index dossiers_current on compliance.dossiers (system_id) where is_current;
      create index dossiers_system on compliance.dossiers (system_id);
      create index dossiers_state on compliance.dossiers (state);

      create table compliance.dossier_events (
        id text primary key,
        dossier_id text not null references compliance.dossiers (id),
        ordinal int not null,
        at timestamptz not null,
        from_state text,
        to_state text not null check (to_state in ${states}),
        step text,
        actor_name text not null,
        note text,
        unique (dossier_id, ordinal)
      );
      comment on table compliance.dossier_events is 'The history of each dossier. Rows are only ever added.';

      alter table compliance.dossiers enable row level security, force row level security;
      create policy keeper on compliance.dossiers to compliance_migrate using (true) with check (true);
      -- What may be seen and changed follows from the system, whose own policies decide.
      create policy see on compliance.dossiers for select to compliance_run
        using (system_id in (select id from compliance.systems));
      create policy open on compliance.dossiers for insert to compliance_run
        with check (system_id in (select id from compliance.systems));
      create policy advance on compliance.dossiers for update to compliance_run
        using (system_id in (select id from compliance.systems))
        with check (system_id in (select id from compliance.systems));
      grant select, insert, update on compliance.dossiers to compliance_run;

      alter table compliance.dossier_events enable row level security, force row level security;
      create policy keeper on compliance.dossier_events to compliance_migrate using (true) with check (true);
      create policy see on compliance.dossier_events for select to compliance_run
        using (dossier_id in (select id from compliance.dossiers));
      create policy append on compliance.dossier_events for insert to compliance_run
        with check (dossier_id in (select id from compliance.dossiers));
      grant select, insert on compliance.dossier_events to compliance_run;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table compliance.dossier_events; drop table compliance.dossiers');
  }
}
