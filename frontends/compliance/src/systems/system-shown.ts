import type { SystemDetailQuery } from '../generated/graphql.ts';

/** A system as its own page reads it. */
export type SystemShown = NonNullable<SystemDetailQuery['informationSystem']>;
