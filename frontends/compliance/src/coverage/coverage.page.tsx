import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Button, Group, Text } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, DataTable, EmptyNotice, PageHeader, PrintButton, StateBadge } from '@lienthong/frontend-kit/ui';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import type { Tone } from '@lienthong/frontend-kit/ui/states.ts';
import { CoverageDocument, type CoverageQuery } from '../generated/graphql.ts';
import { useNames } from '../systems/names.ts';
import classes from './coverage.module.css';
import { coverageWords } from './words.ts';

type Row = CoverageQuery['coverage']['nodes'][number] & { key: string };

const duties = ['SYSTEMS', 'LEVEL', 'DOSSIER', 'CERTIFICATE', 'HEADERS', 'FRESHNESS'] as const;
const standings = ['BAD', 'ATTENTION', 'GOOD'] as const;
const toneOf: Record<(typeof standings)[number], Tone> = {
  GOOD: 'done',
  ATTENTION: 'atRisk',
  BAD: 'late',
};

/** Units against duties with words in the cells: where is the province weakest? */
export default function CoveragePage() {
  const words = coverageWords.useWords();
  const viewer = useViewer();
  const { unitName, fullUnitName } = useNames();
  useLive(['InformationSystem', 'SecurityLevelDossier', 'ComplianceCheck', 'CheckRun']);
  const asked = useQuery(CoverageDocument, { variables: { first: 50 } });

  const columns: Column<Row>[] = [
    {
      id: 'unit',
      title: words('column.unit'),
      width: 'minmax(190px, 1.7fr)',
      cell: ({ unit, figures }) => (
        <>
          {unit ? (
            <Link to={`/units/${unit.id}`} title={fullUnitName(unit)}>
              {unitName(unit)}
            </Link>
          ) : (
            <Text span className="lt-quiet">
              {words('unit.unknown')}
            </Text>
          )}
          <Text size="sm" fw={400} className="lt-quiet">
            {figures.systems === 0
              ? words('unit.none')
              : words('unit.figures', { approved: figures.approvedDossiers, systems: figures.systems })}
          </Text>
        </>
      ),
    },
    ...duties.map(
      (duty): Column<Row> => ({
        id: duty,
        title: words(`duty.${duty}`),
        width: 'minmax(118px, 1fr)',
        cell: (row) => <Cell row={row} duty={duty} />,
      }),
    ),
  ];

  return (
    <>
      <PageHeader
        title={words('title')}
        below={words('subtitle')}
        actions={
          <>
            <Button component={Link} to="/compliance/systems" variant="default">
              {words('link.systems')}
            </Button>
            {viewer.may('systems.register') ? (
              <Button component={Link} to="/compliance/systems/new">
                {words('link.register')}
              </Button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <Group gap="sm" mb="xs" component="dl" className={classes.legend}>
        <dt>{words('legend.title')}</dt>
        {standings.map((standing) => (
          <dd key={standing}>
            <StateBadge tone={toneOf[standing]} label={words(`legend.${standing}`)} />
          </dd>
        ))}
      </Group>
      <Answer of={asked}>
        {({ coverage: { nodes, totalCount, pageInfo } }) => (
          <div className={classes.grid}>
            <DataTable
              caption={words('caption')}
              columns={columns}
              // While the units service is away a row has no unit to be known by.
              rows={nodes.map((row, index) => ({ ...row, key: row.unit?.id ?? `row-${index}` }))}
              rowId={({ key }) => key}
              totalCount={totalCount}
              loading={asked.loading}
              onMore={
                pageInfo.hasNextPage
                  ? () =>
                      asked.fetchMore({
                        variables: { after: pageInfo.endCursor },
                        updateQuery: (before, { fetchMoreResult: next }) => ({
                          ...next,
                          coverage: { ...next.coverage, nodes: [...before.coverage.nodes, ...next.coverage.nodes] },
                        }),
                      })
                  : undefined
              }
              empty={<EmptyNotice title={words('empty')}>{words('empty.text')}</EmptyNotice>}
            />
          </div>
        )}
      </Answer>
    </>
  );
}

/** The word is the link to the systems behind it. */
function Cell({ row, duty }: { row: Row; duty: (typeof duties)[number] }) {
  const words = coverageWords.useWords();
  const { unitName } = useNames();
  const cell = row.cells.find((one) => one.duty === duty);
  if (!cell) return null;
  // What does not apply is said quietly, so that the eye finds what does.
  const badge =
    cell.standing === 'NONE' ? (
      <Text span size="sm" className="lt-quiet">
        {cell.word}
      </Text>
    ) : (
      <StateBadge tone={toneOf[cell.standing as keyof typeof toneOf] ?? 'notDue'} label={cell.word} />
    );
  if (!row.unit || row.figures.systems === 0) return badge;
  return (
    <Link
      to={`/compliance/systems?owner=${row.unit.id}`}
      className={classes.cell}
      aria-label={words('cell.open', { duty: cell.label, word: cell.word, unit: unitName(row.unit) })}
    >
      {badge}
    </Link>
  );
}
