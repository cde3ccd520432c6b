import { connectionOf } from '@lienthong/kit/connection';
import { ReportObligation } from './obligation.entity.ts';

export const ReportObligationConnection = connectionOf(ReportObligation, 'ReportObligation');
