import { Checkbox, Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import type { ReportedTaskFragment } from '../generated/graphql.ts';
import { useReportNames } from '../obligations/names.ts';
import classes from './report.module.css';
import { reportsWords } from './words.ts';

interface TaskChoiceProps {
  tasks: readonly ReportedTaskFragment[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Which of the unit's tasks the report speaks of. */
export function TaskChoice({ tasks, chosen, onChange }: TaskChoiceProps) {
  const words = reportsWords.useWords();
  const { titleOf } = useReportNames();
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {words('part.tasks')}
      </Title>
      {tasks.length === 0 ? <Text className="lt-quiet">{words('tasks.none')}</Text> : null}
      <ul className={classes.plain}>
        {tasks.map((task) => (
          <li key={task.id}>
            <Checkbox
              label={task.number ? `${task.number}. ${titleOf(task)}` : titleOf(task)}
              checked={chosen.includes(task.id)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked ? [...chosen, task.id] : chosen.filter((other) => other !== task.id),
                )
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same list to be read. */
export function TasksNamed({ tasks }: { tasks: readonly ReportedTaskFragment[] }) {
  const words = reportsWords.useWords();
  const { titleOf } = useReportNames();
  if (tasks.length === 0) return <Text className="lt-quiet">{words('tasks.none')}</Text>;
  return (
    <ul className={classes.plain}>
      {tasks.map((task) => (
        <li key={task.id}>
          {task.number ? `${task.number}. ` : ''}
          <Link to={`/tasks/${task.id}`}>{titleOf(task)}</Link>
          {task.percent === null ? null : <span className="lt-quiet lt-figures"> · {task.percent} %</span>}
        </li>
      ))}
    </ul>
  );
}
