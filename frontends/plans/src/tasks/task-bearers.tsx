import { useQuery } from '@lienthong/frontend-kit/graph';
import { Button } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { ErrorNotice } from '@lienthong/frontend-kit/ui';
import { useState } from 'react';
import { TaskBearersDocument } from '../generated/graphql.ts';
import classes from './facts.module.css';
import { useNames } from './names.ts';
import { tasksAt } from './task-filter.ts';
import type { TaskShown } from './task-shown.ts';
import { tasksWords } from './words.ts';

/** Every unit that answers for a task; a row of all communes has hundreds, so that they are asked for when wanted. */
export function useAllBearers(task: TaskShown, wanted = true) {
  const first = task.bearers ?? [];
  const isCut = first.length < task.bearerCount;
  const all = useQuery(TaskBearersDocument, { variables: { id: task.id }, skip: !wanted || !isCut });
  return { units: all.data?.task?.bearers ?? first, isCut, all };
}

export function TaskBearers({ task }: { task: TaskShown }) {
  const words = tasksWords.useWords();
  const { fullUnitName } = useNames();
  const [whole, setWhole] = useState(false);
  const { units, isCut, all } = useAllBearers(task, whole);
  return (
    <>
      <ul className={classes.list} aria-busy={all.loading}>
        {units.map((unit) => (
          <li key={unit.id}>
            <Link to={tasksAt({ lead: unit.id })}>{fullUnitName(unit)}</Link>
          </li>
        ))}
      </ul>
      {all.error && !all.data ? <ErrorNotice error={all.error} onRetry={() => void all.refetch()} /> : null}
      {isCut && !all.data ? (
        <Button variant="subtle" size="xs" px={0} loading={all.loading} onClick={() => setWhole(true)}>
          {words('detail.allBearers', { count: task.bearerCount })}
        </Button>
      ) : null}
    </>
  );
}
