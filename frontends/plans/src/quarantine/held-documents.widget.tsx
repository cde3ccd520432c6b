import { useLive, useQuery } from '@lienthong/frontend-kit/graph';
import { Stack, Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, formatInstant } from '@lienthong/frontend-kit/ui';
import { HeldDocumentsDocument } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import classes from './quarantine.module.css';
import { quarantineWords } from './words.ts';

/** What whoever keeps secrets must hear of without looking for it: which documents were refused lately, whose, when. */
export default function HeldDocumentsWidget() {
  const words = quarantineWords.useWords();
  const { fullUnitName } = useNames();
  useLive(['QuarantinedDocument']);
  const asked = useQuery(HeldDocumentsDocument);
  return (
    <Stack gap="xs" component="section" className="lt-card" aria-label={words('card.title')}>
      <Title order={2} size="h4">
        {words('card.title')}
      </Title>
      <Answer of={asked}>
        {({ quarantinedDocuments: { nodes } }) => {
          const held = nodes.filter(({ state }) => state === 'HELD');
          return held.length === 0 ? (
            <Text className="lt-quiet">{words('card.none')}</Text>
          ) : (
            <ul className={classes.held}>
              {held.map(({ id, marking, sentAt, unit }) => (
                <li key={id}>
                  {words('entry.title', { marking })} · {unit ? fullUnitName(unit) : '—'} · {formatInstant(sentAt)}
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      <Text>
        <Link to="/plans/quarantine">{words('card.all')}</Link>
      </Text>
    </Stack>
  );
}
