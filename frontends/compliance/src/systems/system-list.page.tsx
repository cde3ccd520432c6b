import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Button, Text } from '@lienthong/frontend-kit/mantine';
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
import { dossierStates } from '../dossiers/dossier-badge.tsx';
import {
  type Bloc,
  type DossierState,
  OwnerNameDocument,
  SystemListDocument,
  type SystemListQuery,
} from '../generated/graphql.ts';
import { useNames } from './names.ts';
import { ChecksCell, DossierCell, LevelCell } from './system-cells.tsx';
import { systemsWords } from './words.ts';

type Row = SystemListQuery['informationSystems']['nodes'][number];

const levels = ['1', '2', '3', '4', '5'];
const keys = ['search', 'level', 'bloc', 'dossier', 'owner'];

export default function SystemListPage() {
  const words = systemsWords.useWords();
  const viewer = useViewer();
  const address = useAddressState();
  const { nameOf, unitName, fullUnitName } = useNames();
  useLive(['InformationSystem', 'SecurityLevelDossier', 'CheckRun']);
  const ownerId = address.get('owner');
  const owner = useQuery(OwnerNameDocument, { variables: { id: ownerId ?? '' }, skip: !ownerId }).data?.unit;
  const states = address.getAll('dossier') as DossierState[];
  const filter = {
    search: address.get('search'),
    ownerId,
    bloc: address.get('bloc') as Bloc | undefined,
    level: address.get('level') ? Number(address.get('level')) : undefined,
    dossierState: states.length > 0 ? states : undefined,
  };
  const filtered = keys.some((key) => address.get(key));
  const asked = useQuery(SystemListDocument, { variables: { filter, first: 50 } });
  const shown = asked.data ?? asked.previousData;

  const columns: Column<Row>[] = [
    {
      id: 'system',
      title: words('column.system'),
      width: 'minmax(230px, 2.2fr)',
      cell: (row) => (
        <>
          <Link to={`/compliance/systems/${row.id}`}>{nameOf(row)}</Link>
          <Text size="sm" fw={400} className="lt-quiet">
            {row.code} · {words(`type.${row.type}`)}
          </Text>
        </>
      ),
    },
    {
      id: 'owner',
      title: words('column.owner'),
      width: 'minmax(150px, 1.3fr)',
      cell: ({ owner: unit }) =>
        unit ? (
          <Link to={`/units/${unit.id}`} title={fullUnitName(unit)}>
            {unitName(unit)}
          </Link>
        ) : null,
    },
    {
      id: 'level',
      title: words('column.level'),
      width: 'minmax(110px, 0.8fr)',
      cell: (row) => <LevelCell system={row} />,
    },
    {
      id: 'dossier',
      title: words('column.dossier'),
      width: 'minmax(160px, 1.2fr)',
      cell: (row) => <DossierCell dossier={row.dossier} />,
    },
    {
      id: 'checks',
      title: words('column.checks'),
      width: 'minmax(160px, 1.2fr)',
      cell: (row) => <ChecksCell checks={row.checks} />,
    },
  ];

  return (
    <>
      <PageHeader
        title={owner ? words('list.titleOf', { unit: unitName(owner) }) : words('list.title')}
        above={ownerId ? <Link to="/compliance/systems">{words('list.allUnits')}</Link> : undefined}
        actions={
          <>
            <Button component={Link} to="/compliance" variant="default">
              {words('list.coverage')}
            </Button>
            {viewer.may('systems.register') ? (
              <Button component={Link} to={`/compliance/systems/new${ownerId ? `?owner=${ownerId}` : ''}`}>
                {words('list.register')}
              </Button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <FilterBar
        filters={[
          {
            id: 'level',
            label: words('filter.level'),
            kind: 'one',
            choices: levels.map((value) => ({ value, label: words('level', { level: value }) })),
          },
          {
            id: 'bloc',
            label: words('filter.bloc'),
            kind: 'one',
            choices: (['PARTY', 'GOVERNMENT'] as const).map((value) => ({ value, label: words(`bloc.${value}`) })),
          },
          {
            id: 'dossier',
            label: words('filter.dossier'),
            kind: 'many',
            choices: dossierStates.map((value) => ({ value, label: words(`state.${value}`) })),
          },
        ]}
      />
      <Answer of={{ ...asked, data: shown }}>
        {({ informationSystems: { nodes, totalCount, pageInfo } }) => (
          <DataTable
            caption={words('list.caption')}
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
                        informationSystems: {
                          ...next.informationSystems,
                          nodes: [...before.informationSystems.nodes, ...next.informationSystems.nodes],
                        },
                      }),
                    })
                : undefined
            }
            empty={
              <EmptyNotice
                title={words(filtered ? 'list.emptyFiltered' : 'list.empty')}
                action={filtered ? <Link to="/compliance/systems">{words('list.emptyAll')}</Link> : undefined}
              />
            }
          />
        )}
      </Answer>
    </>
  );
}
