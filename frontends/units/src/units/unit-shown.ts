import type { UnitDetailQuery } from '../generated/graphql.ts';
import type { ChosenUnit } from './unit-select.tsx';

/** A unit as its own page reads it. */
export type UnitShown = NonNullable<UnitDetailQuery['unit']>;

export interface ActFormProps {
  unit: UnitShown;
  /** Asks for the newest version of the unit. */
  reload: () => Promise<number | undefined>;
  close: (saved?: boolean, made?: ChosenUnit) => void;
}
