import { connectionOf } from '@lienthong/kit/connection';
import { Report } from './report.entity.ts';

export const ReportConnection = connectionOf(Report, 'Report');
