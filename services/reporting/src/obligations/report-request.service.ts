import { Refusal } from '@lienthong/kit/refusal';
import { dayOf } from '../regimes/civil-date.ts';
import type { ReportingRegime } from '../regimes/regime.entity.ts';
import { getRegime, reportersOf } from '../regimes/regime.service.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { demandRequesting } from './obligation.policy.ts';
import { insertObligations } from './obligation-making.ts';
import type { RequestReportInput } from './report-request.inputs.ts';
import { reportersOn } from './reporters.ts';

export interface Requested {
  regime: ReportingRegime;
  periodFrom: string;
  requested: number;
}

/** One request for each regime and day: a unit never owes two reports for one day. */
export async function requestReport(context: ReportingContext, input: RequestReportInput): Promise<Requested> {
  const regime = await getRegime(context, input.regimeId);
  demandRequesting(context, regime);
  const note = checked(context, regime, input);
  const today = context.clock.today();
  const units = unitsAsked(
    reportersOn(context.hierarchy, regime, await reportersOf(context, regime.id), today),
    input.unitIds ?? null,
  );
  const period = { from: today, to: dayOf(input.dueAt), dueAt: input.dueAt };
  const { requested } = await context.write('requestReport', { ...input }, async (manager, effects) => {
    const made = await insertObligations(manager, context.hierarchy, regime, period, units, note);
    if (made === 0) throw new Refusal('CONFLICT', 'ALREADY_REQUESTED');
    const { provinceId, blocs } = regime;
    effects.audit({
      objectType: 'ReportingRegime',
      objectId: regime.id,
      provinceId,
      blocs,
      unitId: regime.recipientUnitId,
      after: { periodFrom: today, dueAt: input.dueAt, note, units },
    });
    effects.publish({ type: 'ReportObligation', id: regime.id, provinceId, blocs });
    return { requested: made };
  });
  return { regime, periodFrom: today, requested };
}

function checked(context: ReportingContext, regime: ReportingRegime, { dueAt, note }: RequestReportInput): string {
  if (regime.cadence !== 'AD_HOC') throw new Refusal('CONFLICT', 'REGIME_NOT_ON_REQUEST', { field: 'regimeId' });
  if (dueAt <= context.clock.now()) throw new Refusal('INVALID', 'DUE_IN_THE_PAST', { field: 'dueAt' });
  const lastDay = regime.validTo ?? '9999-12-31';
  if (context.clock.today() < regime.validFrom || dayOf(dueAt) > lastDay) {
    throw new Refusal('INVALID', 'OUTSIDE_REGIME', { field: 'dueAt' });
  }
  const clean = note.normalize('NFC').trim();
  if (clean === '') throw new Refusal('INVALID', 'NOTE_MISSING', { field: 'note' });
  if (clean.length > 2000) throw new Refusal('INVALID', 'TEXT_TOO_LONG', { field: 'note', max: 2000 });
  return clean;
}

function unitsAsked(reporters: readonly string[], chosen: readonly string[] | null): string[] {
  const unknown = chosen?.find((id) => !reporters.includes(id));
  if (unknown !== undefined) throw new Refusal('INVALID', 'UNIT_DOES_NOT_REPORT', { field: 'unitIds' });
  const units = chosen ? [...new Set(chosen)] : [...reporters];
  if (units.length === 0) throw new Refusal('INVALID', 'NO_REPORTERS', { field: 'unitIds' });
  return units;
}
