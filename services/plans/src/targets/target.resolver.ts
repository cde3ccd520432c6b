import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { Plan } from '../plans/plan.entity.ts';
import { planById } from '../plans/plan.loader.ts';
import { groupReference, UnitGroup } from '../units/unit.reference.ts';
import { Target } from './target.entity.ts';

@Resolver(() => Target)
export class TargetResolver {
  @FieldResolver(() => Plan, { description: 'The plan that states it.' })
  async plan(@Root() { planId }: Target, @Ctx() context: PlansContext): Promise<Plan> {
    return (await context.loaders.for(planById).load(planId)) as Plan;
  }

  @FieldResolver(() => UnitGroup, { nullable: true, description: 'The units that have to reach it.' })
  group(@Root() { groupId }: Target): UnitGroup | null {
    return groupId === null ? null : groupReference(groupId);
  }
}
