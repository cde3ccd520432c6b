import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Button, Checkbox, Group, Select, Text } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import {
  Answer,
  DataTable,
  EmptyNotice,
  ExportLink,
  FilterBar,
  PageHeader,
  PrintButton,
  useAddressState,
} from '@lienthong/frontend-kit/ui';
import {
  TaskFilterChoicesDocument,
  TaskListDocument,
  type TaskOrder,
  UnitNamedDocument,
} from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { standings, toneOf } from './standing.ts';
import { useTaskColumns } from './task-columns.tsx';
import { blocs, deadlineKinds, exportPath, filterOf } from './task-filter.ts';
import { useToneWords } from './tone-words.ts';
import { tasksWords } from './words.ts';

const pageSize = 50;
const orders: readonly TaskOrder[] = ['STANDING', 'DUE_ON', 'DOCUMENT', 'TITLE'];

/** Every list of tasks that is not one plan: the rows behind a number, and the tasks of one's own unit. */
export default function TaskListPage() {
  const words = tasksWords.useWords();
  const viewer = useViewer();
  const address = useAddressState();
  const toneWord = useToneWords();
  const { planName, unitName } = useNames();
  useLive(['Task']);
  const filter = filterOf(address);
  const orderBy = (address.get('order') as TaskOrder | undefined) ?? 'STANDING';
  const asked = useQuery(TaskListDocument, { variables: { filter, orderBy, first: pageSize } });
  const choices = useQuery(TaskFilterChoicesDocument).data;
  const participant = useQuery(UnitNamedDocument, { variables: { id: filter.unitId ?? '' }, skip: !filter.unitId });
  const columns = useTaskColumns(viewer.today);
  const shown = asked.data ?? asked.previousData;
  const tasks = shown?.tasks;
  const ownUnit = viewer.membership.unit.id;
  const isOwnUnit = filter.unitId === ownUnit;

  const more = () =>
    asked.fetchMore({
      variables: { after: tasks?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        tasks: { ...fetchMoreResult.tasks, nodes: [...before.tasks.nodes, ...fetchMoreResult.tasks.nodes] },
      }),
    });

  return (
    <>
      <PageHeader
        title={isOwnUnit ? words('list.mine') : words('list.title')}
        below={
          filter.unitId && !isOwnUnit && participant.data?.unit
            ? words('filter.only', { what: unitName(participant.data.unit) })
            : undefined
        }
        actions={
          <>
            <ExportLink path={exportPath(filter)}>{words('list.export')}</ExportLink>
            <PrintButton />
          </>
        }
      />
      <FilterBar
        filters={[
          {
            id: 'plan',
            label: words('filter.plan'),
            kind: 'one',
            choices: (choices?.plans.nodes ?? []).map((plan) => ({ value: plan.id, label: planName(plan) })),
          },
          {
            id: 'lead',
            label: words('filter.lead'),
            kind: 'one',
            choices: (choices?.overview.byUnit ?? []).map((row) => ({
              value: row.unit?.id ?? row.key,
              label: row.unit ? unitName(row.unit) : row.label,
            })),
          },
          {
            id: 'bloc',
            label: words('filter.bloc'),
            kind: 'one',
            choices: blocs.map((value) => ({ value, label: words(`bloc.${value}`) })),
          },
          {
            id: 'standing',
            label: words('filter.standing'),
            kind: 'many',
            choices: standings.map((value) => ({ value, label: toneWord(toneOf[value]) })),
          },
          {
            id: 'deadline',
            label: words('filter.deadline'),
            kind: 'many',
            choices: deadlineKinds.map((value) => ({ value, label: words(`deadlineKind.${value}`) })),
          },
          { id: 'from', label: words('filter.from'), kind: 'date' },
          { id: 'to', label: words('filter.to'), kind: 'date' },
        ]}
      >
        <Select
          label={words('list.order')}
          size="xs"
          w={160}
          allowDeselect={false}
          data={orders.map((value) => ({ value, label: words(`order.${value}`) }))}
          value={orderBy}
          onChange={(value) => address.set({ order: value ?? undefined })}
        />
      </FilterBar>
      <Group gap="lg" mb="sm" className="lt-no-print">
        <Checkbox
          label={words('list.mine')}
          checked={isOwnUnit}
          onChange={(event) => address.set({ unit: event.currentTarget.checked ? ownUnit : undefined })}
        />
        <Checkbox
          label={words('filter.mine')}
          checked={filter.assignedToMe === true}
          onChange={(event) => address.set({ mine: event.currentTarget.checked ? '1' : undefined })}
        />
      </Group>
      {filter.standing && filter.leadUnitId && !filter.leadUnitId.startsWith('g:') ? (
        <Text size="sm" mb="sm" className="lt-quiet">
          {words('filter.ownPart')}
        </Text>
      ) : null}
      <Answer of={{ ...asked, data: shown }}>
        {({ tasks: { nodes, totalCount } }) => (
          <DataTable
            caption={words('list.caption')}
            columns={columns}
            rows={nodes}
            rowId={({ id }) => id}
            totalCount={totalCount}
            loading={asked.loading}
            onMore={tasks?.pageInfo.hasNextPage ? more : undefined}
            empty={
              <EmptyNotice
                title={words('list.empty')}
                action={
                  <Button component={Link} to="/tasks" variant="default">
                    {words('list.all')}
                  </Button>
                }
              >
                {words('list.emptyText')}
              </EmptyNotice>
            }
          />
        )}
      </Answer>
    </>
  );
}
