import type { readRefusals } from '@lienthong/frontend-kit/graph';
import { useRefusalText } from '@lienthong/frontend-kit/ui';

/** Refusals of an act without a form, in a sentence; `stale` says it for what another person changed meanwhile. */
export function useRefusalShown() {
  const text = useRefusalText();
  return (refusals: ReturnType<typeof readRefusals>, stale: string) =>
    refusals.map((refusal) => (refusal.reason === 'STALE_VERSION' ? stale : text(refusal))).join(' ');
}
