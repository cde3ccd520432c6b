export type Bloc = 'PARTY' | 'GOVERNMENT';

export const ROLES = [
  'VIEWER',
  'REPORTER',
  'APPROVER',
  'STANDING_AGENCY',
  'STEERING_COMMITTEE',
  'UNIT_ADMINISTRATOR',
  'SECURITY_OFFICER',
  'AUDITOR',
  'INTEGRATOR',
  'SERVICE',
] as const;

export type Role = (typeof ROLES)[number];

export type Scope = 'units:read' | 'plans:read' | 'reporting:read' | 'compliance:read';

export interface ActingMembership {
  id: string;
  unitId: string;
  role: Role;
  bloc: Bloc | null;
  provinceId: string;
}

/** Whoever is asking, as the `units` service knows them and the gateway signs them. */
export interface Actor {
  kind: 'person' | 'integrator' | 'service';
  id: string;
  displayName: string;
  portal: Bloc | null;
  /** The membership in which the person acts now; null when there is none. */
  membership: ActingMembership | null;
  memberships: ActingMembership[];
  scopes: string[];
  provinceIds: string[];
  locale: 'vi' | 'en';
}

/** A service speaking for itself; it too works within the provinces it names. */
export function serviceActor(id: string, provinceIds: readonly string[]): Actor {
  return {
    kind: 'service',
    id,
    displayName: id,
    portal: null,
    membership: null,
    memberships: [],
    scopes: [],
    provinceIds: [...provinceIds],
    locale: 'vi',
  };
}

/** The role in which an actor asks; null when a person has no membership. */
export function roleOf(actor: Actor): Role | null {
  if (actor.kind === 'integrator') return 'INTEGRATOR';
  if (actor.kind === 'service') return 'SERVICE';
  return actor.membership?.role ?? null;
}

/** A person acts in one province at a time; integrators and services in those they are bound to. */
export function provincesOf(actor: Actor): readonly string[] {
  if (actor.kind === 'person') return actor.membership ? [actor.membership.provinceId] : [];
  return actor.provinceIds;
}
