import { type Dated, holdsOn } from './dated.ts';

/** One unit takes over from another on a day; a unit may have several successors and take over from several. */
export interface Succession {
  unitId: string;
  successorId: string;
  on: string;
}

export type SuccessorFault =
  | { reason: 'SUCCESSOR_IS_ITSELF'; unitId: string }
  | { reason: 'SUCCESSOR_UNKNOWN'; unitId: string }
  | { reason: 'SUCCESSOR_OF_OTHER_PROVINCE'; unitId: string }
  | { reason: 'SUCCESSOR_NOT_VALID'; unitId: string };

export interface SuccessorCandidate extends Dated {
  id: string;
  provinceId: string;
}

/** The first successor that cannot take over from the unit on that day, with the reason. */
export function successorFault(
  unit: { id: string; provinceId: string },
  on: string,
  successorIds: readonly string[],
  find: (id: string) => SuccessorCandidate | undefined,
): SuccessorFault | null {
  for (const unitId of successorIds) {
    if (unitId === unit.id) return { reason: 'SUCCESSOR_IS_ITSELF', unitId };
    const candidate = find(unitId);
    if (!candidate) return { reason: 'SUCCESSOR_UNKNOWN', unitId };
    if (candidate.provinceId !== unit.provinceId) return { reason: 'SUCCESSOR_OF_OTHER_PROVINCE', unitId };
    if (!holdsOn(candidate, on)) return { reason: 'SUCCESSOR_NOT_VALID', unitId };
  }
  return null;
}
