import { defineLoader } from '@lienthong/kit/loaders';
import type { EntityManager } from 'typeorm';
import { In, IsNull } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { type ComparedField, type ComparedTask, type Differences, differencesOf } from '../importing/differences.ts';
import type { Plan } from '../plans/plan.entity.ts';
import { Assignee } from '../tasks/assignee.entity.ts';
import { groupKey } from '../tasks/bearers.ts';
import { Task } from '../tasks/task.entity.ts';
import { TaskState } from '../tasks/task.state.ts';
import { DraftDifferences, type RowDifference, RowDifferenceKind } from './draft-differences.ts';
import { findDraft, listRows } from './plan-draft.directory.ts';
import { type PlanDraft, PlanDraftState } from './plan-draft.entity.ts';
import { DraftField, type PlanDraftRow } from './plan-draft-row.entity.ts';
import { planToChange } from './same-plan.ts';

/** A task of the plan as it is compared, and a row likewise. */
export type ComparedPlanTask = ComparedTask & { task: Task };
export type ComparedRow = ComparedTask & { row: PlanDraftRow };
export type Comparison = Differences<ComparedPlanTask, ComparedRow>;

const FIELD: Record<ComparedField, DraftField> = {
  content: DraftField.CONTENT,
  leads: DraftField.LEADS,
  coordinators: DraftField.COORDINATORS,
  deadline: DraftField.DEADLINE,
};

export const draftFieldsOf = (fields: readonly ComparedField[]): DraftField[] => fields.map((field) => FIELD[field]);

/** A completed task is never changed by a document: what was confirmed stays confirmed. */
export const isClosed = ({ state }: Pick<Task, 'state'>): boolean => state === TaskState.COMPLETED;

interface Named {
  unitId: string | null;
  groupId: string | null;
  externalName: string | null;
  scope: string | null;
}

const nameOf = ({ unitId, groupId, externalName, scope }: Named): string =>
  `${unitId ?? (groupId === null ? (externalName ?? '').toLowerCase() : groupKey(groupId))} ${scope ?? ''}`;

/** The tasks of a plan that are not cancelled, with who is named in them. */
export async function comparedTasks(manager: EntityManager, planId: string): Promise<ComparedPlanTask[]> {
  const tasks = await manager.find(Task, { where: { planId }, order: { ordinal: 'ASC' } });
  const open = tasks.filter(({ state }) => state !== TaskState.CANCELLED);
  const assignees = await manager.findBy(Assignee, {
    taskId: In(open.map(({ id }) => id)),
    endedAt: IsNull(),
  });
  const named = (taskId: string, side: Assignee['side']): string[] =>
    assignees.filter((assignee) => assignee.taskId === taskId && assignee.side === side).map(nameOf);
  return open.map((task) => ({
    task,
    appendix: task.appendix,
    section: task.section,
    number: task.number,
    content: task.title,
    leads: named(task.id, 'LEAD'),
    coordinators: named(task.id, 'COORDINATOR'),
    deadlineKind: task.deadline.kind,
    dueOn: task.deadline.dueOn,
  }));
}

const comparedRow = (row: PlanDraftRow): ComparedRow => ({
  row,
  appendix: row.appendix,
  section: row.section,
  number: row.number,
  content: row.content,
  leads: row.leads.map(nameOf),
  coordinators: row.coordinators.map(nameOf),
  deadlineKind: row.deadline.kind,
  dueOn: row.deadline.dueOn,
});

export const compare = (tasks: readonly ComparedPlanTask[], rows: readonly PlanDraftRow[]): Comparison =>
  differencesOf(tasks, rows.map(comparedRow));

const comparisonOfDraft = defineLoader(async (context: PlansContext, drafts: readonly PlanDraft[]) => {
  const plans = await Promise.all(drafts.map((draft) => openPlan(context, draft)));
  return Promise.all(
    drafts.map(async (draft, index): Promise<Comparison | null> => {
      const plan = plans[index];
      if (!plan) return null;
      const rows = await listRows(context, draft.id);
      return compare(await context.read((manager) => comparedTasks(manager, plan.id)), rows);
    }),
  );
});

/** Once it is confirmed, the plan is what the draft says. */
const openPlan = async (context: PlansContext, draft: PlanDraft): Promise<Plan | null> =>
  draft.state === PlanDraftState.IN_REVIEW ? planToChange(context, draft) : null;

export async function differencesFor(context: PlansContext, draft: PlanDraft): Promise<DraftDifferences | null> {
  const comparison = await context.loaders.for(comparisonOfDraft).load(draft);
  if (!comparison) return null;
  const { same, changed, added, removed } = comparison;
  const gone = removed.map(({ task }) => task);
  return Object.assign(new DraftDifferences(), {
    same: same.length,
    changed: changed.length,
    added: added.length,
    removed: gone.filter((task) => !isClosed(task)),
    completed: [...changed.map(({ earlier }) => earlier.task), ...gone].filter(isClosed),
  });
}

/** Every row of a draft is compared at once: a page of rows asks for one comparison. */
export async function differenceOfRow(context: PlansContext, row: PlanDraftRow): Promise<RowDifference | null> {
  const draft = await findDraft(context, row.draftId);
  const comparison = draft && (await context.loaders.for(comparisonOfDraft).load(draft));
  if (!comparison) return null;
  const isRow = ({ later }: { later: ComparedRow }): boolean => later.row.id === row.id;
  const same = comparison.same.find(isRow);
  if (same) return { kind: RowDifferenceKind.SAME, fields: [], task: same.earlier.task };
  const changed = comparison.changed.find(isRow);
  if (!changed) return { kind: RowDifferenceKind.ADDED, fields: [], task: null };
  return { kind: RowDifferenceKind.CHANGED, fields: draftFieldsOf(changed.fields), task: changed.earlier.task };
}
