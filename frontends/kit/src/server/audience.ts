import type { ServiceEvent } from '@lienthong/kit/events';

/** Whom a stream of events belongs to. */
export interface Audience {
  provinceId: string;
  unitId: string;
  /** The portal's bloc; both for a body that follows rows of the other bloc. */
  blocs: readonly string[];
}

/** The part of the shell's viewer query that the server reads. */
export interface ViewerAnswer {
  me: {
    provinceId: string | null;
    membership: { role: string; unit: { id: string; province: { id: string } | null } } | null;
  } | null;
}

/** An auditor reads its own bloc whole and follows nothing of the other. */
const following = new Set(['STANDING_AGENCY', 'STEERING_COMMITTEE']);

export function audienceOf(answer: ViewerAnswer | undefined, bloc: string): Audience | undefined {
  const membership = answer?.me?.membership;
  const provinceId = answer?.me?.provinceId ?? membership?.unit.province?.id;
  if (!membership || !provinceId) return undefined;
  return {
    provinceId,
    unitId: membership.unit.id,
    blocs: following.has(membership.role) ? ['PARTY', 'GOVERNMENT'] : [bloc],
  };
}

/** An event names what changed; who may read it is asked of the graph again when the page refetches. */
export function concerns(event: ServiceEvent, audience: Audience): boolean {
  if (event.provinceId !== audience.provinceId) return false;
  return (
    event.blocs.some((bloc) => audience.blocs.includes(bloc)) || (event.unitIds?.includes(audience.unitId) ?? false)
  );
}
