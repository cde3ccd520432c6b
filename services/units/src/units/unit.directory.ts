import type { UnitsContext } from '../context.ts';
import type { Unit } from './unit.entity.ts';
import { unitByKey, unitKey } from './unit.loader.ts';

/** The unit as of a day, or null when there is none that this actor may see. */
export function loadUnit(context: UnitsContext, id: string, asOf = context.clock.today()): Promise<Unit | null> {
  return context.loaders.for(unitByKey).load(unitKey({ id, asOf }));
}

export async function loadUnits(
  context: UnitsContext,
  ids: readonly string[],
  asOf = context.clock.today(),
): Promise<(Unit | null)[]> {
  return Promise.all(ids.map((id) => loadUnit(context, id, asOf)));
}
