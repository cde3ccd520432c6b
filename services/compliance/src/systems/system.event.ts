import type { InformationSystem } from './information-system.entity.ts';

/** What changed about a system is told to those who may see the system. */
export function eventOf(system: InformationSystem, type = 'InformationSystem', id = system.id) {
  return { type, id, provinceId: system.provinceId, blocs: system.bloc ? [system.bloc] : [], unitIds: system.unitIds };
}
