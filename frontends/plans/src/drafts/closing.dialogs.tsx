import { useAct } from '@lienthong/frontend-kit/graph';
import { IconAlertTriangle } from '@lienthong/frontend-kit/icons';
import { Alert, Button, Group, Modal, Progress, Stack, Text } from '@lienthong/frontend-kit/mantine';
import { useNavigate } from '@lienthong/frontend-kit/navigation';
import { ConfirmPlanDraftDocument, DiscardPlanDraftDocument } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import { DraftDifferences } from './draft-differences.tsx';
import type { Draft, ReviewActs } from './draft-shown.ts';
import { useRefusalShown } from './use-refusal-shown.ts';
import { draftsWords } from './words.ts';

interface DialogProps {
  draft: Draft;
  acts: ReviewActs;
  close: () => void;
}

/** Says once more what will happen, and waits while it happens. */
export function ConfirmDialog({
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

export function DiscardDialog({ draft, acts, close }: DialogProps) {
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

/** What would change in the plan that is there already. */
export function DifferencesDialog({
  draft,
  toRow,
  close,
}: Omit<DialogProps, 'acts'> & { toRow: (rowId: string) => void }) {
  const words = draftsWords.useWords();
  const { planName } = useNames();
  const plan = draft.plan ? planName(draft.plan) : '';
  return (
    <Modal opened onClose={close} title={words('change.title', { plan })} size="xl">
      <DraftDifferences draft={draft} toRow={toRow} />
    </Modal>
  );
}
