import { IsNull } from 'typeorm';
import { Follower, FollowerRole } from '../followers/follower.entity.ts';
import { addFollowers, addGroups, addTasks, assigneesOf, folded, insertAll } from '../plans/issue-plan.ts';
import type { IssuedAssignee, IssuedTask } from '../plans/issued-plan.ts';
import { Plan } from '../plans/plan.entity.ts';
import { factsOfTask, searchWordsOf, taskGroupId } from '../plans/task-facts.ts';
import { TaskGroup } from '../task-groups/task-group.entity.ts';
import { Assignee } from '../tasks/assignee.entity.ts';
import { markChanged, record, rollUpTask } from '../tasks/task.changes.ts';
import { Task } from '../tasks/task.entity.ts';
import { TaskState } from '../tasks/task.state.ts';
import type { Changing } from './draft.changes.ts';
import { type Comparison, compare, comparedTasks, draftFieldsOf, isClosed } from './draft-comparison.ts';
import { DraftField, type PlanDraftRow } from './plan-draft-row.entity.ts';
import {
  followerOf,
  groupKeyOfRow,
  groupsOfDraft,
  issuedAssignee,
  issuedTask,
  type NumberedDraft,
} from './plan-of-draft.ts';

/** What one row changed, as the audit of the draft keeps it. */
export interface Amendment {
  kind: 'AMENDED' | 'ADDED' | 'CANCELLED';
  taskId: string;
  fields?: DraftField[];
}

/**
 * Exactly the changes that a later document makes in a plan: changed rows amended, new ones added, those that are gone
 * cancelled. What is completed stays as it is: a confirmed result is not undone by a document.
 */
export async function amendPlan(
  changing: Changing,
  draft: NumberedDraft,
  rows: readonly PlanDraftRow[],
  plan: Plan,
): Promise<Amendment[]> {
  const { manager } = changing;
  const tasks = await comparedTasks(manager, plan.id);
  const comparison = compare(tasks, rows);
  const amendments: Amendment[] = [];
  for (const pair of comparison.changed) {
    if (isClosed(pair.earlier.task)) continue;
    const fields = draftFieldsOf(pair.fields);
    await amendTask(changing, draft, plan, pair.earlier.task, pair.later.row, fields);
    amendments.push({ kind: 'AMENDED', taskId: pair.earlier.task.id, fields });
  }
  for (const { task } of comparison.removed) {
    if (isClosed(task)) continue;
    await manager.update(Task, task.id, { state: TaskState.CANCELLED });
    await markChanged(manager, task);
    await tell(changing, draft, task, 'CANCELLED');
    amendments.push({ kind: 'CANCELLED', taskId: task.id });
  }
  const added = comparison.added.map(({ row }) => row);
  const ids = await addRows(changing, draft, plan, rows, added);
  amendments.push(...ids.map((taskId) => ({ kind: 'ADDED' as const, taskId })));
  if (amendments.length === 0) return [];
  await inOrder(changing, comparison);
  await keepPlanUpToDate(changing, draft, plan);
  return amendments;
}

/** It is about every unit's part: all who see the task see this. */
const tell = (
  { manager, effects, context }: Changing,
  draft: NumberedDraft,
  task: Task,
  kind: 'AMENDED' | 'CANCELLED',
) => record(manager, effects, context, task, { kind, unitId: null, detail: draft.number });

/** The fields that differ, and whatever follows from them; the rest of the task stays as it was. */
async function amendTask(
  changing: Changing,
  draft: NumberedDraft,
  plan: Plan,
  task: Task,
  row: PlanDraftRow,
  fields: readonly DraftField[],
): Promise<void> {
  const { manager, context } = changing;
  const differs = (field: DraftField): boolean => fields.includes(field);
  const known = await manager.find(Assignee, {
    where: { taskId: task.id, endedAt: IsNull() },
    order: { ordinal: 'ASC' },
  });
  const named = (side: Assignee['side']): IssuedAssignee[] =>
    known.filter((assignee) => assignee.side === side).map((assignee) => issuedAssignee({ ...assignee, ...NOT_READ }));
  const content = differs(DraftField.CONTENT);
  const amended: IssuedTask = {
    ...issuedTask(row, task.id),
    groupCode: null,
    appendix: task.appendix,
    section: task.section,
    number: task.number,
    title: content ? row.content : task.title,
    titleEn: content ? row.content : task.titleEn,
    expectedResult: content ? row.expectedResult : task.expectedResult,
    basis: content ? row.basis : task.basis,
    deadline: differs(DraftField.DEADLINE) ? row.deadline : task.deadline,
    leadUnits: differs(DraftField.LEADS) ? row.leads.map(issuedAssignee) : named('LEAD'),
    coordinatingUnits: differs(DraftField.COORDINATORS) ? row.coordinators.map(issuedAssignee) : named('COORDINATOR'),
  };
  const facts = factsOfTask(plan, amended, context.hierarchy);
  // Units that the standing agency named later stay named while the leads of the document are the same.
  const leadKeys = differs(DraftField.LEADS) ? facts.leadKeys : task.leadKeys;
  const participants = [...new Set([...leadKeys, ...facts.coordinatorKeys])];
  const [searchText = ''] = await folded(manager, [searchWordsOf(plan, amended, context.hierarchy)]);
  const groups = task.taskGroupId === null ? [] : [task.taskGroupId];
  await manager.update(Task, task.id, {
    title: amended.title,
    titleEn: amended.titleEn,
    expectedResult: amended.expectedResult,
    basis: amended.basis,
    deadline: amended.deadline,
    runsFrom: facts.runsFrom,
    blocs: facts.blocs,
    leadKeys,
    coordinatorKeys: facts.coordinatorKeys,
    participants,
    namedParticipants: participants.filter((key) => !key.startsWith('g:')),
    followKeys: facts.blocs.flatMap((bloc) => ['*', ...groups].map((group) => `${plan.id}|${group}|${bloc}`)),
    searchText,
  });
  if (differs(DraftField.LEADS)) await nameOthers(changing, task.id, 'LEAD', amended.leadUnits);
  if (differs(DraftField.COORDINATORS)) await nameOthers(changing, task.id, 'COORDINATOR', amended.coordinatingUnits);
  const now = await manager.findOneByOrFail(Task, { id: task.id });
  if (differs(DraftField.LEADS)) await rollUpTask(manager, context, now);
  await markChanged(manager, now);
  await tell(changing, draft, now, 'AMENDED');
}

const NOT_READ = { text: '', name: '', confidence: 1, reason: null };

/** Those named before stay on record as having ended. */
async function nameOthers(
  { manager, context }: Changing,
  taskId: string,
  side: Assignee['side'],
  named: readonly IssuedAssignee[],
): Promise<void> {
  const before = (await manager.maximum(Assignee, 'ordinal', { taskId, side })) ?? 0;
  await manager.update(Assignee, { taskId, side, endedAt: IsNull() }, { endedAt: context.clock.now() });
  await insertAll(manager, Assignee, assigneesOf(taskId, side, [...named], before), (assignee) => assignee);
}

async function addRows(
  changing: Changing,
  draft: NumberedDraft,
  plan: Plan,
  rows: readonly PlanDraftRow[],
  added: readonly PlanDraftRow[],
): Promise<string[]> {
  const { manager, effects, context } = changing;
  if (added.length === 0) return [];
  const known = await manager.findBy(TaskGroup, { planId: plan.id });
  const idOf = (row: PlanDraftRow): string | null => groupOf(plan.id, known, row);
  const groups = groupsOfDraft(draft, rows).filter(({ key, code, appendix }) =>
    added.some((row) => groupKeyOfRow(row) === (key ?? code) && !known.some((own) => isOf(own, appendix, code))),
  );
  await addGroups(manager, plan.id, groups, known.length);
  const taken = new Set(
    (await manager.find(Task, { select: { id: true }, where: { planId: plan.id } })).map(({ id }) => id),
  );
  let count = taken.size;
  const tasks = added.map((row) => {
    do count += 1;
    while (taken.has(`${plan.id}.${count}`));
    const task = issuedTask(row, `${plan.id}.${count}`);
    const group = idOf(row);
    return group === null ? task : { ...task, groupCode: group };
  });
  await addTasks(manager, plan, tasks, context.hierarchy, { at: context.clock.now(), by: context.actor.displayName });
  for (const { id } of tasks) {
    const task = await manager.findOneByOrFail(Task, { id });
    const { provinceId, blocs, namedParticipants } = task;
    effects.audit({
      objectType: 'Task',
      objectId: id,
      provinceId,
      blocs,
      unitId: draft.unitId,
      after: { title: task.title },
    });
    effects.publish({ type: 'Task', id, provinceId, blocs, unitIds: [...namedParticipants, draft.unitId] });
  }
  return tasks.map(({ id }) => id);
}

const isOf = (group: TaskGroup, appendix: string | null, code: string): boolean =>
  group.code === code && (group.appendix ?? null) === appendix;

/** The key under which a heading that the plan already has gives its id; null for one that is new. */
function groupOf(planId: string, known: readonly TaskGroup[], row: PlanDraftRow): string | null {
  const group = row.section === null ? undefined : known.find((own) => isOf(own, row.appendix, row.section ?? ''));
  return group && group.id !== taskGroupId(planId, groupKeyOfRow(row) ?? '')
    ? group.id.slice(`${planId}.group.`.length)
    : null;
}

/** The tasks stand in the order of the later document; those that it no longer has stay where they were. */
async function inOrder({ manager }: Changing, { same, changed }: Comparison): Promise<void> {
  for (const { earlier, later } of [...same, ...changed]) {
    if (earlier.task.ordinal !== later.row.place)
      await manager.update(Task, earlier.task.id, { ordinal: later.row.place });
  }
}

/** Who is named in its tasks may read the head of the plan; whoever confirmed new rows follows them. */
async function keepPlanUpToDate(
  { manager, effects, context }: Changing,
  draft: NumberedDraft,
  plan: Plan,
): Promise<void> {
  const tasks = await manager.findBy(Task, { planId: plan.id });
  const blocs = [...new Set([plan.bloc, ...tasks.flatMap((task) => task.blocs)])];
  const participants = [...new Set(tasks.flatMap((task) => task.participants))];
  await manager.update(Plan, plan.id, { blocs, participants });
  const followers = await manager.findBy(Follower, { planId: plan.id });
  const own = followers.filter(
    ({ unitId, role, taskGroupIds }) =>
      unitId === draft.unitId && role === FollowerRole.STANDING_AGENCY && taskGroupIds === null,
  );
  const followed = new Set(own.flatMap((follower) => follower.blocs));
  const missing = [...new Set(tasks.flatMap((task) => task.blocs))].filter((bloc) => !followed.has(bloc));
  if (own.length > 0 && missing.length > 0) {
    const from = context.clock.today();
    await addFollowers(manager, plan.id, [followerOf(draft.unitId, missing)], { before: followers.length, from });
  }
  effects.publish({ type: 'Plan', id: plan.id, provinceId: plan.provinceId, blocs, unitIds: [draft.unitId] });
}
