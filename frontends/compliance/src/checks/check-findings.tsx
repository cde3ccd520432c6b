import { Text } from '@lienthong/frontend-kit/mantine';
import type { RunToldFragment } from '../generated/graphql.ts';
import classes from './check.module.css';
import { OutcomeBadge } from './outcome-badge.tsx';
import { checksWords } from './words.ts';

type Finding = RunToldFragment['findings'][number];

/** A check explains itself: what was seen, what should be, why it matters, what to do. */
export function CheckFindings({ findings }: { findings: readonly Finding[] }) {
  const words = checksWords.useWords();
  const open = findings.filter(({ outcome }) => outcome !== 'PASS');
  const passed = findings.filter(({ outcome }) => outcome === 'PASS');
  return (
    <>
      {open.length > 0 ? (
        <ul className={classes.findings} aria-label={words('findings.failed')}>
          {open.map((finding) => (
            <li key={`${finding.code}${finding.seen}`} data-outcome={finding.outcome}>
              <Told finding={finding} full />
            </li>
          ))}
        </ul>
      ) : null}
      {passed.length > 0 ? (
        <details>
          <summary>{words('findings.passed', { count: passed.length })}</summary>
          <ul className={classes.findings}>
            {passed.map((finding) => (
              <li key={`${finding.code}${finding.seen}`} data-outcome="PASS">
                <Told finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Told({ finding, full = false }: { finding: Finding; full?: boolean }) {
  const words = checksWords.useWords();
  const rows = [
    ['finding.seen', finding.seen || words('finding.nothing')],
    ['finding.expected', finding.expected],
    ['finding.why', finding.whyItMatters],
    ...(full ? ([['finding.todo', finding.whatToDo]] as const) : []),
  ] as const;
  return (
    <>
      <Text span size="sm">
        <OutcomeBadge run={{ state: 'FINISHED', outcome: finding.outcome }} />
      </Text>
      <dl className={classes.told}>
        {rows.map(([key, text]) => (
          <div key={key}>
            <dt>{words(key)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
