import { Refusal } from '@lienthong/kit/refusal';
import type { ReportingContext } from '../reporting-context.ts';
import { ReportingRegime } from './regime.entity.ts';
import { regimeById, regimesByPlan, reportersByRegime } from './regime.loader.ts';
import type { RegimeReporter } from './regime-reporter.entity.ts';

export async function regimesOf(context: ReportingContext, planId: string | null): Promise<ReportingRegime[]> {
  if (planId !== null) return context.loaders.for(regimesByPlan).load(planId);
  return context.read((manager) =>
    manager.find(ReportingRegime, { order: { planId: 'ASC', validFrom: 'ASC', id: 'ASC' } }),
  );
}

export function findRegime(context: ReportingContext, id: string): Promise<ReportingRegime | null> {
  return context.loaders.for(regimeById).load(id);
}

export async function getRegime(context: ReportingContext, id: string): Promise<ReportingRegime> {
  const regime = await findRegime(context, id);
  if (!regime) throw new Refusal('NOT_FOUND', 'REGIME_NOT_FOUND', { regimeId: id });
  return regime;
}

export function reportersOf(context: ReportingContext, regimeId: string): Promise<RegimeReporter[]> {
  return context.loaders.for(reportersByRegime).load(regimeId);
}
