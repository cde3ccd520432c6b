import { Text, Title } from '@lienthong/frontend-kit/mantine';
import { formatDate, formatInstant } from '@lienthong/frontend-kit/ui';
import type { DossierToldFragment, SystemDetailQuery } from '../generated/graphql.ts';
import classes from './dossier.module.css';
import { DossierBadge } from './dossier-badge.tsx';
import { dossiersWords } from './words.ts';

type Earlier = NonNullable<SystemDetailQuery['informationSystem']>['dossiers'][number];

/** Every step taken, newest first, and the dossiers that came before. */
export function DossierLog({
  dossier,
  dossiers,
}: {
  dossier: DossierToldFragment | null;
  dossiers: readonly Earlier[];
}) {
  const words = dossiersWords.useWords();
  const others = dossiers.filter(({ id }) => id !== dossier?.id);
  return (
    <section className="lt-card" aria-labelledby="dossier-log">
      <Title order={2} size="h4" id="dossier-log" mb="sm">
        {words('history.title')}
      </Title>
      <ol className={classes.log}>
        {[...(dossier?.history ?? [])].reverse().map((event) => (
          <li key={`${event.at}${event.to}`}>
            <Text fw={600}>
              {event.step
                ? words(`act.${event.step}`)
                : words(event.to === 'SUPERSEDED' ? 'history.replaced' : 'history.begun')}
            </Text>
            <Text size="sm" className="lt-quiet lt-figures">
              <time dateTime={event.at}>{formatInstant(event.at)}</time> · {event.actorName}
            </Text>
            {event.from ? (
              <Text size="sm">
                {words('history.change', { from: words(`step.${event.from}`), to: words(`step.${event.to}`) })}
              </Text>
            ) : null}
            {event.note ? <Text className={classes.note}>{event.note}</Text> : null}
          </li>
        ))}
      </ol>
      {others.length > 0 ? (
        <>
          <Title order={3} size="h5" mt="md" mb={6}>
            {words('others.title')}
          </Title>
          <ul className={classes.log}>
            {others.map((one) => (
              <li key={one.id}>
                <DossierBadge dossier={one} />
                <Text size="sm">
                  {words('others.one', { level: one.proposedLevel, date: formatDate(one.stateSince) })}
                </Text>
                {one.decisionNumber ? (
                  <Text size="sm" className="lt-quiet">
                    {words('decision', {
                      number: one.decisionNumber,
                      date: formatDate(one.decisionOn),
                      by: one.decidedBy ?? '—',
                    })}
                  </Text>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
