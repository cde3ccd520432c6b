import type { Bloc } from '../generated/graphql.ts';

const kindsOf = {
  PARTY: [
    'PROVINCIAL_PARTY_COMMITTEE',
    'PARTY_OFFICE',
    'PARTY_COMMISSION',
    'PARTY_INSPECTION',
    'PARTY_COMMITTEE_OF_BODY',
    'COMMUNE_PARTY_COMMITTEE',
    'FRONT',
    'MASS_ORGANISATION',
    'PRESS',
  ],
  GOVERNMENT: [
    'PEOPLES_COUNCIL',
    'PEOPLES_COMMITTEE',
    'GOVERNMENT_OFFICE',
    'DEPARTMENT',
    'INSPECTORATE',
    'MANAGEMENT_BOARD',
    'CENTRE',
    'POLICE',
    'MILITARY_COMMAND',
    'TAX',
    'SOCIAL_INSURANCE',
    'COMMUNE_PEOPLES_COMMITTEE',
  ],
  none: ['COURT', 'PROCURACY', 'ENTERPRISE', 'TELECOM_ENTERPRISE', 'UNIVERSITY'],
  either: ['OFFICE', 'STEERING_COMMITTEE', 'SUPPORT_TEAM'],
} as const;

export type UnitKind = (typeof kindsOf)[keyof typeof kindsOf][number];

/** The kinds a unit below one of this bloc may be of; the most usual one first. */
export function kindsBelow(bloc: Bloc | null): readonly UnitKind[] {
  return bloc ? [...kindsOf.either, ...kindsOf[bloc]] : kindsOf.none;
}
