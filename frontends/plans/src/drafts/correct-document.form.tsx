import { useAct } from '@lienthong/frontend-kit/graph';
import { Group, NativeSelect, Stack, Textarea, TextInput } from '@lienthong/frontend-kit/mantine';
import { DateField, Form, formatDate } from '@lienthong/frontend-kit/ui';
import { useEffect, useRef, useState } from 'react';
import { CorrectPlanDraftDocument, type PlanKind } from '../generated/graphql.ts';
import { useOpened } from '../tasks/use-opened.ts';
import { tasksWords } from '../tasks/words.ts';
import type { Draft, ReviewActs } from './draft-shown.ts';
import { useStoring } from './use-storing.ts';
import { draftsWords } from './words.ts';

const facts = ['number', 'issuedOn', 'kind', 'effectiveFrom', 'issuer', 'title'] as const;
type Fact = (typeof facts)[number];
type Typed = Record<Fact, string>;

const kinds: readonly PlanKind[] = ['PLAN', 'OFFICIAL_LETTER'];
const typedOf = (draft: Draft): Typed => ({
  number: draft.number ?? '',
  issuedOn: draft.issuedOn ?? '',
  kind: draft.kind ?? '',
  effectiveFrom: draft.effectiveFrom ?? '',
  issuer: draft.issuer ?? '',
  title: draft.title ?? '',
});

interface Props {
  draft: Draft;
  acts: ReviewActs;
  close: () => void;
}

export function CorrectDocumentForm({ draft, acts, close }: Props) {
  const words = draftsWords.useWords();
  const kindWords = tasksWords.useWords();
  const [first] = useState(() => typedOf(draft));
  const [typed, setTyped] = useState<Partial<Typed>>({});
  const { opened, renew } = useOpened(draft, acts.reload);
  const act = useAct(CorrectPlanDraftDocument);
  const { shown: storing, stored } = useStoring(act, acts);
  const frame = useRef<HTMLDivElement>(null);
  const now = typedOf(draft);
  const shown = { ...now, ...typed };
  const changed = facts.filter((fact) => typed[fact]?.trim() && typed[fact] !== now[fact]);
  const write = (fact: Fact) => (value: string) => setTyped((before) => ({ ...before, [fact]: value }));
  useEffect(() => frame.current?.querySelector<HTMLElement>('input')?.focus(), []);

  const said = (fact: Fact, value: string) =>
    !value
      ? words('fact.missing')
      : fact === 'issuedOn' || fact === 'effectiveFrom'
        ? formatDate(value)
        : fact === 'kind'
          ? kindWords(`planKind.${value as PlanKind}`)
          : value;
  /** What somebody else made of a fact that is being typed here. */
  const newer = (fact: Fact) =>
    typed[fact] !== undefined && now[fact] !== first[fact] && now[fact] !== typed[fact]
      ? words('field.newer', { value: said(fact, now[fact]) })
      : undefined;

  const send = async () => {
    if (changed.length === 0) {
      close();
      return;
    }
    const saved = await act.submit({
      draftId: draft.id,
      expectedVersion: opened.version,
      ...Object.fromEntries(changed.map((fact) => [fact, shown[fact].trim()])),
    });
    if (!saved) return;
    await stored();
    close();
  };

  return (
    <div ref={frame}>
      <Form
        act={storing}
        dirty={changed.length > 0}
        onSubmit={send}
        onReload={() => void renew().then(act.clear)}
        onCancel={close}
        submitLabel={words('fact.save')}
      >
        {(field) => (
          <Stack gap="sm">
            <Group gap="sm" align="flex-start" wrap="wrap">
              <TextInput
                {...field('number')}
                label={words('fact.number')}
                description={newer('number')}
                w={170}
                value={shown.number}
                onChange={(event) => write('number')(event.currentTarget.value)}
              />
              <DateField
                {...field('issuedOn')}
                label={words('fact.issuedOn')}
                description={newer('issuedOn')}
                w={140}
                value={shown.issuedOn}
                onChange={write('issuedOn')}
              />
              <NativeSelect
                {...field('kind')}
                label={words('fact.kind')}
                description={newer('kind')}
                value={shown.kind}
                data={[
                  ...(shown.kind ? [] : [{ value: '', label: '—' }]),
                  ...kinds.map((kind) => ({ value: kind, label: kindWords(`planKind.${kind}`) })),
                ]}
                onChange={(event) => write('kind')(event.currentTarget.value)}
              />
            </Group>
            <TextInput
              {...field('issuer')}
              label={words('fact.issuer')}
              description={newer('issuer')}
              value={shown.issuer}
              onChange={(event) => write('issuer')(event.currentTarget.value)}
            />
            <Textarea
              {...field('title')}
              label={words('fact.name')}
              description={newer('title')}
              autosize
              minRows={2}
              value={shown.title}
              onChange={(event) => write('title')(event.currentTarget.value)}
            />
            <DateField
              {...field('effectiveFrom')}
              label={words('fact.effectiveFrom')}
              description={newer('effectiveFrom') ?? words('fact.effectiveHint')}
              maw={420}
              value={shown.effectiveFrom}
              onChange={write('effectiveFrom')}
            />
          </Stack>
        )}
      </Form>
    </div>
  );
}
