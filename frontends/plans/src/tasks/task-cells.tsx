import { Text } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Due, formatDate, StateBadge } from '@lienthong/frontend-kit/ui';
import type { AssigneeNameFragment, ProgressReportState, TaskRowFragment } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { toneOf } from './standing.ts';
import { tasksWords } from './words.ts';

export function TaskTitle({ task, numbered }: { task: TaskRowFragment; numbered?: boolean }) {
  const { titleOf } = useNames();
  return (
    <span className="lt-clamp-2">
      {numbered && task.number ? (
        <span className="lt-quiet lt-figures">
          {task.appendix ? `${task.appendix} · ` : ''}
          {task.number}.{' '}
        </span>
      ) : null}
      <Link to={`/tasks/${task.id}`} title={titleOf(task)}>
        {titleOf(task)}
      </Link>
    </span>
  );
}

/** The first lead by its short name, the others counted; the full names on hover and for screen readers. */
export function Leads({ leads, shown = 2 }: { leads: readonly AssigneeNameFragment[]; shown?: number }) {
  const words = tasksWords.useWords();
  const { leadName, leadFullName } = useNames();
  if (leads.length === 0) return <span className="lt-quiet">{words('lead.none')}</span>;
  const first = leads.slice(0, shown);
  const rest = leads.length - first.length;
  return (
    <span title={leads.map(leadFullName).join('; ')}>
      {first.map((lead, index) => (
        <span key={lead.label}>
          {index > 0 ? '; ' : ''}
          {leadName(lead)}
          {lead.memberCount ? (
            <span className="lt-quiet"> ({words('lead.members', { count: lead.memberCount })})</span>
          ) : null}
        </span>
      ))}
      {rest > 0 ? <span className="lt-quiet"> {words('lead.more', { count: rest })}</span> : null}
    </span>
  );
}

/** The words of the document, and under them the last day on which the task is on time. */
export function TaskDue({
  task,
  today,
}: {
  task: Pick<TaskRowFragment, 'deadline' | 'standing' | 'state'>;
  today: string;
}) {
  const words = tasksWords.useWords();
  const { deadline } = task;
  const finished = ['COMPLETED', 'COMPLETED_LATE'].includes(task.standing) || task.state === 'CANCELLED';
  return (
    <span>
      <Due
        on={deadline.dueOn}
        today={today}
        finished={finished}
        words={
          deadline.text || (deadline.kind === 'NONE' ? words('deadline.none') : words(`deadlineKind.${deadline.kind}`))
        }
      />
      {deadline.thenOngoing ? <span className="lt-quiet">; {words('deadline.thenOngoing')}</span> : null}
    </span>
  );
}

export function StandingBadge({ task }: { task: Pick<TaskRowFragment, 'state' | 'standing' | 'daysLate'> }) {
  const words = tasksWords.useWords();
  if (task.state === 'CANCELLED') return <span className="lt-quiet">{words('state.CANCELLED')}</span>;
  const late = task.standing === 'COMPLETED_LATE' && task.daysLate ? task.daysLate : undefined;
  return (
    <StateBadge tone={toneOf[task.standing]} detail={late ? words('standing.lateBy', { count: late }) : undefined} />
  );
}

export function reportWord(report: { state: ProgressReportState; claimsCompletion: boolean }) {
  return report.state === 'APPROVED' && report.claimsCompletion
    ? ('report.CLAIMED' as const)
    : (`report.${report.state}` as const);
}

export function LatestReport({ task }: { task: TaskRowFragment }) {
  const words = tasksWords.useWords();
  const report = task.latestReport;
  if (!report) return <span className="lt-quiet">{words('report.none')}</span>;
  return (
    <span className="lt-figures">
      {formatDate(report.reportedAt)}
      <Text span size="sm" className="lt-quiet" display="block">
        {words(reportWord(report))}
      </Text>
    </span>
  );
}
