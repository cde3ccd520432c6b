import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Badge, Group, Stack, Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, formatNumber } from '@lienthong/frontend-kit/ui';
import { ReportsToTakeInDocument, ReportsWaitingDocument } from '../generated/graphql.ts';
import { useDueWords, useReportNames } from './names.ts';
import { ObligationAct, ObligationBadge, type ObligationShown, ReportMarks } from './obligation-cells.tsx';
import classes from './report-rows.module.css';
import { obligationsWords } from './words.ts';

/** Reports that wait for the viewer: to be written, and to be taken in. */
export default function ReportsOwedWidget() {
  const words = obligationsWords.useWords();
  useLive(['ReportObligation', 'Report']);
  const owed = useQuery(ReportsWaitingDocument);
  const toTakeIn = useQuery(ReportsToTakeInDocument);
  return (
    <Stack gap="lg">
      <Answer of={owed}>
        {({ reportObligations }) => (
          <Rows
            title={words('widget.owed')}
            rows={reportObligations.nodes}
            count={reportObligations.totalCount}
            to="/reports?tab=mine&state=OVERDUE,DUE_SOON,RETURNED"
            empty={words('widget.owedEmpty')}
          />
        )}
      </Answer>
      {toTakeIn.data?.reportObligations.nodes.some(({ permissions }) => permissions.includes('accept')) ? (
        <Rows
          title={words('widget.toTakeIn')}
          rows={toTakeIn.data.reportObligations.nodes}
          count={toTakeIn.data.reportObligations.totalCount}
          to="/reports?tab=toReceive&state=SUBMITTED,SUBMITTED_LATE"
          withUnit
        />
      ) : null}
    </Stack>
  );
}

interface RowsProps {
  title: string;
  rows: readonly ObligationShown[];
  count: number;
  /** Where all of them are. */
  to: string;
  empty?: string;
  withUnit?: boolean;
}

const fewRows = 5;

function Rows({ title, rows, count, to, empty, withUnit }: RowsProps) {
  const words = obligationsWords.useWords();
  const { today } = useViewer();
  const { regimeName, unitName, recipientName } = useReportNames();
  const dueWords = useDueWords();
  const inTime = [...rows].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return (
    <section className="lt-card" aria-label={title}>
      <Group justify="space-between" align="baseline" mb="sm" gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text span className="lt-quiet lt-figures">
          {formatNumber(count)}
        </Text>
      </Group>
      {rows.length === 0 ? (
        <Text className="lt-quiet">{empty}</Text>
      ) : (
        <ul className={classes.rows}>
          {inTime.slice(0, fewRows).map((row) => (
            <li key={row.id} className={classes.row}>
              <div>
                <Link to={`/reports/obligations/${row.id}`}>{regimeName(row.regime)}</Link>
                <div className={classes.facts}>
                  {withUnit ? unitName(row.unit) : recipientName(row.regime)} · {row.periodLabel} ·{' '}
                  {dueWords(row.dueAt)}
                  {vietnameseDay(row.dueAt) === today ? (
                    <Badge ml={6} size="sm" variant="light" color="gray" tt="none" c="#3d4650">
                      {words('widget.today')}
                    </Badge>
                  ) : null}
                </div>
                <ReportMarks report={row.report} />
              </div>
              <div className={classes.act}>
                <ObligationBadge obligation={row} />
                <ObligationAct obligation={row} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <Text mt="sm">
        <Link to={count > fewRows ? to : '/reports'}>
          {count > fewRows ? words('widget.allOf', { count: formatNumber(count) }) : words('widget.all')}
        </Link>
      </Text>
    </section>
  );
}

/** The day of an instant in Vietnam (UTC+7, no summer time). */
function vietnameseDay(instant: string): string {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);
}
