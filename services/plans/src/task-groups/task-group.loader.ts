import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { TaskGroup } from './task-group.entity.ts';

export const taskGroupById = defineLoader(async (context: PlansContext, ids: readonly string[]) => {
  const rows = await context.read((manager) => manager.findBy(TaskGroup, { id: In([...ids]) }));
  return inOrder(ids, rows, (group) => group.id);
});

export const groupsOfPlan = defineLoader(async (context: PlansContext, planIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.find(TaskGroup, { where: { planId: In([...planIds]) }, order: { ordinal: 'ASC' } }),
  );
  return grouped(planIds, rows, (group) => group.planId);
});
