import { StateBadge } from '@lienthong/frontend-kit/ui';
import type { Tone } from '@lienthong/frontend-kit/ui/states.ts';
import type { CheckOutcome, RunState } from '../generated/graphql.ts';
import { checksWords } from './words.ts';

const toneOf: Record<CheckOutcome, Tone> = { PASS: 'done', FAIL: 'late', UNKNOWN: 'atRisk' };

/** A run that is not finished says so; unknown is never shown as passed. */
export function OutcomeBadge({ run }: { run: { state: RunState; outcome: CheckOutcome | null } | null }) {
  const words = checksWords.useWords();
  if (!run) return <StateBadge tone="notDue" label={words('state.NEVER')} />;
  if (run.state !== 'FINISHED') return <StateBadge tone="inProgress" label={words(`state.${run.state}`)} />;
  const outcome = run.outcome ?? 'UNKNOWN';
  return <StateBadge tone={toneOf[outcome]} label={words(`outcome.${outcome}`)} />;
}
