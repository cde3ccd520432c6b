import { regimeOn } from '../regimes/legal-regime.ts';

export interface GoingLive {
  /** The day named for going live, and the one that stood before. */
  on: string | null;
  before: string | null;
  today: string;
  /** The days on which decisions were taken that still stand for the system. */
  approvedOn: readonly string[];
}

/**
 * Whether the law forbids to put the system to use on that day, and where it says so: without an approved level it may not go live. What was put
 * to use on an earlier day is a fact, which the register takes as it is and shows as not approved. The law's two other conditions (the whole of
 * the protection plan, an assessment before operation) are asked once the register holds plans and assessments.
 */
export function forbidsGoingLive({ on, before, today, approvedOn }: GoingLive): string | null {
  if (on === null || on === before || on < today) return null;
  const { goesLiveOnlyApproved } = regimeOn(on);
  return approvedOn.some((day) => day <= on) ? null : goesLiveOnlyApproved;
}
