import type { Messages } from './messages.ts';
import type { DeadlineReason, UnitReason } from './reasons.ts';

export const unitReasons: Record<UnitReason, string> = {
  EXACT_NAME: 'exact name',
  ALIAS: 'another name in the directory',
  ABBREVIATION: 'abbreviated',
  SHORTENED_NAME: 'shortened name',
  COMMUNE: 'a commune or ward of the directory',
  SHARED_WORDS: 'written together with the name beside it',
  HEAD_OF: 'the head of a body, taken for that body',
  BY_BLOC: 'whose it is not said, taken by the bloc of the document',
  SEVERAL_UNITS: 'several units have this abbreviation',
  OTHER_MARKS: 'other accents, or a slip of text recognition',
  MISSPELT: 'nearly the name; perhaps misspelt or badly recognised',
  EXACT_GROUP: 'exact name of a group of the directory',
  NEAR_GROUP: 'nearly the name of a group of the directory',
  UNKNOWN_GROUP: 'a group that the directory does not know',
  CENTRAL_BODY: 'a central body',
  OTHER_PROVINCE: 'a body of another province',
  NOT_IN_DIRECTORY: 'not in the directory',
};

export const deadlineReasons: Record<DeadlineReason, string> = {
  EMPTY: 'empty cell',
  DONE: 'already done',
  PHASES: 'by phases',
  CADENCE: 'recurring',
  EVENT: 'upon an event',
  UPSTREAM: 'set by another document',
  ONGOING: 'ongoing',
  NONE_STATED: 'no deadline stated',
  NOT_UNDERSTOOD: 'words not understood',
  NO_SUCH_DAY: 'no year, or no such day',
  ONLY_START: 'only a first day',
  BEFORE_NAMED_DAY: 'before the named day',
  NAMED_TIME: 'a named day, month, quarter or year',
  SEVERAL_TIMES: 'several times named',
};

export const findings: Messages['findings'] = {
  NO_NUMBER: () => 'The document has no number.',
  NO_DATE: () => 'The document has no date of issue.',
  NO_PROVINCE: () => 'It is not clear which province the document is of, so units have no codes.',
  NO_TABLE: () => 'No table of tasks was found in the document.',
  NO_HEADER: () =>
    'There is a table without column headings (content, lead, deadline…), so no tasks could be told apart.',
  COUNT_DIFFERS: ({ section, declared, count }) => `Section ${section} says ${declared} tasks, but there are ${count}.`,
  SUM_DIFFERS: ({ total, sum }) => `The document says ${total} tasks, but its parts add up to ${sum}.`,
  TOTAL_DIFFERS: ({ declared, count }) => `The document says ${declared} tasks, but there are ${count}.`,
  NUMBER_MISSING: ({ numbers }) => `Row ${numbers} is missing.`,
  NUMBER_REPEATS: ({ number }) => `Number ${number} stands on several rows.`,
  ROW_LOST: ({ text }) => `A row lost its beginning; what is left: “${text}”.`,
  TASK_REPEATS: ({ one, other }) => `Two rows say the same: ${one} and ${other}.`,
  TASK_NEARLY_REPEATS: ({ one, other }) => `Two rows say nearly the same: ${one} and ${other}.`,
  LEAD_CONFLICTS: ({ row, leads, plan, place, earlierLeads }) =>
    `Row ${row} names ${leads} as lead; for the same task, ${plan} (${place}) names ${earlierLeads}.`,
  DUE_BEFORE_ISSUE: ({ text }) => `The deadline “${text}” is before the date of issue.`,
  DUE_FAR: ({ text }) => `The deadline “${text}” is very far away.`,
  HIDDEN_SHEET: ({ name }) => `The hidden sheet “${name}” was left out.`,
  HIDDEN_ROW: () => 'The table has hidden rows; they were left out.',
  HIDDEN_COLUMN: () => 'The sheet has hidden columns; they were left out.',
  FOOTNOTE_LEFT_OUT: ({ text }) => `A footnote was left out of the tasks: “${text}”.`,
  PAGES_LEFT_OUT: ({ pages }) => `Only the first ${pages} pages were read.`,
};

export const doubts: Messages['doubts'] = {
  NO_CONTENT: () => 'The row says nothing that is to be done.',
  NO_LEAD: () => 'No lead unit could be read.',
  NO_DEADLINE: () => 'The row has no deadline.',
  UNIT_UNSURE: ({ text, reason }) => `Not sure which unit “${text}” is (${unitReasons[reason]}).`,
  DEADLINE_UNSURE: ({ text, reason }) => `Not sure of the deadline “${text}” (${deadlineReasons[reason]}).`,
  CELL_UNSURE: () => 'The text lost the borders of its cells; check that this part was cut at the right place.',
  DATE_IN_CONTENT: ({ dates }) => `The content names other dates: ${dates}.`,
  SECTION_INFERRED: ({ section }) => `Section ${section} has no heading; it follows from the declared counts.`,
  ROW_JOINED: () => 'The row was broken over a page and put together again.',
};

export const faults: Messages['faults'] = {
  FILE_TOO_LARGE: 'The file is larger than 50 MB. Split it, or send only the text and its appendices.',
  FILE_NOT_READABLE: 'The file is damaged or cannot be read. Open it, save it again and retry.',
  FILE_TYPE_UNKNOWN: 'This kind of file cannot be read. Use .docx, .xlsx, .pdf with text, .txt or .md.',
  FILE_HAS_PASSWORD: 'The file has a password. Remove the password and retry.',
  FILE_HAS_MACROS: 'The file carries macros and is not accepted. Save it as .docx or .xlsx without macros.',
  FILE_EXPANDS_TOO_MUCH: 'The file unpacks to far too much and was not opened.',
  FILE_HAS_TOO_MANY_ROWS: 'The file has too many rows to be a plan. Keep only the table of tasks.',
  OLD_OFFICE_FORMAT: 'This is an old Office format (.doc, .xls). Save it as .docx or .xlsx.',
  NO_TEXT_LAYER: 'The PDF is a scan without text. Use one with text, or paste the text.',
  NO_TABLE: 'No table of tasks was found in the document.',
  NO_HEADER: 'There is a table without column headings (content, lead, deadline…), so no column is known.',
  CLASSIFIED:
    'The document is marked as classified. Classified material never enters the system; the file was not kept.',
};
