import type { RefusalTexts } from '@lienthong/kit/refusal';

const STATES: Record<string, string> = { SUBMITTED: 'it waits to be taken in', ACCEPTED: 'it has been taken in' };

export const refusalsEn: RefusalTexts = {
  REGIME_NOT_FOUND: () => 'This reporting regime was not found.',
  OBLIGATION_NOT_FOUND: () => 'This owed report was not found.',
  OBLIGATION_WAIVED: () => 'The unit no longer owes this report.',
  REPORT_NOT_FOUND: () => 'This report was not found.',
  REPORT_EXISTS: ({ state }: { state?: string }) =>
    `The unit has already reported for this period${STATES[state ?? ''] ? `; ${STATES[state ?? '']}` : ''}. There is one report for each period.`,
  REPORT_NOT_WAITING: () => 'This report is not waiting to be taken in.',
  REPORT_NOT_ACCEPTED: () => 'Only a report that was taken in can be marked as entered in the central system.',
  ALREADY_ENTERED: ({ by }: { by?: string | null }) =>
    `${by ?? 'Someone else'} has already marked this report as entered in the central system.`,
  NOT_THE_REPORTER: () => 'Only the reporting officer or the head of the unit may write and hand in this report.',
  NOT_THE_RECIPIENT: () => 'Only the unit that receives the reports may accept, return or add them up.',
  SUMMARY_MISSING: () => 'Say what was done before handing in.',
  REASON_MISSING: () => 'Say why the report is returned, so that the unit knows what to change.',
  TEXT_TOO_LONG: ({ max }: { max: number }) => `The text is longer than ${max} characters.`,
  FIGURE_UNKNOWN: ({ key }: { key: string }) => `The form has no figure "${key}".`,
  FIGURE_TWICE: ({ key }: { key: string }) => `The figure "${key}" was sent twice.`,
  FIGURE_NOT_A_COUNT: () => 'A figure is a whole number, zero or more.',
  TOO_MANY_TASKS: ({ max }: { max: number }) => `A report speaks of at most ${max} tasks.`,
  PERIOD_UNKNOWN: () => 'This regime has no such period.',
  REGIME_NOT_ON_REQUEST: () => 'This regime has fixed periods; no report can be requested under it.',
  DUE_IN_THE_PAST: () => 'The due time must lie ahead.',
  OUTSIDE_REGIME: () => 'The due time lies outside the validity of the regime.',
  NOTE_MISSING: () => 'Say what is to be reported.',
  UNIT_DOES_NOT_REPORT: () => 'A chosen unit does not report under this regime.',
  NO_REPORTERS: () => 'No unit owes a report on that day.',
  NO_RECIPIENT_HERE: () => 'These reports go to a body outside this system, so they are not added up here.',
  ALREADY_REQUESTED: () => 'A report under this regime was already requested today.',
};
