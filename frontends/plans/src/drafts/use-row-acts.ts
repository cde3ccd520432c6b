import { useAct } from '@lienthong/frontend-kit/graph';
import { useCallback } from 'react';
import {
  CorrectDraftRowDocument,
  type DraftField,
  JoinDraftRowsDocument,
  RemoveDraftRowDocument,
} from '../generated/graphql.ts';
import type { DraftRow, ReviewActs } from './draft-shown.ts';

export interface NextRow {
  id: string;
  version: number;
}

/** The acts on a row that need no form. Each can be taken back, so that none asks twice. */
export function useRowActs(row: DraftRow, next: NextRow | undefined, acts: ReviewActs) {
  const settling = useAct(CorrectDraftRowDocument);
  const joining = useAct(JoinDraftRowsDocument);
  const removing = useAct(RemoveDraftRowDocument);
  const { saved, goOn, focusRow, reload } = acts;
  const seen = { rowId: row.id, expectedVersion: row.version };

  /** A stale row is fetched anew: the next press is about what is on the screen. */
  const done = useCallback(
    async (answer: unknown) => {
      await (answer ? saved() : reload());
      return Boolean(answer);
    },
    [saved, reload],
  );

  return {
    busy: settling.busy || joining.busy || removing.busy,
    refusals: [...settling.refusals, ...joining.refusals, ...removing.refusals],
    async settle(field: DraftField) {
      const answer = await settling.submit({ ...seen, settle: [field] });
      // The answer tells what is left of the row's doubts: the next one need not wait for the rest.
      if (answer) goOn({ rowId: row.id, field });
      await done(answer);
    },
    async join() {
      if (!next) return;
      const answer = await joining.submit({ ...seen, nextRowId: next.id, nextExpectedVersion: next.version });
      if (await done(answer)) focusRow(row.id);
    },
    async remove(nearby: string | undefined) {
      if ((await done(await removing.submit(seen))) && nearby) focusRow(nearby);
    },
  };
}
