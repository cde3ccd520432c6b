import { SegmentedControl, Title, useHotkeys, useMediaQuery } from '@lienthong/frontend-kit/mantine';
import type { LongListHandle } from '@lienthong/frontend-kit/ui/long-list.tsx';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ConfirmBar } from './confirm-bar.tsx';
import { DocumentPane } from './document-pane.tsx';
import { rowHeadingId } from './draft-row.card.tsx';
import type { Chosen, Draft, ReviewActs } from './draft-shown.ts';
import classes from './review.module.css';
import { doubtId } from './row-field.tsx';
import { nextDoubt, ordered, type RowOrder, toLookAt } from './row-order.ts';
import { counterId, TaskPane } from './task-pane.tsx';
import { useDocumentLines } from './use-document-lines.ts';
import { draftsWords } from './words.ts';

const noLines: ReadonlySet<number> = new Set();

/** Gives the focus to what appears after the next drawing. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  });
}

/** The document and its tasks side by side; where there is no room for both, one at a time. */
export function DraftReview({ draft, reload }: { draft: Draft; reload: () => Promise<unknown> }) {
  const words = draftsWords.useWords();
  const narrow = useMediaQuery('(max-width: 68em)', false, { getInitialValueInEffect: false });
  const [side, setSide] = useState<'tasks' | 'document'>('tasks');
  const [chosen, setChosen] = useState<Chosen>();
  const [lit, setLit] = useState<Chosen>();
  const [pointed, setPointed] = useState(noLines);
  const [savedAt, setSavedAt] = useState<Date>();
  const [order, setOrder] = useState<RowOrder>('doubts');
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(() => new Set(toLookAt(draft.rows)));
  const document = useDocumentLines(draft.id);
  const list = useRef<LongListHandle>(null);
  const mayReview = draft.permissions.includes('review');

  const late = toLookAt(draft.rows).filter((id) => !waiting.has(id));
  if (late.length > 0) setWaiting(new Set([...waiting, ...late]));
  const shown = useMemo(() => ordered(draft.rows, order, waiting), [draft.rows, order, waiting]);

  // What is asked for later, from a callback that stays the same, is answered from what is shown then.
  const now = useRef({ draft, shown, chosen, lines: document.lines, narrow, reload });
  useEffect(() => {
    now.current = { draft, shown, chosen, lines: document.lines, narrow, reload };
  });

  const toLine = useCallback((line: number | undefined) => {
    const place = now.current.lines?.findIndex(({ index }) => index === line) ?? -1;
    if (place >= 0) requestAnimationFrame(() => list.current?.show(place));
  }, []);

  const toWords = useCallback(
    ({ rowId, field }: Chosen) => {
      const row = now.current.draft.rows.find(({ id }) => id === rowId);
      toLine(row?.sources.find((source) => source.field === field)?.line ?? row?.lines[0]);
    },
    [toLine],
  );
  const mark = useCallback(
    (next: Chosen) => {
      setChosen(next);
      setPointed(noLines);
      toWords(next);
    },
    [toWords],
  );
  // The words that are looked for may come, or come into view, after they were asked for.
  const isLoaded = document.lines !== undefined;
  useEffect(() => {
    if (isLoaded && side && now.current.chosen) toWords(now.current.chosen);
  }, [isLoaded, side, toWords]);

  const acts = useMemo<ReviewActs>(() => {
    const focusDoubt = (doubt: Required<Chosen>) => {
      mark(doubt);
      focusSoon(doubtId(doubt.rowId, doubt.field));
    };
    return {
      draftId: draft.id,
      show(next) {
        mark(next);
        if (now.current.narrow && next.field) setSide('document');
      },
      light: setLit,
      // Asked after the answer was drawn: what was settled is no doubt any more.
      goOn: (from) =>
        requestAnimationFrame(() => {
          const next = nextDoubt(now.current.shown, from);
          if (next) focusDoubt(next);
          else focusSoon(counterId);
        }),
      saved: () => {
        setSavedAt(new Date());
        return now.current.reload();
      },
      keepBeside: (rowId, besideId) =>
        setWaiting((before) => (before.has(besideId) ? new Set([...before, rowId]) : before)),
      focusRow: (rowId) => {
        setSide('tasks');
        requestAnimationFrame(() => focusSoon(rowHeadingId(rowId)));
      },
      reload: () => now.current.reload(),
    };
  }, [draft.id, mark]);

  const step = (by: 1 | -1) => {
    const next = nextDoubt(shown, chosen, by);
    if (!next) return;
    setSide('tasks');
    mark(next);
    focusSoon(doubtId(next.rowId, next.field));
  };
  useHotkeys(
    [
      ['alt+ArrowDown', () => step(1)],
      ['alt+ArrowUp', () => step(-1)],
    ],
    [],
  );

  const toLines = (lines: readonly number[]) => {
    setChosen(undefined);
    setPointed(new Set(lines));
    setSide('document');
    toLine(lines[0]);
  };
  const both = !narrow;

  return (
    <>
      {narrow ? (
        <SegmentedControl
          fullWidth
          mb="xs"
          aria-label={words('review.side')}
          value={side}
          onChange={(next) => setSide(next as 'tasks')}
          data={[
            { value: 'tasks', label: words('review.tasks') },
            { value: 'document', label: words('review.document') },
          ]}
        />
      ) : null}
      <div className={classes.bench}>
        <section
          className={classes.pane}
          data-document
          aria-labelledby="document-read"
          hidden={!both && side !== 'document'}
        >
          <div className={classes.paneHead}>
            <Title order={2} size="h4" id="document-read">
              {words('review.document')}
            </Title>
          </div>
          <div className={classes.paneLines}>
            <DocumentPane
              document={document}
              rows={draft.rows}
              chosen={lit ?? chosen}
              pointed={pointed}
              onChoose={(rowId) => {
                setChosen({ rowId });
                setPointed(noLines);
                acts.focusRow(rowId);
              }}
              handle={list}
            />
          </div>
        </section>
        <div hidden={!both && side !== 'tasks'} className={classes.side}>
          <TaskPane
            draft={draft}
            shown={shown}
            waiting={waiting}
            order={order}
            onOrder={(next) => {
              setOrder(next);
              setWaiting(new Set(toLookAt(draft.rows)));
            }}
            chosen={chosen}
            mayReview={mayReview}
            acts={acts}
            savedAt={savedAt}
            step={step}
            onLines={toLines}
          />
        </div>
      </div>
      {mayReview ? <ConfirmBar draft={draft} acts={acts} toFirstDoubt={() => step(1)} /> : null}
    </>
  );
}
