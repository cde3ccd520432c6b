import type { RefusalTexts } from '@lienthong/kit/refusal';

export const refusals: RefusalTexts = {
  TASK_NOT_FOUND: () => 'The task was not found, or you may not see it.',
  REPORT_NOT_FOUND: () => 'The progress report was not found, or you may not see it.',
  PART_NOT_FOUND: () => 'The task has no such part.',
  TASK_ALREADY_COMPLETED: () => 'The task is confirmed as completed and takes no more changes.',
  TASK_CANCELLED: () => 'The task was cancelled.',
  TASK_NEVER_COMPLETES: () => 'Ongoing and recurring work is never completed; report progress only.',
  REPORT_ALREADY_WAITING: () => 'The unit already has a report on this task that waits for approval or confirmation.',
  REPORT_ALREADY_DECIDED: () => 'This report has already been decided.',
  OWN_REPORT: () => 'You cannot approve or return a report that you made yourself.',
  OWN_RESULT: () => 'A result is confirmed by somebody other than those who reported and approved it.',
  NO_RESULT_WAITING: () => 'No result of this task waits for confirmation.',
  SEVERAL_RESULTS_WAITING: ({ count }) =>
    `${count ?? 'Several'} units wait for confirmation; choose each unit's report.`,
  NOT_A_LEAD_UNIT: () => 'This unit does not lead the task.',
  NOT_AN_OFFICER_OF_THE_UNIT: () => 'The chosen person does not work in this unit.',
  PEOPLE_UNKNOWN_NOW: () =>
    'Whether this person works in the unit cannot be told right now. Try again, or charge the unit as a whole.',
  PERCENT_OUT_OF_RANGE: () => 'Progress goes from 0 to 100 percent.',
  TEXT_MISSING: ({ field }) => (field === 'reason' ? 'Give a reason.' : 'Enter some text.'),
  TEXT_TOO_LONG: ({ max }) => `The text is longer than ${max ?? 5000} characters.`,
  TOO_MANY_FILES: ({ max }) => `A report has at most ${max ?? 10} files as evidence.`,
  COMPLETED_ON_MISSING: () => 'Enter the day of completion.',
  COMPLETED_ON_WITHOUT_CLAIM: () => 'Give a day of completion only when you report completion.',
  COMPLETED_IN_THE_FUTURE: () => 'The day of completion cannot be after today.',
  COMPLETED_BEFORE_THE_PLAN: ({ openedOn }) =>
    `The day of completion cannot be before the plan (${openedOn ?? 'its day of issue'}).`,
  OTHER_PROVINCE: () => 'You see the figures of your own province only.',
  PORTALS_ONLY: () => 'This list in one piece is for the two portals only; read it page by page.',
  INVALID_FILTER: ({ field }) => `The filter is not valid${field ? `: ${field}` : ''}.`,
};
