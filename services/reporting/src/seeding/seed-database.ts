import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { EntityManager } from 'typeorm';
import { insertObligations } from '../obligations/obligation-making.ts';
import { ReportingRegime } from '../regimes/regime.entity.ts';
import { RegimeProgress } from '../regimes/regime-progress.entity.ts';
import { RegimeReporter } from '../regimes/regime-reporter.entity.ts';
import {
  type DemonstrationPeriod,
  type DemonstrationReport,
  type DemonstrationWorld,
  demonstrationPeriods,
} from './demonstration.ts';
import { idOf } from './random.ts';
import type { SeededRegime } from './regime-seed.ts';

/** Loads the regimes once; true when there was something to do. */
export async function seedRegimes(manager: EntityManager, seeded: readonly SeededRegime[]): Promise<boolean> {
  if ((await manager.count(ReportingRegime)) > 0) return false;
  await manager.insert(
    ReportingRegime,
    seeded.map(({ regime }) => regime),
  );
  await manager.insert(
    RegimeReporter,
    seeded.flatMap(({ reporters }) => reporters),
  );
  return true;
}

/** Fills the weeks before the demonstration day, in a few statements for each period. Returns how many reports. */
export async function seedDemonstration(manager: EntityManager, world: DemonstrationWorld): Promise<number> {
  const { hierarchy } = world;
  const periods = demonstrationPeriods(world);
  let reports = 0;
  for (const period of periods) {
    await insertObligations(manager, hierarchy, period.regime, period.period, period.units);
    await insertReports(manager, period, hierarchy);
    reports += period.reports.length;
  }
  const madeTo = new Map(periods.map(({ regime, period }) => [regime.id, period.to]));
  for (const [regimeId, to] of madeTo) {
    await manager.insert(RegimeProgress, { regimeId, madeTo: to, hierarchyVersion: hierarchy.version });
  }
  return reports;
}

async function insertReports(
  manager: EntityManager,
  { regime, reports }: DemonstrationPeriod,
  hierarchy: Hierarchy,
): Promise<void> {
  if (reports.length === 0) return;
  const recipient = hierarchy.find(regime.recipientUnitId ?? '');
  const rows = reports.map((report) => ({
    id: idOf('report', regime.id, report.unit.id, report.period.from),
    ...rowOf(report, recipient?.shortName ?? ''),
  }));
  const json = JSON.stringify(rows);
  await manager.query(
    `insert into reporting.reports
       (id, obligation_id, unit_id, province_id, bloc, recipient_unit_id, state, summary, obstacles, proposals, submission,
        submitted_by, submitted_at, first_submitted_at, late_by_seconds, decided_by, decided_at, reason,
        entered_in_central_system_by, entered_in_central_system_at, version)
     select r.id, o.id, o.unit_id, o.province_id, o.bloc, o.recipient_unit_id, r.state, r.summary, r.obstacles, r.proposals, 1,
        r.submitted_by, r.submitted_at, r.submitted_at, r.late, r.decided_by, r.decided_at, r.reason,
        case when r.entered_at is not null then r.decided_by end, r.entered_at, case when r.decided_at is null then 1 else 2 end
     from jsonb_to_recordset($1) as r (id uuid, unit_id text, period_from date, state text, summary text, obstacles text,
       proposals text, submitted_by text, submitted_at timestamptz, late integer, decided_by text, decided_at timestamptz,
       reason text, entered_at timestamptz)
     join reporting.report_obligations o on o.regime_id = $2 and o.unit_id = r.unit_id and o.period_from = r.period_from`,
    [json, regime.id],
  );
  await manager.query(
    `insert into reporting.report_submissions (report_id, number, submitted_by, submitted_at, content, outcome, decided_by, decided_at, reason)
     select id, 1, submitted_by, submitted_at,
       jsonb_build_object('summary', summary, 'obstacles', obstacles, 'proposals', proposals),
       nullif(state, 'SUBMITTED'), decided_by, decided_at, reason
     from reporting.reports where id in (select (r ->> 'id')::uuid from jsonb_array_elements($1) r)`,
    [json],
  );
  await manager.query(
    `insert into reporting.report_figures (report_id, key, value, prefilled)
     select (r ->> 'id')::uuid, f.key, f.value, f.prefilled
     from jsonb_array_elements($1) r, jsonb_to_recordset(r -> 'figures') as f (key text, value double precision, prefilled double precision)`,
    [json],
  );
  await manager.query(
    `insert into reporting.report_tasks (report_id, task_id)
     select (r ->> 'id')::uuid, t from jsonb_array_elements($1) r, jsonb_array_elements_text(r -> 'task_ids') t`,
    [json],
  );
}

function rowOf(report: DemonstrationReport, recipientName: string) {
  return {
    unit_id: report.unit.id,
    period_from: report.period.from,
    state: report.state,
    summary: report.summary,
    obstacles: report.obstacles,
    proposals: report.proposals,
    submitted_by: `Cán bộ báo cáo – ${report.unit.shortName}`,
    submitted_at: report.submittedAt,
    late: report.late,
    decided_by: report.decidedAt ? `Chuyên viên tổng hợp – ${recipientName}` : null,
    decided_at: report.decidedAt,
    reason: report.reason,
    entered_at: report.enteredAt,
    task_ids: report.taskIds,
    figures: report.figures.map(({ key, value, prefilled }) => ({ key, value, prefilled })),
  };
}
