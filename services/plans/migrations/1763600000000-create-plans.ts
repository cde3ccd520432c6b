import { createServiceTables, dropServiceTables } from '@lienthong/kit/service-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The documents as they were signed: plans, their groups, tasks, assignees, parts, targets and followers. */
export class CreatePlans1763600000000 implements MigrationInterface {
  readonly name = 'CreatePlans1763600000000';

  async up(runner: QueryRunner): Promise<void> {
    await createServiceTables(runner, 'plans');
    await runner.query(`
      create table plans.plans (
        id text constraint plans_pkey primary key,
        number text,
        kind text not null constraint plans_kind check (kind in ('PLAN', 'OFFICIAL_LETTER')),
        title text not null,
        title_en text not null,
        issued_on date,
        effective_from date not null,
        issuer_unit_id text,
        issuer_name text not null,
        bloc text not null constraint plans_bloc check (bloc in ('PARTY', 'GOVERNMENT')),
        province_id text not null,
        citation text not null,
        note text,
        opened_on date not null,
        declared_task_count integer,
        blocs text[] not null,
        participants text[] not null,
        search_text text not null
      );
      comment on column plans.plans.opened_on is
        'First day on which something can have been done under it: signed, or else the newest document it carries out.';
      comment on column plans.plans.participants is
        'Every unit id and group key (g:<group>) that a task of the plan names: they may read the head of the plan.';

      create table plans.plan_references (
        plan_id text not null constraint plan_references_plan references plans.plans (id),
        ordinal integer not null,
        number text not null,
        issued_on date,
        issuer_name text,
        implemented_plan_id text,
        constraint plan_references_pkey primary key (plan_id, ordinal)
      );
      create index plan_references_implemented on plans.plan_references (implemented_plan_id);

      create table plans.task_groups (
        id text constraint task_groups_pkey primary key,
        plan_id text not null constraint task_groups_plan references plans.plans (id),
        ordinal integer not null,
        code text not null,
        appendix text,
        title text not null,
        title_en text not null,
        declared_count integer
      );
      create index task_groups_of_plan on plans.task_groups (plan_id, ordinal);

      create table plans.tasks (
        id text constraint tasks_pkey primary key,
        plan_id text not null constraint tasks_plan references plans.plans (id),
        task_group_id text constraint tasks_group references plans.task_groups (id),
        province_id text not null,
        blocs text[] not null,
        appendix text,
        section text,
        number text,
        ordinal integer not null,
        title text not null,
        title_en text not null,
        deadline_kind text not null,
        deadline_text text not null,
        deadline_starts_on date,
        deadline_due_on date,
        deadline_cadence text,
        deadline_then_ongoing boolean not null default false,
        inner_deadlines jsonb not null default '[]',
        runs_from date not null,
        groups_read_from date not null,
        expected_result text,
        expected_result_kind text,
        basis text,
        themes text[] not null default '{}',
        damaged boolean not null default false,
        damage_note text,
        same_as_id text,
        lead_keys text[] not null,
        coordinator_keys text[] not null,
        participants text[] not null,
        named_participants text[] not null,
        follow_keys text[] not null,
        state text not null default 'NOT_STARTED'
          constraint tasks_state check (state in ('NOT_STARTED', 'IN_PROGRESS', 'AWAITING_APPROVAL', 'RETURNED',
            'AWAITING_CONFIRMATION', 'COMPLETED', 'CANCELLED')),
        percent integer constraint tasks_percent check (percent between 0 and 100),
        completed_on date,
        bearers_done integer not null default 0,
        search_text text not null,
        version integer not null default 1
      );
      comment on column plans.tasks.lead_keys is
        'Unit ids and group keys (g:<group>) of those who answer for the task, and units named later by the standing agency.';
      comment on column plans.tasks.named_participants is
        'Participants named one by one: they see the whole task, a member of a group sees its own part.';
      comment on column plans.tasks.follow_keys is
        '<plan>|*|<bloc> and <plan>|<group>|<bloc>: whoever follows one of these sees the task.';
      comment on column plans.tasks.runs_from is
        'First day of the work: the deadline''s own, otherwise the day the plan was opened.';
      comment on column plans.tasks.groups_read_from is
        'Day the plan takes effect: before it, no group is read (a June document means the communes of July).';
      create index tasks_of_plan on plans.tasks (plan_id, ordinal);
      create index tasks_of_group on plans.tasks (task_group_id);
      create index tasks_due on plans.tasks (province_id, deadline_due_on);
      create index tasks_participants on plans.tasks using gin (participants);
      create index tasks_search on plans.tasks using gin (search_text extensions.gin_trgm_ops);

      create table plans.task_assignees (
        task_id text not null constraint task_assignees_task references plans.tasks (id),
        side text not null constraint task_assignees_side check (side in ('LEAD', 'COORDINATOR')),
        ordinal integer not null,
        unit_id text,
        group_id text,
        external_name text,
        scope text,
        constraint task_assignees_pkey primary key (task_id, side, ordinal),
        constraint task_assignees_one check (num_nonnulls(unit_id, group_id, external_name) = 1)
      );

      create table plans.task_parts (
        task_id text not null constraint task_parts_task references plans.tasks (id),
        ordinal integer not null,
        text text not null,
        done boolean not null default false,
        constraint task_parts_pkey primary key (task_id, ordinal)
      );

      create table plans.targets (
        id text constraint targets_pkey primary key,
        plan_id text not null constraint targets_plan references plans.plans (id),
        ordinal integer not null,
        title text not null,
        title_en text not null,
        measure text not null,
        threshold double precision not null,
        unit_of_count text,
        due_on date,
        group_id text,
        exclusion text,
        source text not null
      );
      create index targets_of_plan on plans.targets (plan_id, ordinal);

      create table plans.followers (
        id text constraint followers_pkey primary key,
        plan_id text not null constraint followers_plan references plans.plans (id),
        unit_id text not null,
        role text not null constraint followers_role check (role in ('STANDING_AGENCY', 'SUPPORT_TEAM', 'THEME_FOLLOWER')),
        theme text,
        task_group_ids text[],
        blocs text[] not null,
        valid_from date not null,
        valid_to date
      );
      create index followers_of_unit on plans.followers (unit_id);

      -- The rule of src/tasks/task.standing.ts in SQL, for filters and figures; a test holds the two together.
      create function plans.task_standing(
        state text, kind text, due_on date, runs_from date, completed_on date, percent integer, today date
      ) returns text language sql immutable parallel safe as $$
        select case
          when state = 'COMPLETED' then
            case when due_on is not null and completed_on > due_on
                   and kind in ('DATE', 'BEFORE_DATE', 'END_OF_MONTH', 'END_OF_QUARTER', 'END_OF_YEAR', 'PHASED')
                 then 'COMPLETED_LATE' else 'COMPLETED' end
          when state = 'CANCELLED' then 'NOT_DUE'
          when due_on is not null
            and kind in ('DATE', 'BEFORE_DATE', 'END_OF_MONTH', 'END_OF_QUARTER', 'END_OF_YEAR', 'PHASED')
            and due_on < today then 'OVERDUE'
          when due_on is not null
            and kind in ('DATE', 'BEFORE_DATE', 'END_OF_MONTH', 'END_OF_QUARTER', 'END_OF_YEAR', 'PHASED')
            and ((due_on - today <= 7 and coalesce(percent, 0) < 80)
              or ((due_on - today) * 100 <= (due_on - runs_from) * 30 and coalesce(percent, 0) < 50)) then 'AT_RISK'
          when state = 'NOT_STARTED' then 'NOT_DUE'
          else 'IN_PROGRESS'
        end
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function plans.task_standing(text, text, date, date, date, integer, date);
      drop table plans.followers, plans.targets, plans.task_parts, plans.task_assignees, plans.tasks, plans.task_groups,
        plans.plan_references, plans.plans;
    `);
    await dropServiceTables(runner, 'plans');
  }
}
