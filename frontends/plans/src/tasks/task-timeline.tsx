import { Button, Text, Title } from '@lienthong/frontend-kit/mantine';
import { FileLink, formatDate, formatInstant } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import type { ProgressReportToldFragment } from '../generated/graphql.ts';
import classes from './facts.module.css';
import type { TaskShown } from './task-shown.ts';
import { tasksWords } from './words.ts';

const fewEntries = 30;

const kinds = [
  'ISSUED',
  'DONE_BY_DOCUMENT',
  'ASSIGNED',
  'REPORTED',
  'APPROVED',
  'RETURNED',
  'CONFIRMED',
  'REJECTED',
  'PART_DONE',
  'PART_REOPENED',
  'AMENDED',
  'CANCELLED',
] as const;

const kindOf = (kind: string) => kinds.find((known) => known === kind) ?? 'OTHER';

/** The story of a task, newest first: who did what, when, with which evidence; a shared task says whose part it was. */
export function TaskTimeline({ task }: { task: TaskShown }) {
  const words = tasksWords.useWords();
  const [whole, setWhole] = useState(false);
  const entries = task.timeline;
  const shared = task.bearerCount > 1;
  const reports = new Map((task.progressReports?.nodes ?? []).map((report) => [report.id, report]));
  const newestFirst = [...entries].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section className="lt-card" aria-labelledby="task-timeline">
      <Title order={2} size="h4" id="task-timeline" mb="sm">
        {words('timeline.title')}
      </Title>
      {newestFirst.length === 0 ? <Text className="lt-quiet">{words('timeline.empty')}</Text> : null}
      <ol className={classes.timeline}>
        {(whole ? newestFirst : newestFirst.slice(0, fewEntries)).map((entry) => {
          const report = entry.kind === 'REPORTED' && entry.report ? reports.get(entry.report.id) : undefined;
          return (
            <li key={entry.id} className={classes.entry} data-kind={entry.kind}>
              <Text fw={600}>{words(`timeline.${kindOf(entry.kind)}`)}</Text>
              <Text size="sm" className="lt-quiet lt-figures">
                <time dateTime={entry.at}>{formatInstant(entry.at)}</time> · {entry.actorName}
                {shared && entry.unitName ? ` · ${words('timeline.partOf', { unit: entry.unitName })}` : ''}
              </Text>
              {report ? (
                <ReportTold report={report} />
              ) : entry.detail ? (
                <Text className={classes.said}>
                  {entry.kind === 'RETURNED' || entry.kind === 'REJECTED'
                    ? words('timeline.reason', { text: entry.detail })
                    : entry.detail}
                </Text>
              ) : null}
            </li>
          );
        })}
      </ol>
      {newestFirst.length > fewEntries && !whole ? (
        <Button variant="subtle" size="xs" className="lt-no-print" onClick={() => setWhole(true)}>
          {words('timeline.all', { count: newestFirst.length })}
        </Button>
      ) : null}
    </section>
  );
}

/** What a unit said, as it said it. */
export function ReportTold({ report }: { report: ProgressReportToldFragment }) {
  const words = tasksWords.useWords();
  return (
    <div>
      <Text fw={500}>{words('timeline.percent', { percent: report.percent })}</Text>
      <Text className={classes.said}>{report.summary}</Text>
      {report.obstacle ? (
        <Text className={classes.said}>{words('timeline.obstacle', { text: report.obstacle })}</Text>
      ) : null}
      {report.claimsCompletion ? (
        <Text>{words('timeline.claims', { date: formatDate(report.completedOn) })}</Text>
      ) : null}
      {report.evidence.length > 0 ? (
        <ul className={classes.list} aria-label={words('timeline.evidence')}>
          {report.evidence.map((file) => (
            <li key={file.id}>
              <FileLink path={file.url} name={file.name} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
