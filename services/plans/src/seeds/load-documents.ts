import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { EntityManager } from 'typeorm';
import { Follower } from '../followers/follower.entity.ts';
import { Plan, PlanReference } from '../plans/plan.entity.ts';
import { Target } from '../targets/target.entity.ts';
import { TaskGroup } from '../task-groups/task-group.entity.ts';
import { Assignee } from '../tasks/assignee.entity.ts';
import { faultOf } from '../tasks/deadline.ts';
import { Task, TaskPart } from '../tasks/task.entity.ts';
import { TaskState } from '../tasks/task.state.ts';
import { TimelineEntry } from '../tasks/timeline-entry.entity.ts';
import type { Bloc } from '../units/unit.reference.ts';
import type { SeedDocument, SeedTask } from './document.ts';
import { factsOfSeed, openedOn, searchWordsOf, taskGroupId } from './task-facts.ts';

/** Loads whole documents, once: nothing happens where there are plans already. */
export async function loadDocuments(
  manager: EntityManager,
  documents: readonly SeedDocument[],
  hierarchy: Hierarchy,
): Promise<number> {
  if ((await manager.count(Plan)) > 0) return 0;
  for (const document of documents) await loadDocument(manager, document, hierarchy);
  return documents.reduce((sum, { tasks }) => sum + tasks.length, 0);
}

async function folded(manager: EntityManager, texts: readonly string[]): Promise<string[]> {
  const rows = (await manager.query(
    'select public.fold(text) as text from unnest($1::text[]) with ordinality as t(text, place) order by place',
    [texts],
  )) as { text: string }[];
  return rows.map((row) => row.text);
}

async function loadDocument(manager: EntityManager, document: SeedDocument, hierarchy: Hierarchy): Promise<void> {
  const { id: planId } = document;
  const facts = new Map(document.tasks.map((task) => [task.id, factsOfSeed(document, task, hierarchy)]));
  const all = [...facts.values()];
  const counts = document.groups.map((group) => group.declaredCount);
  const [planWords = '', ...taskWords] = await folded(manager, [
    [document.title, document.titleEn, document.number, document.issuerName, document.citation].join(' \n '),
    ...document.tasks.map((task) => searchWordsOf(document, task, hierarchy)),
  ]);
  await manager.insert(Plan, {
    id: planId,
    number: document.number,
    kind: document.kind,
    title: document.title,
    titleEn: document.titleEn,
    issuedOn: document.issuedOn,
    effectiveFrom: document.effectiveFrom,
    openedOn: openedOn(document),
    issuerUnitId: document.issuerUnitId,
    issuerName: document.issuerName,
    bloc: document.bloc,
    provinceId: document.provinceId,
    citation: document.citation,
    note: document.note,
    declaredTaskCount: counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    blocs: [...new Set<Bloc>([document.bloc, ...all.flatMap((task) => task.blocs)])],
    participants: [...new Set(all.flatMap((task) => task.participants))],
    searchText: planWords,
  });
  await insertAll(manager, PlanReference, document.implements, (reference, place) => ({
    planId,
    ordinal: place,
    number: reference.number,
    issuedOn: reference.issuedOn,
    issuerName: reference.issuerName,
    implementedPlanId: reference.planId,
  }));
  await insertAll(manager, TaskGroup, document.groups, ({ code, appendix, title, titleEn, declaredCount }, place) => ({
    id: taskGroupId(planId, code),
    planId,
    ordinal: place,
    code,
    appendix,
    title,
    titleEn,
    declaredCount,
  }));
  for (const task of document.tasks) {
    const fault = faultOf(task.deadline);
    if (fault) throw new Error(`${task.id}: the deadline "${task.deadline.text}" ${fault}.`);
  }
  await insertAll(manager, Task, document.tasks, (task, place) => ({
    id: task.id,
    planId,
    provinceId: document.provinceId,
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
    searchText: taskWords[place - 1] ?? '',
    ...facts.get(task.id),
  }));
  await insertAll(manager, Assignee, document.tasks.flatMap(assigneesOf), (assignee) => assignee);
  const parts = document.tasks.flatMap((task) =>
    task.parts.map((text, index) => ({ taskId: task.id, ordinal: index + 1, text })),
  );
  await insertAll(manager, TaskPart, parts, (part) => part);
  await insertAll(manager, Target, document.targets, (target, place) => ({ ...target, planId, ordinal: place }));
  await insertAll(manager, Follower, document.followers, (follower, place) => ({
    id: `${planId}.follower.${place}`,
    planId,
    unitId: follower.unitId,
    role: follower.role,
    theme: follower.theme,
    taskGroupIds: follower.groupCodes?.map((code) => taskGroupId(planId, code)) ?? null,
    blocs: follower.blocs,
    validFrom: openedOn(document),
    validTo: null,
  }));
  const at = new Date(`${openedOn(document)}T08:00:00+07:00`);
  await insertAll(manager, TimelineEntry, document.tasks, (task) => ({
    id: `${task.id}.issued`,
    taskId: task.id,
    at,
    kind: facts.get(task.id)?.state === TaskState.COMPLETED ? ('DONE_BY_DOCUMENT' as const) : ('ISSUED' as const),
    actorName: document.issuerName,
    unitId: null,
    unitName: null,
    detail: document.number,
    progressReportId: null,
  }));
}

function assigneesOf(task: SeedTask): Partial<Assignee>[] {
  const side = (name: Assignee['side'], from: SeedTask['leadUnits']): Partial<Assignee>[] =>
    from.map(({ unitId = null, groupId = null, externalName = null, scope }, index) => ({
      taskId: task.id,
      side: name,
      ordinal: index + 1,
      unitId,
      groupId,
      externalName,
      scope,
    }));
  return [...side('LEAD', task.leadUnits), ...side('COORDINATOR', task.coordinatingUnits)];
}

async function insertAll<S, T extends object>(
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
    .values(sources.map((source, index) => rowOf(source, index + 1)) as never)
    .execute();
}
