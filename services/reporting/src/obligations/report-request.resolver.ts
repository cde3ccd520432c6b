import { DateScalar } from '@lienthong/kit/scalars';
import { Rule } from '@lienthong/policy/rule';
import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { ReportingRegime } from '../regimes/regime.entity.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { RequestReportInput } from './report-request.inputs.ts';
import { type Requested, requestReport } from './report-request.service.ts';

@ObjectType({ description: 'What was asked for.' })
class RequestReportPayload {
  @Field(() => ReportingRegime, { description: 'The regime.' })
  regime!: ReportingRegime;

  @Field(() => DateScalar, { description: 'First day of the period the request made.' })
  periodFrom!: string;

  @Field(() => Int, { description: 'How many units now owe a report.' })
  requested!: number;
}

@Resolver()
export class ReportRequestResolver {
  @Rule('ReportObligation.create')
  @Mutation(() => RequestReportPayload, {
    description: 'Asks units for a report on request (yêu cầu báo cáo đột xuất).',
  })
  requestReport(
    @Arg('input', () => RequestReportInput) input: RequestReportInput,
    @Ctx() context: ReportingContext,
  ): Promise<Requested> {
    return requestReport(context, input);
  }
}
