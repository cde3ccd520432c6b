/**
 * A unit is measured by its own part: where several answer for a task, one that has done its share is done, whatever
 * the others do. Joins `s` and `own` to a row of tasks; `keys` are all names of the unit, `unit` its own.
 */
export const ownPartSql = (task: string, keys: string, unit: string): string => `
  cross join lateral (select cardinality(${task}.lead_keys) > 1 or ${task}.lead_keys[1] like 'g:%' as several) s
  left join lateral (
    select p.state, p.percent, p.completed_on from plans.unit_progress p
    where p.task_id = ${task}.id and p.unit_id = any (${keys}) order by p.unit_id = ${unit} desc limit 1
  ) own on true`;

/** How that part stands on the day `today`, beside the joins of `ownPartSql`. */
export const partStandingSql = (task: string, today: string): string => `
  plans.task_standing(
    case when ${task}.state = 'COMPLETED' or not several then ${task}.state else coalesce(own.state, 'NOT_STARTED') end,
    ${task}.deadline_kind, ${task}.deadline_due_on, ${task}.runs_from,
    case when several then coalesce(own.completed_on, ${task}.completed_on) else ${task}.completed_on end,
    case when several then own.percent else ${task}.percent end, ${today})`;
