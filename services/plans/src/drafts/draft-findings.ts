import { defineLoader } from '@lienthong/kit/loaders';
import { In, IsNull } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { checksOfRows, type Finding } from '../importing/checks.ts';
import { conflictsWith, type EarlierTask } from '../importing/conflicts.ts';
import { findingSentence } from '../importing/messages.ts';
import { Plan } from '../plans/plan.entity.ts';
import { Assignee } from '../tasks/assignee.entity.ts';
import { Task } from '../tasks/task.entity.ts';
import { TaskState } from '../tasks/task.state.ts';
import type { DraftFinding } from './document-parts.ts';
import { listRows } from './plan-draft.directory.ts';
import { type PlanDraft, PlanDraftState } from './plan-draft.entity.ts';
import type { PlanDraftRow } from './plan-draft-row.entity.ts';
import { planToChange } from './same-plan.ts';

/** What must be looked at in the draft as it is now, in the language of whoever looks. */
export async function findingsOf(context: PlansContext, draft: PlanDraft): Promise<DraftFinding[]> {
  const rows = await listRows(context, draft.id);
  const findings = [
    ...ofHead(draft),
    ...draft.notices.filter(({ code }) => rows.length === 0 || (code !== 'NO_TABLE' && code !== 'NO_HEADER')),
    ...(rows.length === 0 ? [] : checksOfRows({ ...draft.declared, issuedOn: draft.issuedOn }, rows)),
    ...(draft.state === PlanDraftState.IN_REVIEW ? await conflictsOf(context, draft, rows) : []),
  ];
  return findings.map((finding) => ({
    code: finding.code,
    message: findingSentence(finding, context.locale),
    lines: finding.lines,
    rowIds: finding.rows.flatMap((at) => rows[at]?.id ?? []),
  }));
}

const without = (code: 'NO_NUMBER' | 'NO_DATE'): Finding => ({ code, data: {}, lines: [], rows: [] });

const ofHead = ({ number, issuedOn }: PlanDraft): Finding[] => [
  ...(number !== null && /^\d/.test(number) ? [] : [without('NO_NUMBER')]),
  ...(issuedOn === null ? [without('NO_DATE')] : []),
];

/** Rows that give a task of another plan to another lead unit. */
async function conflictsOf(context: PlansContext, draft: PlanDraft, rows: readonly PlanDraftRow[]): Promise<Finding[]> {
  const [earlier, own] = await Promise.all([
    context.loaders.for(tasksInForce).load(draft.provinceId),
    planToChange(context, draft),
  ]);
  const others = earlier.filter(({ planId }) => planId !== own?.id);
  const led = rows.map((row) => ({
    ...row,
    leads: row.leads.map(({ unitId, groupId, name }) => ({ key: unitId ?? groupId ?? name.toLowerCase(), name })),
  }));
  return conflictsWith(others, led);
}

type InForce = EarlierTask & { planId: string };

/** The tasks of a province that the reviewer may see, with those who lead them. */
const tasksInForce = defineLoader(async (context: PlansContext, provinceIds: readonly string[]) => {
  const { tasks, plans, leads } = await context.read(async (manager) => {
    const tasks = await manager.find(Task, {
      select: {
        id: true,
        planId: true,
        provinceId: true,
        appendix: true,
        section: true,
        number: true,
        title: true,
        state: true,
      },
      where: { provinceId: In([...provinceIds]) },
    });
    return {
      tasks: tasks.filter(({ state }) => state !== TaskState.CANCELLED),
      plans: await manager.find(Plan, { select: { id: true, number: true, title: true } }),
      leads: await manager.findBy(Assignee, { side: 'LEAD', endedAt: IsNull() }),
    };
  });
  const nameOfPlan = new Map(plans.map(({ id, number, title }) => [id, number ?? title]));
  const leadsOf = new Map<string, EarlierTask['leads'][number][]>();
  for (const { taskId, unitId, groupId, externalName } of leads) {
    const key = unitId ?? groupId ?? (externalName ?? '').toLowerCase();
    const unit = unitId === null ? undefined : context.hierarchy.find(unitId);
    const group = groupId === null ? undefined : context.hierarchy.group(groupId);
    const named = { key, name: unit?.name ?? group?.name ?? externalName ?? key };
    leadsOf.set(taskId, [...(leadsOf.get(taskId) ?? []), named]);
  }
  return provinceIds.map((provinceId) =>
    tasks
      .filter((task) => task.provinceId === provinceId)
      .map(
        ({ id, planId, appendix, section, number, title }): InForce => ({
          id,
          planId,
          plan: nameOfPlan.get(planId) ?? planId,
          appendix,
          section,
          number,
          content: title,
          leads: leadsOf.get(id) ?? [],
        }),
      ),
  );
});
