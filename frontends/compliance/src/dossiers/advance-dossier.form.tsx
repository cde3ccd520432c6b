import { useAct } from '@lienthong/frontend-kit/graph';
import { Stack, Textarea, TextInput } from '@lienthong/frontend-kit/mantine';
import { DateField, Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { AdvanceDossierDocument, type DossierStep, type DossierToldFragment } from '../generated/graphql.ts';
import { dossiersWords } from './words.ts';

/** Steps that send a dossier back or end it are not taken without a reason. */
const needsReason: readonly DossierStep[] = ['RETURN', 'REFUSE', 'MARK_REDETERMINATION', 'RETIRE'];

interface Props {
  dossier: DossierToldFragment;
  step: DossierStep;
  reload: () => Promise<number | undefined>;
  close: (saved?: boolean) => void;
}

export function AdvanceDossierForm({ dossier, step, reload, close }: Props) {
  const words = dossiersWords.useWords();
  const [version, setVersion] = useState(dossier.version);
  const [note, setNote] = useState('');
  const [decisionNumber, setDecisionNumber] = useState('');
  const [decisionOn, setDecisionOn] = useState('');
  const [decidedBy, setDecidedBy] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const act = useAct(AdvanceDossierDocument, { refetch: ['SystemDetail'] });
  const approves = step === 'APPROVE';
  const reasoned = needsReason.includes(step);
  const noteLabel = words(reasoned ? 'field.reason' : step === 'RECORD_OPINION' ? 'field.opinion' : 'field.note');

  const send = async () => {
    const found: Record<string, string> = {};
    if (reasoned && !note.trim()) found.note = words('field.required', { label: noteLabel });
    if (approves && !decisionNumber.trim())
      found.decisionNumber = words('field.required', { label: words('field.decisionNumber') });
    if (approves && !decisionOn) found.decisionOn = words('field.required', { label: words('field.decisionOn') });
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const saved = await act.submit({
      dossierId: dossier.id,
      expectedVersion: version,
      step,
      note: note.trim() || null,
      decisionNumber: approves ? decisionNumber.trim() : null,
      decisionOn: approves ? decisionOn : null,
      decidedBy: (approves && decidedBy.trim()) || null,
    });
    if (saved) close(true);
  };

  return (
    <Form
      act={act}
      dirty={[note, decisionNumber, decisionOn, decidedBy].some(Boolean)}
      problems={problems}
      onSubmit={send}
      onReload={async () => {
        setVersion((await reload()) ?? version);
        act.clear();
      }}
      onCancel={() => close()}
      submitLabel={words(`act.${step}`)}
    >
      {(field) => (
        <Stack gap="sm" maw={620}>
          {approves ? (
            <>
              <TextInput
                {...field('decisionNumber')}
                label={words('field.decisionNumber')}
                required
                maxLength={100}
                value={decisionNumber}
                onChange={(event) => setDecisionNumber(event.currentTarget.value)}
              />
              <DateField
                {...field('decisionOn')}
                label={words('field.decisionOn')}
                required
                maw={220}
                value={decisionOn}
                onChange={setDecisionOn}
              />
              <TextInput
                {...field('decidedBy')}
                label={words('field.decidedBy')}
                description={words('field.decidedByHint')}
                maxLength={200}
                value={decidedBy}
                onChange={(event) => setDecidedBy(event.currentTarget.value)}
              />
            </>
          ) : null}
          <Textarea
            {...field('note')}
            label={noteLabel}
            required={reasoned}
            autosize
            minRows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Stack>
      )}
    </Form>
  );
}
