import { Table, Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { DataTable, formatInstant } from '@lienthong/frontend-kit/ui';
import type { Column } from '@lienthong/frontend-kit/ui/data-table.tsx';
import type { ReactNode } from 'react';
import type { HandedInReportsQuery, PunctualityOfQuery } from '../generated/graphql.ts';
import { useLateWords, useReportNames } from '../obligations/names.ts';
import { ObligationBadge } from '../obligations/obligation-cells.tsx';
import { punctualityWords } from './words.ts';

type Missing = PunctualityOfQuery['punctuality']['missing'][number];

export function MissingReports({ missing }: { missing: readonly Missing[] }) {
  const words = punctualityWords.useWords();
  const { fullUnitName } = useReportNames();
  const title = words('missing.title', { count: missing.length });
  if (missing.length === 0) return <Nothing title={title}>{words('missing.none')}</Nothing>;
  const columns: Column<Missing>[] = [
    {
      id: 'unit',
      title: words('column.unit'),
      width: 'minmax(240px, 2fr)',
      cell: (obligation) => <Link to={`/reports/obligations/${obligation.id}`}>{fullUnitName(obligation.unit)}</Link>,
    },
    {
      id: 'state',
      title: words('column.state'),
      cell: (obligation) => <ObligationBadge obligation={obligation} />,
    },
  ];
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      <DataTable caption={title} columns={columns} rows={missing} rowId={({ id }) => id} name="missing-" />
    </section>
  );
}

export function LateReports({ reports }: { reports: HandedInReportsQuery['reportObligations']['nodes'] }) {
  const words = punctualityWords.useWords();
  const { fullUnitName } = useReportNames();
  const lateWords = useLateWords();
  const late = reports
    .filter(({ lateBySeconds, report }) => report?.submittedAt && (lateBySeconds ?? 0) > 0)
    .sort((a, b) => (b.lateBySeconds ?? 0) - (a.lateBySeconds ?? 0));
  const title = words('late.title', { count: late.length });
  if (late.length === 0) return <Nothing title={title}>{words('late.none')}</Nothing>;
  return (
    <Titled title={title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words('column.unit')}</Table.Th>
          <Table.Th scope="col">{words('column.submitted')}</Table.Th>
          <Table.Th scope="col">{words('column.late')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {late.map((obligation) => (
          <Table.Tr key={obligation.id}>
            <Table.Th scope="row" fw={500}>
              <Link to={`/reports/obligations/${obligation.id}`}>{fullUnitName(obligation.unit)}</Link>
            </Table.Th>
            <Table.Td data-number>{formatInstant(obligation.report?.submittedAt)}</Table.Td>
            <Table.Td>{lateWords(obligation.lateBySeconds)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Titled>
  );
}

function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="lt-card" aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      <Table verticalSpacing={8}>{children}</Table>
    </section>
  );
}

function Nothing({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="lt-card" aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Text className="lt-quiet">{children}</Text>
    </section>
  );
}
