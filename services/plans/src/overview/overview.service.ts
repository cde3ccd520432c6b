import { inTransaction } from '@lienthong/kit/database';
import { Refusal } from '@lienthong/kit/refusal';
import { provincesOf, roleOf } from '@lienthong/policy/actor';
import type { EntityManager } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { groupKey, keysOf } from '../tasks/bearers.ts';
import { TaskOrder } from '../tasks/task.filter.ts';
import { orderKeys, taskQuery } from '../tasks/task.query.ts';
import { askerOf } from '../tasks/task.service.ts';
import { Bloc, unitReference } from '../units/unit.reference.ts';
import { UNIT_STANDING } from './figures.loader.ts';
import { DueDay, FiguresRow, Overview } from './overview.types.ts';
import { BLOC_NAMES } from './overview.words.ts';
import { FIGURES_SQL, type FiguresCount, figuresOf, STANDING_TODAY, STILL_ORDERED } from './task-figures.ts';

type Counted = FiguresCount & { key: string; label?: string };

const MOST_LINES = 100;
export async function overviewOf(context: PlansContext, asked: string | null): Promise<Overview> {
  const own = provincesOf(context.actor);
  const provinceId = asked ?? own[0];
  if (provinceId === undefined || !own.includes(provinceId)) {
    throw new Refusal('FORBIDDEN', 'OTHER_PROVINCE', { field: 'provinceId' });
  }
  const today = context.clock.today();
  const figures = await counting(context, async (manager) => ({
    ...(await byDocument(manager, today, provinceId, context.locale)),
    byUnit: await byUnit(manager, context, today, provinceId),
    days: await dueDays(manager, today, provinceId),
  }));
  const rows = await context.read((manager) => pressing(manager, context, provinceId));
  return Object.assign(new Overview(), { asOf: today, ...figures, ...rows });
}

/** The steering committee sees the figures of both blocs; the rows of the other bloc only where it follows them. */
async function counting<T>(context: PlansContext, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  if (roleOf(context.actor) !== 'STEERING_COMMITTEE') return context.read(work);
  const settings = { ...(await context.settings()), 'app.service': 'on' };
  return inTransaction(context.dataSource, settings, work, { readOnly: true });
}

async function byDocument(
  manager: EntityManager,
  today: string,
  provinceId: string,
  locale: 'vi' | 'en',
): Promise<Pick<Overview, 'figures' | 'byBloc' | 'byPlan' | 'byTaskGroup'>> {
  const rows = (await manager.query(
    `with x as (
       select t.plan_id, t.task_group_id, t.blocs, ${STANDING_TODAY} as standing from plans.tasks t
       where t.province_id = $2 and ${STILL_ORDERED}
     )
     select 'all' as of, '' as key, '' as label, 0 as place, ${FIGURES_SQL} from x
     union all
     select 'bloc', bloc, '', 0, ${FIGURES_SQL} from x cross join unnest(x.blocs) bloc group by bloc
     union all
     select 'plan', p.id, coalesce(p.number, p.title), row_number() over (order by p.opened_on, p.id), ${FIGURES_SQL}
       from x join plans.plans p on p.id = x.plan_id group by p.id
     union all
     select 'group', g.id, concat_ws(' · ', p.number, g.code || '. ' || case when $3 = 'en' then g.title_en else g.title end),
         row_number() over (order by p.opened_on, p.id, g.ordinal), ${FIGURES_SQL}
       from x join plans.task_groups g on g.id = x.task_group_id join plans.plans p on p.id = g.plan_id group by g.id, p.id
     order by 1, 4, 2`,
    [today, provinceId, locale],
  )) as (Counted & { of: string; label: string })[];
  const of = (kind: string): (Counted & { label: string })[] => rows.filter((row) => row.of === kind);
  return {
    figures: figuresOf(of('all')[0]),
    byBloc: of('bloc').map((row) => line(row, { label: BLOC_NAMES[locale][row.key as Bloc], bloc: row.key as Bloc })),
    byPlan: of('plan').map((row) => line(row, { planId: row.key })),
    byTaskGroup: of('group').map((row) => line(row, { taskGroupId: row.key })),
  };
}

const line = (row: Counted, about: Partial<FiguresRow>): FiguresRow =>
  Object.assign(
    new FiguresRow(),
    { key: row.key, label: row.label ?? row.key, bloc: null, unit: null, planId: null, taskGroupId: null },
    about,
    { figures: figuresOf(row) },
  );

async function byUnit(
  manager: EntityManager,
  { hierarchy, locale }: PlansContext,
  today: string,
  provinceId: string,
): Promise<FiguresRow[]> {
  const units = hierarchy.inProvince(provinceId, today);
  const tierOf = new Map(units.map((unit) => [unit.id, unit.tier]));
  const asked = units
    .filter((unit) => unit.tier === 'PROVINCE')
    .map((unit) => ({ ref: unit.id, unit: unit.id, keys: keysOf(unit.id, hierarchy, today) }));
  const parts = (await manager.query(
    `with k as (select * from jsonb_to_recordset($2::jsonb) as k(ref text, unit text, keys text[]))
     select x.ref as key, ${FIGURES_SQL} from (${UNIT_STANDING} where t.province_id = $3) x group by x.ref`,
    [today, JSON.stringify(asked), provinceId],
  )) as Counted[];
  // Hundreds of communes say less than one line for all of them: the task stands as all of them together make it.
  const reachingCommunes = [...hierarchy.groups].filter((group) =>
    hierarchy.members(group.id, provinceId, today).some((id) => tierOf.get(id) === 'COMMUNE'),
  );
  const groups = (await manager.query(
    `select key, ${FIGURES_SQL} from (
       select key, ${STANDING_TODAY} as standing
       from plans.tasks t cross join unnest(t.lead_keys) key where t.province_id = $2 and key = any ($3)
         and ${STILL_ORDERED}
     ) x group by key`,
    [today, provinceId, reachingCommunes.map((group) => groupKey(group.id))],
  )) as Counted[];
  const nameOf = ({ name, nameEn }: { name: string; nameEn: string }): string => (locale === 'en' ? nameEn : name);
  const groupNames = new Map(reachingCommunes.map((group) => [groupKey(group.id), nameOf(group)]));
  return [
    ...parts.map((row) => {
      const unit = hierarchy.unit(row.key);
      return line(row, { label: nameOf(unit), bloc: unit.bloc as Bloc | null, unit: unitReference(unit.id) });
    }),
    ...groups.map((row) => line(row, { label: groupNames.get(row.key) ?? row.key })),
  ]
    .sort(
      (a, b) =>
        b.figures.overdue - a.figures.overdue ||
        b.figures.atRisk - a.figures.atRisk ||
        b.figures.total - a.figures.total ||
        a.label.localeCompare(b.label, 'vi'),
    )
    .slice(0, MOST_LINES);
}

async function dueDays(manager: EntityManager, today: string, provinceId: string): Promise<DueDay[]> {
  const rows = (await manager.query(
    `select t.deadline_due_on::text as on, count(*)::int as due from plans.tasks t
     where t.province_id = $2 and t.state not in ('COMPLETED', 'CANCELLED')
       and t.deadline_due_on between $1::date - 31 and $1::date + 92
     group by t.deadline_due_on order by t.deadline_due_on`,
    [today, provinceId],
  )) as { on: string; due: number }[];
  return rows.map((row) => Object.assign(new DueDay(), row));
}

async function pressing(
  manager: EntityManager,
  context: PlansContext,
  provinceId: string,
): Promise<Pick<Overview, 'dueSoon' | 'overdueTasks'>> {
  const today = context.clock.today();
  const soon = taskQuery(manager, { dueFrom: today }, askerOf(context))
    .andWhere('task.province_id = :provinceId', { provinceId })
    .andWhere('task.deadline_due_on <= cast(:today as date) + 7')
    .andWhere(`task.state not in ('COMPLETED', 'CANCELLED')`);
  const overdue = taskQuery(manager, { dueTo: today }, askerOf(context))
    .andWhere('task.province_id = :provinceId', { provinceId })
    .andWhere('task.deadline_due_on < cast(:today as date)')
    .andWhere(`task.state not in ('COMPLETED', 'CANCELLED')`);
  for (const query of [soon, overdue]) for (const key of orderKeys(TaskOrder.DUE_ON)) query.addOrderBy(key.sql);
  return { dueSoon: await soon.limit(50).getMany(), overdueTasks: await overdue.limit(100).getMany() };
}
