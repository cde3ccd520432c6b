import { Text, Title } from '@lienthong/frontend-kit/mantine';
import { formatInstant } from '@lienthong/frontend-kit/ui';
import type { ReportToldFragment } from '../generated/graphql.ts';
import classes from './report.module.css';
import { reportsWords } from './words.ts';

/** Every handing in, newest first, and what became of it. */
export function ReportHistory({ report }: { report: Pick<ReportToldFragment, 'submissions' | 'state'> | null }) {
  const words = reportsWords.useWords();
  const submissions = report?.submissions ?? [];
  // Only what was sent back is followed by another handing in.
  const wasReturned = (number: number) => number < submissions.length || report?.state === 'RETURNED';
  const newestFirst = [...submissions].sort((a, b) => b.number - a.number);
  return (
    <section className="lt-card" aria-labelledby="report-history">
      <Title order={2} size="h4" id="report-history" mb="sm">
        {words('history.title')}
      </Title>
      {newestFirst.length === 0 ? <Text className="lt-quiet">{words('history.empty')}</Text> : null}
      <ol className={classes.history} reversed>
        {newestFirst.map((one) => (
          <li key={one.number}>
            <Text fw={600}>{words('history.number', { number: one.number })}</Text>
            <Text size="sm">
              {words('history.submitted', { who: one.submittedBy, at: formatInstant(one.submittedAt) })}
            </Text>
            {one.decidedAt ? (
              <Text size="sm">
                {words(wasReturned(one.number) ? 'history.returned' : 'history.accepted', {
                  who: one.decidedBy ?? '',
                  at: formatInstant(one.decidedAt),
                })}
              </Text>
            ) : (
              <Text size="sm" className="lt-quiet">
                {words('history.waiting')}
              </Text>
            )}
            {one.reason ? (
              <Text size="sm" className={classes.said}>
                {words(wasReturned(one.number) ? 'history.reason' : 'history.note', { text: one.reason })}
              </Text>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
