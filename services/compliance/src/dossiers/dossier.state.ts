import { type LegalRegime, levelRow, mayApproveUnder } from '../regimes/legal-regime.ts';
import { type CountedIn, dueAfter, workingDaysBetween } from '../regimes/working-day.ts';

export const DossierState = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  UNDER_APPRAISAL: 'UNDER_APPRAISAL',
  APPRAISED: 'APPRAISED',
  AWAITING_APPROVAL: 'AWAITING_APPROVAL',
  APPROVED: 'APPROVED',
  REDETERMINATION_DUE: 'REDETERMINATION_DUE',
  SUPERSEDED: 'SUPERSEDED',
  RETIRED: 'RETIRED',
} as const;
export type DossierState = keyof typeof DossierState;

export const DossierStep = {
  SUBMIT: 'SUBMIT',
  RETURN: 'RETURN',
  RESUBMIT: 'RESUBMIT',
  ACCEPT_AS_COMPLETE: 'ACCEPT_AS_COMPLETE',
  RECORD_OPINION: 'RECORD_OPINION',
  PASS_FOR_APPROVAL: 'PASS_FOR_APPROVAL',
  APPROVE: 'APPROVE',
  REFUSE: 'REFUSE',
  MARK_REDETERMINATION: 'MARK_REDETERMINATION',
  RETIRE: 'RETIRE',
} as const;
export type DossierStep = keyof typeof DossierStep;

const transitions: Record<DossierStep, { from: DossierState[]; to: DossierState }> = {
  SUBMIT: { from: ['DRAFT'], to: 'SUBMITTED' },
  RETURN: { from: ['SUBMITTED'], to: 'RETURNED' },
  RESUBMIT: { from: ['RETURNED'], to: 'SUBMITTED' },
  ACCEPT_AS_COMPLETE: { from: ['SUBMITTED'], to: 'UNDER_APPRAISAL' },
  RECORD_OPINION: { from: ['UNDER_APPRAISAL'], to: 'APPRAISED' },
  PASS_FOR_APPROVAL: { from: ['APPRAISED'], to: 'AWAITING_APPROVAL' },
  APPROVE: { from: ['AWAITING_APPROVAL'], to: 'APPROVED' },
  REFUSE: { from: ['AWAITING_APPROVAL'], to: 'RETURNED' },
  MARK_REDETERMINATION: { from: ['APPROVED'], to: 'REDETERMINATION_DUE' },
  RETIRE: { from: ['APPROVED', 'REDETERMINATION_DUE'], to: 'RETIRED' },
};

/** The three states in which the law still knows the system by the level this dossier proposes. */
export const levelStands: readonly DossierState[] = ['APPROVED', 'REDETERMINATION_DUE'];

/** Column 6 of Form 08 allows four texts; what is replaced or ended is not listed there. */
const formEight: Record<DossierState, string> = {
  DRAFT: 'Đang dự thảo',
  RETURNED: 'Đang dự thảo',
  SUBMITTED: 'Đã gửi thẩm định',
  UNDER_APPRAISAL: 'Đã gửi thẩm định',
  APPRAISED: 'Đã thẩm định',
  AWAITING_APPROVAL: 'Đã thẩm định',
  APPROVED: 'Đã được phê duyệt',
  REDETERMINATION_DUE: 'Đã được phê duyệt',
  SUPERSEDED: 'Không đưa vào biểu',
  RETIRED: 'Không đưa vào biểu',
};

export function formEightText(state: DossierState): string {
  return formEight[state];
}

export function stepsFrom(state: DossierState): DossierStep[] {
  return (Object.keys(transitions) as DossierStep[]).filter((step) => transitions[step].from.includes(state));
}

export function stateAfter(step: DossierStep): DossierState {
  return transitions[step].to;
}

export interface DossierFacts {
  state: DossierState;
  level: number;
  regime: LegalRegime;
  ownerId: string;
  /** Who runs the system; the owner when nobody else is named. */
  operatorId: string;
  submittedOn: string | null;
}

export interface StepRequest {
  step: DossierStep;
  on: string;
  actingUnitId: string | null;
  note: string | null;
  decisionNumber: string | null;
  decisionOn: string | null;
  decidedBy: string | null;
}

export interface StepRefusal {
  code: 'CONFLICT' | 'INVALID' | 'FORBIDDEN';
  reason: string;
  field?: string;
}

/** Null when the step may be taken; the first guard that forbids it otherwise. */
export function refusalOf(facts: DossierFacts, request: StepRequest): StepRefusal | null {
  if (!transitions[request.step].from.includes(facts.state)) return { code: 'CONFLICT', reason: 'STEP_NOT_POSSIBLE' };
  return standingRefusal(facts, request) ?? formRefusal(facts, request);
}

/** Guards that depend on who asks and when, not on what is filled in: they also decide which steps are offered. */
export function standingRefusal(
  facts: DossierFacts,
  request: Pick<StepRequest, 'step' | 'on' | 'actingUnitId'>,
): StepRefusal | null {
  const { step, on } = request;
  // Decree 331/2026, Art. 18.4: who operates the system does not appraise it.
  if (
    (step === 'ACCEPT_AS_COMPLETE' || step === 'RECORD_OPINION') &&
    !levelRow(facts.regime, facts.level).externalAppraiser &&
    request.actingUnitId === facts.operatorId
  )
    return { code: 'FORBIDDEN', reason: 'APPRAISER_OPERATES_SYSTEM' };
  if (step === 'APPROVE' && !mayApproveUnder(facts.regime, on))
    return { code: 'CONFLICT', reason: 'REGIME_NO_LONGER_APPROVES' };
  return null;
}

function formRefusal(facts: DossierFacts, request: StepRequest): StepRefusal | null {
  const { step, on } = request;
  const missing = (field: string, reason: string): StepRefusal => ({ code: 'INVALID', reason, field });
  if ((step === 'RETURN' || step === 'REFUSE' || step === 'MARK_REDETERMINATION' || step === 'RETIRE') && !request.note)
    return missing('note', 'REASON_REQUIRED');
  if (step !== 'APPROVE') return null;
  if (!request.decisionNumber) return missing('decisionNumber', 'DECISION_NUMBER_REQUIRED');
  if (!request.decisionOn) return missing('decisionOn', 'DECISION_DATE_REQUIRED');
  if (!request.decidedBy) return missing('decidedBy', 'DECIDING_BODY_REQUIRED');
  if (request.decisionOn > on) return missing('decisionOn', 'DECISION_IN_FUTURE');
  if (facts.submittedOn && request.decisionOn < facts.submittedOn)
    return missing('decisionOn', 'DECISION_BEFORE_SUBMISSION');
  if (!mayApproveUnder(facts.regime, request.decisionOn))
    return { code: 'CONFLICT', reason: 'REGIME_NO_LONGER_APPROVES', field: 'decisionOn' };
  return null;
}

export interface RunningLimit {
  days: number;
  countedIn: CountedIn;
  workingDays: number;
  dueOn: string;
  source: string;
}

/** The clock that runs in this state, if the regime sets one. */
export function runningLimit(
  state: DossierState,
  since: string,
  level: number,
  regime: LegalRegime,
): RunningLimit | null {
  const row = levelRow(regime, level);
  const limit =
    state === 'SUBMITTED'
      ? regime.completeness
      : state === 'UNDER_APPRAISAL'
        ? row.appraisal
        : state === 'AWAITING_APPROVAL'
          ? row.approval
          : null;
  if (!limit) return null;
  const dueOn = dueAfter(since, limit.days, limit.countedIn);
  return {
    days: limit.days,
    countedIn: limit.countedIn,
    workingDays: limit.countedIn === 'WORKING_DAYS' ? limit.days : workingDaysBetween(since, dueOn),
    dueOn,
    source: 'source' in limit ? (limit as { source: string }).source : row.source,
  };
}
