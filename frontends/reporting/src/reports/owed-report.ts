import type { ReportFormQuery } from '../generated/graphql.ts';

/** One owed report as its own page reads it. */
export type OwedReport = NonNullable<ReportFormQuery['reportObligation']>;
