import { useLive, useQuery } from '@lienthong/frontend-kit/graph';
import { Group, Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, formatInstant, PageSkeleton, StateBadge } from '@lienthong/frontend-kit/ui';
import type { Tone } from '@lienthong/frontend-kit/ui/states.ts';
import { UnitSystemsDocument, type UnitSystemsQuery } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import classes from './unit.module.css';
import { unitWords } from './words.ts';

type System = NonNullable<NonNullable<UnitSystemsQuery['unit']>['systems']>['nodes'][number];
type Check = System['checks'][number];
type Run = NonNullable<Check['latestRun']>;

/** What the unit must protect, and what was seen when it was last looked at: failures first. */
export function UnitSystems({ unitId }: { unitId: string }) {
  const words = unitWords.useWords();
  useLive(['InformationSystem', 'SecurityLevelDossier', 'ComplianceCheck', 'CheckRun']);
  const asked = useQuery(UnitSystemsDocument, { variables: { id: unitId } });
  return (
    <section className="lt-card" aria-labelledby="unit-systems">
      <Title order={2} size="h4" id="unit-systems" mb="sm">
        {words('systems.title')}
      </Title>
      <Answer of={asked} skeleton={<PageSkeleton rows={2} head={false} />}>
        {({ unit }) => {
          const figures = unit?.complianceFigures;
          const systems = unit?.systems;
          // What did not arrive is named above; it is not nothing.
          if (asked.error && !systems) return null;
          if (!systems || systems.totalCount === 0) return <Text className="lt-quiet">{words('systems.none')}</Text>;
          return (
            <>
              {figures ? (
                <Text mb="sm">
                  {words('systems.figures', {
                    systems: figures.systems,
                    approved: figures.approvedDossiers,
                    failed: figures.failedChecks,
                    unknown: figures.unknownChecks,
                    stale: figures.staleChecks,
                  })}
                </Text>
              ) : null}
              {systems.nodes.map((system) => (
                <SystemTold key={system.id} system={system} />
              ))}
              <Text mt="sm">
                <Link to={`/compliance/systems?owner=${unitId}`}>
                  {words('systems.all', { count: systems.totalCount })}
                </Link>
              </Text>
            </>
          );
        }}
      </Answer>
    </section>
  );
}

const dossierTone = (system: System): Tone =>
  system.dossier?.limit?.isOverdue
    ? 'late'
    : system.dossier?.state === 'APPROVED'
      ? 'done'
      : system.dossier?.state === 'DRAFT'
        ? 'notDue'
        : 'inProgress';

function SystemTold({ system }: { system: System }) {
  const words = unitWords.useWords();
  const { nameOf } = useNames();
  const passed = system.checks.filter(({ latestRun }) => latestRun?.outcome === 'PASS');
  const never = system.checks.filter(({ latestRun }) => !latestRun);
  const others = system.checks.filter((check) => !passed.includes(check) && !never.includes(check));
  return (
    <article className={classes.system} aria-label={nameOf(system)}>
      <Group gap="xs">
        <Link to={`/compliance/systems/${system.id}`}>{nameOf(system)}</Link>
        <Text span size="sm" className="lt-quiet">
          {system.code} · {words('systems.level', { level: system.level })}
          {system.checks.length === 0 ? ` · ${words('systems.noChecks')}` : ''}
        </Text>
        {system.dossier ? <StateBadge tone={dossierTone(system)} label={system.dossier.stateName} /> : null}
      </Group>
      {others.map((check) => (
        <CheckTold key={check.id} check={check} system={system} />
      ))}
      {never.length > 0 ? (
        <Text size="sm" className="lt-quiet">
          {words('systems.never', { count: never.length })}
        </Text>
      ) : null}
      {passed.length > 0 ? (
        <details className={classes.run}>
          <summary>{words('systems.passed', { count: passed.length })}</summary>
          {passed.map((check) => (
            <CheckTold key={check.id} check={check} system={system} />
          ))}
        </details>
      ) : null}
    </article>
  );
}

const runTone = (run: Run | null): Tone =>
  !run
    ? 'notDue'
    : run.state !== 'FINISHED'
      ? 'inProgress'
      : run.outcome === 'PASS'
        ? 'done'
        : run.outcome === 'FAIL'
          ? 'late'
          : 'atRisk';

function CheckTold({ check, system }: { check: Check; system: System }) {
  const words = unitWords.useWords();
  const { nameOf } = useNames();
  const run = check.latestRun;
  const open = run?.findings.filter(({ outcome }) => outcome !== 'PASS') ?? [];
  const word = !run ? 'QUEUED' : run.state === 'FINISHED' ? (run.outcome ?? 'UNKNOWN') : run.state;
  return (
    <div className={classes.run}>
      <Group gap="xs">
        <Text span>{check.kindName}</Text>
        <StateBadge
          tone={runTone(run)}
          label={words(`run.${word}`)}
          detail={check.isStale && run?.state === 'FINISHED' ? words('run.stale') : undefined}
        />
        {run ? (
          <Text span size="sm" className="lt-quiet lt-figures">
            {formatInstant(run.finishedAt ?? run.startedAt)}
          </Text>
        ) : null}
      </Group>
      {run?.reason ? <Text size="sm">{run.reason}</Text> : null}
      {open.length > 0 ? (
        <ul className={classes.list}>
          {open.map((finding) => (
            <li key={finding.code}>
              <Text size="sm">
                {words('run.seen', { seen: finding.seen || words('run.nothing'), expected: finding.expected })}{' '}
                {words('run.todo', { text: finding.whatToDo })}
              </Text>
            </li>
          ))}
        </ul>
      ) : null}
      {run?.evidenceSha256 ? (
        <Evidence run={run} label={words('run.evidenceOf', { check: check.kindName, system: nameOf(system) })} />
      ) : null}
    </div>
  );
}

function Evidence({ run, label }: { run: Run; label: string }) {
  const words = unitWords.useWords();
  return (
    <details>
      <summary aria-label={label}>{words('run.evidence')}</summary>
      <Text size="sm">
        SHA-256: <span className={classes.hash}>{run.evidenceSha256}</span>
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={classes.evidence} aria-label={label} tabIndex={0}>
        <pre>{run.evidenceText}</pre>
      </section>
    </details>
  );
}
