import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Button, SegmentedControl } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import {
  Answer,
  DataTable,
  EmptyNotice,
  FilterBar,
  PageHeader,
  PrintButton,
  useAddressState,
} from '@lienthong/frontend-kit/ui';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import {
  type Bloc,
  type ObligationFilter,
  ObligationListDocument,
  type ObligationListQuery,
  type ObligationState,
  RegimeChoicesDocument,
} from '../generated/graphql.ts';
import { isCollecting, obligationStates, useDueWords, useReportNames } from './names.ts';
import { ObligationAct, ObligationBadge, ReportMarks } from './obligation-cells.tsx';
import { obligationsWords } from './words.ts';

type Row = ObligationListQuery['reportObligations']['nodes'][number];

const tabs = ['mine', 'toReceive', 'all'] as const;
/** What is owed, by when, and is it filled? */
export default function ObligationsPage() {
  const words = obligationsWords.useWords();
  const viewer = useViewer();
  const address = useAddressState();
  const { regimeName, unitName, fullUnitName, recipientName } = useReportNames();
  const dueWords = useDueWords();
  useLive(['ReportObligation', 'Report']);
  const collecting = isCollecting(viewer);
  const first = collecting && viewer.membership.role !== 'APPROVER' ? 'toReceive' : 'mine';
  const tab = tabs.find((known) => known === address.get('tab')) ?? first;
  const states = address.getAll('state') as ObligationState[];
  const filter: ObligationFilter = {
    mine: tab === 'mine' ? true : undefined,
    toReceive: tab === 'toReceive' ? true : undefined,
    regimeId: address.get('regime'),
    unitId: address.get('unit'),
    bloc: address.get('bloc') as Bloc | undefined,
    state: states.length > 0 ? states : undefined,
    from: address.get('from'),
    to: address.get('to'),
    search: address.get('search'),
  };
  const asked = useQuery(ObligationListDocument, { variables: { filter, first: 50 } });
  const regimes = useQuery(RegimeChoicesDocument).data?.reportingRegimes ?? [];
  const shown = asked.data ?? asked.previousData;

  const columns: Column<Row>[] = [
    {
      id: 'report',
      title: words('column.report'),
      width: 'minmax(200px, 2fr)',
      cell: (row) => (
        <>
          <Link to={`/reports/obligations/${row.id}`}>{regimeName(row.regime)}</Link>
          <ReportMarks report={row.report} />
        </>
      ),
    },
    {
      id: 'unit',
      title: words('column.unit'),
      width: 'minmax(130px, 1.2fr)',
      cell: (row) => <span title={fullUnitName(row.unit)}>{unitName(row.unit)}</span>,
      hidden: tab === 'mine',
    },
    {
      id: 'recipient',
      title: words('column.recipient'),
      width: 'minmax(130px, 1.2fr)',
      cell: (row) => recipientName(row.regime),
      hidden: tab === 'toReceive',
    },
    { id: 'period', title: words('column.period'), width: 'minmax(120px, 1fr)', cell: (row) => row.periodLabel },
    { id: 'due', title: words('column.due'), width: 'minmax(140px, 1fr)', cell: (row) => dueWords(row.dueAt) },
    {
      id: 'state',
      title: words('column.state'),
      width: 'minmax(150px, 1.1fr)',
      cell: (row) => <ObligationBadge obligation={row} />,
    },
    {
      id: 'act',
      title: words('column.act'),
      width: 'minmax(150px, 0.9fr)',
      cell: (row) => <ObligationAct obligation={row} />,
    },
  ];

  return (
    <>
      <PageHeader
        title={words('list.title')}
        actions={
          <>
            {collecting ? (
              <>
                <Button component={Link} to="/reports/punctuality" variant="default">
                  {words('link.punctuality')}
                </Button>
                <Button component={Link} to="/reports/consolidated" variant="default">
                  {words('link.consolidated')}
                </Button>
              </>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <SegmentedControl
        mb="sm"
        className="lt-no-print"
        aria-label={words('list.title')}
        data={tabs.map((value) => ({ value, label: words(`tab.${value}`) }))}
        value={tab}
        onChange={(value) => address.set({ tab: value })}
      />
      <FilterBar
        filters={[
          {
            id: 'regime',
            label: words('filter.regime'),
            kind: 'one',
            choices: regimes.map((regime) => ({ value: regime.id, label: regimeName(regime) })),
          },
          {
            id: 'state',
            label: words('filter.state'),
            kind: 'many',
            choices: obligationStates.map((value) => ({ value, label: words(`state.${value}`) })),
          },
          ...(tab === 'mine'
            ? []
            : [
                {
                  id: 'bloc',
                  label: words('filter.bloc'),
                  kind: 'one' as const,
                  choices: (['PARTY', 'GOVERNMENT'] as const).map((value) => ({
                    value,
                    label: words(`bloc.${value}`),
                  })),
                },
              ]),
          { id: 'from', label: words('filter.from'), kind: 'date' },
          { id: 'to', label: words('filter.to'), kind: 'date' },
        ]}
      />
      <Answer of={{ ...asked, data: shown }}>
        {({ reportObligations: { nodes, totalCount, pageInfo } }) => (
          <DataTable
            key={tab}
            caption={words(tab === 'toReceive' ? 'list.captionReceive' : 'list.caption')}
            columns={columns}
            rows={nodes}
            rowId={({ id }) => id}
            totalCount={totalCount}
            loading={asked.loading}
            onMore={
              pageInfo.hasNextPage
                ? () =>
                    asked.fetchMore({
                      variables: { after: pageInfo.endCursor },
                      updateQuery: (before, { fetchMoreResult: next }) => ({
                        ...next,
                        reportObligations: {
                          ...next.reportObligations,
                          nodes: [...before.reportObligations.nodes, ...next.reportObligations.nodes],
                        },
                      }),
                    })
                : undefined
            }
            empty={<EmptyNotice title={words(`empty.${tab}`)} />}
          />
        )}
      </Answer>
    </>
  );
}
