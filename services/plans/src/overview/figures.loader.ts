import { defineLoader } from '@lienthong/kit/loaders';
import type { PlansContext } from '../context.ts';
import { keysOf } from '../tasks/bearers.ts';
import { ownPartSql, partStandingSql } from '../tasks/part-standing.ts';
import type { Bloc } from '../units/unit.reference.ts';
import {
  FIGURES_SQL,
  type FiguresCount,
  figuresOf,
  STANDING_TODAY,
  STILL_ORDERED,
  type TaskFigures,
} from './task-figures.ts';

export const figuresOfGroup = defineLoader(async (context: PlansContext, groupIds: readonly string[]) => {
  const rows = (await context.read((manager) =>
    manager.query(
      `select key, ${FIGURES_SQL} from (
         select t.task_group_id as key, ${STANDING_TODAY} as standing from plans.tasks t
         where t.task_group_id = any ($2) and ${STILL_ORDERED}
       ) x group by key`,
      [context.clock.today(), groupIds],
    ),
  )) as (FiguresCount & { key: string })[];
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return groupIds.map((id) => figuresOf(byKey.get(id)));
});

/** Keys `<plan>|<bloc or empty>`. */
export const figuresOfPlan = defineLoader(async (context: PlansContext, keys: readonly string[]) => {
  const asked = keys.map((key) => key.split('|') as [string, Bloc | '']);
  const rows = (await context.read((manager) =>
    manager.query(
      `select key, ${FIGURES_SQL} from (
         select k.plan || '|' || k.bloc as key, ${STANDING_TODAY} as standing
         from unnest($2::text[], $3::text[]) k(plan, bloc)
         join plans.tasks t on t.plan_id = k.plan and (k.bloc = '' or k.bloc = any (t.blocs)) and ${STILL_ORDERED}
       ) x group by key`,
      [context.clock.today(), asked.map(([plan]) => plan), asked.map(([, bloc]) => bloc)],
    ),
  )) as (FiguresCount & { key: string })[];
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return keys.map((key) => figuresOf(byKey.get(key)));
});

export interface UnitFiguresAsked {
  unitId: string;
  planId: string | null;
  from: string | null;
  to: string | null;
}

/** The parts of units: `$1` is the day; the row `k` brings the unit and every key under which a task may name it. */
export const UNIT_STANDING = `
  select k.ref, t.plan_id, t.deadline_due_on, own.completed_on, ${partStandingSql('t', '$1::date')} as standing
  from k
  join plans.tasks t on t.lead_keys && k.keys and ${STILL_ORDERED}
  ${ownPartSql('t', 'k.keys', 'k.unit')}`;

/** Keys are JSON of UnitFiguresAsked, so that equal questions meet. */
export const figuresOfUnit = defineLoader(
  async (context: PlansContext, keys: readonly string[]): Promise<TaskFigures[]> => {
    const today = context.clock.today();
    const asked = keys.map((key, ref) => {
      const question = JSON.parse(key) as UnitFiguresAsked;
      return { ...question, ref, keys: keysOf(question.unitId, context.hierarchy, today) };
    });
    const rows = (await context.read((manager) =>
      manager.query(
        `with k as (
           select ref, "unitId" as unit, keys, "planId" as plan, "from" as first, "to" as last
           from jsonb_to_recordset($2::jsonb)
             as k(ref int, "unitId" text, keys text[], "planId" text, "from" date, "to" date)
         )
         select x.ref, ${FIGURES_SQL} from (${UNIT_STANDING}
           where (k.plan is null or t.plan_id = k.plan)
             and ((k.first is null and k.last is null)
               or t.deadline_due_on between coalesce(k.first, '-infinity') and coalesce(k.last, 'infinity')
               or coalesce(own.completed_on, t.completed_on)
                 between coalesce(k.first, '-infinity') and coalesce(k.last, 'infinity'))
         ) x group by x.ref`,
        [today, JSON.stringify(asked)],
      ),
    )) as (FiguresCount & { ref: number })[];
    const byRef = new Map(rows.map((row) => [row.ref, row]));
    return keys.map((_, ref) => figuresOf(byRef.get(ref)));
  },
);
