import { type Page, type PageRequest, paginate } from '@lienthong/kit/connection';
import type { ReportingContext } from '../reporting-context.ts';
import { Report } from './report.entity.ts';
import { figuresByReport, reportByObligation } from './report.loader.ts';
import type { StoredFigure } from './report-parts.entity.ts';

/** The report that answers an owed report, as far as the reader may see it. */
export function reportAnswering(context: ReportingContext, obligationId: string): Promise<Report | null> {
  return context.loaders.for(reportByObligation).load(obligationId);
}

export function figuresOf(context: ReportingContext, reportId: string): Promise<StoredFigure[]> {
  return context.loaders.for(figuresByReport).load(reportId);
}

export function reportsAboutTask(context: ReportingContext, taskId: string, page: PageRequest): Promise<Page<Report>> {
  return paginate(
    context,
    (manager) =>
      manager
        .createQueryBuilder(Report, 'report')
        .where(
          'exists (select 1 from reporting.report_tasks t where t.report_id = report.id and t.task_id = :taskId)',
          { taskId },
        ),
    [
      { sql: `coalesce(report.submitted_at, '-infinity')`, type: 'timestamptz', direction: 'DESC' },
      { sql: 'report.id', type: 'uuid' },
    ],
    page,
  );
}
