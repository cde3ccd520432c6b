import type { Facts } from '@lienthong/policy/decide';
import type { UnitNode } from '@lienthong/policy/hierarchy';
import type { ComplianceContext } from '../context.ts';
import type { InformationSystem } from './information-system.entity.ts';

/** What the policy looks at: its dossiers, checks and runs are judged by the same facts as the system itself. */
export function systemFacts(system: Pick<InformationSystem, 'provinceId' | 'bloc' | 'unitIds'>): Facts {
  return { provinceId: system.provinceId, blocs: system.bloc ? [system.bloc] : [], unitIds: system.unitIds };
}

/** A unit's systems, before there are any. */
export function unitFacts(unit: Pick<UnitNode, 'id' | 'provinceId' | 'bloc'>): Facts {
  return { provinceId: unit.provinceId, blocs: unit.bloc ? [unit.bloc] : [], unitIds: [unit.id] };
}

export function mayReadSystemsOf(context: ComplianceContext, unitId: string): boolean {
  const unit = context.hierarchy.find(unitId);
  return unit !== undefined && context.may('read', 'InformationSystem', unitFacts(unit));
}

export function permissionsOnSystem(context: ComplianceContext, system: InformationSystem): string[] {
  const facts = systemFacts(system);
  return [
    ...(context.may('manage', 'InformationSystem', facts) ? ['correct'] : []),
    ...(context.may('advance', 'SecurityLevelDossier', facts) ? ['advanceDossier'] : []),
    ...(context.may('manage', 'ComplianceCheck', facts) ? ['addCheck'] : []),
    ...(context.may('run', 'CheckRun', facts) ? ['runCheck'] : []),
  ];
}
