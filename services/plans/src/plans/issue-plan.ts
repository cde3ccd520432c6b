import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { EntityManager } from 'typeorm';
import { Follower } from '../followers/follower.entity.ts';
import { Target } from '../targets/target.entity.ts';
import { TaskGroup } from '../task-groups/task-group.entity.ts';
import { Assignee } from '../tasks/assignee.entity.ts';
import { faultOf } from '../tasks/deadline.ts';
import { Task, TaskPart } from '../tasks/task.entity.ts';
import { TaskState } from '../tasks/task.state.ts';
import { TimelineEntry } from '../tasks/timeline-entry.entity.ts';
import type { Bloc } from '../units/unit.reference.ts';
import type { IssuedFollower, IssuedGroup, IssuedPlan, IssuedTask } from './issued-plan.ts';
import { Plan, PlanReference } from './plan.entity.ts';
import { factsOfTask, groupKeyOf, openedOn, type PlanOfTask, searchWordsOf, taskGroupId } from './task-facts.ts';

/** When and by whom it is said to have been issued, in the timeline of each task. */
export interface Issued {
  at: Date;
  by: string;
}

/** Puts a plan in place with all that is issued with it; the one way in which plans come into being. */
export async function issuePlan(
  manager: EntityManager,
  plan: IssuedPlan,
  hierarchy: Hierarchy,
  issued: Issued,
): Promise<void> {
  const { id: planId } = plan;
  const opened = openedOn(plan);
  const all = plan.tasks.map((task) => factsOfTask({ ...plan, openedOn: opened }, task, hierarchy));
  const counts = plan.groups.map((group) => group.declaredCount);
  const [searchText = ''] = await folded(manager, [planWordsOf(plan)]);
  await insertAll(manager, Plan, [plan], () => ({
    id: planId,
    number: plan.number,
    kind: plan.kind,
    title: plan.title,
    titleEn: plan.titleEn,
    issuedOn: plan.issuedOn,
    effectiveFrom: plan.effectiveFrom,
    openedOn: opened,
    issuerUnitId: plan.issuerUnitId,
    issuerName: plan.issuerName,
    bloc: plan.bloc,
    provinceId: plan.provinceId,
    citation: plan.citation,
    note: plan.note,
    declaredTaskCount: counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    blocs: [...new Set<Bloc>([plan.bloc, ...all.flatMap((task) => task.blocs)])],
    participants: [...new Set(all.flatMap((task) => task.participants))],
    searchText,
  }));
  await insertAll(manager, PlanReference, plan.implements, (reference, place) => ({
    planId,
    ordinal: place,
    number: reference.number,
    issuedOn: reference.issuedOn,
    issuerName: reference.issuerName,
    implementedPlanId: reference.planId,
  }));
  await addGroups(manager, planId, plan.groups, 0);
  await addTasks(manager, { ...plan, openedOn: opened }, plan.tasks, hierarchy, issued);
  await insertAll(manager, Target, plan.targets, (target, place) => ({ ...target, planId, ordinal: place }));
  await addFollowers(manager, planId, plan.followers, { before: 0, from: opened });
}

const planWordsOf = ({ title, titleEn, number, issuerName, citation }: IssuedPlan): string =>
  [title, titleEn, number, issuerName, citation].join(' \n ');

export function addGroups(
  manager: EntityManager,
  planId: string,
  groups: readonly IssuedGroup[],
  before: number,
): Promise<void> {
  return insertAll(manager, TaskGroup, groups, (group, place) => {
    const { code, appendix, title, titleEn, declaredCount } = group;
    const id = taskGroupId(planId, groupKeyOf(group));
    return { id, planId, ordinal: before + place, code, appendix, title, titleEn, declaredCount };
  });
}

export function addFollowers(
  manager: EntityManager,
  planId: string,
  followers: readonly IssuedFollower[],
  { before, from }: { before: number; from: string },
): Promise<void> {
  return insertAll(manager, Follower, followers, (follower, place) => ({
    id: `${planId}.follower.${before + place}`,
    planId,
    unitId: follower.unitId,
    role: follower.role,
    theme: follower.theme,
    taskGroupIds: follower.groupCodes?.map((code) => taskGroupId(planId, code)) ?? null,
    blocs: follower.blocs,
    validFrom: from,
    validTo: null,
  }));
}

/** The tasks with those who are named in them, their parts, and the first entry of their timeline. */
export async function addTasks(
  manager: EntityManager,
  plan: PlanOfTask & Pick<Plan, 'number' | 'provinceId'>,
  tasks: readonly IssuedTask[],
  hierarchy: Hierarchy,
  { at, by }: Issued,
): Promise<void> {
  for (const task of tasks) {
    const fault = faultOf(task.deadline);
    if (fault) throw new Error(`${task.id}: the deadline "${task.deadline.text}" ${fault}.`);
  }
  const facts = new Map(tasks.map((task) => [task.id, factsOfTask(plan, task, hierarchy)]));
  const words = await folded(
    manager,
    tasks.map((task) => searchWordsOf(plan, task, hierarchy)),
  );
  await insertAll(manager, Task, tasks, (task, place) => ({
    id: task.id,
    planId: plan.id,
    provinceId: plan.provinceId,
    appendix: task.appendix,
    section: task.section,
    number: task.number,
    ordinal: task.ordinal,
    title: task.title,
    titleEn: task.titleEn,
    deadline: task.deadline,
    innerDeadlines: task.innerDeadlines,
    expectedResult: task.expectedResult,
    expectedResultKind: task.expectedResultKind,
    basis: task.basis,
    themes: task.themes ?? [],
    damaged: task.damaged,
    damageNote: task.damageNote,
    sameAsId: task.sameAs,
    searchText: words[place - 1] ?? '',
    ...facts.get(task.id),
  }));
  await insertAll(
    manager,
    Assignee,
    tasks.flatMap((task) => [
      ...assigneesOf(task.id, 'LEAD', task.leadUnits),
      ...assigneesOf(task.id, 'COORDINATOR', task.coordinatingUnits),
    ]),
    (assignee) => assignee,
  );
  const parts = tasks.flatMap((task) =>
    task.parts.map((text, index) => ({ taskId: task.id, ordinal: index + 1, text })),
  );
  await insertAll(manager, TaskPart, parts, (part) => part);
  await insertAll(manager, TimelineEntry, tasks, (task) => ({
    id: `${task.id}.issued`,
    taskId: task.id,
    at,
    kind: facts.get(task.id)?.state === TaskState.COMPLETED ? ('DONE_BY_DOCUMENT' as const) : ('ISSUED' as const),
    actorName: by,
    unitId: null,
    unitName: null,
    detail: plan.number,
    progressReportId: null,
  }));
}

/** Those named on one side of a row, in order. */
export const assigneesOf = (
  taskId: string,
  side: Assignee['side'],
  named: IssuedTask['leadUnits'],
  before = 0,
): Partial<Assignee>[] =>
  named.map(({ unitId = null, groupId = null, externalName = null, scope }, index) => ({
    taskId,
    side,
    ordinal: before + index + 1,
    unitId,
    groupId,
    externalName,
    scope,
  }));

/** As the searching reads it: without case and marks. */
export async function folded(manager: EntityManager, texts: readonly string[]): Promise<string[]> {
  const rows = (await manager.query(
    'select public.fold(text) as text from unnest($1::text[]) with ordinality as t(text, place) order by place',
    [texts],
  )) as { text: string }[];
  return rows.map((row) => row.text);
}

/** Asks nothing back: who may add a row may not always read it yet. */
export async function insertAll<S, T extends object>(
  manager: EntityManager,
  entity: new () => T,
  sources: readonly S[],
  rowOf: (source: S, place: number) => object,
): Promise<void> {
  if (sources.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(entity)
    .updateEntity(false)
    .values(sources.map((source, index) => rowOf(source, index + 1)) as never)
    .execute();
}
