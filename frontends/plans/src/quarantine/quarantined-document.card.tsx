import { IconAlertTriangle, IconCheck } from '@lienthong/frontend-kit/icons';
import { Button, Group, Text, Title } from '@lienthong/frontend-kit/mantine';
import { formatInstant, formatNumber } from '@lienthong/frontend-kit/ui';
import { useRef, useState } from 'react';
import type { QuarantinedDocumentShownFragment } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import classes from './quarantine.module.css';
import { ReleaseDocumentForm } from './release-document.form.tsx';
import { quarantineWords } from './words.ts';

interface Props {
  document: QuarantinedDocumentShownFragment;
  reload: () => Promise<unknown>;
}

/** That a document was refused, and who finds that its marking is none; never what it says. */
export function QuarantinedDocumentCard({ document, reload }: Props) {
  const words = quarantineWords.useWords();
  const { fullUnitName } = useNames();
  const [releasing, setReleasing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { releases, state } = document;
  const isReleased = state === 'RELEASED';
  const mayRelease = document.permissions.includes('release') && !isReleased;
  const facts = [
    [words('entry.where'), document.where ?? words('entry.nowhere')],
    [words('entry.unit'), document.unit ? fullUnitName(document.unit) : '—'],
    [words('entry.sent'), `${document.sentBy}, ${formatInstant(document.sentAt)}`],
    [words('entry.size'), words('entry.kilobytes', { size: formatNumber(Math.max(1, document.sizeBytes / 1024), 0) })],
  ] as const;

  return (
    <article className="lt-card" aria-labelledby={`document-${document.id}`}>
      <Group gap="xs" justify="space-between" wrap="wrap" mb={6}>
        <Title order={2} size="h4" id={`document-${document.id}`} ref={heading} tabIndex={-1}>
          {words('entry.title', { marking: document.marking })}
        </Title>
        <span className={classes.state} data-released={isReleased || undefined}>
          {isReleased ? <IconCheck size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}{' '}
          {words(`state.${state}`)}
        </span>
      </Group>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {releases.length > 0 ? (
        <ul className={classes.releases}>
          {releases.map(({ by, at, reason }) => (
            <li key={`${by} ${at}`}>
              <Text>{words('release.by', { who: by, at: formatInstant(at) })}</Text>
              <Text size="sm" className={classes.said}>
                {words('release.reason', { reason })}
              </Text>
            </li>
          ))}
        </ul>
      ) : null}
      {releases.length === 1 && !isReleased ? (
        <Text size="sm" fw={600} mt="xs">
          {words('release.waiting')}
        </Text>
      ) : null}
      {mayRelease ? (
        releasing ? (
          <div className={classes.form}>
            <ReleaseDocumentForm
              document={document}
              reload={reload}
              close={() => {
                setReleasing(false);
                heading.current?.focus();
              }}
            />
          </div>
        ) : (
          <Button mt="sm" variant="default" onClick={() => setReleasing(true)}>
            {words(releases.length === 0 ? 'release.open' : 'release.second')}
          </Button>
        )
      ) : null}
    </article>
  );
}
