import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { IconUpload } from '@lienthong/frontend-kit/icons';
import { Button, Text } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import {
  Answer,
  DataTable,
  EmptyNotice,
  FilterBar,
  formatDate,
  PageHeader,
  PrintButton,
  StackedBar,
  useAddressState,
} from '@lienthong/frontend-kit/ui';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import { PlanListDocument, type PlanListQuery } from '../generated/graphql.ts';
import { useNames } from '../tasks/names.ts';
import { countsOf } from '../tasks/standing.ts';
import { tasksAt } from '../tasks/task-filter.ts';
import { plansWords } from './words.ts';

type PlanShown = PlanListQuery['plans']['nodes'][number];

/** Which documents ordered something, and what became of it. */
export default function PlanListPage() {
  const words = plansWords.useWords();
  const { titleOf, planName } = useNames();
  const address = useAddressState();
  const { may } = useViewer();
  useLive(['Plan', 'Task']);
  const asked = useQuery(PlanListDocument, { variables: { search: address.get('search'), first: 50 } });
  const shown = asked.data ?? asked.previousData;

  const columns: Column<PlanShown>[] = [
    {
      id: 'title',
      title: words('column.title'),
      width: 'minmax(220px, 2.4fr)',
      cell: (plan) => (
        <>
          <Link to={`/plans/${plan.id}`}>{planName(plan)}</Link>
          <Text size="sm" fw={400}>
            {titleOf(plan)}
          </Text>
        </>
      ),
    },
    { id: 'issuer', title: words('column.issuer'), width: 'minmax(140px, 1.2fr)', cell: (plan) => plan.issuerName },
    { id: 'issued', title: words('column.issued'), width: '118px', cell: (plan) => formatDate(plan.issuedOn) },
    {
      id: 'tasks',
      title: words('column.tasks'),
      number: true,
      width: '92px',
      cell: (plan) => <Link to={tasksAt({ plan: plan.id })}>{plan.figures.total}</Link>,
    },
    {
      id: 'late',
      title: words('column.late'),
      number: true,
      width: '88px',
      cell: (plan) =>
        plan.figures.overdue > 0 ? (
          <Link to={tasksAt({ plan: plan.id, standing: 'OVERDUE' })}>{plan.figures.overdue}</Link>
        ) : null,
    },
    {
      id: 'figures',
      title: words('column.figures'),
      width: 'minmax(140px, 1fr)',
      cell: (plan) => (
        <StackedBar
          legend={false}
          label={words('head.figures', { plan: planName(plan) })}
          counts={countsOf(plan.figures)}
        />
      ),
    },
  ];

  return (
    <>
      <PageHeader
        title={words('list.title')}
        actions={
          <>
            {may('drafts.manage') ? (
              <Button component={Link} to="/plans/drafts" leftSection={<IconUpload size={16} aria-hidden />}>
                {words('list.import')}
              </Button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <FilterBar filters={[]} />
      <Answer of={{ ...asked, data: shown }}>
        {({ plans }) => (
          <DataTable
            caption={words('list.caption')}
            columns={columns}
            rows={plans.nodes}
            rowId={({ id }) => id}
            totalCount={plans.totalCount}
            loading={asked.loading}
            onMore={
              plans.pageInfo.hasNextPage
                ? () =>
                    asked.fetchMore({
                      variables: { after: plans.pageInfo.endCursor },
                      updateQuery: (before, { fetchMoreResult: next }) => ({
                        ...next,
                        plans: { ...next.plans, nodes: [...before.plans.nodes, ...next.plans.nodes] },
                      }),
                    })
                : undefined
            }
            empty={address.get('search') ? undefined : <EmptyNotice>{words('list.emptyText')}</EmptyNotice>}
          />
        )}
      </Answer>
    </>
  );
}
