import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { ProgressReport } from './progress-report.entity.ts';

export const progressReportById = defineLoader(async (context: PlansContext, ids: readonly string[]) => {
  const rows = await context.read((manager) => manager.findBy(ProgressReport, { id: In([...ids]) }));
  return inOrder(ids, rows, (report) => report.id);
});

export const evidenceOfReport = defineLoader(async (context: PlansContext, reportIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.find(Evidence, { where: { progressReportId: In([...reportIds]) }, order: { ordinal: 'ASC' } }),
  );
  return grouped(reportIds, rows, (evidence) => evidence.progressReportId);
});
