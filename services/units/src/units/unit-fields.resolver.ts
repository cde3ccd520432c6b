import { type Page, PageArgs } from '@lienthong/kit/connection';
import { DateScalar } from '@lienthong/kit/scalars';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-units/administrative-unit.entity.ts';
import { findAdministrativeUnit } from '../administrative-units/administrative-unit.service.ts';
import type { UnitsContext } from '../context.ts';
import { holdsOn } from './dated.ts';
import { pageOfIds } from './memory-page.ts';
import { UnitConnection } from './unit.connection.ts';
import { loadUnit, loadUnits } from './unit.directory.ts';
import { Unit } from './unit.entity.ts';
import { changesOf, successionsFrom, successionsTo } from './unit.loader.ts';
import { mayManageUnit } from './unit.policy.ts';
import { orderedChildren } from './unit.queries.ts';
import { UnitChange } from './unit-change.entity.ts';
import { kindName } from './unit-kind.ts';
import { UnitSuccession } from './unit-succession.entity.ts';

const AS_OF = { nullable: true, description: 'As of this day; the day the unit was asked for when left out.' };

@Resolver(() => Unit)
export class UnitFieldsResolver {
  @FieldResolver(() => String, { description: 'Its kind in the reader’s language.' })
  kindName(@Root() unit: Unit, @Ctx() context: UnitsContext): string {
    return kindName(unit.kind, context.locale);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit it stands below (đơn vị cấp trên trực tiếp).' })
  async parent(
    @Root() unit: Unit,
    @Ctx() context: UnitsContext,
    @Arg('asOf', () => DateScalar, AS_OF) asOf: string | null,
  ): Promise<Unit | null> {
    const on = asOf ?? unit.asOf;
    const parentId = context.hierarchy.parent(unit.id, on);
    return parentId === null ? null : loadUnit(context, parentId, on);
  }

  @FieldResolver(() => [Unit], { description: 'The units above it, the nearest first.' })
  async ancestors(
    @Root() unit: Unit,
    @Ctx() context: UnitsContext,
    @Arg('asOf', () => DateScalar, AS_OF) asOf: string | null,
  ): Promise<Unit[]> {
    const on = asOf ?? unit.asOf;
    return present(await loadUnits(context, context.hierarchy.ancestors(unit.id, on), on));
  }

  @FieldResolver(() => UnitConnection, { description: 'The units directly below it, by name (đơn vị trực thuộc).' })
  children(
    @Root() unit: Unit,
    @Ctx() context: UnitsContext,
    @Arg('asOf', () => DateScalar, AS_OF) asOf: string | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<Unit>> {
    const on = asOf ?? unit.asOf;
    return pageOfIds(orderedChildren(context, unit.id, on), page, (ids) => loadUnits(context, ids, on));
  }

  @FieldResolver(() => Int, { description: 'How many units stand directly below it.' })
  childCount(
    @Root() unit: Unit,
    @Ctx() context: UnitsContext,
    @Arg('asOf', () => DateScalar, AS_OF) asOf: string | null,
  ): number {
    return context.hierarchy.children(unit.id, asOf ?? unit.asOf).length;
  }

  @FieldResolver(() => AdministrativeUnit, { nullable: true, description: 'The province it belongs to.' })
  province(@Root() unit: Unit, @Ctx() context: UnitsContext): Promise<AdministrativeUnit | null> {
    return findAdministrativeUnit(context, unit.provinceId);
  }

  @FieldResolver(() => AdministrativeUnit, { nullable: true, description: 'The territory it stands on (địa bàn).' })
  async territory(@Root() unit: Unit, @Ctx() context: UnitsContext): Promise<AdministrativeUnit | null> {
    return unit.territoryId === null ? null : findAdministrativeUnit(context, unit.territoryId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it exists on that day.' })
  isValid(@Root() unit: Unit, @Arg('asOf', () => DateScalar, AS_OF) asOf: string | null): boolean {
    return holdsOn({ from: unit.validFrom, to: unit.validTo }, asOf ?? unit.asOf);
  }

  @FieldResolver(() => [UnitSuccession], { description: 'The units that took over from it (đơn vị kế thừa).' })
  successors(@Root() unit: Unit, @Ctx() context: UnitsContext): Promise<UnitSuccession[]> {
    return context.loaders.for(successionsFrom).load(unit.id);
  }

  @FieldResolver(() => [Unit], { description: 'The units it took over from (đơn vị tiền thân).' })
  async predecessors(@Root() unit: Unit, @Ctx() context: UnitsContext): Promise<Unit[]> {
    const successions = await context.loaders.for(successionsTo).load(unit.id);
    return present(
      await loadUnits(
        context,
        successions.map((succession) => succession.unitId),
      ),
    );
  }

  @FieldResolver(() => [UnitChange], { description: 'Its changes in the order in which they took effect (lịch sử).' })
  history(@Root() unit: Unit, @Ctx() context: UnitsContext): Promise<UnitChange[]> {
    return context.loaders.for(changesOf).load(unit.id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the reader may rename, move and end it.' })
  mayManage(@Root() unit: Unit, @Ctx() context: UnitsContext): boolean {
    return mayManageUnit(context, unit);
  }
}

@Resolver(() => UnitSuccession)
export class UnitSuccessionResolver {
  @FieldResolver(() => Unit, { description: 'The unit that took over.' })
  async successor(@Root() succession: UnitSuccession, @Ctx() context: UnitsContext): Promise<Unit | null> {
    return loadUnit(context, succession.successorId);
  }
}

@Resolver(() => UnitChange)
export class UnitChangeResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit, as of the day of the change.' })
  unit(@Root() change: UnitChange, @Ctx() context: UnitsContext): Promise<Unit | null> {
    return loadUnit(context, change.unitId, change.on);
  }
}

function present<T>(rows: readonly (T | null)[]): T[] {
  return rows.filter((row) => row !== null);
}
