// biome-ignore-all lint/a11y/noStaticElementInteractions: the names of the fields are the buttons; a click on the card is a shortcut of the mouse
// biome-ignore-all lint/a11y/useKeyWithClickEvents: as above
// biome-ignore-all lint/a11y/noNoninteractiveElementInteractions: as above
import { IconAlertTriangle, IconCheck, IconDots } from '@lienthong/frontend-kit/icons';
import { ActionIcon, Alert, Button, Menu, Text, Title } from '@lienthong/frontend-kit/mantine';
import { PageSkeleton } from '@lienthong/frontend-kit/ui';
import { lazy, memo, Suspense, useState } from 'react';
import type { DraftField } from '../generated/graphql.ts';
import classes from './draft-row.module.css';
import type { DraftRow, ReviewActs } from './draft-shown.ts';
import { RowFields } from './row-fields.tsx';
import { useRefusalShown } from './use-refusal-shown.ts';
import { type NextRow, useRowActs } from './use-row-acts.ts';
import { useRowWords } from './use-row-words.ts';
import { draftsWords } from './words.ts';

// Fetched when something is corrected: the first look at a document does not wait for its forms.
const CorrectRowForm = lazy(async () => ({ default: (await import('./correct-row.form.tsx')).CorrectRowForm }));
const SplitRowForm = lazy(async () => ({ default: (await import('./split-row.form.tsx')).SplitRowForm }));
const AddRowForm = lazy(async () => ({ default: (await import('./add-row.form.tsx')).AddRowForm }));

export const rowHeadingId = (rowId: string) => `row-${rowId}`;

interface Props {
  row: DraftRow;
  nextId: string | undefined;
  nextVersion: number | undefined;
  previousId: string | undefined;
  chosen: boolean;
  mayReview: boolean;
  acts: ReviewActs;
}

type Doing = { form: 'correct'; field?: DraftField } | { form: 'split' } | { form: 'add' };

/** One task as it was read: what, who, by when, what is doubtful about it, and what can be done with it. */
export const DraftRowCard = memo(function DraftRowCard(props: Props) {
  const { row, nextId, nextVersion, previousId, chosen, mayReview, acts } = props;
  const words = draftsWords.useWords();
  const { placeOf } = useRowWords();
  const refusalShown = useRefusalShown();
  const [doing, setDoing] = useState<Doing>();
  const next: NextRow | undefined =
    nextId && nextVersion !== undefined ? { id: nextId, version: nextVersion } : undefined;
  const own = useRowActs(row, next, acts);
  const place = placeOf(row);
  const difference = row.difference;
  const edit = (field?: DraftField) => setDoing({ form: 'correct', field });
  const close = (saved: boolean) => {
    const field = doing?.form === 'correct' ? doing.field : undefined;
    setDoing(undefined);
    if (saved && field) acts.goOn({ rowId: row.id, field });
    else acts.focusRow(row.id);
  };

  return (
    <article
      aria-labelledby={rowHeadingId(row.id)}
      className={classes.card}
      data-doubtful={row.doubts.length > 0 || undefined}
      data-chosen={chosen || undefined}
      onClick={(event) => {
        const isActed = (event.target as HTMLElement).closest('button, a, input, textarea, [role=menu]');
        if (!isActed && !doing && !getSelection()?.toString()) acts.show({ rowId: row.id });
      }}
    >
      <div className={classes.head}>
        <Title order={4} size="1rem" id={rowHeadingId(row.id)} tabIndex={-1}>
          {words('row.title', { place: row.place })}
        </Title>
        {place ? (
          <Text span size="sm" className="lt-quiet">
            {place}
          </Text>
        ) : null}
        {row.doubts.length > 0 ? (
          <span className={classes.badge} data-kind="doubt">
            <IconAlertTriangle size={14} aria-hidden /> {words('row.doubts', { count: row.doubts.length })}
          </span>
        ) : row.settled.length > 0 ? (
          <span className={classes.badge}>
            <IconCheck size={14} aria-hidden /> {words('row.seen')}
          </span>
        ) : null}
        {difference && difference.kind !== 'SAME' ? (
          <span className={classes.badge} data-kind={difference.kind}>
            {words(`difference.${difference.kind}`, {
              fields: difference.fields.map((field) => words(`field.${field}`).toLocaleLowerCase()).join(', '),
            })}
          </span>
        ) : null}
        {mayReview && !doing ? (
          <span className={classes.acts}>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={words('row.editOf', { place: row.place })}
              onClick={() => edit()}
            >
              {words('row.edit')}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={words('row.more', { place: row.place })}>
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => acts.show({ rowId: row.id })}>{words('row.show')}</Menu.Item>
                <Menu.Item onClick={() => setDoing({ form: 'split' })}>{words('row.split')}</Menu.Item>
                {next ? <Menu.Item onClick={() => void own.join()}>{words('row.join')}</Menu.Item> : null}
                <Menu.Item onClick={() => setDoing({ form: 'add' })}>{words('row.add')}</Menu.Item>
                <Menu.Item onClick={() => void own.remove(nextId ?? previousId)}>{words('row.remove')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </span>
        ) : null}
      </div>
      {own.refusals.length > 0 ? (
        <Alert color="red" role="alert" mb="xs" icon={<IconAlertTriangle aria-hidden />}>
          {refusalShown(own.refusals, words('row.changedBy', { place: row.place }))}
        </Alert>
      ) : null}
      {doing?.form === 'correct' ? (
        <Suspense fallback={<PageSkeleton head={false} rows={3} />}>
          <CorrectRowForm row={row} field={doing.field} acts={acts} close={close} />
        </Suspense>
      ) : (
        <RowFields
          row={row}
          acts={acts}
          review={mayReview ? { busy: own.busy, settle: (field) => void own.settle(field), edit } : undefined}
        />
      )}
      <Suspense fallback={<PageSkeleton head={false} rows={2} />}>
        {doing?.form === 'split' ? <SplitRowForm row={row} acts={acts} close={close} /> : null}
        {doing?.form === 'add' ? <AddRowForm after={row} acts={acts} close={close} /> : null}
      </Suspense>
    </article>
  );
});
