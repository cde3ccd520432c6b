import { describe, expect, it } from 'vitest';
import { getRegime } from '../regimes/legal-regime.ts';
import {
  type DossierFacts,
  DossierState,
  DossierStep,
  formEightText,
  refusalOf,
  runningLimit,
  type StepRequest,
  stepsFrom,
} from './dossier.state.ts';
import { stateName } from './dossier-words.ts';

const allowed: Record<DossierState, Partial<Record<DossierStep, DossierState>>> = {
  DRAFT: { SUBMIT: 'SUBMITTED' },
  SUBMITTED: { RETURN: 'RETURNED', ACCEPT_AS_COMPLETE: 'UNDER_APPRAISAL' },
  RETURNED: { RESUBMIT: 'SUBMITTED' },
  UNDER_APPRAISAL: { RECORD_OPINION: 'APPRAISED' },
  APPRAISED: { PASS_FOR_APPROVAL: 'AWAITING_APPROVAL' },
  AWAITING_APPROVAL: { APPROVE: 'APPROVED', REFUSE: 'RETURNED' },
  APPROVED: { MARK_REDETERMINATION: 'REDETERMINATION_DUE', RETIRE: 'RETIRED' },
  REDETERMINATION_DUE: { RETIRE: 'RETIRED' },
  SUPERSEDED: {},
  RETIRED: {},
};

function facts(more: Partial<DossierFacts> = {}): DossierFacts {
  return {
    state: 'DRAFT',
    level: 3,
    regime: getRegime('R2026'),
    ownerId: 'owner',
    operatorId: 'operator',
    submittedOn: '2026-11-02',
    ...more,
  };
}

function request(step: DossierStep, more: Partial<StepRequest> = {}): StepRequest {
  return {
    step,
    on: '2026-11-20',
    actingUnitId: 'police',
    note: 'a reason',
    decisionNumber: '12/QĐ',
    decisionOn: '2026-11-19',
    decidedBy: 'the owner',
    ...more,
  };
}

describe('which step may follow which state', () => {
  for (const state of Object.values(DossierState)) {
    for (const step of Object.values(DossierStep)) {
      const isAllowed = step in allowed[state];
      it(`${state}: ${step} ${isAllowed ? `leads to ${allowed[state][step]}` : 'is not possible'}`, () => {
        const refusal = refusalOf(facts({ state }), request(step));
        expect(refusal?.reason ?? null).toBe(isAllowed ? null : 'STEP_NOT_POSSIBLE');
        expect(stepsFrom(state).includes(step)).toBe(isAllowed);
      });
    }
  }
});

describe('who operates a system does not appraise it', () => {
  it.each([
    ['SUBMITTED', 'ACCEPT_AS_COMPLETE', 3, 'operator', 'APPRAISER_OPERATES_SYSTEM'],
    ['UNDER_APPRAISAL', 'RECORD_OPINION', 2, 'operator', 'APPRAISER_OPERATES_SYSTEM'],
    ['UNDER_APPRAISAL', 'RECORD_OPINION', 3, 'police', null],
    ['UNDER_APPRAISAL', 'RECORD_OPINION', 4, 'operator', null],
    ['SUBMITTED', 'RETURN', 3, 'operator', null],
    ['DRAFT', 'SUBMIT', 3, 'operator', null],
  ] as const)('%s, %s at level %i by the %s: %s', (state, step, level, actingUnitId, reason) => {
    expect(refusalOf(facts({ state, level }), request(step, { actingUnitId }))?.reason ?? null).toBe(reason);
  });
});

describe('an approval needs its decision', () => {
  it.each([
    [{ decisionNumber: null }, 'DECISION_NUMBER_REQUIRED', 'decisionNumber'],
    [{ decisionOn: null }, 'DECISION_DATE_REQUIRED', 'decisionOn'],
    [{ decidedBy: null }, 'DECIDING_BODY_REQUIRED', 'decidedBy'],
    [{ decisionOn: '2026-11-21' }, 'DECISION_IN_FUTURE', 'decisionOn'],
    [{ decisionOn: '2026-11-01' }, 'DECISION_BEFORE_SUBMISSION', 'decisionOn'],
  ])('%o is refused: %s', (more, reason, field) => {
    const refusal = refusalOf(facts({ state: 'AWAITING_APPROVAL' }), request('APPROVE', more));
    expect(refusal).toMatchObject({ reason, field });
  });

  it('accepts a decision of the day the dossier was sent', () => {
    const answer = refusalOf(facts({ state: 'AWAITING_APPROVAL' }), request('APPROVE', { decisionOn: '2026-11-02' }));
    expect(answer).toBeNull();
  });
});

describe('the old law stops approving', () => {
  const old = facts({ state: 'AWAITING_APPROVAL', regime: getRegime('R2016') });

  it.each([
    ['2026-12-31', '2026-12-30', null],
    ['2027-01-01', '2026-12-30', 'REGIME_NO_LONGER_APPROVES'],
  ])('on %s with a decision of %s: %s', (on, decisionOn, reason) => {
    expect(refusalOf(old, request('APPROVE', { on, decisionOn }))?.reason ?? null).toBe(reason);
  });

  it('still lets what was approved under it be redetermined or retired', () => {
    const approved = facts({ state: 'APPROVED', regime: getRegime('R2016') });
    expect(refusalOf(approved, request('MARK_REDETERMINATION', { on: '2028-01-01' }))).toBeNull();
    expect(refusalOf(approved, request('RETIRE', { on: '2028-01-01' }))).toBeNull();
  });
});

it.each([
  ['SUBMITTED', 'RETURN'],
  ['AWAITING_APPROVAL', 'REFUSE'],
  ['APPROVED', 'MARK_REDETERMINATION'],
  ['APPROVED', 'RETIRE'],
] as const)('from %s, %s needs a reason', (state, step) => {
  expect(refusalOf(facts({ state }), request(step, { note: null }))).toMatchObject({
    reason: 'REASON_REQUIRED',
    field: 'note',
  });
});

describe('the clock that runs', () => {
  it.each([
    ['R2026', 'SUBMITTED', 3, '2026-11-20', 5, '2026-11-27'],
    ['R2026', 'UNDER_APPRAISAL', 3, '2026-11-20', 15, '2026-12-11'],
    ['R2026', 'UNDER_APPRAISAL', 4, '2026-11-20', 25, '2026-12-25'],
    ['R2026', 'AWAITING_APPROVAL', 2, '2026-11-20', 7, '2026-12-01'],
    ['R2016', 'UNDER_APPRAISAL', 3, '2025-11-20', 11, '2025-12-05'],
    ['R2016', 'UNDER_APPRAISAL', 4, '2025-11-20', 21, '2025-12-20'],
    ['R2016', 'AWAITING_APPROVAL', 4, '2025-11-20', 7, '2025-12-01'],
  ] as const)('%s, %s at level %i since %s: %i working days, to %s', (regime, state, level, since, days, dueOn) => {
    expect(runningLimit(state, since, level, getRegime(regime))).toMatchObject({ workingDays: days, dueOn });
  });

  it.each([
    ['R2016', 'SUBMITTED', 3],
    ['R2026', 'UNDER_APPRAISAL', 2],
    ['R2026', 'DRAFT', 3],
    ['R2026', 'APPROVED', 3],
    ['R2026', 'AWAITING_APPROVAL', 5],
  ] as const)('%s sets none for %s at level %i', (regime, state, level) => {
    expect(runningLimit(state, '2026-11-20', level, getRegime(regime))).toBeNull();
  });
});

describe('what Form 08 says', () => {
  it('has four texts for those that are listed, and one for those that are not', () => {
    const texts = Object.values(DossierState).map(formEightText);
    expect(new Set(texts)).toEqual(
      new Set(['Đang dự thảo', 'Đã gửi thẩm định', 'Đã thẩm định', 'Đã được phê duyệt', 'Không đưa vào biểu']),
    );
    expect(formEightText('REDETERMINATION_DUE')).toBe(formEightText('APPROVED'));
  });

  it('names every state in both languages', () => {
    for (const state of Object.values(DossierState)) {
      expect(stateName(state, 'vi')).not.toBe('');
      expect(stateName(state, 'en')).not.toBe(stateName(state, 'vi'));
    }
  });
});
