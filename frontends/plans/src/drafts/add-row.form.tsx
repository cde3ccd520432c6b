import { useAct } from '@lienthong/frontend-kit/graph';
import { Divider, Textarea } from '@lienthong/frontend-kit/mantine';
import { Form } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { AddDraftRowDocument } from '../generated/graphql.ts';
import type { DraftRow, ReviewActs } from './draft-shown.ts';
import { useStoring } from './use-storing.ts';
import { draftsWords } from './words.ts';

interface Props {
  /** None for the first row of a draft. */
  after: DraftRow | undefined;
  acts: ReviewActs;
  close: (saved: boolean) => void;
}

/** A row that the reading missed; who and by when are said in it afterwards. */
export function AddRowForm({ after, acts, close }: Props) {
  const words = draftsWords.useWords();
  const [content, setContent] = useState('');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const act = useAct(AddDraftRowDocument);
  const { shown: storing, stored } = useStoring(act, acts);

  const send = async () => {
    const missing = !content.trim();
    setProblems(missing ? { content: words('field.required', { label: words('row.addedSoon') }) } : {});
    if (missing) return;
    const saved = await act.submit({ draftId: acts.draftId, afterRowId: after?.id ?? null, content: content.trim() });
    if (!saved) return;
    if (after) acts.keepBeside(saved.addDraftRow.row.id, after.id);
    await stored();
    close(true);
    acts.focusRow(saved.addDraftRow.row.id);
  };

  return (
    <>
      <Divider
        my="sm"
        label={after ? words('add.title', { place: after.place }) : words('add.titleFirst')}
        labelPosition="left"
      />
      <Form
        act={storing}
        dirty={content !== ''}
        problems={problems}
        onSubmit={send}
        onCancel={() => close(false)}
        submitLabel={words('row.addSend')}
      >
        {(field) => (
          <Textarea
            {...field('content')}
            label={words('row.addedSoon')}
            required
            autosize
            minRows={2}
            data-autofocus
            value={content}
            onChange={(event) => setContent(event.currentTarget.value)}
          />
        )}
      </Form>
    </>
  );
}
