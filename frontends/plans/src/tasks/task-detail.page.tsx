import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Grid, Group, Text } from '@lienthong/frontend-kit/mantine';
import { Link, useParams } from '@lienthong/frontend-kit/navigation';
import { Answer, Notice, PageHeader, PrintButton } from '@lienthong/frontend-kit/ui';
import { TaskDetailDocument, type TaskState } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { NextAct } from './next-act.tsx';
import { StandingBadge } from './task-cells.tsx';
import { TaskFacts } from './task-facts.tsx';
import { TaskTimeline } from './task-timeline.tsx';
import { tasksWords } from './words.ts';

// Steps that say more than the standing beside them.
const told = new Set<TaskState>(['AWAITING_APPROVAL', 'RETURNED', 'AWAITING_CONFIRMATION', 'COMPLETED', 'CANCELLED']);

/** One object, one timeline: left what it is, right what happened, on top what to do next. */
export default function TaskDetailPage() {
  const { taskId = '' } = useParams();
  const words = tasksWords.useWords();
  const { today } = useViewer();
  const { titleOf, planName } = useNames();
  useLive(['Task', 'ProgressReport', 'Assignment']);
  const asked = useQuery(TaskDetailDocument, { variables: { id: taskId } });

  return (
    <Answer of={asked}>
      {({ task }) =>
        task ? (
          <>
            <PageHeader
              title={titleOf(task)}
              above={
                <>
                  <Link to={`/plans/${task.plan.id}`}>{planName(task.plan)}</Link>
                  {task.taskGroup
                    ? ` · ${words('detail.section')} ${task.taskGroup.code} ${task.taskGroup.title}`
                    : null}
                  {task.number ? ` · ${words('detail.number', { number: task.number })}` : null}
                </>
              }
              below={
                <Group gap={8}>
                  <StandingBadge task={task} />
                  {told.has(task.state) ? (
                    <Text span size="sm" className="lt-quiet">
                      {words(`state.${task.state}`)}
                    </Text>
                  ) : null}
                </Group>
              }
              actions={<PrintButton />}
            />
            <NextAct key={task.id} task={task} reload={() => asked.refetch()} />
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 5 }}>
                <TaskFacts task={task} today={today} />
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 7 }}>
                <TaskTimeline task={task} />
              </Grid.Col>
            </Grid>
          </>
        ) : asked.error ? null : (
          <Notice level={1} title={words('detail.notFound')}>
            {words('detail.notFoundText')}
          </Notice>
        )
      }
    </Answer>
  );
}
