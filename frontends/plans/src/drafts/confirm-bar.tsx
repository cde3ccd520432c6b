import { useAct } from '@lienthong/frontend-kit/graph';
import { IconAlertTriangle } from '@lienthong/frontend-kit/icons';
import { Alert, Button, Group, Modal, Progress, Stack, Text } from '@lienthong/frontend-kit/mantine';
import { Link, useNavigate } from '@lienthong/frontend-kit/navigation';
import { useState } from 'react';
import { ConfirmPlanDraftDocument, DiscardPlanDraftDocument } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import { factsId, missingFacts } from './document-facts.tsx';
import { DraftDifferences } from './draft-differences.tsx';
import type { Draft, ReviewActs } from './draft-shown.ts';
import classes from './review.module.css';
import { useRefusalShown } from './use-refusal-shown.ts';
import { draftsWords } from './words.ts';

const factWords = {
  number: 'fact.number',
  issuedOn: 'fact.issuedOn',
  issuer: 'fact.issuer',
  title: 'fact.name',
  kind: 'fact.kind',
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
  const toRow = (rowId: string) => {
    setOpen(undefined);
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
        <Text fw={600}>{sentence}</Text>
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
          <Button variant="default" onClick={() => setOpen('differences')}>
            {words('confirm.differences')}
          </Button>
        ) : null}
        {isSame ? null : (
          <Button disabled={!isReady} onClick={() => setOpen('confirm')}>
            {words('confirm.open')}
          </Button>
        )}
      </Group>
      <Modal
        opened={open === 'differences'}
        onClose={() => setOpen(undefined)}
        title={words('change.title', { plan: plan ? planName(plan) : '' })}
        size="xl"
      >
        <DraftDifferences draft={draft} toRow={toRow} />
      </Modal>
      {open === 'confirm' ? (
        <ConfirmDialog draft={draft} acts={acts} sentence={sentence} toRow={toRow} close={() => setOpen(undefined)} />
      ) : null}
      {open === 'discard' ? <DiscardDialog draft={draft} acts={acts} close={() => setOpen(undefined)} /> : null}
    </section>
  );
}

interface DialogProps {
  draft: Draft;
  acts: ReviewActs;
  close: () => void;
}

function ConfirmDialog({
  draft,
  acts,
  sentence,
  toRow,
  close,
}: DialogProps & { sentence: string; toRow: (rowId: string) => void }) {
  const words = draftsWords.useWords();
  const refusalShown = useRefusalShown();
  const navigate = useNavigate();
  const act = useAct(ConfirmPlanDraftDocument);
  const send = async () => {
    const saved = await act.submit({ draftId: draft.id, expectedVersion: draft.version });
    if (saved) navigate(`/plans/${saved.confirmPlanDraft.plan.id}`);
    else await acts.reload();
  };
  return (
    <Modal opened onClose={() => (act.busy ? undefined : close())} title={words('confirm.title')} size="lg">
      <Stack gap="sm">
        <Text fw={600}>{sentence}</Text>
        <Text>{words('confirm.effect')}</Text>
        {draft.differences ? (
          <>
            {draft.differences.removed.length > 0 ? <Text>{words('confirm.effectChange')}</Text> : null}
            <DraftDifferences draft={draft} toRow={toRow} />
          </>
        ) : null}
        {draft.findings.length > 0 ? (
          <Text size="sm">{words('confirm.findings', { count: draft.findings.length })}</Text>
        ) : null}
        {act.refusals.length > 0 ? (
          <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
            {refusalShown(act.refusals, words('confirm.newer'))}
          </Alert>
        ) : null}
        {act.busy ? (
          <div role="status">
            <Text size="sm" mb={4}>
              {words('confirm.working')}
            </Text>
            <Progress value={100} animated aria-label={words('confirm.working')} />
          </div>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={act.busy} onClick={close} data-autofocus>
            {words('confirm.cancel')}
          </Button>
          <Button loading={act.busy} onClick={() => void send()}>
            {words(draft.differences ? 'confirm.sendChange' : 'confirm.send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function DiscardDialog({ draft, acts, close }: DialogProps) {
  const words = draftsWords.useWords();
  const refusalShown = useRefusalShown();
  const navigate = useNavigate();
  const act = useAct(DiscardPlanDraftDocument);
  const send = async () => {
    if (await act.submit({ draftId: draft.id, expectedVersion: draft.version })) navigate('/plans/drafts');
    else await acts.reload();
  };
  return (
    <Modal opened onClose={close} title={words('discard.title')}>
      <Stack gap="sm">
        <Text>{words('discard.text', { count: draft.rowCount })}</Text>
        {act.refusals.length > 0 ? (
          <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
            {refusalShown(act.refusals, words('confirm.newer'))}
          </Alert>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close} data-autofocus>
            {words('discard.cancel')}
          </Button>
          <Button color="red" loading={act.busy} onClick={() => void send()}>
            {words('discard.send')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
