import { Refusal } from '@lienthong/kit/refusal';
import type { Facts } from '@lienthong/policy/decide';
import type { UnitsContext } from '../context.ts';
import type { Bloc } from '../units/bloc.ts';
import { blocsConcerned, managedBlocs } from '../units/unit.policy.ts';
import type { Role } from './membership.entity.ts';

interface Place {
  unitId: string;
  provinceId: string;
  bloc: Bloc | null;
}

export function membershipFacts(place: Place): Facts {
  return { provinceId: place.provinceId, blocs: blocsConcerned(place.bloc), unitIds: [place.unitId] };
}

/** These read their whole bloc of the province, so no commune's administrator gives them. */
const WIDE_ROLES: ReadonlySet<Role> = new Set<Role>(['STANDING_AGENCY', 'STEERING_COMMITTEE', 'AUDITOR']);

export function mayReadMembership(context: UnitsContext, place: Place & { personId: string }): boolean {
  return place.personId === context.actor.id || context.may('read', 'Membership', membershipFacts(place));
}

export function mayReadPeopleOf(context: UnitsContext, place: Place): boolean {
  return context.may('read', 'Person', membershipFacts(place));
}

export function demandMayGrant(context: UnitsContext, place: Place, role: Role): void {
  context.demand('manage', 'Membership', membershipFacts(place));
  if (WIDE_ROLES.has(role) && managedBlocs(context.subject).length === 0) {
    throw new Refusal('FORBIDDEN', 'ROLE_OF_PROVINCIAL_SEAT', { field: 'role', role });
  }
}
