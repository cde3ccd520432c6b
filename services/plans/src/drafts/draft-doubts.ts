import type { Locale } from '@lienthong/kit/refusal';
import { doubtWords } from './draft.words.ts';
import { type DraftDoubt, DraftField, type PlanDraftRow } from './plan-draft-row.entity.ts';

/** Below this a reading is a question to the reviewer. */
export const SURE = 0.8;

type Read = Pick<PlanDraftRow, 'confidences' | 'settled' | 'leads' | 'coordinators' | 'deadline' | 'content'>;

const doubtful = ({ confidences, settled }: Read): DraftField[] =>
  Object.values(DraftField).filter((field) => (confidences[field] ?? 1) < SURE && !settled.includes(field));

export const doubtsOf = (row: Read, locale: Locale): DraftDoubt[] =>
  doubtful(row).map((field) => ({
    field,
    confidence: row.confidences[field] ?? 1,
    message: doubtWords[locale](row, field),
  }));

export const countDoubts = (rows: readonly Read[]): number => rows.reduce((sum, row) => sum + doubtful(row).length, 0);
