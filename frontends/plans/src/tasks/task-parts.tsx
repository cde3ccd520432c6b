import { useAct } from '@lienthong/frontend-kit/graph';
import { IconCheck, IconCircleDashed } from '@lienthong/frontend-kit/icons';
import { Checkbox, Text } from '@lienthong/frontend-kit/mantine';
import { MarkTaskPartDocument } from '../generated/graphql.ts';
import classes from './facts.module.css';
import type { TaskShown } from './task-shown.ts';
import { tasksWords } from './words.ts';

/** The enumerated parts of a task; whoever may, checks them off here. */
export function TaskParts({ task }: { task: TaskShown }) {
  const words = tasksWords.useWords();
  const act = useAct(MarkTaskPartDocument, { refetch: ['TaskDetail'] });
  const mayMark = task.permissions.includes('markPart');
  return (
    <>
      <ul className={classes.plain}>
        {task.parts.map((part) => (
          <li key={part.ordinal} className={mayMark ? undefined : classes.part}>
            {mayMark ? (
              <Checkbox
                label={part.text}
                description={part.done ? undefined : words('detail.markDone')}
                checked={part.done}
                disabled={act.busy}
                onChange={(event) =>
                  void act.submit({
                    taskId: task.id,
                    expectedVersion: task.version,
                    ordinal: part.ordinal,
                    done: event.currentTarget.checked,
                  })
                }
              />
            ) : (
              <>
                {part.done ? (
                  <IconCheck size={18} color="#0a7a58" role="img" aria-label={words('detail.partDone')} />
                ) : (
                  <IconCircleDashed size={18} color="#4a545f" role="img" aria-label={words('detail.partOpen')} />
                )}
                <span>{part.text}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {act.refusals.map(({ reason, message }) => (
        <Text key={reason} role="alert" c="#9c1c16" size="sm">
          {message}
        </Text>
      ))}
    </>
  );
}
