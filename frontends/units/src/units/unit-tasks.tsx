import { useLive, useQuery } from '@lienthong/frontend-kit/graph';
import { Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, formatDate, PageSkeleton, StackedBar, StateBadge } from '@lienthong/frontend-kit/ui';
import type { Tone } from '@lienthong/frontend-kit/ui/states.ts';
import { type TaskStanding, UnitTasksDocument } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import classes from './unit.module.css';
import { unitWords } from './words.ts';

const toneOf: Record<TaskStanding, Tone> = {
  COMPLETED: 'done',
  COMPLETED_LATE: 'doneLate',
  IN_PROGRESS: 'inProgress',
  AT_RISK: 'atRisk',
  OVERDUE: 'late',
  NOT_DUE: 'notDue',
};
const standings = Object.keys(toneOf) as TaskStanding[];

/** How the unit's tasks stand; each number leads to its rows. */
export function UnitTasks({ unitId, ended }: { unitId: string; ended: boolean }) {
  const words = unitWords.useWords();
  const { titleOf } = useNames();
  useLive(['Task']);
  const asked = useQuery(UnitTasksDocument, { variables: { id: unitId } });
  const rowsOf = (tone?: Tone) => {
    const standing = standings.find((one) => toneOf[one] === tone);
    return `/tasks?lead=${unitId}${standing ? `&standing=${standing}` : ''}`;
  };
  return (
    <section className="lt-card" aria-labelledby="unit-tasks">
      <Title order={2} size="h4" id="unit-tasks" mb="sm">
        {words('tasks.title')}
      </Title>
      <Answer of={asked} skeleton={<PageSkeleton rows={2} head={false} />}>
        {({ unit }) => {
          const figures = unit?.taskFigures;
          const open = unit?.tasks;
          // What did not arrive is named above; it is not nothing.
          if (asked.error && !figures && !open) return null;
          const all = unit?.allTasks?.totalCount ?? 0;
          if (all === 0 && !figures?.total) {
            return <Text className="lt-quiet">{words(ended ? 'tasks.passedOn' : 'tasks.none')}</Text>;
          }
          return (
            <>
              {figures && figures.total > 0 ? (
                <>
                  <Text fw={600} mb={4}>
                    {words('tasks.lead', { count: figures.total })}
                  </Text>
                  <StackedBar
                    label={words('tasks.bar')}
                    to={rowsOf}
                    counts={{
                      done: figures.completed,
                      doneLate: figures.completedLate,
                      inProgress: figures.inProgress,
                      atRisk: figures.atRisk,
                      late: figures.overdue,
                      notDue: figures.notDue,
                    }}
                  />
                </>
              ) : null}
              {open ? (
                <>
                  <Title order={3} size="h5" mt="md" mb={6}>
                    {words('tasks.next')}
                  </Title>
                  {open.nodes.length === 0 ? <Text className="lt-quiet">{words('tasks.noneOpen')}</Text> : null}
                  <ul className={classes.plain}>
                    {open.nodes.map((task) => (
                      <li key={task.id}>
                        <Link to={`/tasks/${task.id}`}>{titleOf(task)}</Link>{' '}
                        <StateBadge
                          tone={toneOf[task.standing]}
                          detail={task.deadline.dueOn ? formatDate(task.deadline.dueOn) : undefined}
                        />{' '}
                        {task.deadline.dueOn ? null : (
                          <Text span size="sm" className="lt-quiet">
                            {task.deadline.text}
                          </Text>
                        )}
                      </li>
                    ))}
                  </ul>
                </>
              ) : null}
              <Text mt="sm">
                <Link to={`/tasks?unit=${unitId}`}>{words('tasks.all', { count: all })}</Link>
              </Text>
            </>
          );
        }}
      </Answer>
    </section>
  );
}
