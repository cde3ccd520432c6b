import { Button, Group, Text } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { lazy, Suspense, useState } from 'react';
import { useNames } from '../tasks/names.ts';
import { factsId, missingFacts } from './document-facts.tsx';
import type { Draft, ReviewActs } from './draft-shown.ts';
import classes from './review.module.css';
import { draftsWords } from './words.ts';

const dialogs = () => import('./closing.dialogs.tsx');
const ConfirmDialog = lazy(async () => ({ default: (await dialogs()).ConfirmDialog }));
const DiscardDialog = lazy(async () => ({ default: (await dialogs()).DiscardDialog }));
const DifferencesDialog = lazy(async () => ({ default: (await dialogs()).DifferencesDialog }));

const factWords = {
  number: 'fact.number',
  issuer: 'fact.issuer',
  title: 'fact.name',
  kind: 'fact.kind',
  effectiveFrom: 'fact.effectiveFrom',
} as const;

interface Props {
  draft: Draft;
  acts: ReviewActs;
  toFirstDoubt: () => void;
}

/** What confirming will do, in one sentence; what still stands in the way; and the two ends of a review. */
export function ConfirmBar({ draft, acts, toFirstDoubt }: Props) {
  const words = draftsWords.useWords();
  const { planName } = useNames();
  const [open, setOpen] = useState<'confirm' | 'differences' | 'discard'>();
  const { differences, plan } = draft;
  const missing = missingFacts(draft);
  const noLead = draft.rows.find(({ leads }) => leads.length === 0);
  const isSame = differences !== null && differences.changed + differences.added + differences.removed.length === 0;
  const isReady = draft.doubtCount === 0 && missing.length === 0 && draft.rowCount > 0 && !noLead;
  const close = () => setOpen(undefined);
  const toRow = (rowId: string) => {
    close();
    acts.show({ rowId });
    acts.focusRow(rowId);
  };

  const sentence =
    differences && plan
      ? isSame
        ? words('confirm.same', { plan: planName(plan), count: differences.same })
        : words('confirm.change', {
            plan: planName(plan),
            changed: differences.changed,
            added: differences.added,
            removed: differences.removed.length,
          })
      : draft.number
        ? words('confirm.new', { plan: draft.number, count: draft.rowCount })
        : words('confirm.newUnnamed', { count: draft.rowCount });

  return (
    <section className={classes.bar} aria-label={words('confirm.bar')}>
      <div className={classes.told}>
        <Text fw={600} inherit>
          {sentence}
        </Text>
        {isReady ? null : (
          <Text size="sm" component="div" className={classes.left}>
            <span>{words('confirm.left')}</span>
            {draft.doubtCount > 0 ? (
              <button type="button" className={classes.link} onClick={toFirstDoubt}>
                {words('doubts.left', { count: draft.doubtCount }).toLocaleLowerCase()}
              </button>
            ) : null}
            {missing.length > 0 ? (
              <button
                type="button"
                className={classes.link}
                onClick={() => {
                  const heading = document.getElementById(factsId);
                  heading?.scrollIntoView({ block: 'center' });
                  heading?.focus();
                }}
              >
                {words('confirm.missing', {
                  facts: missing.map((fact) => words(factWords[fact]).toLocaleLowerCase()).join(', '),
                })}
              </button>
            ) : null}
            {draft.rowCount === 0 ? <span>{words('confirm.noRows')}</span> : null}
            {noLead && draft.doubtCount === 0 ? (
              <button type="button" className={classes.link} onClick={() => toRow(noLead.id)}>
                {words('confirm.rowIncomplete', {
                  place: noLead.place,
                  field: words('field.LEADS').toLocaleLowerCase(),
                })}
              </button>
            ) : null}
          </Text>
        )}
      </div>
      <Group gap="xs">
        {isSame && plan ? (
          <Link to={`/plans/${plan.id}`}>{words('review.confirmedLink', { plan: planName(plan) })}</Link>
        ) : null}
        <Button variant="default" onClick={() => setOpen('discard')}>
          {words('discard.open')}
        </Button>
        {differences && !isSame ? (
          <Button variant="default" className={classes.wideOnly} onClick={() => setOpen('differences')}>
            {words('confirm.differences')}
          </Button>
        ) : null}
        {isSame ? null : (
          <Button disabled={!isReady} onClick={() => setOpen('confirm')}>
            {words('confirm.open')}
          </Button>
        )}
      </Group>
      <Suspense>
        {open === 'differences' ? <DifferencesDialog draft={draft} toRow={toRow} close={close} /> : null}
        {open === 'confirm' ? (
          <ConfirmDialog draft={draft} acts={acts} sentence={sentence} toRow={toRow} close={close} />
        ) : null}
        {open === 'discard' ? <DiscardDialog draft={draft} acts={acts} close={close} /> : null}
      </Suspense>
    </section>
  );
}
