import { Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { formatDate } from '@lienthong/frontend-kit/ui';
import type { ReactNode } from 'react';
import { useDueWords, useReportNames } from '../obligations/names.ts';
import type { OwedReport } from './owed-report.ts';
import classes from './report.module.css';
import { reportsWords } from './words.ts';

/** The head of the paper form: to whom, from whom, for which period, until when, on what basis. */
export function ReportHead({ obligation }: { obligation: OwedReport }) {
  const words = reportsWords.useWords();
  const { fullUnitName, recipientName } = useReportNames();
  const dueWords = useDueWords();
  const { regime } = obligation;
  return (
    <>
      <Title order={2} size="h4" id="report-content" mb="sm">
        {words('form.title')}
      </Title>
      <dl className={classes.head}>
        <Line label={words('head.recipient')}>{recipientName(regime)}</Line>
        <Line label={words('head.unit')}>{fullUnitName(obligation.unit)}</Line>
        <Line label={words('head.period')}>
          {obligation.periodFrom === obligation.periodTo
            ? obligation.periodLabel
            : words('head.periodDates', {
                label: obligation.periodLabel,
                from: formatDate(obligation.periodFrom),
                to: formatDate(obligation.periodTo),
              })}
        </Line>
        <Line label={words('head.due')}>{dueWords(obligation.dueAt)}</Line>
        <Line label={words('head.rule')}>{regime.rule}</Line>
        <Line label={words('head.source')}>
          {regime.plan?.number ? (
            <>
              <Link to={`/plans/${regime.plan.id}`}>{regime.plan.number}</Link>
              {regime.source ? `, ${regime.source}` : ''}
            </>
          ) : (
            regime.source
          )}
        </Line>
        {obligation.requestNote ? <Line label={words('head.request')}>{obligation.requestNote}</Line> : null}
      </dl>
    </>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
