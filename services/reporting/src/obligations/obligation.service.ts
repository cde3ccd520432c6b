import { type Page, type PageRequest, paginate } from '@lienthong/kit/connection';
import { Refusal } from '@lienthong/kit/refusal';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { ReportingContext } from '../reporting-context.ts';
import { Report } from '../reports/report.entity.ts';
import { reportAnswering } from '../reports/report.queries.ts';
import { unitsNamed } from '../units/unit-search.ts';
import { ReportObligation } from './obligation.entity.ts';
import type { ObligationFilter } from './obligation.inputs.ts';
import { obligationById } from './obligation.loader.ts';
import { type ObligationState, obligationState } from './obligation.state.ts';

/** `obligation_state` over a query that has joined `report` to `obligation`. */
export const STATE_SQL =
  'reporting.obligation_state(obligation.waived_at, report.state, report.late_by_seconds, obligation.due_at, obligation.due_soon_from, :now)';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export async function findObligation(context: ReportingContext, id: string): Promise<ReportObligation | null> {
  return UUID.test(id) ? context.loaders.for(obligationById).load(id.toLowerCase()) : null;
}

export async function getObligation(context: ReportingContext, id: string): Promise<ReportObligation> {
  const obligation = await findObligation(context, id);
  if (!obligation) throw new Refusal('NOT_FOUND', 'OBLIGATION_NOT_FOUND', { field: 'obligationId' });
  return obligation;
}

export async function stateOf(context: ReportingContext, obligation: ReportObligation): Promise<ObligationState> {
  const report = await reportAnswering(context, obligation.id);
  return obligationState(
    { ...obligation, reportState: report?.state ?? null, lateBySeconds: report?.lateBySeconds ?? null },
    context.clock.now(),
  );
}

export function listObligations(
  context: ReportingContext,
  filter: ObligationFilter,
  page: PageRequest,
): Promise<Page<ReportObligation>> {
  return paginate(
    context,
    (manager) => filtered(context, manager, filter),
    [
      { sql: 'obligation.due_at', type: 'timestamptz', direction: 'DESC' },
      { sql: 'obligation.id', type: 'uuid' },
    ],
    page,
  );
}

function filtered(
  context: ReportingContext,
  manager: EntityManager,
  filter: ObligationFilter,
): SelectQueryBuilder<ReportObligation> {
  const { actor, clock, hierarchy } = context;
  const query = manager
    .createQueryBuilder(ReportObligation, 'obligation')
    .leftJoin(Report, 'report', 'report.obligation_id = obligation.id');
  const narrow = (condition: string, value: Record<string, unknown>): unknown => query.andWhere(condition, value);
  if (filter.regimeId) narrow('obligation.regime_id = :regimeId', { regimeId: filter.regimeId });
  if (filter.planId) narrow('obligation.plan_id = :planId', { planId: filter.planId });
  if (filter.unitId) narrow('obligation.unit_id = :unitId', { unitId: filter.unitId });
  if (filter.bloc) narrow('obligation.bloc = :bloc', { bloc: filter.bloc });
  if (filter.from) narrow('obligation.period_to >= :from', { from: filter.from });
  if (filter.to) narrow('obligation.period_from <= :to', { to: filter.to });
  if (filter.state) narrow(`${STATE_SQL} = any (:states)`, { now: clock.now(), states: filter.state });
  const acting = actor.membership?.unitId ?? '';
  if (filter.mine) narrow('obligation.unit_id = :acting', { acting });
  if (filter.toReceive) narrow('obligation.recipient_unit_id = :acting', { acting });
  if (filter.search?.trim()) {
    const named = unitsNamed(hierarchy, actor.provinceIds, filter.search, clock.today());
    narrow('obligation.unit_id = any (:named)', { named });
  }
  return query;
}
