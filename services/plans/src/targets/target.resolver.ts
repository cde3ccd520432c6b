import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { loadPlan } from '../plans/plan.directory.ts';
import { Plan } from '../plans/plan.entity.ts';
import { groupReference, UnitGroup } from '../units/unit.reference.ts';
import { Target } from './target.entity.ts';

@Resolver(() => Target)
export class TargetResolver {
  @FieldResolver(() => Plan, { description: 'The plan that states it.' })
  plan(@Root() { planId }: Target, @Ctx() context: PlansContext): Promise<Plan> {
    return loadPlan(context, planId);
  }

  @FieldResolver(() => UnitGroup, { nullable: true, description: 'The units that have to reach it.' })
  group(@Root() { groupId }: Target): UnitGroup | null {
    return groupId === null ? null : groupReference(groupId);
  }
}
