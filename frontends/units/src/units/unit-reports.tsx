import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, addDays, formatInstant, PageSkeleton, StateBadge } from '@lienthong/frontend-kit/ui';
import type { Tone } from '@lienthong/frontend-kit/ui/states.ts';
import { type ObligationState, UnitReportsDocument } from '../generated/graphql.ts';
import { useNames } from './names.ts';
import classes from './unit.module.css';
import { unitWords } from './words.ts';

const toneOf: Record<ObligationState, Tone> = {
  NOT_DUE: 'notDue',
  DUE_SOON: 'atRisk',
  SUBMITTED: 'inProgress',
  SUBMITTED_LATE: 'doneLate',
  RETURNED: 'atRisk',
  ACCEPTED: 'done',
  OVERDUE: 'late',
  WAIVED: 'notDue',
};

/** What the unit owes, the latest period first. */
export function UnitReports({ unitId }: { unitId: string }) {
  const words = unitWords.useWords();
  const { nameOf } = useNames();
  const { today } = useViewer();
  useLive(['ReportObligation', 'Report']);
  const asked = useQuery(UnitReportsDocument, { variables: { id: unitId, from: addDays(today, -30) } });
  return (
    <section className="lt-card" aria-labelledby="unit-reports">
      <Title order={2} size="h4" id="unit-reports" mb="sm">
        {words('reports.title')}
      </Title>
      <Answer of={asked} skeleton={<PageSkeleton rows={2} head={false} />}>
        {({ unit }) => {
          // What did not arrive is named above; it is not nothing.
          if (asked.error && !unit?.reportsOwed) return null;
          const owed = unit?.reportsOwed?.nodes ?? [];
          if (owed.length === 0) return <Text className="lt-quiet">{words('reports.none')}</Text>;
          return (
            <>
              <ul className={classes.plain}>
                {owed.map((one) => (
                  <li key={one.id}>
                    <Link to={`/reports/obligations/${one.id}`}>
                      {nameOf(one.regime)}, {one.periodLabel}
                    </Link>{' '}
                    <StateBadge
                      tone={toneOf[one.state]}
                      label={words(`obligation.${one.state}`)}
                      detail={words('reports.due', { at: formatInstant(one.dueAt) })}
                    />
                  </li>
                ))}
              </ul>
              <Text mt="sm">
                <Link to={`/reports?tab=all&unit=${unitId}`}>{words('reports.all')}</Link>
              </Text>
            </>
          );
        }}
      </Answer>
    </section>
  );
}
