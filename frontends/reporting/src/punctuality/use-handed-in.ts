import { useQuery } from '@lienthong/frontend-kit/graph';
import { useEffect } from 'react';
import { HandedInReportsDocument } from '../generated/graphql.ts';

/** Every report of a period that has been handed in, page after page: a period has no more reports than a province units. */
export function useHandedIn(
  regimeId: string | undefined,
  period: { periodFrom: string; periodTo: string } | undefined,
) {
  const { data, fetchMore, loading } = useQuery(HandedInReportsDocument, {
    variables: {
      filter: {
        regimeId,
        from: period?.periodTo,
        to: period?.periodFrom,
        state: ['SUBMITTED_LATE', 'ACCEPTED', 'RETURNED'],
      },
    },
    skip: !regimeId || !period,
  });
  const page = data?.reportObligations.pageInfo;
  useEffect(() => {
    if (!page?.hasNextPage || loading) return;
    void fetchMore({
      variables: { after: page.endCursor },
      updateQuery: (before, { fetchMoreResult: next }) => ({
        ...next,
        reportObligations: {
          ...next.reportObligations,
          nodes: [...before.reportObligations.nodes, ...next.reportObligations.nodes],
        },
      }),
    });
  }, [page, loading, fetchMore]);
  return data?.reportObligations.nodes;
}
