import { PageArgs } from '@lienthong/kit/connection';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ComplianceContext } from '../context.ts';
import { ComplianceFigures } from '../coverage/coverage.types.ts';
import { figuresOfUnit } from '../coverage/figures.directory.ts';
import { InformationSystemConnection } from '../systems/information-system.entity.ts';
import { mayReadSystemsOf } from '../systems/system.policy.ts';
import { listSystems } from '../systems/system.service.ts';
import { Unit } from './unit.reference.ts';

@Resolver(() => Unit)
export class UnitResolver {
  @FieldResolver(() => InformationSystemConnection, {
    nullable: true,
    description: 'The systems it owns; none told to whoever may not see them (hệ thống thông tin).',
  })
  systems(@Root() unit: Unit, @Ctx() context: ComplianceContext, @Args(() => PageArgs) page: PageArgs) {
    return mayReadSystemsOf(context, unit.id) ? listSystems(context, { ownerId: unit.id }, page) : null;
  }

  @FieldResolver(() => ComplianceFigures, {
    nullable: true,
    description: 'Its systems in numbers, for whoever may see them.',
  })
  complianceFigures(@Root() unit: Unit, @Ctx() context: ComplianceContext): Promise<ComplianceFigures | null> {
    return context.loaders.for(figuresOfUnit).load(unit.id);
  }
}
