import { useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Button } from '@lienthong/frontend-kit/mantine';
import { Answer, DataTable, EmptyNotice, FilterBar, useAddressState } from '@lienthong/frontend-kit/ui';
import { PlanLeadsDocument, PlanTasksDocument } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import { standings, toneOf } from '../tasks/standing.ts';
import { useTaskColumns } from '../tasks/task-columns.tsx';
import { blocs, deadlineKinds, filterOf } from '../tasks/task-filter.ts';
import { useToneWords } from '../tasks/tone-words.ts';
import { tasksWords } from '../tasks/words.ts';
import type { PlanShown } from './plan-head.tsx';
import classes from './plans.module.css';
import { plansWords } from './words.ts';

/** All tasks of one plan in one flat answer, in the order of the document. */
export function PlanTasks({ plan }: { plan: PlanShown }) {
  const words = plansWords.useWords();
  const taskWords = tasksWords.useWords();
  const toneWord = useToneWords();
  const { today } = useViewer();
  const { planName } = useNames();
  const address = useAddressState();
  const asked = useQuery(PlanTasksDocument, { variables: { id: plan.id, filter: filterOf(address) } });
  const leads = useLeadChoices(plan.id);
  const columns = useTaskColumns(today, ['plan']);
  const shown = asked.data ?? asked.previousData;

  return (
    <>
      <Sections plan={plan} />
      <FilterBar
        filters={[
          { id: 'lead', label: taskWords('filter.lead'), kind: 'one', choices: leads },
          {
            id: 'bloc',
            label: taskWords('filter.bloc'),
            kind: 'one',
            choices: blocs.map((value) => ({ value, label: taskWords(`bloc.${value}`) })),
          },
          {
            id: 'standing',
            label: taskWords('filter.standing'),
            kind: 'many',
            choices: standings.map((value) => ({ value, label: toneWord(toneOf[value]) })),
          },
          {
            id: 'deadline',
            label: taskWords('filter.deadline'),
            kind: 'many',
            choices: deadlineKinds.map((value) => ({ value, label: taskWords(`deadlineKind.${value}`) })),
          },
          { id: 'from', label: taskWords('filter.from'), kind: 'date' },
          { id: 'to', label: taskWords('filter.to'), kind: 'date' },
        ]}
      />
      <Answer of={{ ...asked, data: shown?.plan ? shown : undefined }}>
        {(data) => (
          <DataTable
            caption={words('tasks.caption', { plan: planName(plan) })}
            columns={columns}
            rows={data.plan?.allTasks ?? []}
            rowId={({ id }) => id}
            loading={asked.loading}
            empty={<EmptyNotice title={taskWords('list.empty')} />}
          />
        )}
      </Answer>
    </>
  );
}

/** The headings of the document, each with the number of its rows. */
function Sections({ plan }: { plan: PlanShown }) {
  const words = plansWords.useWords();
  const address = useAddressState();
  const chosen = address.get('group');
  if (plan.taskGroups.length < 2) return null;
  return (
    <fieldset className={`${classes.sections} lt-no-print`} aria-label={words('section.label')}>
      <Button
        size="xs"
        variant={chosen ? 'default' : 'filled'}
        aria-pressed={!chosen}
        onClick={() => address.set({ group: undefined })}
      >
        {words('section.all')}
      </Button>
      {plan.taskGroups.map((group) => (
        <Button
          key={group.id}
          size="xs"
          variant={chosen === group.id ? 'filled' : 'default'}
          aria-pressed={chosen === group.id}
          onClick={() => address.set({ group: chosen === group.id ? undefined : group.id })}
        >
          {group.appendix ? `${words('section.appendix', { appendix: group.appendix })} · ` : ''}
          {group.code} {group.title} · {group.taskCount}
        </Button>
      ))}
    </fieldset>
  );
}

/** Who leads anything in this plan, units and groups, by name. */
function useLeadChoices(planId: string) {
  const { leadName } = useNames();
  const { data } = useQuery(PlanLeadsDocument, { variables: { id: planId } });
  const tasks = data?.plan?.allTasks;
  const choices = new Map<string, string>();
  for (const lead of (tasks ?? []).flatMap(({ leads }) => leads)) {
    const value = lead.unit?.id ?? (lead.group ? `g:${lead.group.id}` : undefined);
    if (value) choices.set(value, leadName(lead));
  }
  return [...choices].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'vi'));
}
