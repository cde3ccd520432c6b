import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { Follower } from '../followers/follower.entity.ts';
import { Target } from '../targets/target.entity.ts';
import { Plan, PlanReference } from './plan.entity.ts';

export const planById = defineLoader(async (context: PlansContext, ids: readonly string[]) => {
  const rows = await context.read((manager) => manager.findBy(Plan, { id: In([...ids]) }));
  return inOrder(ids, rows, (plan) => plan.id);
});

export const referencesOfPlan = defineLoader(async (context: PlansContext, planIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.find(PlanReference, { where: { planId: In([...planIds]) }, order: { ordinal: 'ASC' } }),
  );
  return grouped(planIds, rows, (reference) => reference.planId);
});

export const implementersOfPlan = defineLoader(async (context: PlansContext, planIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager
      .createQueryBuilder(PlanReference, 'reference')
      .where('reference.implemented_plan_id = any (:planIds)', { planIds })
      .orderBy('reference.plan_id')
      .getMany(),
  );
  return grouped(planIds, rows, (reference) => reference.implementedPlanId ?? '');
});

export const targetsOfPlan = defineLoader(async (context: PlansContext, planIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.find(Target, { where: { planId: In([...planIds]) }, order: { ordinal: 'ASC' } }),
  );
  return grouped(planIds, rows, (target) => target.planId);
});

export const followersOfPlan = defineLoader(async (context: PlansContext, planIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.find(Follower, { where: { planId: In([...planIds]) }, order: { id: 'ASC' } }),
  );
  return grouped(planIds, rows, (follower) => follower.planId);
});
