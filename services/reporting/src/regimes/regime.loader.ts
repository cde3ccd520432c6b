import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { ReportingContext } from '../reporting-context.ts';
import { ReportingRegime } from './regime.entity.ts';
import { RegimeReporter } from './regime-reporter.entity.ts';

export const regimeById = defineLoader(async (context: ReportingContext, ids: readonly string[]) =>
  inOrder(
    ids,
    await context.read((manager) => manager.findBy(ReportingRegime, { id: In([...ids]) })),
    (regime) => regime.id,
  ),
);

export const regimesByPlan = defineLoader(async (context: ReportingContext, planIds: readonly string[]) =>
  grouped(
    planIds,
    await context.read((manager) =>
      manager.find(ReportingRegime, { where: { planId: In([...planIds]) }, order: { validFrom: 'ASC', id: 'ASC' } }),
    ),
    (regime) => regime.planId ?? '',
  ),
);

export const reportersByRegime = defineLoader(async (context: ReportingContext, regimeIds: readonly string[]) =>
  grouped(
    regimeIds,
    await context.read((manager) =>
      manager.find(RegimeReporter, { where: { regimeId: In([...regimeIds]) }, order: { ordinal: 'ASC' } }),
    ),
    (reporter) => reporter.regimeId,
  ),
);
