import { useBusinessTime, useLive, useQuery } from '@lienthong/frontend-kit/graph';
import { Alert, Grid, Stack, Text } from '@lienthong/frontend-kit/mantine';
import { Link, useParams } from '@lienthong/frontend-kit/navigation';
import { Answer, formatTime, Notice, PageHeader, PrintButton } from '@lienthong/frontend-kit/ui';
import { useRef, useState } from 'react';
import { ReportFormDocument } from '../generated/graphql.ts';
import { useReportNames } from '../obligations/names.ts';
import { ObligationBadge } from '../obligations/obligation-cells.tsx';
import { moduleWords } from '../words.ts';
import { CentralSystem } from './central-system.tsx';
import { DecideReportForm } from './decide-report.form.tsx';
import type { OwedReport } from './owed-report.ts';
import { ReportEditor } from './report.editor.tsx';
import { ReportHead } from './report-head.tsx';
import { ReportHistory } from './report-history.tsx';
import { ReportRead } from './report-read.tsx';
import { reportsWords } from './words.ts';

/** One owed report: the form for who owes it, the paper for who reads it, the decision for who receives it. */
export default function ReportFormPage() {
  const { obligationId = '' } = useParams();
  const words = reportsWords.useWords();
  useLive(['Report', 'ReportObligation']);
  const asked = useQuery(ReportFormDocument, { variables: { id: obligationId } });
  return (
    <Answer of={asked}>
      {({ reportObligation }) =>
        reportObligation ? (
          <OneReport
            key={reportObligation.id}
            obligation={reportObligation}
            newestVersion={async () => (await asked.refetch()).data?.reportObligation?.report?.version}
          />
        ) : asked.error ? null : (
          <Notice level={1} title={words('head.notFound')}>
            {words('head.notFoundText')}
          </Notice>
        )
      }
    </Answer>
  );
}

interface OneReportProps {
  obligation: OwedReport;
  newestVersion: () => Promise<number | undefined>;
}

function OneReport({ obligation, newestVersion }: OneReportProps) {
  const words = reportsWords.useWords();
  const back = moduleWords.useWords()('page.obligations');
  const { regimeName } = useReportNames();
  const businessTime = useBusinessTime();
  const [submittedAt, setSubmittedAt] = useState<Date>();
  const { report, permissions } = obligation;
  // A form once open stays open with what was typed in it, even when a colleague has just handed the report in.
  const opened = useRef(false);
  if (permissions.includes('submit')) opened.current = true;
  if (submittedAt && !permissions.includes('submit')) opened.current = false;
  const mayDecide = permissions.includes('accept') || permissions.includes('return');

  return (
    <>
      <PageHeader
        title={`${regimeName(obligation.regime)} · ${obligation.periodLabel}`}
        above={<Link to="/reports">{back}</Link>}
        below={<ObligationBadge obligation={obligation} />}
        actions={<PrintButton />}
      />
      {submittedAt ? (
        <Alert color="teal" mb="md" role="status" c="#04573f">
          {words('form.submitted', { time: formatTime(businessTime(submittedAt)) })}
        </Alert>
      ) : null}
      {obligation.waiverReason ? (
        <Alert color="gray" mb="md">
          {words('head.waived', { reason: obligation.waiverReason })}
        </Alert>
      ) : null}
      {report?.state === 'RETURNED' && report.reason ? (
        <Alert color="red" mb="md" c="#7d1712">
          {words('form.returned', { reason: report.reason })}
        </Alert>
      ) : null}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            {mayDecide && report ? (
              <DecideReportForm report={report} permissions={permissions} newestVersion={newestVersion} />
            ) : null}
            <section className="lt-card" aria-labelledby="report-content">
              <ReportHead obligation={obligation} />
              {opened.current ? (
                <ReportEditor obligation={obligation} onSubmitted={() => setSubmittedAt(new Date())} />
              ) : report ? (
                <ReportRead report={report} />
              ) : (
                <Text className="lt-quiet">{words('nothing')}</Text>
              )}
            </section>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <ReportHistory report={report} />
            {report ? <CentralSystem report={report} permissions={permissions} /> : null}
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
