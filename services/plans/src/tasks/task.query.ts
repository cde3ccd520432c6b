import type { OrderKey } from '@lienthong/kit/connection';
import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { groupOfKey, keysOf } from './bearers.ts';
import { ownPartSql, partStandingSql } from './part-standing.ts';
import { Task } from './task.entity.ts';
import { type TaskFilter, TaskOrder } from './task.filter.ts';

/** How a task stands on `:today`, in SQL. */
export const standingSql = (task: string): string =>
  `plans.task_standing(${task}.state, ${task}.deadline_kind, ${task}.deadline_due_on, ${task}.runs_from, ` +
  `${task}.completed_on, ${task}.percent, cast(:today as date))`;

/** How the part of the unit `:leadUnitPart` stands on `:today`; its keys are `:leadUnitId`. */
const standingOfLead = `(select ${partStandingSql('task', 'cast(:today as date)')}
  from (values (1)) base (one) ${ownPartSql('task', 'cast(:leadUnitId as text[])', ':leadUnitPart')})`;

const WORST_FIRST = ['OVERDUE', 'AT_RISK', 'IN_PROGRESS', 'NOT_DUE', 'COMPLETED_LATE', 'COMPLETED'];
const severity = `array_position(array['${WORST_FIRST.join("','")}'], ${standingSql('task')})`;
const dueOn = `coalesce(task.deadline_due_on, date '9999-12-31')`;

const ORDERS: Record<TaskOrder, OrderKey[]> = {
  DOCUMENT: [
    { sql: 'task.plan_id', type: 'text' },
    { sql: 'task.ordinal', type: 'integer' },
    { sql: 'task.id', type: 'text' },
  ],
  DUE_ON: [
    { sql: dueOn, type: 'date' },
    { sql: 'task.id', type: 'text' },
  ],
  STANDING: [
    { sql: severity, type: 'integer' },
    { sql: dueOn, type: 'date' },
    { sql: 'task.id', type: 'text' },
  ],
  TITLE: [
    { sql: 'task.title collate public.vietnamese', type: 'text' },
    { sql: 'task.id', type: 'text' },
  ],
};

export const orderKeys = (order: TaskOrder | null | undefined): OrderKey[] => ORDERS[order ?? TaskOrder.DOCUMENT];

export interface TaskAsker {
  today: string;
  hierarchy: Hierarchy;
  personId: string | null;
}

export const searchWords = (search: string | null | undefined): string[] =>
  (search ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 12)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

/** The tasks of a filter as a query over `task`; what may be seen is left to the row-level wall. */
export function taskQuery(
  manager: EntityManager,
  filter: TaskFilter | null | undefined,
  { today, hierarchy, personId }: TaskAsker,
): SelectQueryBuilder<Task> {
  const query = manager.createQueryBuilder(Task, 'task').setParameter('today', today);
  if (!filter) return query;
  for (const [index, word] of searchWords(filter.search).entries()) {
    query.andWhere(`task.search_text like public.fold(:word_${index})`, { [`word_${index}`]: word });
  }
  const is = (column: string, name: keyof TaskFilter): void => {
    if (filter[name] != null) query.andWhere(`task.${column} = :${name}`, { [name]: filter[name] });
  };
  is('plan_id', 'planId');
  is('task_group_id', 'taskGroupId');
  const names = (column: string, name: 'unitId' | 'leadUnitId' | 'coordinatingUnitId'): void => {
    const unitId = filter[name];
    if (unitId == null) return;
    query.andWhere(`task.${column} && cast(:${name} as text[])`, { [name]: keysOf(unitId, hierarchy, today) });
    // Groups have the same names everywhere: a unit of another province is in no task of this one.
    const provinceId = hierarchy.find(unitId)?.provinceId;
    if (provinceId !== undefined)
      query.andWhere(`task.province_id = :${name}Province`, { [`${name}Province`]: provinceId });
  };
  names('participants', 'unitId');
  names('lead_keys', 'leadUnitId');
  names('coordinator_keys', 'coordinatingUnitId');
  if (filter.bloc) query.andWhere(':bloc = any (task.blocs)', { bloc: filter.bloc });
  const among = (sql: string, name: 'standing' | 'state' | 'deadlineKind'): void => {
    const values = filter[name];
    if (values) query.andWhere(`${sql} = any (cast(:${name} as text[]))`, { [name]: values });
  };
  // A list that names a lead unit is the list behind that unit's figures, and those measure its own part.
  const lead = filter.leadUnitId ?? null;
  const isOfUnit = lead !== null && groupOfKey(lead) === null;
  among(isOfUnit ? standingOfLead : standingSql('task'), 'standing');
  if (isOfUnit) query.setParameter('leadUnitPart', lead);
  among('task.state', 'state');
  among('task.deadline_kind', 'deadlineKind');
  if (filter.dueFrom) query.andWhere('task.deadline_due_on >= :dueFrom', { dueFrom: filter.dueFrom });
  if (filter.dueTo) query.andWhere('task.deadline_due_on <= :dueTo', { dueTo: filter.dueTo });
  if (filter.assignedToMe) {
    query.andWhere(
      `exists (select 1 from plans.assignments a
               where a.task_id = task.id and a.person_id = :personId and a.ended_at is null)`,
      { personId: personId ?? '' },
    );
  }
  return query;
}
