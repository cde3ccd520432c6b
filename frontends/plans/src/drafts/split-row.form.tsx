import { useAct } from '@lienthong/frontend-kit/graph';
import { Button, Divider, Stack, Text, Textarea } from '@lienthong/frontend-kit/mantine';
import { Form } from '@lienthong/frontend-kit/ui';
import { useRef, useState } from 'react';
import { SplitDraftRowDocument } from '../generated/graphql.ts';
import { useOpened } from '../tasks/use-opened.ts';
import { likelyCut } from './cut-place.ts';
import type { DraftRow, ReviewActs } from './draft-shown.ts';
import { useStoring } from './use-storing.ts';
import { draftsWords } from './words.ts';

interface Props {
  row: DraftRow;
  acts: ReviewActs;
  close: (saved: boolean) => void;
}

/** Two rows out of one; where its content is cut is proposed, and chosen with the cursor. */
export function SplitRowForm({ row, acts, close }: Props) {
  const words = draftsWords.useWords();
  const { opened, renew } = useOpened(row, acts.reload);
  const at = likelyCut(row.content);
  const [cutFirst] = useState(row.content.slice(0, at).trim());
  const [first, setFirst] = useState(cutFirst);
  const [second, setSecond] = useState(row.content.slice(at).trim());
  const [problems, setProblems] = useState<Record<string, string>>({});
  const input = useRef<HTMLTextAreaElement>(null);
  const act = useAct(SplitDraftRowDocument);
  const { shown: storing, stored } = useStoring(act, acts);

  const cut = () => {
    const cursor = input.current?.selectionStart ?? first.length;
    const whole = [first.slice(cursor).trim(), second].filter(Boolean).join(' ');
    setFirst(first.slice(0, cursor).trim());
    setSecond(whole);
  };

  const send = async () => {
    const found: Record<string, string> = {};
    if (!first.trim()) found.firstContent = words('field.required', { label: words('split.first') });
    if (!second.trim()) found.secondContent = words('field.required', { label: words('split.second') });
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const saved = await act.submit({
      rowId: row.id,
      expectedVersion: opened.version,
      firstContent: first.trim(),
      secondContent: second.trim(),
    });
    if (!saved) return;
    acts.keepBeside(saved.splitDraftRow.secondRow.id, row.id);
    await stored();
    close(true);
  };

  return (
    <>
      <Divider my="sm" label={words('split.title', { place: row.place })} labelPosition="left" />
      <Form
        act={storing}
        dirty={first !== cutFirst}
        problems={problems}
        onSubmit={send}
        onReload={() => void renew().then(act.clear)}
        onCancel={() => close(false)}
        submitLabel={words('split.send')}
      >
        {(field) => (
          <Stack gap="sm">
            <Text size="sm">{words('split.hint')}</Text>
            <Textarea
              {...field('firstContent')}
              ref={input}
              label={words('split.first')}
              required
              autosize
              minRows={2}
              value={first}
              onChange={(event) => setFirst(event.currentTarget.value)}
            />
            <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={cut}>
              {words('split.cut')}
            </Button>
            <Textarea
              {...field('secondContent')}
              label={words('split.second')}
              required
              autosize
              minRows={2}
              value={second}
              onChange={(event) => setSecond(event.currentTarget.value)}
            />
          </Stack>
        )}
      </Form>
    </>
  );
}
