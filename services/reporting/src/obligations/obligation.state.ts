import { registerEnumType } from 'type-graphql';
import type { ReportState } from '../reports/report.state.ts';

export enum ObligationState {
  NOT_DUE = 'NOT_DUE',
  DUE_SOON = 'DUE_SOON',
  SUBMITTED = 'SUBMITTED',
  SUBMITTED_LATE = 'SUBMITTED_LATE',
  RETURNED = 'RETURNED',
  ACCEPTED = 'ACCEPTED',
  OVERDUE = 'OVERDUE',
  WAIVED = 'WAIVED',
}

registerEnumType(ObligationState, {
  name: 'ObligationState',
  description:
    'Where one owed report stands now (chưa đến hạn, sắp đến hạn, đã nộp, nộp muộn, trả lại, đã nhận, quá hạn, được miễn).',
  valuesConfig: {
    NOT_DUE: { description: 'Nothing handed in and its time is not near (chưa đến hạn).' },
    DUE_SOON: { description: 'Nothing handed in and its time is near (sắp đến hạn).' },
    SUBMITTED: { description: 'Handed in on time, waiting for the recipient (đã nộp).' },
    SUBMITTED_LATE: { description: 'Handed in after its time, waiting for the recipient (đã nộp muộn).' },
    RETURNED: { description: 'Sent back by the recipient with a reason (bị trả lại).' },
    ACCEPTED: { description: 'Taken in by the recipient (đã tiếp nhận).' },
    OVERDUE: { description: 'Nothing handed in and its time is past (quá hạn).' },
    WAIVED: { description: 'No longer owed, for instance because the unit ended (được miễn).' },
  },
});

export interface ObligationFacts {
  waivedAt: Date | null;
  dueSoonFrom: Date;
  dueAt: Date;
  reportState: `${ReportState}` | null;
  /** How late the first handing in was; once recorded it never changes. */
  lateBySeconds: number | null;
}

/** The one rule for what an owed report's state is; `obligation_state` in SQL says the same and a test compares them. */
export function obligationState(facts: ObligationFacts, now: Date): ObligationState {
  if (facts.waivedAt) return ObligationState.WAIVED;
  switch (facts.reportState) {
    case 'ACCEPTED':
      return ObligationState.ACCEPTED;
    case 'RETURNED':
      return ObligationState.RETURNED;
    case 'SUBMITTED':
      return (facts.lateBySeconds ?? 0) > 0 ? ObligationState.SUBMITTED_LATE : ObligationState.SUBMITTED;
    case 'DRAFT':
    case null:
      if (now >= facts.dueAt) return ObligationState.OVERDUE;
      return now >= facts.dueSoonFrom ? ObligationState.DUE_SOON : ObligationState.NOT_DUE;
  }
}

/** A report handed in at the due instant itself is late: by at least one second, so that "late" is never lost in rounding. */
export function lateBySeconds(dueAt: Date, submittedAt: Date): number {
  const milliseconds = submittedAt.getTime() - dueAt.getTime();
  return milliseconds < 0 ? 0 : Math.max(1, Math.floor(milliseconds / 1000));
}
