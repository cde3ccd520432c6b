import { useQuery } from '@lienthong/frontend-kit/graph';
import { ReportsOwedCountDocument } from '../generated/graphql.ts';

/** How many reports wait for the viewer's unit; stands in the menu. */
export function useReportsOwed(): number | undefined {
  return useQuery(ReportsOwedCountDocument).data?.reportObligations.totalCount;
}
