import { useLive, useQuery } from '@lienthong/frontend-kit/graph';
import { Tabs } from '@lienthong/frontend-kit/mantine';
import { useParams } from '@lienthong/frontend-kit/navigation';
import { Answer, ExportLink, Notice, PageHeader, PrintButton, useAddressState } from '@lienthong/frontend-kit/ui';
import { PlanHeadDocument } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import { exportPath, filterOf } from '../tasks/task-filter.ts';
import { tasksWords } from '../tasks/words.ts';
import { PlanFollowers } from './plan-followers.tsx';
import { PlanHead } from './plan-head.tsx';
import { PlanTargets } from './plan-targets.tsx';
import { PlanTasks } from './plan-tasks.tsx';
import { plansWords } from './words.ts';

const views = ['tasks', 'targets', 'followers'] as const;

/** What this document ordered, and what became of it. */
export default function PlanDetailPage() {
  const { planId = '' } = useParams();
  const words = plansWords.useWords();
  const exportWord = tasksWords.useWords()('list.export');
  const { titleOf, planName } = useNames();
  const address = useAddressState();
  const view = views.find((known) => known === address.get('view')) ?? 'tasks';
  useLive(['Plan', 'Task']);
  const asked = useQuery(PlanHeadDocument, { variables: { id: planId } });

  return (
    <Answer of={asked}>
      {({ plan }) =>
        plan ? (
          <>
            <PageHeader
              title={plan.number ? `${planName(plan)} · ${titleOf(plan)}` : titleOf(plan)}
              below={<PlanHead plan={plan} />}
              actions={
                <>
                  <ExportLink path={exportPath({ ...filterOf(address), planId })}>{exportWord}</ExportLink>
                  <PrintButton />
                </>
              }
            />
            <Tabs
              value={view}
              onChange={(next) => address.set({ view: next === 'tasks' ? undefined : (next ?? undefined) })}
              keepMounted={false}
            >
              <Tabs.List mb="md" className="lt-no-print">
                <Tabs.Tab value="tasks">
                  {words('tab.tasks')} <span className="lt-quiet lt-figures">{plan.figures.total}</span>
                </Tabs.Tab>
                <Tabs.Tab value="targets">
                  {words('tab.targets')} <span className="lt-quiet lt-figures">{plan.targets.length}</span>
                </Tabs.Tab>
                <Tabs.Tab value="followers">{words('tab.followers')}</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="tasks">
                <PlanTasks plan={plan} />
              </Tabs.Panel>
              <Tabs.Panel value="targets">
                <PlanTargets plan={plan} />
              </Tabs.Panel>
              <Tabs.Panel value="followers">
                <PlanFollowers plan={plan} />
              </Tabs.Panel>
            </Tabs>
          </>
        ) : asked.error ? null : (
          <Notice level={1} title={words('head.notFound')}>
            {words('head.notFoundText')}
          </Notice>
        )
      }
    </Answer>
  );
}
