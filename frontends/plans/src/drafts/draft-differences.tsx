import { Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import type { ReactNode } from 'react';
import type { DraftField } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import type { Draft, DraftRow } from './draft-shown.ts';
import classes from './review.module.css';
import { useRowWords } from './use-row-words.ts';
import { draftsWords } from './words.ts';

/** What confirming would change in the plan that is there already, task by task. */
export function DraftDifferences({ draft, toRow }: { draft: Draft; toRow: (rowId: string) => void }) {
  const words = draftsWords.useWords();
  const { titleOf } = useNames();
  const { differences } = draft;
  if (!differences) return null;
  const of = (kind: 'CHANGED' | 'ADDED') => draft.rows.filter(({ difference }) => difference?.kind === kind);
  const rowLink = (row: DraftRow) => (
    <button type="button" className={classes.link} onClick={() => toRow(row.id)}>
      {words('change.toRow', { place: row.place })}
    </button>
  );
  return (
    <>
      <Part title={words('change.CHANGED', { count: differences.changed })} count={differences.changed}>
        {of('CHANGED').map((row) => (
          <li key={row.id}>
            <span className="lt-clamp-2">{row.content}</span>
            <Changes row={row} />
            {rowLink(row)}
          </li>
        ))}
      </Part>
      <Part title={words('change.ADDED', { count: differences.added })} count={differences.added}>
        {of('ADDED').map((row) => (
          <li key={row.id}>
            <span className="lt-clamp-2">{row.content}</span>
            {rowLink(row)}
          </li>
        ))}
      </Part>
      {(['removed', 'completed'] as const).map((kind) => (
        <Part
          key={kind}
          title={words(kind === 'removed' ? 'change.REMOVED' : 'change.COMPLETED', { count: differences[kind].length })}
          count={differences[kind].length}
        >
          {differences[kind].map((task) => (
            <li key={task.id}>
              <Link to={`/tasks/${task.id}`} target="_blank">
                {task.number ? `${task.number}. ` : ''}
                {titleOf(task)}
              </Link>
            </li>
          ))}
        </Part>
      ))}
    </>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return count > 0 ? (
    <section className={classes.part}>
      <Title order={3} size="1rem" mb={4}>
        {title}
      </Title>
      <ul className={classes.plain}>{children}</ul>
    </section>
  ) : null;
}

function Changes({ row }: { row: DraftRow }) {
  const words = draftsWords.useWords();
  const { leadFullName } = useNames();
  const { meaningOf, namesOf } = useRowWords();
  const task = row.difference?.task;
  if (!task) return null;
  const deadline = (of: DraftRow['deadline']) => [of.text, meaningOf(of)].filter(Boolean).join(' · ');
  const values: Partial<Record<DraftField, readonly [string, string]>> = {
    CONTENT: [task.title, row.content],
    LEADS: [task.leads.map(leadFullName).join('; '), namesOf(row.leads)],
    COORDINATORS: [task.coordinators.map(leadFullName).join('; '), namesOf(row.coordinators)],
    DEADLINE: [deadline(task.deadline), deadline(row.deadline)],
  };
  return (
    <dl className={classes.changes}>
      {row.difference?.fields.map((field) => {
        const [now, then] = values[field] ?? ['', ''];
        return (
          <div key={field}>
            <dt>{words(`field.${field}`)}</dt>
            {now || then ? (
              <>
                <dd className="lt-quiet">{words('change.now', { value: now || words('field.none') })}</dd>
                <dd>{words('change.then', { value: then || words('field.none') })}</dd>
              </>
            ) : null}
          </div>
        );
      })}
    </dl>
  );
}
