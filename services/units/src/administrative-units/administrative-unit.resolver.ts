import { type Page, PageArgs } from '@lienthong/kit/connection';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { UnitsContext } from '../context.ts';
import { AdministrativeUnitConnection } from './administrative-unit.connection.ts';
import { AdministrativeUnit } from './administrative-unit.entity.ts';
import { AdministrativeUnitFilter } from './administrative-unit.inputs.ts';
import { predecessorsOf, successorIdsOf } from './administrative-unit.loader.ts';
import { findAdministrativeUnit, listAdministrativeUnits } from './administrative-unit.service.ts';

@Resolver(() => AdministrativeUnit)
export class AdministrativeUnitResolver {
  @Rule('Unit.read')
  @Query(() => AdministrativeUnit, { nullable: true, description: 'One territory by its official code.' })
  administrativeUnit(
    @Ctx() context: UnitsContext,
    @Arg('id', () => ID) id: string,
  ): Promise<AdministrativeUnit | null> {
    return findAdministrativeUnit(context, id);
  }

  @Rule('Unit.read')
  @Query(() => AdministrativeUnitConnection, { description: 'Territories by name (danh mục đơn vị hành chính).' })
  administrativeUnits(
    @Ctx() context: UnitsContext,
    @Arg('filter', () => AdministrativeUnitFilter, { nullable: true }) filter: AdministrativeUnitFilter | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<AdministrativeUnit>> {
    return listAdministrativeUnits(context, filter ?? {}, page);
  }

  @FieldResolver(() => AdministrativeUnit, { nullable: true, description: 'The province a commune belongs to.' })
  async province(
    @Root() territory: AdministrativeUnit,
    @Ctx() context: UnitsContext,
  ): Promise<AdministrativeUnit | null> {
    return territory.provinceId === null ? null : findAdministrativeUnit(context, territory.provinceId);
  }

  @FieldResolver(() => [AdministrativeUnit], {
    nullable: true,
    description: 'The territories that took over from it (đơn vị hành chính kế thừa).',
  })
  async successors(@Root() territory: AdministrativeUnit, @Ctx() context: UnitsContext): Promise<AdministrativeUnit[]> {
    const ids = await context.loaders.for(successorIdsOf).load(territory.id);
    const found = await Promise.all(ids.map((id) => findAdministrativeUnit(context, id)));
    return found.filter((unit) => unit !== null);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'The communes or provinces of before 1 July 2025 from which it was formed, by name.',
  })
  async predecessors(@Root() territory: AdministrativeUnit, @Ctx() context: UnitsContext): Promise<string[]> {
    const rows = await context.loaders.for(predecessorsOf).load(territory.id);
    return rows.map((row) => [row.name, row.districtName, row.provinceName].filter(Boolean).join(', '));
  }
}
