import { IconPencil } from '@lienthong/frontend-kit/icons';
import { Button, Group, Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { formatDate } from '@lienthong/frontend-kit/ui';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { tasksWords } from '../tasks/words.ts';
import type { Draft, ReviewActs } from './draft-shown.ts';
import classes from './review.module.css';
import { draftsWords } from './words.ts';

const CorrectDocumentForm = lazy(async () => ({
  default: (await import('./correct-document.form.tsx')).CorrectDocumentForm,
}));

export const factsId = 'document-facts';

/** Without these a document cannot become a plan; one that changes a plan need only say which. */
export function missingFacts(draft: Draft) {
  const needed = ['number', 'issuer', 'title', 'kind', 'effectiveFrom'] as const;
  return needed.filter((fact) => !draft[fact] && (fact === 'number' || !draft.differences));
}

/** What the document says it is; corrected in place. */
export function DocumentFacts({ draft, mayReview, acts }: { draft: Draft; mayReview: boolean; acts: ReviewActs }) {
  const words = draftsWords.useWords();
  const kindWords = tasksWords.useWords();
  const [whole, setWhole] = useState(false);
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const missing = missingFacts(draft);
  const isWhole = whole || missing.length > 0;

  return (
    <section className={classes.card} aria-labelledby={factsId}>
      <Group justify="space-between" gap="xs" mb={6}>
        <Title order={3} size="1rem" id={factsId} tabIndex={-1}>
          {words('fact.title')}
        </Title>
        {editing ? null : (
          <Group gap={4}>
            {missing.length > 0 ? null : (
              <Button size="compact-sm" variant="subtle" aria-expanded={whole} onClick={() => setWhole(!whole)}>
                {words(whole ? 'fact.less' : 'fact.more')}
              </Button>
            )}
            {mayReview ? (
              <Button
                ref={button}
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPencil size={15} aria-hidden />}
                aria-label={words('fact.edit')}
                onClick={() => setEditing(true)}
              >
                {words('row.edit')}
              </Button>
            ) : null}
          </Group>
        )}
      </Group>
      {editing ? (
        <Suspense>
          <CorrectDocumentForm draft={draft} acts={acts} close={close} />
        </Suspense>
      ) : isWhole ? (
        <WholeFacts draft={draft} />
      ) : (
        <>
          <Text size="sm" className="lt-figures">
            {[
              draft.number,
              draft.issuedOn ? formatDate(draft.issuedOn) : null,
              draft.kind ? kindWords(`planKind.${draft.kind}`) : null,
              draft.issuer,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Text className="lt-clamp-2">{draft.title}</Text>
        </>
      )}
    </section>
  );
}

function WholeFacts({ draft }: { draft: Draft }) {
  const words = draftsWords.useWords();
  const kindWords = tasksWords.useWords();
  const fact = (label: string, value: ReactNode, wide = false) => (
    <div data-wide={wide || undefined}>
      <dt>{label}</dt>
      <dd>{value || <strong className={classes.missing}>{words('fact.missing')}</strong>}</dd>
    </div>
  );

  return (
    <dl className={classes.facts}>
      {fact(words('fact.number'), draft.number)}
      {fact(words('fact.issuedOn'), draft.issuedOn ? formatDate(draft.issuedOn) : null)}
      {fact(words('fact.kind'), draft.kind ? kindWords(`planKind.${draft.kind}`) : null)}
      {fact(words('fact.effectiveFrom'), draft.effectiveFrom ? formatDate(draft.effectiveFrom) : null)}
      {fact(words('fact.issuer'), draft.issuer, true)}
      {fact(words('fact.name'), draft.title, true)}
      {draft.implements.length > 0
        ? fact(
            words('fact.implements'),
            draft.implements.map((reference, index) => (
              <span key={`${reference.number} ${reference.issuedOn}`}>
                {index > 0 ? '; ' : ''}
                {reference.plan ? <Link to={`/plans/${reference.plan.id}`}>{reference.number}</Link> : reference.number}
                {reference.issuedOn ? ` (${formatDate(reference.issuedOn)})` : ''}
              </span>
            )),
            true,
          )
        : null}
    </dl>
  );
}
