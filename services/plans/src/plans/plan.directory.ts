import type { PlansContext } from '../context.ts';
import type { Plan } from './plan.entity.ts';
import { planById } from './plan.loader.ts';

/** One plan, in the same batch as others asked for at the same moment; null when it may not be seen. */
export const findPlan = (context: PlansContext, id: string): Promise<Plan | null> =>
  context.loaders.for(planById).load(id);

/** The plan of something that may be seen: the head of a plan is readable with any of its tasks. */
export const loadPlan = async (context: PlansContext, id: string): Promise<Plan> =>
  (await findPlan(context, id)) as Plan;
