import { Text } from '@lienthong/frontend-kit/mantine';
import type { ReactNode } from 'react';
import { tasksWords } from '../tasks/words.ts';
import classes from './draft-row.module.css';
import type { DraftAssignee, DraftRow, ReviewActs } from './draft-shown.ts';
import { RowField } from './row-field.tsx';
import { useRowWords } from './use-row-words.ts';
import { draftsWords } from './words.ts';

interface Props {
  row: DraftRow;
  acts: ReviewActs;
  review: Parameters<typeof RowField>[0]['review'];
}

/** What a row says. */
export function RowFields({ row, acts, review }: Props) {
  const words = draftsWords.useWords();
  const noDeadline = tasksWords.useWords()('deadline.none');
  const { meaningOf, placeOf } = useRowWords();
  const of = { row, acts, review };
  const isDoubtful = (field: string) => row.doubts.some((doubt) => doubt.field === field);
  return (
    <div className={classes.fields}>
      {isDoubtful('PLACE') ? (
        <RowField {...of} field="PLACE" wide>
          {placeOf(row) || <None />}
        </RowField>
      ) : null}
      <RowField {...of} field="CONTENT" wide>
        <div className={classes.content}>{row.content || <None />}</div>
      </RowField>
      <RowField {...of} field="LEADS">
        <Assignees assignees={row.leads} printed={isDoubtful('LEADS')} />
      </RowField>
      <RowField {...of} field="DEADLINE">
        {row.deadline.text || <span className="lt-quiet">{noDeadline}</span>}
        {row.deadline.kind === 'NONE' ? null : (
          <Text size="sm" className="lt-quiet lt-figures">
            {meaningOf(row.deadline)}
          </Text>
        )}
      </RowField>
      {row.coordinators.length > 0 || isDoubtful('COORDINATORS') ? (
        <RowField {...of} field="COORDINATORS">
          <Assignees assignees={row.coordinators} printed={isDoubtful('COORDINATORS')} />
        </RowField>
      ) : null}
      <Fact label={words('field.result')}>{row.expectedResult}</Fact>
      <Fact label={words('field.basis')}>{row.basis}</Fact>
      <Fact label={words('field.head')}>{row.head}</Fact>
      <Fact label={words('field.status')}>{row.status}</Fact>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return children ? (
    <div className={classes.field}>
      <div className={classes.label}>{label}</div>
      <div className={classes.value}>{children}</div>
    </div>
  ) : null;
}

function None() {
  return <span className="lt-quiet">{draftsWords.useWords()('field.none')}</span>;
}

function Assignees({ assignees, printed }: { assignees: readonly DraftAssignee[]; printed: boolean }) {
  const words = draftsWords.useWords();
  const { assigneeNotes } = useRowWords();
  if (assignees.length === 0) return <None />;
  return (
    <ul className={classes.names}>
      {assignees.map((assignee) => {
        const notes = [
          assigneeNotes(assignee),
          printed && assignee.text.toLocaleLowerCase() !== assignee.name.toLocaleLowerCase()
            ? words('assignee.printed', { text: assignee.text })
            : '',
        ]
          .filter(Boolean)
          .join(', ');
        return (
          <li
            key={`${assignee.text} ${assignee.name} ${assignee.scope}`}
            title={words('assignee.printed', { text: assignee.text })}
          >
            {assignee.name}
            {notes ? <span className="lt-quiet"> ({notes})</span> : null}
          </li>
        );
      })}
    </ul>
  );
}
