import { DateScalar } from '@lienthong/kit/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'What a lead unit reports on its part of a task.' })
export class ReportTaskProgressInput {
  @Field(() => String, { description: 'Makes a repeated request safe.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => Int, { description: 'The version of the task that was seen.' })
  expectedVersion!: number;

  @Field(() => Int, { description: 'How much is done, 0 to 100; a claimed completion counts as 100.' })
  percent!: number;

  @Field(() => String, { description: 'What was done.' })
  summary!: string;

  @Field(() => String, { nullable: true, description: 'What stands in the way.' })
  obstacle?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the unit holds its part to be completed.' })
  claimsCompletion!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Day of completion; needed with a claim, refused without.' })
  completedOn?: string | null;

  @Field(() => [ID], { defaultValue: [], description: 'Files uploaded before, as evidence.' })
  uploadIds!: string[];
}

@InputType({ description: 'The head of the unit approves a progress report.' })
export class ApproveProgressReportInput {
  @Field(() => String, { description: 'Makes a repeated request safe.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The report.' })
  progressReportId!: string;

  @Field(() => Int, { description: 'The version of the report that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'A remark.' })
  reason?: string | null;
}

@InputType({ description: 'The head of the unit returns a progress report.' })
export class ReturnProgressReportInput {
  @Field(() => String, { description: 'Makes a repeated request safe.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The report.' })
  progressReportId!: string;

  @Field(() => Int, { description: 'The version of the report that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it is returned.' })
  reason!: string;
}

@InputType({ description: 'A following body confirms a claimed result.' })
export class ConfirmTaskResultInput {
  @Field(() => String, { description: 'Makes a repeated request safe.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => Int, { description: 'The version of the task that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'Whose result; needed where several units wait.' })
  progressReportId?: string | null;

  @Field(() => String, { nullable: true, description: 'A remark.' })
  reason?: string | null;
}

@InputType({ description: 'A following body rejects a claimed result.' })
export class RejectTaskResultInput {
  @Field(() => String, { description: 'Makes a repeated request safe.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => Int, { description: 'The version of the task that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'Whose result; needed where several units wait.' })
  progressReportId?: string | null;

  @Field(() => String, { description: 'Why it is rejected.' })
  reason!: string;
}
