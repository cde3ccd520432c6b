import { Refusal } from '@lienthong/kit/refusal';
import { provincesOf } from '@lienthong/policy/actor';
import { decide, type Facts, type Subject } from '@lienthong/policy/decide';
import type { UnitsContext } from '../context.ts';
import type { Bloc } from './bloc.ts';

interface UnitLike {
  id: string;
  provinceId: string;
  bloc: Bloc | null;
}

/** A unit of no bloc, such as a court, concerns both. */
export function blocsConcerned(bloc: Bloc | null): Bloc[] {
  return bloc === null ? ['PARTY', 'GOVERNMENT'] : [bloc];
}

export function unitFacts(unit: UnitLike): Facts {
  return { provinceId: unit.provinceId, blocs: blocsConcerned(unit.bloc), unitIds: [unit.id] };
}

/** What stands at the top of a province stands below nobody: only a provincial seat of its bloc keeps it. */
function topFacts({ provinceId, bloc }: Omit<UnitLike, 'id'>): Facts {
  return { provinceId, blocs: blocsConcerned(bloc), unitIds: [] };
}

/** What is worked out in memory passes the database's walls by, so the wall between provinces is kept here too. */
export function demandOwnProvince({ actor }: UnitsContext, provinceId: string): void {
  if (!provincesOf(actor).includes(provinceId)) {
    throw new Refusal('FORBIDDEN', 'OTHER_PROVINCE', { field: 'provinceId', provinceId });
  }
}

export function mayManageUnit(context: UnitsContext, unit: UnitLike): boolean {
  return context.may('manage', 'Unit', unitFacts(unit));
}

export function demandMayManage(context: UnitsContext, unit: UnitLike): void {
  context.demand('manage', 'Unit', unitFacts(unit));
}

export function demandMayManageTop(context: UnitsContext, place: Omit<UnitLike, 'id'>): void {
  const { allowed, ruleId } = context.decide('manage', 'Unit', topFacts(place));
  if (!allowed) throw new Refusal('FORBIDDEN', 'TOP_OF_PROVINCE', { field: 'parentId', ruleId });
}

/** The blocs whose whole tree the subject keeps from a provincial seat. */
export function managedBlocs(subject: Subject): Bloc[] {
  const provinceId = subject.actor.membership?.provinceId;
  if (provinceId === undefined) return [];
  const blocs: Bloc[] = ['PARTY', 'GOVERNMENT'];
  return blocs.filter((bloc) => decide(subject, 'manage', 'Unit', topFacts({ provinceId, bloc })).allowed);
}
