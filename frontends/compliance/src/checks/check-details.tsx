import { Text, Title } from '@lienthong/frontend-kit/mantine';
import { formatDate, formatInstant } from '@lienthong/frontend-kit/ui';
import type { CheckToldFragment } from '../generated/graphql.ts';
import classes from './check.module.css';
import { CheckFindings } from './check-findings.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { checksWords } from './words.ts';

/** What stands behind a result: what passed, what came over the wire, who allowed the look, earlier looks. */
export function CheckDetails({ check }: { check: CheckToldFragment }) {
  const words = checksWords.useWords();
  const { target, latestRun: run } = check;
  const earlier = check.runs.nodes.filter(({ id, state }) => id !== run?.id && state === 'FINISHED');
  const passed = run?.findings.filter(({ outcome }) => outcome === 'PASS') ?? [];
  const label = words('evidence.of', { name: check.kindName });
  return (
    <details>
      <summary>{words(run?.evidenceSha256 ? 'details.withEvidence' : 'details.show')}</summary>
      {passed.length > 0 ? (
        <>
          <Heading>{words('findings.passed', { count: passed.length })}</Heading>
          <CheckFindings findings={passed} />
        </>
      ) : null}
      {run?.evidenceSha256 ? (
        <>
          <Heading>{words('evidence.show')}</Heading>
          <Text size="sm">
            {words('evidence.hash')}: <span className={classes.hash}>{run.evidenceSha256}</span>
          </Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <section className={classes.evidence} aria-label={label} tabIndex={0}>
            <pre>{run.evidenceText}</pre>
          </section>
        </>
      ) : null}
      <Heading>{words('details.grounds')}</Heading>
      <Text size="sm">{words('target', { host: target.host, port: target.port })}</Text>
      <Text size="sm">
        {words('authorised', {
          by: target.authorisedBy,
          from: formatDate(target.authorisedFrom),
          to: formatDate(target.authorisedTo),
        })}
      </Text>
      <Text size="sm">{words('clause', { clause: check.clause })}</Text>
      {earlier.length > 0 ? (
        <>
          <Heading>{words('earlier.title')}</Heading>
          <ul className={classes.runs}>
            {earlier.map((one) => (
              <li key={one.id}>
                <OutcomeBadge run={one} />{' '}
                <Text span size="sm" className="lt-quiet lt-figures">
                  {formatInstant(one.finishedAt ?? one.startedAt)}
                </Text>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </details>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <Title order={4} size="0.9375rem" mt="sm" mb={2}>
      {children}
    </Title>
  );
}
