import type { Clock } from '@lienthong/kit/clock';
import { inTransaction, type Settings } from '@lienthong/kit/database';
import { publish } from '@lienthong/kit/events';
import type { Hierarchy } from '@lienthong/policy/hierarchy';
import { serviceSettings } from '@lienthong/policy/rls';
import type { DataSource, EntityManager } from 'typeorm';
import { addDays, type CivilDate, dayOf } from '../regimes/civil-date.ts';
import { dueSoonFrom, type Period, periodOn, periodsBetween, resolutionDay } from '../regimes/period.ts';
import { ReportingRegime } from '../regimes/regime.entity.ts';
import { RegimeProgress } from '../regimes/regime-progress.entity.ts';
import { RegimeReporter } from '../regimes/regime-reporter.entity.ts';
import { reportersOn } from './reporters.ts';

/** The maker of obligations acts for no person, in every province there is. */
export function makerSettings(hierarchy: Hierarchy): Settings {
  return serviceSettings('reporting', hierarchy.provinceIds());
}

export interface Making {
  dataSource: DataSource;
  hierarchy: Hierarchy;
  clock: Clock;
}

/**
 * Makes the obligations of every period that has begun, each exactly once however many processes run at once:
 * one holds a regime at a time, and the row of a unit and period is unique. It goes on from where the last run
 * stopped, so its cost is that of the new periods. Returns how many were made.
 */
export async function ensureObligations(making: Making): Promise<number> {
  const { dataSource, hierarchy, clock } = making;
  const today = dayOf(clock.now());
  const behind = await inTransaction(dataSource, makerSettings(hierarchy), async (manager) => {
    const progress = new Map((await manager.find(RegimeProgress)).map((row) => [row.regimeId, row]));
    const regimes = await manager.find(ReportingRegime, { order: { id: 'ASC' } });
    return regimes.filter((regime) => {
      const done = progress.get(regime.id);
      return (
        done?.hierarchyVersion !== hierarchy.version || periodsToMake(regime, done?.madeTo ?? null, today).length > 0
      );
    });
  });
  let made = 0;
  for (const regime of behind) {
    made += await inTransaction(dataSource, makerSettings(hierarchy), (manager) =>
      makeFor(manager, making, regime, today),
    );
  }
  return made;
}

/** Where nothing was made yet, a regime begins with the period that is running: what fell due before is not owed here. */
function periodsToMake(regime: ReportingRegime, madeTo: CivilDate | null, today: CivilDate): Period[] {
  if (madeTo !== null) return periodsBetween(regime, addDays(madeTo, 1), today);
  const running = periodOn(regime, today);
  return running && running.to >= today ? [running] : [];
}

async function makeFor(
  manager: EntityManager,
  making: Making,
  regime: ReportingRegime,
  today: CivilDate,
): Promise<number> {
  const { hierarchy, clock } = making;
  await manager.query('insert into reporting.regime_progress (regime_id) values ($1) on conflict do nothing', [
    regime.id,
  ]);
  const progress = await manager
    .createQueryBuilder(RegimeProgress, 'progress')
    .where('progress.regimeId = :id', { id: regime.id })
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .getOne();
  if (!progress) return 0;

  const reporters = await manager.findBy(RegimeReporter, { regimeId: regime.id });
  const fresh = periodsToMake(regime, progress.madeTo, today);
  let made = 0;
  for (const period of fresh) {
    const units = reportersOn(hierarchy, regime, reporters, resolutionDay(regime, period));
    made += await insertObligations(manager, hierarchy, regime, period, units);
  }
  if (progress.hierarchyVersion !== hierarchy.version) {
    made += await resolveAgain(manager, making, regime, reporters, progress.madeTo);
  }
  const madeTo = fresh.at(-1)?.to ?? progress.madeTo;
  await manager.update(RegimeProgress, { regimeId: regime.id }, { madeTo, hierarchyVersion: hierarchy.version });
  if (made > 0) {
    await publish(manager, {
      service: 'reporting',
      type: 'ReportObligation',
      id: regime.id,
      provinceId: regime.provinceId,
      blocs: ['PARTY', 'GOVERNMENT'],
      at: clock.realNow().toISOString(),
    });
  }
  return made;
}

export async function insertObligations(
  manager: EntityManager,
  hierarchy: Hierarchy,
  regime: ReportingRegime,
  period: Period,
  units: readonly string[],
  requestNote: string | null = null,
): Promise<number> {
  const rows = (await manager.query(
    `insert into reporting.report_obligations
       (id, regime_id, plan_id, unit_id, province_id, bloc, recipient_unit_id, period_from, period_to, due_at, due_soon_from, request_note)
     select md5($1 || ' ' || u.id || ' ' || to_char($5::date, 'YYYY-MM-DD'))::uuid, $1, $2, u.id, $3, u.bloc, $4, $5, $6, $7, $8, $9
     from unnest($10::text[], $11::text[]) as u (id, bloc)
     on conflict (regime_id, unit_id, period_from) do nothing
     returning id`,
    [
      regime.id,
      regime.planId,
      regime.provinceId,
      regime.recipientUnitId,
      period.from,
      period.to,
      period.dueAt,
      dueSoonFrom(regime.cadence, period.dueAt),
      requestNote,
      units,
      units.map((id) => hierarchy.unit(id).bloc),
    ],
  )) as { id: string }[];
  return rows.length;
}

/** When the hierarchy changed, what is not yet due is owed by who reports now: new units join, units that left are excused. */
async function resolveAgain(
  manager: EntityManager,
  { hierarchy, clock }: Making,
  regime: ReportingRegime,
  reporters: readonly RegimeReporter[],
  madeTo: CivilDate | null,
): Promise<number> {
  if (madeTo === null) return 0;
  const now = clock.now();
  const open = periodsBetween(regime, periodOn(regime, madeTo)?.from ?? madeTo, madeTo).filter(
    (period) => period.dueAt > now,
  );
  let made = 0;
  for (const period of open) {
    const units = reportersOn(hierarchy, regime, reporters, resolutionDay(regime, period));
    made += await insertObligations(manager, hierarchy, regime, period, units);
    await manager.query(
      `update reporting.report_obligations o
       set waived_at = case when o.unit_id = any ($3) then null else $4::timestamptz end,
           waiver_reason = case when o.unit_id = any ($3) then null else 'NO_LONGER_A_REPORTER' end
       where o.regime_id = $1 and o.period_from = $2 and (o.waived_at is null) <> (o.unit_id = any ($3))
         and not exists (select 1 from reporting.reports r where r.obligation_id = o.id and r.state <> 'DRAFT')`,
      [regime.id, period.from, units, now],
    );
  }
  return made;
}
