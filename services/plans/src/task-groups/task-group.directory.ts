import type { PlansContext } from '../context.ts';
import type { TaskGroup } from './task-group.entity.ts';
import { groupsOfPlan, taskGroupById } from './task-group.loader.ts';

/** One group, in the same batch as others asked for at the same moment; null when it may not be seen. */
export const findTaskGroup = async (context: PlansContext, id: string | null): Promise<TaskGroup | null> =>
  id === null ? null : context.loaders.for(taskGroupById).load(id);

export const listGroupsOfPlan = (context: PlansContext, planId: string): Promise<TaskGroup[]> =>
  context.loaders.for(groupsOfPlan).load(planId);
