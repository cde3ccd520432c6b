import type { RunToldFragment } from '../generated/graphql.ts';
import classes from './check.module.css';
import { OutcomeBadge } from './outcome-badge.tsx';
import { checksWords } from './words.ts';

type Finding = RunToldFragment['findings'][number];

/** A check explains itself: what was seen, what should be, why it matters and, where it is not so, what to do. */
export function CheckFindings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={`${finding.code}${finding.seen}`} data-outcome={finding.outcome}>
          <OutcomeBadge run={{ state: 'FINISHED', outcome: finding.outcome }} />
          <Told finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function Told({ finding }: { finding: Finding }) {
  const words = checksWords.useWords();
  const rows = [
    ['finding.seen', finding.seen || words('finding.nothing')],
    ['finding.expected', finding.expected],
    ['finding.why', finding.whyItMatters],
    ...(finding.outcome === 'PASS' ? [] : ([['finding.todo', finding.whatToDo]] as const)),
  ] as const;
  return (
    <dl className={classes.told}>
      {rows.map(([key, text]) => (
        <div key={key}>
          <dt>{words(key)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
