import { IconAlertTriangle } from '@lienthong/frontend-kit/icons';
import { Button, Group, Text } from '@lienthong/frontend-kit/mantine';
import type { ReactNode } from 'react';
import type { DraftField } from '../generated/graphql.ts';
import classes from './draft-row.module.css';
import type { DraftRow, ReviewActs } from './draft-shown.ts';
import { draftsWords } from './words.ts';

export const doubtId = (rowId: string, field: DraftField) => `doubt-${rowId}-${field}`;

interface Props {
  row: DraftRow;
  field: DraftField;
  acts: ReviewActs;
  /** None for who may only read. */
  review?: { busy: boolean; settle: (field: DraftField) => void; edit: (field: DraftField) => void };
  children: ReactNode;
  wide?: boolean;
}

/** One field of a row: its name leads to the words it was read from, its doubt stands under it. */
export function RowField({ row, field, acts, review, children, wide }: Props) {
  const words = draftsWords.useWords();
  const doubt = row.doubts.find((one) => one.field === field);
  const name = words(`field.${field}`);
  const said = { field: name.toLocaleLowerCase(), place: row.place };
  const light = () => acts.light({ rowId: row.id, field });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the name of the field does the same for the keyboard
    <div
      className={classes.field}
      data-doubtful={doubt ? true : undefined}
      data-wide={wide || undefined}
      onMouseEnter={light}
      onMouseLeave={() => acts.light(undefined)}
    >
      <div className={classes.label}>
        {row.sources.some((source) => source.field === field) ? (
          <button
            type="button"
            className={classes.source}
            aria-label={words('row.showField', { field: name })}
            onFocus={light}
            onBlur={() => acts.light(undefined)}
            onClick={() => acts.show({ rowId: row.id, field })}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </div>
      <div className={classes.value}>{children}</div>
      {doubt ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one inside the description of a row
        <div
          id={doubtId(row.id, field)}
          className={classes.doubt}
          role="group"
          tabIndex={-1}
          aria-label={words('doubt.of', { ...said, message: doubt.message })}
        >
          <Text size="sm" className={classes.message}>
            <IconAlertTriangle size={16} aria-hidden /> {doubt.message}
          </Text>
          {review ? (
            <Group gap={6}>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words('doubt.rightOf', said)}
                aria-disabled={review.busy}
                onClick={() => review.settle(field)}
              >
                {words('doubt.right')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words('doubt.editOf', said)}
                onClick={() => review.edit(field)}
              >
                {words('doubt.edit')}
              </Button>
            </Group>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
