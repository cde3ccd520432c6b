import { Refusal } from '@lienthong/kit/refusal';
import type { EntityManager } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { followAnew } from '../followers/following.ts';
import { issuePlan } from '../plans/issue-plan.ts';
import { asIssuing } from '../plans/issuing.ts';
import { Plan } from '../plans/plan.entity.ts';
import { factsOfPlan } from '../plans/plan.policy.ts';
import { holdDraft } from './draft.access.ts';
import { type Changing, recordDraft } from './draft.changes.ts';
import { amendPlan } from './plan-amendment.ts';
import { PlanDraft, PlanDraftState } from './plan-draft.entity.ts';
import type { ConfirmPlanDraftInput } from './plan-draft.inputs.ts';
import { close, demandSeen } from './plan-draft.service.ts';
import { PlanDraftRow } from './plan-draft-row.entity.ts';
import { demandComplete, demandReviewed, type NumberedDraft, planIdOf, planOfDraft } from './plan-of-draft.ts';
import { findSamePlan, referencesOf, sameNumber } from './same-plan.ts';

export interface Confirmed {
  [key: string]: string;
  draftId: string;
  planId: string;
}

/**
 * All or nothing, in one transaction. Confirmations of documents of one number wait for each other: the second finds
 * the plan of the first.
 */
export async function confirmPlanDraft(context: PlansContext, input: ConfirmPlanDraftInput): Promise<Confirmed> {
  const confirmed = await context.write('confirmPlanDraft', { ...input }, async (manager, effects) => {
    const draft = await holdDraft(manager, context, input.draftId);
    demandSeen(draft, input.expectedVersion);
    const rows = await manager.find(PlanDraftRow, {
      where: { draftId: draft.id, removed: false },
      order: { place: 'ASC' },
    });
    demandReviewed(draft, rows);
    await holdNumber(manager, draft);
    const changing = { manager, effects, context };
    const known = await findSamePlan(manager, draft);
    const planId = known ? await change(changing, draft, rows, known) : await issue(changing, draft, rows);
    await outdateOthers(manager, draft);
    return { draftId: draft.id, planId };
  });
  await followAnew(context);
  return confirmed;
}

const holdNumber = (manager: EntityManager, { provinceId, bloc, number }: NumberedDraft): Promise<unknown> =>
  manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `plans ${provinceId} ${bloc} ${sameNumber(number)}`,
  ]);

/** Another draft of the same document now says something else than its reviewers saw: they must look again. */
async function outdateOthers(manager: EntityManager, draft: NumberedDraft): Promise<void> {
  const others = await manager.findBy(PlanDraft, { state: PlanDraftState.IN_REVIEW, bloc: draft.bloc });
  for (const other of others) {
    if (other.number === null || sameNumber(other.number) !== sameNumber(draft.number)) continue;
    await manager.increment(PlanDraft, { id: other.id }, 'version', 1);
  }
}

async function issue(changing: Changing, draft: NumberedDraft, rows: readonly PlanDraftRow[]): Promise<string> {
  demandComplete(draft);
  const { manager, effects, context } = changing;
  const planId = await freePlanId(manager, planIdOf(draft));
  const plan = planOfDraft(planId, draft, rows, await referencesOf(context, draft), context.hierarchy);
  await close(manager, context, draft, { state: PlanDraftState.CONFIRMED, planId });
  const issued = { at: context.clock.now(), by: context.actor.displayName };
  await asIssuing(manager, () => issuePlan(manager, plan, context.hierarchy, issued));
  const { provinceId, bloc, unitId } = draft;
  const blocs = [...new Set([bloc, ...(plan.followers[0]?.blocs ?? [])])];
  const tasks = plan.tasks.map(({ id }) => id);
  effects.audit({
    objectType: 'Plan',
    objectId: planId,
    provinceId,
    blocs,
    unitId,
    after: { number: plan.number, title: plan.title, draftId: draft.id, tasks },
  });
  recordDraft(effects, draft, { state: PlanDraftState.IN_REVIEW }, { state: PlanDraftState.CONFIRMED, planId });
  // Pages ask again by type: one task stands for all.
  effects.publish({ type: 'Plan', id: planId, provinceId, blocs, unitIds: [unitId] });
  effects.publish({ type: 'Task', id: tasks[0] ?? planId, provinceId, blocs, unitIds: [unitId] });
  return planId;
}

/** Ids are seen in addresses and never used twice, also where the asking unit may not see the other plan. */
async function freePlanId(manager: EntityManager, wanted: string): Promise<string> {
  return asIssuing(manager, async () => {
    for (let count = 1; ; count += 1) {
      const id = count === 1 ? wanted : `${wanted}-${count}`;
      if (!(await manager.existsBy(Plan, { id }))) return id;
    }
  });
}

async function change(
  changing: Changing,
  draft: NumberedDraft,
  rows: readonly PlanDraftRow[],
  plan: Plan,
): Promise<string> {
  const { manager, effects, context } = changing;
  context.demand('manage', 'Plan', factsOfPlan(context, plan));
  await close(manager, context, draft, { state: PlanDraftState.CONFIRMED, planId: plan.id });
  const changes = await asIssuing(manager, () => amendPlan(changing, draft, rows, plan));
  if (changes.length === 0) throw new Refusal('CONFLICT', 'NOTHING_TO_CHANGE', { planId: plan.id });
  recordDraft(
    effects,
    draft,
    { state: PlanDraftState.IN_REVIEW },
    { state: PlanDraftState.CONFIRMED, planId: plan.id, changes },
  );
  return plan.id;
}
