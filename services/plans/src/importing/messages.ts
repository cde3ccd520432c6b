import type { ImportFaultCode } from './import-fault.ts';
import * as en from './messages.en.ts';
import * as vi from './messages.vi.ts';
import type { DeadlineReason, UnitReason } from './reasons.ts';

/** What each finding tells; its words are in the message files. */
export interface FindingData {
  NO_NUMBER: Nothing;
  NO_DATE: Nothing;
  NO_PROVINCE: Nothing;
  NO_TABLE: Nothing;
  NO_HEADER: Nothing;
  COUNT_DIFFERS: { section: string; declared: number; count: number };
  SUM_DIFFERS: { total: number; sum: number };
  TOTAL_DIFFERS: { declared: number; count: number };
  NUMBER_MISSING: { numbers: string };
  NUMBER_REPEATS: { number: string };
  ROW_LOST: { text: string };
  TASK_REPEATS: { one: string; other: string };
  TASK_NEARLY_REPEATS: { one: string; other: string };
  LEAD_CONFLICTS: { row: string; leads: string; plan: string; place: string; earlierLeads: string };
  DUE_BEFORE_ISSUE: { text: string };
  DUE_FAR: { text: string };
  HIDDEN_SHEET: { name: string };
  HIDDEN_ROW: Nothing;
  HIDDEN_COLUMN: Nothing;
  FOOTNOTE_LEFT_OUT: { text: string };
  PAGES_LEFT_OUT: { pages: number };
}

/** What is said of one row, and of one field that is in doubt. */
export interface DoubtData {
  NO_CONTENT: Nothing;
  NO_LEAD: Nothing;
  NO_DEADLINE: Nothing;
  UNIT_UNSURE: { text: string; reason: UnitReason };
  DEADLINE_UNSURE: { text: string; reason: DeadlineReason };
  CELL_UNSURE: Nothing;
  DATE_IN_CONTENT: { dates: string };
  SECTION_INFERRED: { section: string };
  ROW_JOINED: Nothing;
}

type Nothing = Readonly<Record<string, never>>;
export type FindingCode = keyof FindingData;
export type DoubtCode = keyof DoubtData;
export type Sentences<Data> = { readonly [Code in keyof Data]: (data: Data[Code]) => string };

export interface Messages {
  findings: Sentences<FindingData>;
  doubts: Sentences<DoubtData>;
  faults: Readonly<Record<ImportFaultCode, string>>;
}

export type Language = 'vi' | 'en';

const MESSAGES: Record<Language, Messages> = { vi, en };

/** One thing said by its code and its data, so that it can be kept and said in either language. */
export type Coded<Data> = { [Code in keyof Data]: { code: Code; data: Data[Code] } }[keyof Data];

const say = <Data>(sentences: Sentences<Data>, { code, data }: Coded<Data>): string =>
  (sentences[code] as (data: unknown) => string)(data);

export const findingSentence = (finding: Coded<FindingData>, language: Language): string =>
  say(MESSAGES[language].findings, finding);
export const doubtSentence = (doubt: Coded<DoubtData>, language: Language): string =>
  say(MESSAGES[language].doubts, doubt);
export const faultSentence = (code: ImportFaultCode, language: Language): string => MESSAGES[language].faults[code];
