import { Group, Text } from '@lienthong/frontend-kit/mantine';
import { formatDate, StateBadge } from '@lienthong/frontend-kit/ui';
import { DossierBadge } from '../dossiers/dossier-badge.tsx';
import type { SystemListQuery } from '../generated/graphql.ts';
import { systemsWords } from './words.ts';

type Row = SystemListQuery['informationSystems']['nodes'][number];

/** The level proposed, and whether it is the one in force. */
export function LevelCell({ system }: { system: Pick<Row, 'level' | 'approvedLevel'> }) {
  const words = systemsWords.useWords();
  const { level, approvedLevel } = system;
  return (
    <>
      {words('level', { level })}
      <Text size="sm" className="lt-quiet">
        {approvedLevel === level
          ? words('level.approved')
          : approvedLevel === null
            ? words('level.proposed')
            : words('level.approvedOther', { level: approvedLevel })}
      </Text>
    </>
  );
}

export function DossierCell({ dossier }: { dossier: Row['dossier'] }) {
  const words = systemsWords.useWords();
  if (!dossier) return <Text className="lt-quiet">{words('dossier.none')}</Text>;
  return (
    <>
      <DossierBadge dossier={dossier} />
      {dossier.limit ? (
        <Text size="sm" className="lt-quiet">
          {words('dossier.due', { date: formatDate(dossier.limit.dueOn) })}
        </Text>
      ) : null}
    </>
  );
}

/** What hurts is said; only when nothing does, what passed. */
export function ChecksCell({ checks }: { checks: Row['checks'] }) {
  const words = systemsWords.useWords();
  if (checks.length === 0) return <Text className="lt-quiet">{words('checks.none')}</Text>;
  const count = (outcome: string) => checks.filter(({ latestRun }) => latestRun?.outcome === outcome).length;
  const [failed, unknown, passed] = [count('FAIL'), count('UNKNOWN'), count('PASS')];
  const stale = checks.filter(({ isStale }) => isStale).length;
  return (
    <Group gap={4}>
      {failed > 0 ? <StateBadge tone="late" label={words('checks.failed', { count: failed })} /> : null}
      {unknown > 0 ? <StateBadge tone="atRisk" label={words('checks.unknown', { count: unknown })} /> : null}
      {failed + unknown === 0 && passed > 0 ? (
        <StateBadge tone="done" label={words('checks.passed', { count: passed })} />
      ) : null}
      {stale > 0 ? (
        <Text span size="sm" className="lt-quiet">
          {words('checks.stale', { count: stale })}
        </Text>
      ) : null}
    </Group>
  );
}
