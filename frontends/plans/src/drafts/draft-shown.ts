import type { DraftField, DraftRowFragment, DraftWholeFragment, PlanDraftLinesQuery } from '../generated/graphql.ts';

export type Draft = DraftWholeFragment;
export type DraftRow = DraftRowFragment;
export type DraftAssignee = DraftRow['leads'][number];
export type DocumentLine = NonNullable<PlanDraftLinesQuery['planDraft']>['lines'][number];

/** The row that is looked at, and of which field the words are marked. */
export interface Chosen {
  rowId: string;
  field?: DraftField;
}

/** What a row can ask of the page it stands in. */
export interface ReviewActs {
  draftId: string;
  /** Marks the words in the document, and brings them into view. */
  show: (chosen: Chosen) => void;
  /** Marks the words where they are. */
  light: (chosen: Chosen | undefined) => void;
  /** After a doubt is settled: to the next one. */
  goOn: (from: Chosen) => void;
  /** A change was stored: says so, and asks for what it brought about. */
  saved: () => Promise<unknown>;
  /** A row that came out of another stays beside it. */
  keepBeside: (rowId: string, besideId: string) => void;
  focusRow: (rowId: string) => void;
  reload: () => Promise<unknown>;
}
