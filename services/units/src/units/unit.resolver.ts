import { type Page, PageArgs } from '@lienthong/kit/connection';
import { Refusal } from '@lienthong/kit/refusal';
import { DateScalar } from '@lienthong/kit/scalars';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { UnitsContext } from '../context.ts';
import { Bloc } from './bloc.ts';
import { UnitChangeConnection, UnitConnection } from './unit.connection.ts';
import { loadUnit } from './unit.directory.ts';
import { Unit } from './unit.entity.ts';
import {
  CreateUnitInput,
  CreateUnitPayload,
  EndUnitInput,
  EndUnitPayload,
  MoveUnitInput,
  MoveUnitPayload,
  RenameUnitInput,
  RenameUnitPayload,
  UnitFilter,
} from './unit.inputs.ts';
import { listChanges, listUnits, ownProvince, readTree } from './unit.queries.ts';
import { createUnit, endUnit, moveUnit, renameUnit } from './unit.service.ts';
import type { UnitChange } from './unit-change.entity.ts';
import { UnitTreeNode } from './unit-tree-node.ts';

@Resolver(() => Unit)
export class UnitResolver {
  @Rule('Unit.read')
  @Query(() => Unit, { nullable: true, description: 'One unit as of today (đơn vị), ended ones included.' })
  unit(@Ctx() context: UnitsContext, @Arg('id', () => ID) id: string): Promise<Unit | null> {
    return loadUnit(context, id);
  }

  @Rule('Unit.read')
  @Query(() => UnitConnection, {
    description: 'Units by name (danh sách đơn vị); those that exist on the day asked for.',
  })
  units(
    @Ctx() context: UnitsContext,
    @Arg('filter', () => UnitFilter, { nullable: true }) filter: UnitFilter | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Unit>> {
    return listUnits(context, filter ?? {}, page);
  }

  @Rule('Unit.read')
  @Query(() => [UnitTreeNode], {
    description:
      'A province’s units in the order of a tree (cây đơn vị), whole; of the own province when none is named.',
  })
  async unitTree(
    @Ctx() context: UnitsContext,
    @Arg('provinceId', () => ID, { nullable: true }) provinceId: string | null,
    @Arg('bloc', () => Bloc, { nullable: true }) bloc: Bloc | null,
    @Arg('asOf', () => DateScalar, { nullable: true }) asOf: string | null,
  ): Promise<UnitTreeNode[]> {
    const province = provinceId ?? ownProvince(context);
    if (province === null) throw new Refusal('INVALID', 'PROVINCE_NEEDED', { field: 'provinceId' });
    return readTree(context, province, bloc ?? null, asOf ?? context.clock.today());
  }

  @Rule('Unit.read')
  @Query(() => UnitChangeConnection, { description: 'What changed in the units between two days (thay đổi tổ chức).' })
  unitChanges(
    @Ctx() context: UnitsContext,
    @Arg('from', () => DateScalar) from: string,
    @Arg('to', () => DateScalar) to: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<UnitChange>> {
    return listChanges(context, from, to, page);
  }

  @Rule('Unit.manage')
  @Mutation(() => CreateUnitPayload, { description: 'Sets up a unit (thành lập đơn vị).' })
  async createUnit(
    @Ctx() context: UnitsContext,
    @Arg('input', () => CreateUnitInput) input: CreateUnitInput,
  ): Promise<CreateUnitPayload> {
    return { unit: await createUnit(context, input) };
  }

  @Rule('Unit.manage')
  @Mutation(() => RenameUnitPayload, { description: 'Gives a unit another name from a day on (đổi tên đơn vị).' })
  async renameUnit(
    @Ctx() context: UnitsContext,
    @Arg('input', () => RenameUnitInput) input: RenameUnitInput,
  ): Promise<RenameUnitPayload> {
    return { unit: await renameUnit(context, input) };
  }

  @Rule('Unit.manage')
  @Mutation(() => MoveUnitPayload, { description: 'Places a unit below another from a day on (chuyển trực thuộc).' })
  async moveUnit(
    @Ctx() context: UnitsContext,
    @Arg('input', () => MoveUnitInput) input: MoveUnitInput,
  ): Promise<MoveUnitPayload> {
    return { unit: await moveUnit(context, input) };
  }

  @Rule('Unit.manage')
  @Mutation(() => EndUnitPayload, { description: 'Ends a unit on a day, with its successors (sáp nhập, giải thể).' })
  async endUnit(
    @Ctx() context: UnitsContext,
    @Arg('input', () => EndUnitInput) input: EndUnitInput,
  ): Promise<EndUnitPayload> {
    return { unit: await endUnit(context, input) };
  }
}
