import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Button, Stack } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer, EmptyNotice, PageHeader, PageSkeleton, PrintButton } from '@lienthong/frontend-kit/ui';
import { PunctualityOfDocument } from '../generated/graphql.ts';
import { useReportNames } from '../obligations/names.ts';
import { PunctualityDrawing } from './punctuality-drawing.tsx';
import { LateReports, MissingReports } from './punctuality-tables.tsx';
import { RegimePeriod } from './regime-period.tsx';
import { useHandedIn } from './use-handed-in.ts';
import { useRegimePeriod } from './use-regime-period.ts';
import { punctualityWords } from './words.ts';

/** Who reported on time in a period, who is missing, who was late and by how much. */
export default function PunctualityPage() {
  const words = punctualityWords.useWords();
  const viewer = useViewer();
  const { regimeName } = useReportNames();
  useLive(['ReportObligation', 'Report']);
  const chosen = useRegimePeriod(viewer);
  const { regime, period } = chosen;
  const asked = useQuery(PunctualityOfDocument, {
    variables: { regimeId: regime?.id ?? '', on: period?.periodFrom ?? '' },
    skip: !regime || !period,
  });
  const handedIn = useHandedIn(regime?.id, period);

  return (
    <>
      <PageHeader
        title={words('title')}
        below={regime && period ? `${regimeName(regime)} · ${period.periodLabel}` : undefined}
        actions={
          <>
            {regime && period ? (
              <Button
                component={Link}
                to={`/reports/consolidated?regime=${regime.id}&period=${period.periodFrom}`}
                variant="default"
              >
                {words('link.consolidated')}
              </Button>
            ) : null}
            <PrintButton />
          </>
        }
      />
      <Answer of={chosen.answer}>
        {() =>
          !regime ? (
            <EmptyNotice title={words('choose.none')} />
          ) : (
            <>
              <RegimePeriod chosen={chosen} />
              {period ? (
                <Answer of={asked}>
                  {({ punctuality }) => (
                    <Stack gap="lg">
                      <PunctualityDrawing punctuality={punctuality} />
                      <MissingReports missing={punctuality.missing} />
                      {handedIn ? <LateReports reports={handedIn} /> : null}
                    </Stack>
                  )}
                </Answer>
              ) : chosen.pending ? (
                <PageSkeleton head={false} rows={4} />
              ) : (
                <EmptyNotice title={words('choose.noPeriods')} />
              )}
            </>
          )
        }
      </Answer>
    </>
  );
}
