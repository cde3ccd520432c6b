import { type Page, PageArgs } from '@lienthong/kit/connection';
import { DateScalar } from '@lienthong/kit/scalars';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { UnitsContext } from '../context.ts';
import { UnitConnection } from '../units/unit.connection.ts';
import type { Unit } from '../units/unit.entity.ts';
import { UnitGroup } from './unit-group.entity.ts';
import { countMembers, findUnitGroup, listMembers, listUnitGroups } from './unit-group.service.ts';

const AS_OF = { nullable: true, description: 'As of this day; today when left out.' };

@Resolver(() => UnitGroup)
export class UnitGroupResolver {
  @Rule('Unit.read')
  @Query(() => UnitGroup, { nullable: true, description: 'One group (nhóm đơn vị).' })
  unitGroup(@Ctx() context: UnitsContext, @Arg('id', () => ID) id: string): Promise<UnitGroup | null> {
    return findUnitGroup(context, id);
  }

  @Rule('Unit.read')
  @Query(() => [UnitGroup], { description: 'All groups that the documents address (danh mục nhóm đơn vị).' })
  unitGroups(@Ctx() context: UnitsContext): Promise<UnitGroup[]> {
    return listUnitGroups(context);
  }

  @FieldResolver(() => UnitConnection, { description: 'Its members in a province on a day, by name.' })
  members(
    @Root() group: UnitGroup,
    @Ctx() context: UnitsContext,
    @Arg('provinceId', () => ID) provinceId: string,
    @Arg('asOf', () => DateScalar, AS_OF) asOf: string | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Unit>> {
    return listMembers(context, group, provinceId, asOf, page);
  }

  @FieldResolver(() => Int, { description: 'How many members it has in a province on a day.' })
  memberCount(
    @Root() group: UnitGroup,
    @Ctx() context: UnitsContext,
    @Arg('provinceId', () => ID) provinceId: string,
    @Arg('asOf', () => DateScalar, AS_OF) asOf: string | null,
  ): number {
    return countMembers(context, group, provinceId, asOf);
  }
}
