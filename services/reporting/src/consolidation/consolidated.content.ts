import { dayOf, inWords, timeOf } from '../regimes/civil-date.ts';
import { periodInWords } from '../regimes/words.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { totalsOf } from '../reports/figure.ts';
import { latenessInWords, PAPER, STATE_WORDS } from './consolidated.words.ts';
import { countedFigures, type PeriodRow, type PeriodRows } from './consolidation.service.ts';

/** What the document says, before it is set in type. */
export interface ConsolidatedContent {
  subject: string;
  summary: string;
  totals: { label: string; value: number }[];
  units: { name: string; state: string; submittedAt: string; late: string }[];
  obstacles: string[];
  proposals: string[];
  missing: string[];
}

export async function contentOf(context: ReportingContext, period: PeriodRows): Promise<ConsolidatedContent> {
  const { regime, rows } = period;
  const now = context.clock.now();
  const label = periodInWords(regime.cadence, { from: period.periodFrom, to: period.periodTo }, 'vi');
  const totals = totalsOf(await countedFigures(context, rows), 'vi');
  const missing = rows.filter((row) => !row.report);
  return {
    subject: PAPER.subject(lowerFirst(regime.name), lowerFirst(label)),
    summary: summaryOf(rows, now),
    totals: totals.map((figure) => ({ label: figure.label, value: figure.value })),
    units: rows.map((row) => ({
      name: nameOf(row),
      state: stateInWords(row, now, period.dueAt),
      submittedAt: row.report?.submittedAt ? instantInWords(row.report.submittedAt) : '—',
      late: latenessInWords(row.report?.lateBySeconds ?? 0),
    })),
    obstacles: merged(rows, 'obstacles'),
    proposals: merged(rows, 'proposals'),
    missing: missing.map(nameOf),
  };
}

function summaryOf(rows: readonly PeriodRow[], now: Date): string {
  const submitted = rows.filter((row) => row.report);
  const late = submitted.filter((row) => (row.report?.lateBySeconds ?? 0) > 0).length;
  const accepted = submitted.filter((row) => row.report?.state === 'ACCEPTED').length;
  const returned = submitted.filter((row) => row.report?.state === 'RETURNED').length;
  const missing = rows.length - submitted.length;
  const parts = [
    PAPER.submitted(submitted.length, rows.length, late),
    PAPER.accepted(accepted),
    ...(returned > 0 ? [PAPER.returned(returned)] : []),
    missing === 0 ? PAPER.noneMissing : PAPER.missing(missing),
  ];
  return PAPER.summary(timeOf(now), inWords(dayOf(now)), parts);
}

/** What units wrote, each under its name; a returned report is not quoted. */
function merged(rows: readonly PeriodRow[], part: 'obstacles' | 'proposals'): string[] {
  return rows.flatMap((row) => {
    const text = row.report?.state === 'RETURNED' ? null : row.report?.[part];
    return text ? [`${nameOf(row)}: ${text.replace(/\s*\n\s*/g, '; ')}`] : [];
  });
}

function stateInWords({ report }: PeriodRow, now: Date, dueAt: Date): string {
  if (report && report.state !== 'DRAFT') return STATE_WORDS[report.state];
  return now >= dueAt ? STATE_WORDS.OVERDUE : STATE_WORDS.NOT_REPORTED;
}

const instantInWords = (instant: Date): string => `${timeOf(instant)} ${inWords(dayOf(instant))}`;
const nameOf = ({ unit, obligation }: PeriodRow): string => unit?.name ?? obligation.unitId;
const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
