import { useAct } from '@lienthong/frontend-kit/graph';
import { Group, Stack, Textarea, TextInput } from '@lienthong/frontend-kit/mantine';
import { Form } from '@lienthong/frontend-kit/ui';
import { useEffect, useRef, useState } from 'react';
import { CorrectDraftRowDocument, type DraftField } from '../generated/graphql.ts';
import { useOpened } from '../tasks/use-opened.ts';
import { AssigneesSelect } from './assignees-select.tsx';
import { DeadlineFields } from './deadline-fields.tsx';
import type { DraftRow, ReviewActs } from './draft-shown.ts';
import { corrections, isSame, type RowTyped, typedOf } from './typed-row.ts';
import { useRowWords } from './use-row-words.ts';
import { useStoring } from './use-storing.ts';
import { draftsWords } from './words.ts';

interface Props {
  row: DraftRow;
  /** The field that was to be corrected: it gets the focus. */
  field: DraftField | undefined;
  acts: ReviewActs;
  close: (saved: boolean) => void;
}

const firstInput: Record<DraftField, keyof RowTyped> = {
  CONTENT: 'content',
  LEADS: 'leads',
  COORDINATORS: 'coordinators',
  DEADLINE: 'deadline',
  PLACE: 'section',
};

/** A row corrected in place. What another person stored meanwhile is shown beside what was typed. */
export function CorrectRowForm({ row, field, acts, close }: Props) {
  const words = draftsWords.useWords();
  const { meaningOf, namesOf } = useRowWords();
  const [first] = useState(() => typedOf(row));
  const [typed, setTyped] = useState<Partial<RowTyped>>({});
  const [problems, setProblems] = useState<Record<string, string>>({});
  const { opened, renew } = useOpened(row, acts.reload);
  const act = useAct(CorrectDraftRowDocument);
  const { shown: storing, stored } = useStoring(act, acts);
  const frame = useRef<HTMLDivElement>(null);
  const now = typedOf(row);
  const shown = { ...now, ...typed };
  const changes = corrections(typed, now);
  const write = (part: Partial<RowTyped>) => setTyped((before) => ({ ...before, ...part }));

  useEffect(() => {
    const part = firstInput[field ?? 'CONTENT'];
    frame.current?.querySelector<HTMLElement>(`[data-part="${part}"] :is(input, textarea)`)?.focus();
  }, [field]);

  /** What somebody else made of a field that is being typed here. */
  const newer = (part: keyof RowTyped, value: string) =>
    typed[part] !== undefined && !isSame(now[part], first[part]) && !isSame(now[part], typed[part])
      ? words('field.newer', { value: value || words('field.none') })
      : undefined;

  const send = async () => {
    const found: Record<string, string> = {};
    if (!shown.content.trim()) found.content = words('field.required', { label: words('field.CONTENT') });
    if (!shown.deadline.text.trim() && shown.deadline.kind === null)
      found.deadline = words('field.required', { label: words('deadline.words') });
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if (Object.keys(changes).length === 0) {
      close(false);
      return;
    }
    const saved = await act.submit({ rowId: row.id, expectedVersion: opened.version, ...changes });
    if (!saved) return;
    await stored();
    close(true);
  };

  return (
    <div ref={frame}>
      <Form
        act={storing}
        dirty={Object.keys(changes).length > 0}
        problems={problems}
        onSubmit={send}
        onReload={() => void renew().then(act.clear)}
        onCancel={() => close(false)}
        submitLabel={words('row.save', { place: row.place })}
      >
        {(input) => (
          <Stack gap="sm">
            <div data-part="content">
              <Textarea
                {...input('content')}
                label={words('field.CONTENT')}
                description={newer('content', now.content)}
                required
                autosize
                minRows={3}
                maxRows={14}
                value={shown.content}
                onChange={(event) => write({ content: event.currentTarget.value })}
              />
            </div>
            <div data-part="leads">
              <AssigneesSelect
                {...input('leads')}
                label={words('field.LEADS')}
                description={newer('leads', namesOf(now.leads))}
                value={shown.leads}
                onChange={(leads) => write({ leads })}
              />
            </div>
            <div data-part="coordinators">
              <AssigneesSelect
                {...input('coordinators')}
                label={words('field.COORDINATORS')}
                description={newer('coordinators', namesOf(now.coordinators))}
                value={shown.coordinators}
                onChange={(coordinators) => write({ coordinators })}
              />
            </div>
            <div data-part="deadline">
              <DeadlineFields
                {...input('deadline')}
                description={newer('deadline', `${row.deadline.text} (${meaningOf(row.deadline)})`)}
                value={shown.deadline}
                onChange={(deadline) => write({ deadline })}
              />
            </div>
            <Group gap="sm" align="flex-start" data-part="section" grow preventGrowOverflow={false} wrap="wrap">
              {(['appendix', 'section', 'number'] as const).map((part) => (
                <TextInput
                  key={part}
                  {...input(part)}
                  label={words(`field.${part}`)}
                  description={newer(part, now[part])}
                  miw={90}
                  value={shown[part]}
                  onChange={(event) => write({ [part]: event.currentTarget.value })}
                />
              ))}
            </Group>
            {(['expectedResult', 'basis'] as const).map((part) => (
              <Textarea
                key={part}
                {...input(part)}
                label={words(part === 'basis' ? 'field.basis' : 'field.result')}
                description={newer(part, now[part])}
                autosize
                minRows={1}
                maxRows={8}
                value={shown[part]}
                onChange={(event) => write({ [part]: event.currentTarget.value })}
              />
            ))}
          </Stack>
        )}
      </Form>
    </div>
  );
}
