import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Button, Stack, Table, Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import {
  Answer,
  DataTable,
  EmptyNotice,
  ExportLink,
  formatNumber,
  PageHeader,
  PageSkeleton,
  PrintButton,
} from '@lienthong/frontend-kit/ui';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import { ConsolidatedOfDocument, type ConsolidatedOfQuery } from '../generated/graphql.ts';
import { useReportNames } from '../obligations/names.ts';
import { ObligationBadge } from '../obligations/obligation-cells.tsx';
import { RegimePeriod } from '../punctuality/regime-period.tsx';
import { useRegimePeriod } from '../punctuality/use-regime-period.ts';
import { consolidatedWords } from './words.ts';

type Shown = ConsolidatedOfQuery['consolidated'];
type Row = Shown['rows'][number];

const fewNames = 20;

/** The reports of one period added up. */
export default function ConsolidatedPage() {
  const words = consolidatedWords.useWords();
  const viewer = useViewer();
  const { regimeName } = useReportNames();
  useLive(['ReportObligation', 'Report']);
  const chosen = useRegimePeriod(viewer);
  const { regime, period } = chosen;
  const asked = useQuery(ConsolidatedOfDocument, {
    variables: { regimeId: regime?.id ?? '', periodFrom: period?.periodFrom ?? '' },
    skip: !regime || !period,
  });
  const documentUrl = asked.data?.consolidated.documentUrl;

  return (
    <>
      <PageHeader
        title={words('title')}
        below={regime && period ? `${regimeName(regime)} · ${period.periodLabel}` : undefined}
        actions={
          <>
            {documentUrl ? <ExportLink path={documentUrl}>{words('export')}</ExportLink> : null}
            {regime && period ? (
              <Button
                component={Link}
                to={`/reports/punctuality?regime=${regime.id}&period=${period.periodFrom}`}
                variant="default"
              >
                {words('link.punctuality')}
              </Button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <Answer of={chosen.answer}>
        {() => (
          <>
            <RegimePeriod chosen={chosen} />
            {regime && period ? (
              <Answer of={asked}>{({ consolidated }) => <Consolidated consolidated={consolidated} />}</Answer>
            ) : chosen.pending ? (
              <PageSkeleton head={false} rows={4} />
            ) : (
              <EmptyNotice title={words('rows.none')} />
            )}
          </>
        )}
      </Answer>
    </>
  );
}

function Consolidated({ consolidated }: { consolidated: Shown }) {
  const words = consolidatedWords.useWords();
  const { fullUnitName, unitName } = useReportNames();
  const { owed, submitted, accepted, missingUnits, totals, rows } = consolidated;
  const columns: Column<Row>[] = [
    {
      id: 'unit',
      title: words('column.unit'),
      width: 'minmax(180px, 1.6fr)',
      cell: (row) => (
        <Link to={`/reports/obligations/${row.id}`} title={fullUnitName(row.unit)}>
          {unitName(row.unit)}
        </Link>
      ),
    },
    {
      id: 'state',
      title: words('column.state'),
      width: 'minmax(150px, 1fr)',
      cell: (row) => <ObligationBadge obligation={row} />,
    },
    {
      id: 'summary',
      title: words('column.summary'),
      width: 'minmax(200px, 2.2fr)',
      cell: (row) => <Said>{row.report?.summary}</Said>,
    },
    {
      id: 'obstacles',
      title: words('column.obstacles'),
      width: 'minmax(160px, 1.5fr)',
      cell: (row) => <Said>{row.report?.obstacles}</Said>,
    },
    {
      id: 'proposals',
      title: words('column.proposals'),
      hidden: true,
      cell: (row) => <Said>{row.report?.proposals}</Said>,
    },
    {
      id: 'central',
      title: words('column.central'),
      width: '112px',
      cell: (row) => (row.report ? words(row.report.enteredInCentralSystemAt ? 'central.yes' : 'central.no') : null),
    },
    // The figures of each unit, one column for each, to be chosen.
    ...totals.map(
      (total): Column<Row> => ({
        id: total.key,
        title: total.label,
        number: true,
        hidden: true,
        cell: (row) => {
          const figure = row.report?.figures.find(({ key }) => key === total.key);
          return figure ? formatNumber(figure.value) : null;
        },
      }),
    ),
  ];

  return (
    <Stack gap="lg">
      <Text size="lg" fw={600}>
        {words('sentence', { submitted, owed, accepted })}
      </Text>
      <section className="lt-card" aria-labelledby="consolidated-totals">
        <Title order={2} size="h4" id="consolidated-totals" mb="sm">
          {words('totals')}
        </Title>
        <Table verticalSpacing={6} maw={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words('totals.name')}</Table.Th>
              <Table.Th scope="col" ta="right">
                {words('totals.value')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {words('totals.fromTasks')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {totals.map((total) => (
              <Table.Tr key={total.key}>
                <Table.Th scope="row" fw={500}>
                  {total.label}
                </Table.Th>
                <Table.Td ta="right" data-number>
                  {formatNumber(total.value)}
                </Table.Td>
                <Table.Td ta="right" data-number className="lt-quiet">
                  {formatNumber(total.prefilled)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <section className="lt-card" aria-labelledby="consolidated-missing">
        <Title order={2} size="h4" id="consolidated-missing" mb="xs">
          {words('missing', { count: missingUnits.length })}
        </Title>
        <Text>
          {missingUnits.length > 0
            ? missingUnits.slice(0, fewNames).map(fullUnitName).join('; ')
            : words('missing.none')}
        </Text>
        {missingUnits.length > fewNames ? (
          <details>
            <summary>{words('missing.more', { count: missingUnits.length - fewNames })}</summary>
            <Text>{missingUnits.slice(fewNames).map(fullUnitName).join('; ')}</Text>
          </details>
        ) : null}
      </section>
      <section aria-labelledby="consolidated-rows">
        <Title order={2} size="h4" id="consolidated-rows" mb="sm">
          {words('rows')}
        </Title>
        <DataTable
          caption={words('rows')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          empty={<EmptyNotice title={words('rows.none')} />}
        />
      </section>
    </Stack>
  );
}

function Said({ children }: { children?: string | null }) {
  if (!children) return '—';
  return (
    <span className="lt-clamp-2" title={children}>
      {children}
    </span>
  );
}
