import type { RefusalTexts } from '@lienthong/kit/refusal';
import { faults } from './importing/messages.en.ts';

/** Why a file cannot be read, in the words of the importer. */
const files: RefusalTexts = Object.fromEntries(
  Object.entries(faults).map(([code, sentence]) => [code, () => sentence]),
);

export const refusals: RefusalTexts = {
  ...files,
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
  DRAFT_NOT_FOUND: () => 'The draft was not found, or you may not see it.',
  DRAFT_CLOSED: ({ state }) =>
    state === 'DISCARDED' ? 'This draft was thrown away.' : 'This draft is confirmed and can no longer be changed.',
  DOUBTS_LEFT: ({ count }) =>
    `${count} doubtful fields are left. Correct each or say that it is right, then try again.`,
  DOCUMENT_INCOMPLETE: ({ field }) => `Fill in ${headNames[field] ?? 'what is missing'} of the document.`,
  ROW_INCOMPLETE: ({ place, field }) => `Row ${place} has no ${field === 'leads' ? 'lead unit' : 'content'} yet.`,
  NOTHING_TO_CHANGE: () => 'The plan has all tasks as the document has them; there is nothing to change.',
  TOO_MANY_ROWS: ({ max }) => `There are more than ${max} entries. Split the document.`,
  UNKNOWN_UNIT: () => 'Choose a unit or a group of the province, or name a body outside the directory.',
  NOTHING_TO_UNDO: () => 'There is no change left to take back.',
  NOT_NEIGHBOURS: () => 'Only two rows that follow each other can be joined.',
  DEADLINE_INCONSISTENT: () => 'The kind of the deadline and its days do not go together.',
  TEXT_NOT_UTF8: () => 'The pasted text is not valid UTF-8. Copy it again from the original file.',
  READING_TOO_LONG: ({ seconds }) =>
    `Reading took more than ${seconds} seconds and was stopped. Split the file or paste the table of tasks.`,
  READING_BUSY: () => 'Several other files are being read. Try again in a moment.',
  CLASSIFIED: ({ marking, where }) =>
    `The document bears the marking “${marking}”${where ? ` (${where})` : ''}. Classified documents do not enter the system: the file was not kept, its fingerprint is held, and the security officers were told.`,
  DOCUMENT_QUARANTINED: () =>
    'This file is held back because it bears a secrecy marking. It may be sent again once two security officers allow it.',
  QUARANTINED_NOT_FOUND: () => 'The refused document was not found, or you may not see it.',
  OWN_DOCUMENT: () => 'Whoever sent a document cannot allow it to be sent again.',
  RELEASED_BY_YOU: () => 'You have allowed it already; another person is needed.',
  ALREADY_RELEASED: () => 'This document may already be sent again.',
};

const headNames: Readonly<Record<string, string>> = {
  number: 'the number',
  issuer: 'the issuer',
  title: 'the title',
  kind: 'the kind',
  effectiveFrom: 'the day of effect',
};
