import type { Facts } from '@lienthong/policy/decide';
import type { PlansContext } from '../context.ts';
import type { Plan } from './plan.entity.ts';

/** A plan is its issuer's; those who follow any of its tasks as a whole follow it. */
export function factsOfPlan({ following }: Pick<PlansContext, 'following'>, plan: Plan): Facts {
  return {
    provinceId: plan.provinceId,
    blocs: [plan.bloc],
    unitIds: plan.issuerUnitId === null ? [] : [plan.issuerUnitId],
    followers: following.unitsFor(plan.blocs.map((bloc) => `${plan.id}|*|${bloc}`)),
  };
}
