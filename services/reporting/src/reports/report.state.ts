import { registerEnumType } from 'type-graphql';

export enum ReportState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  ACCEPTED = 'ACCEPTED',
}

registerEnumType(ReportState, {
  name: 'ReportState',
  description: 'How far a report has come (bản nháp, đã nộp, bị trả lại, đã tiếp nhận).',
  valuesConfig: {
    DRAFT: { description: 'Being written; only the reporting unit sees it (bản nháp).' },
    SUBMITTED: { description: 'Handed in and waiting for the recipient (đã nộp).' },
    RETURNED: { description: 'Sent back with a reason (bị trả lại).' },
    ACCEPTED: { description: 'Taken in by the recipient (đã tiếp nhận).' },
  },
});

export type ReportStep = 'SAVE' | 'SUBMIT' | 'ACCEPT' | 'RETURN' | 'MARK_ENTERED';

const NEXT: Record<ReportStep, Partial<Record<`${ReportState}` | 'NONE', ReportState>>> = {
  SAVE: { NONE: ReportState.DRAFT, DRAFT: ReportState.DRAFT, RETURNED: ReportState.RETURNED },
  SUBMIT: { NONE: ReportState.SUBMITTED, DRAFT: ReportState.SUBMITTED, RETURNED: ReportState.SUBMITTED },
  ACCEPT: { SUBMITTED: ReportState.ACCEPTED },
  RETURN: { SUBMITTED: ReportState.RETURNED },
  MARK_ENTERED: { ACCEPTED: ReportState.ACCEPTED },
};

/** The state a step leads to, or null where the step is not open. A second report is never a step: it is refused. */
export function stateAfter(step: ReportStep, state: `${ReportState}` | null): ReportState | null {
  return NEXT[step][state ?? 'NONE'] ?? null;
}
