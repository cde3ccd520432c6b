import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan comes into being, or is changed as a document, only through a confirmed draft that the asking unit may see. */
const byDraft = (planId: string): string =>
  `exists (select 1 from plans.plan_drafts d where d.plan_id = ${planId} and d.state = 'CONFIRMED')`;
const byDraftOfTask = (taskId: string): string =>
  `exists (select 1 from plans.tasks t where t.id = ${taskId} and ${byDraft('t.plan_id')})`;

const INSERTED = ['plans', 'plan_references', 'task_groups', 'tasks', 'task_assignees', 'followers'];

export class IssuePlansFromDrafts1763700100000 implements MigrationInterface {
  readonly name = 'IssuePlansFromDrafts1763700100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table plans.task_assignees add column ended_at timestamptz;
      comment on column plans.task_assignees.ended_at is
        'When a later document named others in its place: nothing that a signed document said is deleted.';
      alter table plans.plan_drafts add constraint plan_drafts_issued
        foreign key (plan_id) references plans.plans (id) deferrable initially deferred;
      grant insert on ${INSERTED.map((table) => `plans.${table}`).join(', ')} to plans_run;
      grant update (blocs, participants) on plans.plans to plans_run;
      grant update (ended_at) on plans.task_assignees to plans_run;

      create policy issue on plans.plans for insert to plans_run with check (exists (
        select 1 from plans.plan_drafts d where d.plan_id = plans.id and d.state = 'CONFIRMED'
          and d.province_id = plans.province_id and d.bloc = plans.bloc));
      create policy amend on plans.plans for update to plans_run using (${byDraft('plans.id')});
      create policy issue on plans.tasks for insert to plans_run with check (${byDraft('plan_id')});
      create policy issue on plans.plan_references for insert to plans_run with check (${byDraft('plan_id')});
      create policy issue on plans.task_groups for insert to plans_run with check (${byDraft('plan_id')});
      create policy issue on plans.followers for insert to plans_run with check (
        ${byDraft('plan_id')} and unit_id = any ((select public.setting_list('app.draft_units'))::text[]));
      create policy issue on plans.task_assignees for insert to plans_run with check (${byDraftOfTask('task_id')});
      create policy amend on plans.task_assignees for update to plans_run using (${byDraftOfTask('task_id')});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of INSERTED) await runner.query(`drop policy issue on plans.${table}`);
    await runner.query(`
      drop policy amend on plans.plans;
      drop policy amend on plans.task_assignees;
      revoke insert on ${INSERTED.map((table) => `plans.${table}`).join(', ')} from plans_run;
      revoke update (blocs, participants) on plans.plans from plans_run;
      revoke update (ended_at) on plans.task_assignees from plans_run;
      alter table plans.plan_drafts drop constraint plan_drafts_issued;
      alter table plans.task_assignees drop column ended_at;
    `);
  }
}
