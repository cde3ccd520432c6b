import { Link } from '@lienthong/frontend-kit/navigation';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import type { PlanNameFragment, TaskRowFragment } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { LatestReport, Leads, StandingBadge, TaskDue, TaskTitle } from './task-cells.tsx';
import { tasksWords } from './words.ts';

export type TaskOfAnyPlan = TaskRowFragment & { plan?: PlanNameFragment };

/** The columns of every table of tasks; a page leaves out what it says elsewhere. */
export function useTaskColumns(today: string, without: readonly string[] = []): readonly Column<TaskOfAnyPlan>[] {
  const words = tasksWords.useWords();
  const { planName } = useNames();
  const columns: Column<TaskOfAnyPlan>[] = [
    {
      id: 'title',
      title: words('column.title'),
      width: 'minmax(220px, 2.6fr)',
      cell: (task) => <TaskTitle task={task} numbered />,
    },
    {
      id: 'plan',
      title: words('column.plan'),
      width: 'minmax(96px, 0.9fr)',
      cell: (task) => (task.plan ? <Link to={`/plans/${task.plan.id}`}>{planName(task.plan)}</Link> : null),
    },
    {
      id: 'section',
      title: words('column.section'),
      hidden: true,
      cell: (task) => task.taskGroup && `${task.taskGroup.code} ${task.taskGroup.title}`,
    },
    {
      id: 'lead',
      title: words('column.lead'),
      width: 'minmax(130px, 1.3fr)',
      cell: (task) => <Leads leads={task.leads} />,
    },
    {
      id: 'deadline',
      title: words('column.deadline'),
      width: 'minmax(140px, 1.3fr)',
      cell: (task) => <TaskDue task={task} today={today} />,
    },
    {
      id: 'standing',
      title: words('column.standing'),
      width: 'minmax(132px, 1fr)',
      cell: (task) => <StandingBadge task={task} />,
    },
    {
      id: 'percent',
      title: words('column.percent'),
      number: true,
      width: '84px',
      cell: (task) => (task.percent === null ? null : `${task.percent} %`),
    },
    {
      id: 'report',
      title: words('column.report'),
      width: 'minmax(110px, 0.9fr)',
      cell: (task) => <LatestReport task={task} />,
    },
  ];
  return columns.filter(({ id }) => !without.includes(id));
}
