import { type DossierState, type DossierStep, stateAfter } from '../dossiers/dossier.state.ts';
import { addDays, isWorkingDay } from '../regimes/working-day.ts';
import type { Random } from './random.ts';

export interface PastStep {
  step: DossierStep | null;
  from: DossierState | null;
  to: DossierState;
  at: string;
}

const path: DossierStep[] = ['SUBMIT', 'ACCEPT_AS_COMPLETE', 'RECORD_OPINION', 'PASS_FOR_APPROVAL', 'APPROVE'];

/** How a dossier that stands there today may have come there, on working days between the two dates. */
export function historyTo(state: DossierState, from: string, until: string, random: Random): PastStep[] {
  const steps: (DossierStep | null)[] = [null, ...stepsTo(state, random)];
  const span = Math.floor((Date.parse(until) - Date.parse(from)) / 86_400_000);
  const days = steps.map(() => random.whole(0, Math.max(span, 0))).sort((one, other) => one - other);
  // Those still on their way moved lately; a dossier does not lie for months between two steps.
  if (state !== 'APPROVED' && state !== 'REDETERMINATION_DUE' && days.length > 1)
    days[days.length - 1] = Math.max(days.at(-1) ?? 0, span - random.whole(0, 14));
  let last = '';
  let standing: DossierState | null = null;
  return steps.map((step, index) => {
    let day = addDays(from, days[index] ?? 0);
    if (day < last) day = last;
    while (!isWorkingDay(day)) day = addDays(day, -1);
    if (day < last) day = last;
    last = day;
    const to: DossierState = step === null ? 'DRAFT' : stateAfter(step);
    const past = {
      step,
      from: standing,
      to,
      at: `${day}T${String(8 + index).padStart(2, '0')}:${random.whole(10, 59)}:00+07:00`,
    };
    standing = to;
    return past;
  });
}

function stepsTo(state: DossierState, random: Random): DossierStep[] {
  if (state === 'RETURNED') return ['SUBMIT', 'RETURN'];
  if (state === 'REDETERMINATION_DUE') return [...path, 'MARK_REDETERMINATION'];
  const length = path.findIndex((step) => stateAfter(step) === state) + 1;
  const direct = path.slice(0, length);
  return length > 1 && random.chance(0.2) ? ['SUBMIT', 'RETURN', 'RESUBMIT', ...direct.slice(1)] : direct;
}
