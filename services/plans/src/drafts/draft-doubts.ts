import type { Locale } from '@lienthong/kit/refusal';
import { doubtSentence } from '../importing/messages.ts';
import type { DraftDoubt, PlanDraftRow, ReadDoubt } from './plan-draft-row.entity.ts';

type Read = Pick<PlanDraftRow, 'doubted' | 'settled'>;

/** The doubts that nobody has settled yet. */
export const openDoubts = ({ doubted, settled }: Read): ReadDoubt[] =>
  doubted.filter(({ field }) => !settled.includes(field));

export const doubtsOf = (row: Read, locale: Locale): DraftDoubt[] =>
  openDoubts(row).map((doubt) => ({
    field: doubt.field,
    confidence: doubt.confidence,
    message: doubtSentence(doubt, locale),
  }));

export const countDoubts = (rows: readonly Read[]): number =>
  rows.reduce((sum, row) => sum + openDoubts(row).length, 0);
