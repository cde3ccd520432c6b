import { connectionOf } from '@lienthong/kit/connection';
import type { PlansContext } from '../context.ts';
import { ProgressReport } from './progress-report.entity.ts';
import { progressReportById } from './progress-report.loader.ts';

export const ProgressReportConnection = connectionOf(ProgressReport, 'ProgressReport');

/** One report, in the same batch as others asked for at the same moment; null when it may not be seen. */
export const findProgressReport = (context: PlansContext, id: string): Promise<ProgressReport | null> =>
  context.loaders.for(progressReportById).load(id);
