import type { ChangeToldFragment } from '../generated/graphql.ts';
import { unitWords } from './words.ts';

/** What a change says: the new parent, the successors, the old and the new name. */
export function useChangeWords(): (change: Pick<ChangeToldFragment, 'kind' | 'detail'>) => string {
  const words = unitWords.useWords();
  return ({ kind, detail }) => {
    if (kind === 'ENDED') return detail ? words('change.successors', { names: detail }) : words('detail.noSuccessors');
    if (!detail) return kind === 'MOVED' ? words('detail.top') : '';
    return kind === 'RENAMED' ? detail : words('change.below', { name: detail });
  };
}
