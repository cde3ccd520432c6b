import { Refusal } from '@lienthong/kit/refusal';
import type { UnitNode } from '@lienthong/policy/hierarchy';
import { ReportObligation } from '../obligations/obligation.entity.ts';
import { demandOverview } from '../obligations/obligation.policy.ts';
import { type CivilDate, isCivilDate } from '../regimes/civil-date.ts';
import { periodOn } from '../regimes/period.ts';
import type { ReportingRegime } from '../regimes/regime.entity.ts';
import { getRegime } from '../regimes/regime.service.ts';
import { periodInWords } from '../regimes/words.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { totalsOf } from '../reports/figure.ts';
import type { Report } from '../reports/report.entity.ts';
import { figuresOf, reportAnswering } from '../reports/report.queries.ts';
import { unitReference } from '../units/unit.reference.ts';
import type { ConsolidatedReport, Punctuality, ReportingPeriod } from './consolidation.types.ts';

/** One row of a consolidated report. */
export interface PeriodRow {
  obligation: ReportObligation;
  unit: UnitNode | undefined;
  /** As handed in; a draft is nothing handed in. */
  report: Report | null;
}

export interface PeriodRows {
  regime: ReportingRegime;
  periodFrom: CivilDate;
  periodTo: CivilDate;
  dueAt: Date;
  rows: PeriodRow[];
}

/** Nobody owes more than a province's units; the bound keeps one mistaken regime from filling the memory. */
const MOST_ROWS = 2000;

const byBlocAndName = new Intl.Collator('vi');

/** Everything owed in one period that the reader may see, government after Party, each by name. */
export async function rowsOfPeriod(
  context: ReportingContext,
  regimeId: string,
  periodFrom: CivilDate,
): Promise<PeriodRows> {
  const regime = await getRegime(context, regimeId);
  demandOverview(context, regime);
  if (!isCivilDate(periodFrom)) throw new Refusal('INVALID', 'PERIOD_UNKNOWN', { field: 'periodFrom' });
  const obligations = await context.read((manager) =>
    manager
      .createQueryBuilder(ReportObligation, 'obligation')
      .where('obligation.regime_id = :regimeId and obligation.period_from = :periodFrom', { regimeId, periodFrom })
      .andWhere('obligation.waived_at is null')
      .limit(MOST_ROWS)
      .getMany(),
  );
  const [first] = obligations;
  if (!first) throw new Refusal('NOT_FOUND', 'PERIOD_UNKNOWN', { field: 'periodFrom' });
  const rows = await Promise.all(
    obligations.map(async (obligation): Promise<PeriodRow> => {
      const report = await reportAnswering(context, obligation.id);
      return {
        obligation,
        unit: context.hierarchy.find(obligation.unitId),
        report: report?.state === 'DRAFT' ? null : report,
      };
    }),
  );
  rows.sort(
    (a, b) =>
      (b.obligation.bloc ?? '').localeCompare(a.obligation.bloc ?? '') ||
      byBlocAndName.compare(a.unit?.name ?? '', b.unit?.name ?? ''),
  );
  return { regime, periodFrom: first.periodFrom, periodTo: first.periodTo, dueAt: first.dueAt, rows };
}

export async function consolidated(
  context: ReportingContext,
  regimeId: string,
  periodFrom: CivilDate,
): Promise<ConsolidatedReport> {
  const period = await rowsOfPeriod(context, regimeId, periodFrom);
  const { regime, rows } = period;
  return {
    regime,
    periodFrom: period.periodFrom,
    periodTo: period.periodTo,
    periodLabel: labelOf(context, regime, period),
    owed: rows.length,
    submitted: rows.filter((row) => row.report).length,
    accepted: rows.filter((row) => row.report?.state === 'ACCEPTED').length,
    missingUnits: rows.filter((row) => !row.report).map((row) => unitReference(row.obligation.unitId)),
    totals: totalsOf(await countedFigures(context, rows), context.locale),
    rows: rows.map((row) => row.obligation),
    documentUrl: `/files/reporting/exports/consolidated.docx?${new URLSearchParams({ regimeId, period: period.periodFrom })}`,
  };
}

/** A returned report is not counted until it comes back. */
export function countedFigures(context: ReportingContext, rows: readonly PeriodRow[]) {
  return Promise.all(
    rows.flatMap(({ report }) => (report && report.state !== 'RETURNED' ? [figuresOf(context, report.id)] : [])),
  );
}

export async function punctuality(
  context: ReportingContext,
  regimeId: string,
  on: CivilDate | null,
): Promise<Punctuality> {
  const regime = await getRegime(context, regimeId);
  demandOverview(context, regime);
  const periodFrom = await periodFromOn(context, regime, on ?? context.clock.today());
  const period = await rowsOfPeriod(context, regimeId, periodFrom);
  const { rows, dueAt } = period;
  const missing = rows.filter((row) => !row.report);
  return {
    regime,
    periodFrom,
    periodTo: period.periodTo,
    periodLabel: labelOf(context, regime, period),
    dueAt,
    owed: rows.length,
    submitted: rows.length - missing.length,
    onTime: rows.filter((row) => row.report?.lateBySeconds === 0).length,
    accepted: rows.filter((row) => row.report?.state === 'ACCEPTED').length,
    overdue: context.clock.now() >= dueAt ? missing.length : 0,
    notHandedIn: missing.map((row) => row.obligation),
  };
}

/** A report on request has no rhythm: its period is the last one asked for by that day. */
async function periodFromOn(context: ReportingContext, regime: ReportingRegime, day: CivilDate): Promise<CivilDate> {
  const period = periodOn(regime, day);
  if (period) return period.from;
  const [last] = (await context.read((manager) =>
    manager.query(
      `select max(period_from)::text as "periodFrom" from reporting.report_obligations where regime_id = $1 and period_from <= $2`,
      [regime.id, day],
    ),
  )) as { periodFrom: string | null }[];
  if (!last?.periodFrom) throw new Refusal('NOT_FOUND', 'PERIOD_UNKNOWN', { field: 'on' });
  return last.periodFrom;
}

/** The periods of a regime in which the reader sees something owed, latest first. */
export async function periodsOf(
  context: ReportingContext,
  regimeId: string,
  first: number,
  after: CivilDate | null,
): Promise<ReportingPeriod[]> {
  const regime = await getRegime(context, regimeId);
  if (after !== null && !isCivilDate(after)) throw new Refusal('INVALID', 'CURSOR', { field: 'after' });
  const periods = (await context.read((manager) =>
    manager.query(
      `select o.period_from::text as "periodFrom", o.period_to::text as "periodTo", max(o.due_at) as "dueAt",
         count(*)::int as owed, count(r.id) filter (where r.state <> 'DRAFT')::int as submitted
       from reporting.report_obligations o left join reporting.reports r on r.obligation_id = o.id
       where o.regime_id = $1 and o.waived_at is null and ($2::date is null or o.period_from < $2)
       group by o.period_from, o.period_to order by o.period_from desc limit $3`,
      [regimeId, after, first],
    ),
  )) as Omit<ReportingPeriod, 'periodLabel'>[];
  return periods.map((period) => ({ ...period, periodLabel: labelOf(context, regime, period) }));
}

function labelOf(
  context: ReportingContext,
  regime: ReportingRegime,
  { periodFrom, periodTo }: { periodFrom: CivilDate; periodTo: CivilDate },
): string {
  return periodInWords(regime.cadence, { from: periodFrom, to: periodTo }, context.locale);
}
