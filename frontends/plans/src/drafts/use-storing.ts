import { useState } from 'react';
import type { ReviewActs } from './draft-shown.ts';

/**
 * What a form shows of its act: it stays busy until what it brought about is on the page, and leaves it to the
 * page to say once that it is stored.
 */
export function useStoring<A extends { busy: boolean; savedAt: Date | undefined }>(act: A, acts: ReviewActs) {
  const [storing, setStoring] = useState(false);
  return {
    shown: { ...act, busy: act.busy || storing, savedAt: undefined },
    stored: async () => {
      setStoring(true);
      await acts.saved();
      setStoring(false);
    },
  };
}
