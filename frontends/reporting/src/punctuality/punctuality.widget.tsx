import { useLive, useQuery, useViewer } from '@lienthong/frontend-kit/graph';
import { Text, Title } from '@lienthong/frontend-kit/mantine';
import { Link } from '@lienthong/frontend-kit/navigation';
import { Answer } from '@lienthong/frontend-kit/ui';
import { PunctualityNowDocument, RegimeChoicesDocument, type RegimeChoicesQuery } from '../generated/graphql.ts';
import { isCollecting, useReportNames } from '../obligations/names.ts';
import classes from '../obligations/report-rows.module.css';
import { obligationsWords } from '../obligations/words.ts';

type Regime = RegimeChoicesQuery['reportingRegimes'][number];

const inRhythm = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY']);

/** The reports of the running period: x of y, and the missing by name. */
export default function PunctualityWidget() {
  const words = obligationsWords.useWords();
  useLive(['ReportObligation', 'Report']);
  const viewer = useViewer();
  const { today } = viewer;
  const collecting = isCollecting(viewer);
  const asked = useQuery(RegimeChoicesDocument, { skip: !collecting });
  if (!collecting) return null;
  return (
    <Answer of={asked}>
      {({ reportingRegimes }) => {
        const running = reportingRegimes.filter(
          (regime) =>
            inRhythm.has(regime.cadence) &&
            regime.recipient &&
            regime.validFrom <= today &&
            (!regime.validTo || regime.validTo >= today),
        );
        return (
          <section className="lt-card" aria-labelledby="reports-now">
            <Title order={2} size="h4" id="reports-now" mb="sm">
              {words('widget.punctuality')}
            </Title>
            {running.length === 0 ? <Text className="lt-quiet">{words('widget.noRegimes')}</Text> : null}
            <ul className={classes.rows}>
              {running.map((regime) => (
                <RegimeNow key={regime.id} regime={regime} today={today} />
              ))}
            </ul>
          </section>
        );
      }}
    </Answer>
  );
}

function RegimeNow({ regime, today }: { regime: Regime; today: string }) {
  const words = obligationsWords.useWords();
  const { regimeName, unitName } = useReportNames();
  const { data, error } = useQuery(PunctualityNowDocument, { variables: { regimeId: regime.id, on: today } });
  // Received and added up by another unit, or not yet begun.
  if (error && !data) return null;
  const now = data?.punctuality;
  const names = now?.missing.map(({ unit }) => unitName(unit)) ?? [];
  const rest = (now?.missingCount ?? 0) - names.length;
  return (
    <li className={classes.row}>
      <div>
        <Link to={`/reports/punctuality?regime=${regime.id}${now ? `&period=${now.periodFrom}` : ''}`}>
          {regimeName(regime)}
        </Link>
        <div className={classes.facts}>
          {now ? `${now.periodLabel} · ` : ''}
          {regime.rule}
        </div>
        {now && now.owed > 0 ? (
          <div className={classes.facts}>
            {names.length === 0
              ? words('widget.complete')
              : `${words('widget.missing', { names: names.join(', ') })}${rest > 0 ? ` ${words('widget.missingMore', { count: rest })}` : ''}`}
          </div>
        ) : null}
      </div>
      <Text fw={600} className="lt-figures">
        {now ? words('widget.submitted', { submitted: now.submitted, owed: now.owed }) : null}
      </Text>
    </li>
  );
}
