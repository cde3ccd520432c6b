import { IconInfoCircle } from '@lienthong/frontend-kit/icons';
import { Alert, Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { formatDate } from '@lienthong/frontend-kit/ui';
import type { ReactNode } from 'react';
import type { AssigneeNameFragment } from '../generated/graphql.ts';
import classes from './facts.module.css';
import { useNames } from './names.ts';
import { TaskBearers } from './task-bearers.tsx';
import { TaskDue } from './task-cells.tsx';
import { tasksAt } from './task-filter.ts';
import { TaskParts } from './task-parts.tsx';
import type { TaskShown } from './task-shown.ts';
import { tasksWords } from './words.ts';

/** What, who, when, which result, on what basis: the row of the document, read in full. */
export function TaskFacts({ task, today }: { task: TaskShown; today: string }) {
  const words = tasksWords.useWords();
  const { titleOf, planName } = useNames();
  const bearers = task.bearers ?? [];
  const left = task.parts.filter(({ done }) => !done).length;
  const officers = (task.assignments ?? []).filter(({ endedAt }) => !endedAt);
  return (
    <section className="lt-card" aria-labelledby="task-facts">
      <Title order={2} size="h4" id="task-facts" mb="sm">
        {words('detail.what')}
      </Title>
      {task.damaged ? (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} title={words('detail.damaged')} mb="md" c="#5c3c00">
          {task.damageNote}
        </Alert>
      ) : null}
      <dl className={classes.facts}>
        <Fact label={words('detail.lead')}>
          <AssigneeList assignees={task.leads} none={words('lead.none')} />
        </Fact>
        {bearers.length > 0 && bearersDiffer(task) ? (
          <Fact label={words('detail.bearers')}>
            {task.bearerCount > 1 ? (
              <Text size="sm">{words('detail.bearersDone', { done: task.bearersDone, count: task.bearerCount })}</Text>
            ) : null}
            <TaskBearers task={task} />
          </Fact>
        ) : null}
        {task.coordinators.length > 0 ? (
          <Fact label={words('detail.coordinators')}>
            <AssigneeList assignees={task.coordinators} none="—" />
          </Fact>
        ) : null}
        <Fact label={words('detail.deadline')}>
          <TaskDue task={task} today={today} />
        </Fact>
        {task.innerDeadlines.length > 0 ? (
          <Fact label={words('detail.innerDeadlines')}>
            <ul className={classes.list}>
              {task.innerDeadlines.map((inner) => (
                <li key={`${inner.text}${inner.note}`}>
                  {inner.note ? `${inner.note}: ` : ''}
                  {inner.text}
                  {inner.dueOn ? <span className="lt-quiet lt-figures"> ({formatDate(inner.dueOn)})</span> : null}
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        {task.percent === null ? null : (
          <Fact label={words('detail.percent')}>{words('detail.percentValue', { percent: task.percent })}</Fact>
        )}
        {task.ownProgress && task.bearerCount > 1 ? (
          <Fact label={words('detail.ownProgress')}>
            {task.ownProgress.percent === null
              ? words(`state.${task.ownProgress.state}`)
              : `${words('detail.percentValue', { percent: task.ownProgress.percent })}, ${words(`state.${task.ownProgress.state}`)}`}
          </Fact>
        ) : null}
        {task.completedOn ? <Fact label={words('detail.completedOn')}>{formatDate(task.completedOn)}</Fact> : null}
        <Fact label={words('detail.officers')}>
          {officers.length === 0 ? (
            <Text span className="lt-quiet">
              {words('detail.noOfficers')}
            </Text>
          ) : (
            <ul className={classes.plain}>
              {officers.map((assignment) => (
                <li key={assignment.id}>
                  {assignment.personName}
                  <Text size="sm" className="lt-quiet">
                    {words('detail.assignedBy', {
                      who: assignment.assignedBy,
                      date: formatDate(assignment.assignedAt),
                    })}
                  </Text>
                  {assignment.note ? <Text size="sm">{assignment.note}</Text> : null}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        {task.parts.length > 0 ? (
          <Fact
            label={`${words('detail.parts')} (${
              left > 0
                ? words('detail.partsLeft', { left, count: task.parts.length })
                : words('detail.partsDone', { count: task.parts.length })
            })`}
          >
            <TaskParts task={task} />
          </Fact>
        ) : null}
        {task.expectedResult ? <Fact label={words('detail.result')}>{task.expectedResult}</Fact> : null}
        {task.basis ? <Fact label={words('detail.basis')}>{task.basis}</Fact> : null}
        {task.sameAs ? (
          <Fact label={words('detail.sameAs')}>
            <Link to={`/tasks/${task.sameAs.id}`}>
              {planName(task.sameAs.plan)}
              {task.sameAs.number ? `, ${task.sameAs.number}` : ''}: {titleOf(task.sameAs)}
            </Link>
          </Fact>
        ) : null}
        <Fact label={words('detail.source')}>{task.plan.citation}</Fact>
      </dl>
    </section>
  );
}

/** Whoever answers today is told apart only where it is not simply the leads again. */
function bearersDiffer({ leads, bearers }: TaskShown): boolean {
  const named = new Set(leads.map(({ unit }) => unit?.id));
  return (bearers ?? []).some(({ id }) => !named.has(id));
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function AssigneeList({ assignees, none }: { assignees: readonly AssigneeNameFragment[]; none: string }) {
  const words = tasksWords.useWords();
  const { leadFullName } = useNames();
  if (assignees.length === 0)
    return (
      <Text span className="lt-quiet">
        {none}
      </Text>
    );
  return (
    <ul className={classes.list}>
      {assignees.map((assignee) => (
        <li key={assignee.label}>
          {assignee.unit ? (
            <Link to={tasksAt({ lead: assignee.unit.id })}>{leadFullName(assignee)}</Link>
          ) : (
            leadFullName(assignee)
          )}
          {assignee.memberCount ? (
            <span className="lt-quiet"> ({words('lead.members', { count: assignee.memberCount })})</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
