import { useAct } from '@lienthong/frontend-kit/graph';
import { IconAlertTriangle, IconArrowBackUp, IconChevronDown, IconChevronUp } from '@lienthong/frontend-kit/icons';
import { ActionIcon, Alert, Button, Group, SegmentedControl, Text, Title } from '@lienthong/frontend-kit/mantine';
import { EmptyNotice, formatInstant, SavedNote } from '@lienthong/frontend-kit/ui';
import { lazy, Suspense, useState } from 'react';
import { UndoDraftChangeDocument } from '../generated/graphql.ts';
import { DocumentFacts } from './document-facts.tsx';
import { DraftFindings } from './draft-findings.tsx';
import { DraftRowCard } from './draft-row.card.tsx';
import type { Chosen, Draft, DraftRow, ReviewActs } from './draft-shown.ts';
import classes from './review.module.css';
import type { RowOrder } from './row-order.ts';
import { useRefusalShown } from './use-refusal-shown.ts';
import { draftsWords } from './words.ts';

const AddRowForm = lazy(async () => ({ default: (await import('./add-row.form.tsx')).AddRowForm }));

export const counterId = 'doubts-left';

interface Props {
  draft: Draft;
  /** The rows in the order in which they are shown. */
  shown: readonly DraftRow[];
  waiting: ReadonlySet<string>;
  order: RowOrder;
  onOrder: (order: RowOrder) => void;
  chosen: Chosen | undefined;
  mayReview: boolean;
  acts: ReviewActs;
  savedAt: Date | undefined;
  step: (step: 1 | -1) => void;
  onLines: (lines: readonly number[]) => void;
}

/** What was read: the facts of the document, what to look at, and its tasks, doubts first. */
export function TaskPane(props: Props) {
  const { draft, shown, waiting, order, onOrder, chosen, mayReview, acts, savedAt, step, onLines } = props;
  const words = draftsWords.useWords();
  const [adding, setAdding] = useState(false);
  const byPlace = draft.rows;
  const firstRest = order === 'doubts' && waiting.size > 0 ? shown.find(({ id }) => !waiting.has(id)) : undefined;

  return (
    <section className={classes.pane} aria-labelledby="tasks-read">
      <div className={classes.paneHead}>
        <Group gap="xs" justify="space-between" wrap="wrap">
          <Title order={2} size="h4" id="tasks-read">
            {words('review.tasks')} <span className="lt-quiet lt-figures">{draft.rowCount}</span>
          </Title>
          <Group gap={6} wrap="nowrap">
            <Text
              id={counterId}
              tabIndex={-1}
              role="status"
              fw={600}
              className={draft.doubtCount > 0 ? classes.missing : classes.allSeen}
            >
              {draft.doubtCount > 0 ? words('doubts.left', { count: draft.doubtCount }) : words('doubts.allSeen')}
            </Text>
            {draft.doubtCount > 0 ? (
              <>
                <ActionIcon
                  variant="default"
                  aria-label={words('doubts.previous')}
                  title={words('doubts.previous')}
                  onClick={() => step(-1)}
                >
                  <IconChevronUp size={18} />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  aria-label={words('doubts.next')}
                  title={words('doubts.next')}
                  onClick={() => step(1)}
                >
                  <IconChevronDown size={18} />
                </ActionIcon>
              </>
            ) : null}
          </Group>
        </Group>
      </div>
      <div className={classes.paneTools}>
        <Group gap="xs" justify="space-between" wrap="wrap">
          <SegmentedControl
            size="xs"
            aria-label={words('order.label')}
            value={order}
            onChange={(next) => onOrder(next as RowOrder)}
            data={[
              { value: 'doubts', label: words('order.doubts') },
              { value: 'document', label: words('order.document') },
            ]}
          />
          <SavedNote at={savedAt} />
        </Group>
        {mayReview && draft.lastChange ? <LastChange draft={draft} change={draft.lastChange} acts={acts} /> : null}
      </div>
      <div className={classes.paneBody}>
        <DocumentFacts draft={draft} mayReview={mayReview} acts={acts} />
        <DraftFindings draft={draft} acts={acts} onLines={onLines} />
        {shown.length === 0 ? (
          <EmptyNotice
            title={words('row.none')}
            action={
              mayReview && !adding ? <Button onClick={() => setAdding(true)}>{words('row.addFirst')}</Button> : null
            }
          >
            {words('row.noneText')}
          </EmptyNotice>
        ) : null}
        <Suspense>
          {adding && shown.length === 0 ? (
            <AddRowForm after={undefined} acts={acts} close={() => setAdding(false)} />
          ) : null}
        </Suspense>
        <ol className={classes.rows}>
          {shown.map((row, index) => {
            const next = byPlace[row.place];
            const previous = byPlace[row.place - 2];
            return (
              <li key={row.id}>
                {order === 'doubts' && index === 0 && waiting.has(row.id) ? (
                  <Title order={3} size="0.9375rem" className={classes.group}>
                    {words('order.waiting')}
                  </Title>
                ) : null}
                {row.id === firstRest?.id ? (
                  <Title order={3} size="0.9375rem" className={classes.group}>
                    {words('order.rest')}
                  </Title>
                ) : null}
                <DraftRowCard
                  row={row}
                  nextId={next?.id}
                  nextVersion={next?.version}
                  previousId={previous?.id}
                  chosen={chosen?.rowId === row.id}
                  mayReview={mayReview}
                  acts={acts}
                />
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

interface LastChangeProps {
  draft: Draft;
  change: NonNullable<Draft['lastChange']>;
  acts: ReviewActs;
}

/** What undo would take back, and whose it is, before it is pressed. */
function LastChange({ draft, change, acts }: LastChangeProps) {
  const words = draftsWords.useWords();
  const refusalShown = useRefusalShown();
  const act = useAct(UndoDraftChangeDocument);
  const place = draft.rows.find(({ id }) => id === change.rowId)?.place;
  const what =
    change.kind === 'DOCUMENT' || change.kind === 'REMOVE'
      ? words(`undo.${change.kind}`)
      : place
        ? words(`undo.${change.kind}`, { place })
        : words('undo.gone');
  const undo = async () => {
    const saved = await act.submit({ draftId: draft.id, changeId: change.id });
    if (!saved) {
      await acts.reload();
      return;
    }
    await acts.saved();
    const row = saved.undoDraftChange.row;
    if (row) acts.focusRow(row.id);
  };
  return (
    <>
      <Group gap={8} mt={4} wrap="nowrap" align="center">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={15} aria-hidden />}
          loading={act.busy}
          onClick={() => void undo()}
          style={{ flex: 'none' }}
        >
          {words('undo.act')}
        </Button>
        <Text size="sm" className="lt-quiet">
          {words('undo.last', { what, who: change.by, at: formatInstant(change.at) })}
        </Text>
      </Group>
      {act.refusals.length > 0 ? (
        <Alert mt={6} color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
          {refusalShown(act.refusals, words('confirm.newer'))}
        </Alert>
      ) : null}
    </>
  );
}
