import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-units/administrative-unit.entity.ts';
import type { UnitsContext } from '../context.ts';
import { loadUnits } from './unit.directory.ts';
import { Unit } from './unit.entity.ts';
import { unitsOnTerritory } from './unit.loader.ts';

@Resolver(() => AdministrativeUnit)
export class TerritoryUnitsResolver {
  @FieldResolver(() => [Unit], {
    nullable: true,
    description: 'The organisations that stand on it today, as far as the reader may see them.',
  })
  async units(@Root() territory: AdministrativeUnit, @Ctx() context: UnitsContext): Promise<Unit[]> {
    const ids = await context.loaders.for(unitsOnTerritory).load(territory.id);
    return (await loadUnits(context, ids)).filter((unit) => unit !== null);
  }
}
