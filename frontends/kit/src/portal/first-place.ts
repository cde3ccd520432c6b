import type { ModuleWidget } from '../module-contract.ts';

type Place = ModuleWidget['place'];

const following = new Set(['STANDING_AGENCY', 'STEERING_COMMITTEE', 'AUDITOR']);

/** Where a portal opens: who follows the work of others begins with the overview of it. */
export const firstPlaceOf = (role: string): Place => (following.has(role) ? 'overview' : 'my-work');

/** The composed pages that an address may lead to; which of the two the portal's root opens depends on the role. */
export function placesAt(path: string): Place[] {
  if (path === '/') return ['overview', 'my-work'];
  return (['overview', 'my-work'] as const).filter((place) => path === `/${place}`);
}
