import { useAct } from '@lienthong/frontend-kit/graph';
import { Textarea } from '@lienthong/frontend-kit/mantine';
import { Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { type QuarantinedDocumentShownFragment, ReleaseQuarantinedDocumentDocument } from '../generated/graphql.ts';
import { useOpened } from '../tasks/use-opened.ts';
import { quarantineWords } from './words.ts';

interface Props {
  document: QuarantinedDocumentShownFragment;
  reload: () => Promise<unknown>;
  close: () => void;
}

/** One of two persons says that the marking is none. */
export function ReleaseDocumentForm({ document, reload, close }: Props) {
  const words = quarantineWords.useWords();
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { opened, renew } = useOpened(document, reload);
  const act = useAct(ReleaseQuarantinedDocumentDocument);

  const send = async () => {
    const missing = !reason.trim();
    setProblems(missing ? { reason: words('release.missing') } : {});
    if (missing) return;
    const saved = await act.submit({
      documentId: document.id,
      expectedVersion: opened.version,
      reason: reason.trim(),
    });
    if (saved) close();
  };

  return (
    <Form
      act={act}
      dirty={reason !== ''}
      problems={problems}
      onSubmit={send}
      onReload={() => void renew().then(act.clear)}
      onCancel={close}
      submitLabel={words('release.send')}
    >
      {(field) => (
        <Textarea
          {...field('reason')}
          label={words('release.label')}
          description={words('release.hint')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </Form>
  );
}
