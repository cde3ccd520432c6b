import { Group, Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import type { ReactNode } from 'react';
import type { PlanNameFragment, TaskRowFragment } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import { Leads, StandingBadge, TaskDue, TaskTitle } from '../tasks/task-cells.tsx';
import classes from './task-cards.module.css';

export type CardTask = TaskRowFragment & { plan: PlanNameFragment };

interface TaskCardsProps {
  title: string;
  tasks: readonly CardTask[];
  today: string;
  empty: string;
  /** How many there are when not all are shown. */
  count?: number;
  all?: { to: string; label: string };
  /** The one act of a row, as a button. */
  act?: (task: CardTask) => ReactNode;
}

/** A short list of tasks: what, whose, until when, how it stands, and its one act. */
export function TaskCards({ title, tasks, today, empty, count, all, act }: TaskCardsProps) {
  const { planName } = useNames();
  return (
    <section className="lt-card" aria-label={title}>
      <Group justify="space-between" align="baseline" mb="sm" gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text span className="lt-quiet lt-figures">
          {count ?? tasks.length}
        </Text>
      </Group>
      {tasks.length === 0 ? (
        <Text className="lt-quiet">{empty}</Text>
      ) : (
        <ul className={classes.rows}>
          {tasks.map((task) => (
            <li key={task.id} className={classes.row}>
              <div>
                <TaskTitle task={task} />
                <div className={classes.facts}>
                  <Link to={`/plans/${task.plan.id}`}>{planName(task.plan)}</Link> ·{' '}
                  <Leads leads={task.leads} shown={1} />
                </div>
                <div className={classes.facts}>
                  <TaskDue task={task} today={today} />
                </div>
              </div>
              <div className={classes.act}>{act ? act(task) : <StandingBadge task={task} />}</div>
            </li>
          ))}
        </ul>
      )}
      {all && tasks.length > 0 ? (
        <Text mt="sm">
          <Link to={all.to}>{all.label}</Link>
        </Text>
      ) : null}
    </section>
  );
}
