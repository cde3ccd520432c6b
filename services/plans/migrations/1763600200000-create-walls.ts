import type { MigrationInterface, QueryRunner } from 'typeorm';

const list = (name: string): string => `(select public.setting_list('app.${name}'))::text[]`;
const SERVICE = `(select current_setting('app.service', true)) = 'on'`;
const UNITS = list('units');

const ofPlan = `exists (select 1 from plans.plans p where p.id = plan_id)`;
const ofTask = `exists (select 1 from plans.tasks t where t.id = task_id)`;

/** A member of a group sees its own part of a shared task; whoever is named, follows or reads the bloc sees all parts. */
const ofPart = `exists (select 1 from plans.tasks t where t.id = task_id and (
  unit_id is null or unit_id = any (${UNITS}) or t.named_participants && ${UNITS}
  or t.follow_keys && ${list('follows')} or t.blocs && ${list('blocs')} or ${SERVICE}))`;

const follows = `exists (select 1 from plans.tasks t where t.id = task_id and t.follow_keys && ${list('follows')})`;

const TABLES = {
  plans: ['select'],
  plan_references: ['select'],
  task_groups: ['select'],
  tasks: ['select', 'update'],
  task_assignees: ['select'],
  task_parts: ['select', 'update'],
  targets: ['select'],
  followers: ['select'],
  unit_progress: ['select', 'insert', 'update'],
  assignments: ['select', 'insert', 'update'],
  progress_reports: ['select', 'insert', 'update'],
  evidence: ['select', 'insert'],
  timeline_entries: ['select', 'insert'],
} as const;

/**
 * The second wall behind the policy table. Walls that hold whoever asks (province) are restrictive; the rest is stated
 * per kind of statement, because permissive policies of one kind are joined by OR.
 */
export class CreateWalls1763600200000 implements MigrationInterface {
  readonly name = 'CreateWalls1763600200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, grants] of Object.entries(TABLES)) {
      await runner.query(`
        alter table plans.${table} enable row level security, force row level security;
        create policy keeper on plans.${table} to plans_migrate using (true) with check (true);
        grant ${grants.join(', ')} on plans.${table} to plans_run;
      `);
    }
    for (const table of ['plans', 'tasks']) {
      await runner.query(`
        create policy province_wall on plans.${table} as restrictive to plans_run
          using (province_id = any (${list('provinces')}))
          with check (province_id = any (${list('provinces')}));
      `);
    }
    await runner.query(`
      create policy read on plans.plans for select to plans_run using (
        participants && ${UNITS} or issuer_unit_id = any (${UNITS}) or blocs && ${list('blocs')} or ${SERVICE}
        or exists (select 1 from plans.tasks t where t.plan_id = plans.id));
      create policy read on plans.tasks for select to plans_run using (
        participants && ${UNITS} or follow_keys && ${list('follows')} or blocs && ${list('blocs')} or ${SERVICE});
      create policy carry on plans.tasks for update to plans_run using (
        lead_keys && ${UNITS} or follow_keys && ${list('follows')} or ${SERVICE});
    `);
    for (const table of ['plan_references', 'task_groups', 'targets']) {
      await runner.query(`create policy read on plans.${table} for select to plans_run using (${ofPlan})`);
    }
    // The service itself reads who follows what, in all provinces, before it knows what anybody may see.
    await runner.query(`create policy read on plans.followers for select to plans_run using (${ofPlan} or ${SERVICE})`);
    for (const table of ['task_assignees', 'task_parts']) {
      await runner.query(`create policy read on plans.${table} for select to plans_run using (${ofTask})`);
    }
    for (const table of ['unit_progress', 'assignments', 'progress_reports', 'timeline_entries']) {
      await runner.query(`create policy read on plans.${table} for select to plans_run using (${ofPart})`);
    }
    const ownOrFollowed = `unit_id = any (${UNITS}) or ${follows} or ${SERVICE}`;
    await runner.query(`
      create policy mark on plans.task_parts for update to plans_run using (
        exists (select 1 from plans.tasks t where t.id = task_id and t.lead_keys && ${UNITS}));
      create policy begin on plans.unit_progress for insert to plans_run with check (${ownOrFollowed});
      create policy carry on plans.unit_progress for update to plans_run using (${ownOrFollowed});
      create policy assign on plans.assignments for insert to plans_run with check (${ownOrFollowed});
      create policy close on plans.assignments for update to plans_run using (${ownOrFollowed});
      create policy submit on plans.progress_reports for insert to plans_run with check (unit_id = any (${UNITS}));
      create policy decide on plans.progress_reports for update to plans_run using (${ownOrFollowed});
      create policy note on plans.timeline_entries for insert to plans_run with check (${ofTask});
      create policy read on plans.evidence for select to plans_run using (
        exists (select 1 from plans.progress_reports r where r.id = progress_report_id));
      create policy attach on plans.evidence for insert to plans_run with check (
        exists (select 1 from plans.progress_reports r where r.id = progress_report_id and r.unit_id = any (${UNITS})));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(TABLES)) {
      const policies = (await runner.query(
        'select policyname from pg_policies where schemaname = $1 and tablename = $2',
        ['plans', table],
      )) as { policyname: string }[];
      for (const { policyname } of policies) await runner.query(`drop policy ${policyname} on plans.${table}`);
      await runner.query(`
        revoke all on plans.${table} from plans_run;
        alter table plans.${table} no force row level security, disable row level security;
      `);
    }
  }
}
