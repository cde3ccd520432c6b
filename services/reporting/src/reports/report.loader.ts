import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { ReportingContext } from '../reporting-context.ts';
import { Report } from './report.entity.ts';
import { ReportSubmission, ReportTask, StoredFigure } from './report-parts.entity.ts';

export const reportById = defineLoader(async (context: ReportingContext, ids: readonly string[]) =>
  inOrder(ids, await context.read((manager) => manager.findBy(Report, { id: In([...ids]) })), (report) => report.id),
);

export const reportByObligation = defineLoader(async (context: ReportingContext, obligationIds: readonly string[]) =>
  inOrder(
    obligationIds,
    await context.read((manager) => manager.findBy(Report, { obligationId: In([...obligationIds]) })),
    (report) => report.obligationId,
  ),
);

export const figuresByReport = defineLoader(async (context: ReportingContext, reportIds: readonly string[]) =>
  grouped(
    reportIds,
    await context.read((manager) => manager.findBy(StoredFigure, { reportId: In([...reportIds]) })),
    (figure) => figure.reportId,
  ),
);

export const tasksByReport = defineLoader(async (context: ReportingContext, reportIds: readonly string[]) =>
  grouped(
    reportIds,
    await context.read((manager) =>
      manager.find(ReportTask, { where: { reportId: In([...reportIds]) }, order: { taskId: 'ASC' } }),
    ),
    (task) => task.reportId,
  ),
);

export const submissionsByReport = defineLoader(async (context: ReportingContext, reportIds: readonly string[]) =>
  grouped(
    reportIds,
    await context.read((manager) =>
      manager.find(ReportSubmission, { where: { reportId: In([...reportIds]) }, order: { number: 'ASC' } }),
    ),
    (submission) => submission.reportId,
  ),
);
