import { Button, Text } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { StateBadge } from '@lienthong/frontend-kit/ui';
import type { Tone } from '@lienthong/frontend-kit/ui/states.ts';
import type { ObligationState, ObligationToldFragment, ReportState } from '../generated/graphql.ts';
import { useLateWords, useReportNames } from './names.ts';
import { obligationsWords } from './words.ts';

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

interface Standing {
  state: ObligationState;
  lateBySeconds?: number | null;
}

export function ObligationBadge({ obligation }: { obligation: Standing }) {
  const words = obligationsWords.useWords();
  const late = useLateWords();
  return (
    <StateBadge
      tone={toneOf[obligation.state]}
      label={words(`state.${obligation.state}`)}
      detail={late(obligation.lateBySeconds)}
    />
  );
}

export type ObligationShown = ObligationToldFragment & { report: { state: ReportState } | null };

/** The one act of a row, as a button that leads to the form. */
export function ObligationAct({ obligation }: { obligation: ObligationShown }) {
  const words = obligationsWords.useWords();
  const { regimeName, unitName } = useReportNames();
  const { permissions, report } = obligation;
  const act = permissions.includes('submit')
    ? report?.state === 'RETURNED'
      ? 'act.fix'
      : report
        ? 'act.continue'
        : 'act.fill'
    : permissions.includes('accept')
      ? 'act.decide'
      : 'act.open';
  return (
    <Button
      component={Link}
      to={`/reports/obligations/${obligation.id}`}
      size="xs"
      variant={act === 'act.open' ? 'default' : 'light'}
      aria-label={words('act.of', {
        act: words(act),
        name: regimeName(obligation.regime),
        period: obligation.periodLabel,
        unit: unitName(obligation.unit),
      })}
    >
      {words(act)}
    </Button>
  );
}

/** What is not said by the state: a draft that waits, an entry in the central system. */
export function ReportMarks({
  report,
}: {
  report: { state: ReportState; enteredInCentralSystemAt?: string | null } | null;
}) {
  const words = obligationsWords.useWords();
  const mark = report?.enteredInCentralSystemAt ? 'central.entered' : report?.state === 'DRAFT' ? 'draft' : undefined;
  return mark ? (
    <Text size="sm" className="lt-quiet">
      {words(mark)}
    </Text>
  ) : null;
}
