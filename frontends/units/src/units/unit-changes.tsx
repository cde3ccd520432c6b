import { useQuery } from '@lienthong/frontend-kit/graph';
import { Text } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, DataTable, EmptyNotice, formatDate, formatInstant } from '@lienthong/frontend-kit/ui';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import { UnitChangesDocument, type UnitChangesQuery } from '../generated/graphql.ts';
import { useChangeWords } from './change-words.ts';
import { useNames } from './names.ts';
import { unitWords } from './words.ts';

type Row = UnitChangesQuery['unitChanges']['nodes'][number];

/** What changed in the units between two days. */
export function UnitChanges({ from, to }: { from: string; to: string }) {
  const words = unitWords.useWords();
  const changeDetail = useChangeWords();
  const { fullUnitName } = useNames();
  const asked = useQuery(UnitChangesDocument, { variables: { from, to, first: 50 } });
  const columns: Column<Row>[] = [
    {
      id: 'unit',
      title: words('column.unit'),
      width: 'minmax(220px, 2fr)',
      cell: ({ unit }) => (unit ? <Link to={`/units/${unit.id}`}>{fullUnitName(unit)}</Link> : null),
    },
    {
      id: 'on',
      title: words('column.on'),
      width: 'minmax(110px, 0.7fr)',
      cell: (row) => <span className="lt-figures">{formatDate(row.on)}</span>,
    },
    {
      id: 'change',
      title: words('column.change'),
      width: 'minmax(130px, 0.9fr)',
      cell: ({ kind }) => words(`change.${kind}`),
    },
    {
      id: 'detail',
      title: words('column.detail'),
      width: 'minmax(200px, 1.8fr)',
      cell: (row) => changeDetail(row),
    },
    {
      id: 'recorded',
      title: words('column.recorded'),
      width: 'minmax(150px, 1.1fr)',
      cell: ({ recordedBy, recordedAt }) =>
        recordedBy ? (
          <>
            {recordedBy}
            <Text size="sm" className="lt-quiet lt-figures">
              {formatInstant(recordedAt)}
            </Text>
          </>
        ) : (
          words('change.seed')
        ),
    },
  ];
  return (
    <Answer of={asked}>
      {({ unitChanges: { nodes, totalCount, pageInfo } }) => (
        <DataTable
          name="changes"
          caption={words('changes.caption')}
          columns={columns}
          rows={nodes}
          rowId={(row) => `${row.unit?.id}${row.kind}${row.on}${row.recordedAt}`}
          totalCount={totalCount}
          loading={asked.loading}
          onMore={
            pageInfo.hasNextPage
              ? () =>
                  asked.fetchMore({
                    variables: { after: pageInfo.endCursor },
                    updateQuery: (before, { fetchMoreResult: next }) => ({
                      ...next,
                      unitChanges: {
                        ...next.unitChanges,
                        nodes: [...before.unitChanges.nodes, ...next.unitChanges.nodes],
                      },
                    }),
                  })
              : undefined
          }
          empty={<EmptyNotice title={words('changes.none')} />}
        />
      )}
    </Answer>
  );
}
