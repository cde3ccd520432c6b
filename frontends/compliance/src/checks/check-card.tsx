import { useAct } from '@lienthong/frontend-kit/graph';
import { IconPlayerPlay } from '@lienthong/frontend-kit/icons';
import { Button, Group, Text, Title } from '@lienthong/frontend-kit/mantine';
import { formatInstant, StateBadge } from '@lienthong/frontend-kit/ui';
import { type CheckToldFragment, RunCheckDocument } from '../generated/graphql.ts';
import classes from './check.module.css';
import { CheckDetails } from './check-details.tsx';
import { CheckFindings } from './check-findings.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { checksWords } from './words.ts';

/** One check with its latest result; a new result arrives by itself. */
export function CheckCard({ check }: { check: CheckToldFragment }) {
  const words = checksWords.useWords();
  const act = useAct(RunCheckDocument, { refetch: ['SystemDetail'] });
  const run = check.latestRun;
  const waits = run !== null && run.state !== 'FINISHED';
  return (
    <article className={classes.check} aria-label={check.kindName} aria-busy={waits || undefined}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Title order={3} size="h5">
            {check.kindName}
          </Title>
          <Text size="sm" className="lt-quiet">
            {check.why}
          </Text>
        </div>
        {check.permissions.includes('run') ? (
          <Button
            size="xs"
            variant="default"
            className="lt-no-print"
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            loading={act.busy}
            disabled={waits}
            aria-label={words('run.of', { name: check.kindName })}
            onClick={() => void act.submit({ checkId: check.id })}
          >
            {words('run.again')}
          </Button>
        ) : null}
      </Group>
      {act.refusals.map(({ reason, message }) => (
        <Text key={reason} role="alert" c="#9c1c16">
          {message}
        </Text>
      ))}
      <Group gap="xs" mt={6} role="status">
        <OutcomeBadge run={run} />
        {check.isStale && !waits ? (
          <StateBadge tone="atRisk" label={words('stale', { count: check.maxAgeDays })} />
        ) : null}
        {run ? (
          <Text size="sm" className="lt-quiet lt-figures">
            {words('when', { at: formatInstant(run.finishedAt ?? run.startedAt), who: run.requestedBy })}
          </Text>
        ) : null}
      </Group>
      {waits ? <Text size="sm">{words('waiting')}</Text> : null}
      {run?.reason ? <Text mt={4}>{run.reason}</Text> : null}
      {run ? <CheckFindings findings={run.findings.filter(({ outcome }) => outcome !== 'PASS')} /> : null}
      <CheckDetails check={check} />
    </article>
  );
}
