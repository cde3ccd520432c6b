import { useApolloClient } from '@lienthong/frontend-kit/graph';
import { useCallback, useEffect, useState } from 'react';
import { PlanDraftLinesDocument } from '../generated/graphql.ts';
import type { DocumentLine } from './draft-shown.ts';

/**
 * The words of the document, asked once: they never change, so that a correction in the rows does not fetch
 * thousands of lines again.
 */
export function useDocumentLines(draftId: string) {
  const client = useApolloClient();
  const [lines, setLines] = useState<readonly DocumentLine[]>();
  const [failed, setFailed] = useState(false);

  const load = useCallback(() => {
    let isOpen = true;
    setFailed(false);
    client
      .query({ query: PlanDraftLinesDocument, variables: { id: draftId }, fetchPolicy: 'no-cache' })
      .then(({ data }) => {
        if (!isOpen) return;
        if (data?.planDraft) setLines(data.planDraft.lines);
        else setFailed(true);
      })
      .catch(() => isOpen && setFailed(true));
    return () => {
      isOpen = false;
    };
  }, [client, draftId]);
  useEffect(load, [load]);

  return { lines, failed, retry: () => void load() };
}
