import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Button, Stack, Text } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, addDays, EmptyNotice } from '@lienthong/frontend-kit/ui';
import { MyWorkDocument } from '../generated/graphql.ts';
import { type CardTask, TaskCards } from '../overview/task-cards.tsx';
import { useNames } from '../tasks/names.ts';
import { tasksAt } from '../tasks/task-filter.ts';
import { tasksWords } from '../tasks/words.ts';
import { myWorkWords } from './words.ts';

type Act = 'confirm' | 'approve' | 'reportProgress' | 'assign';
type MyTask = CardTask & { permissions: string[] };

const fewLater = 10;

/** What must I do now? Decisions that hold up others first, then what came back, then this week in order of time. */
export default function MyWorkWidget() {
  const words = myWorkWords.useWords();
  const { today, membership } = useViewer();
  useLive(['Task', 'ProgressReport', 'Assignment']);
  const asked = useQuery(MyWorkDocument);
  const soon = addDays(today, 7);

  return (
    <Answer of={asked}>
      {({ myTasks: { toDo, returned, toApprove, toConfirm } }) => {
        const inTime = [...toDo].sort((a, b) => (a.deadline.dueOn ?? '9999').localeCompare(b.deadline.dueOn ?? '9999'));
        const week = inTime.filter(({ deadline }) => deadline.dueOn && deadline.dueOn <= soon);
        const later = inTime.filter(({ deadline }) => !deadline.dueOn || deadline.dueOn > soon);
        const nothing = toDo.length + returned.length + toApprove.length + toConfirm.length === 0;
        const unit = <Link to={tasksAt({ unit: membership.unit.id })}>{words('unit')}</Link>;
        if (nothing) {
          return (
            <EmptyNotice title={words('nothing.title')} action={unit}>
              {words('nothing.text')}
            </EmptyNotice>
          );
        }
        return (
          <Stack gap="lg">
            {toApprove.length > 0 ? (
              <List title={words('toApprove')} tasks={toApprove} today={today} act="approve" />
            ) : null}
            {toConfirm.length > 0 ? (
              <List title={words('toConfirm')} tasks={toConfirm} today={today} act="confirm" />
            ) : null}
            {returned.length > 0 ? (
              <List title={words('returned')} tasks={returned} today={today} act="reportProgress" />
            ) : null}
            <List title={words('week')} tasks={week} today={today} act="reportProgress" empty={words('week.empty')} />
            {later.length > 0 ? (
              <List
                title={words('later')}
                tasks={later.slice(0, fewLater)}
                count={later.length}
                today={today}
                act="reportProgress"
              />
            ) : null}
            <Text>{unit}</Text>
          </Stack>
        );
      }}
    </Answer>
  );
}

interface ListProps {
  title: string;
  tasks: readonly MyTask[];
  today: string;
  act: Act;
  empty?: string;
  count?: number;
}

function List({ act, ...rest }: ListProps) {
  const words = tasksWords.useWords();
  const { titleOf } = useNames();
  return (
    <TaskCards
      {...rest}
      empty={rest.empty ?? ''}
      act={(task) => {
        const { permissions } = task as MyTask;
        const open = [act, 'reportProgress', 'assign'].find((one) => permissions.includes(one)) as Act | undefined;
        const label = words(open ? `act.${open}` : 'act.open');
        return (
          <Button
            component={Link}
            to={`/tasks/${task.id}${open ? `?act=${open}` : ''}`}
            variant={open ? 'light' : 'default'}
            aria-label={words('act.of', { act: label, title: titleOf(task) })}
          >
            {label}
          </Button>
        );
      }}
    />
  );
}
