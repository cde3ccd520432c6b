import { Field, Float, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'One number as typed into the form.' })
export class ReportFigureInput {
  @Field(() => String, { description: 'Key of the figure.' })
  key!: string;

  @Field(() => Float, { description: 'The number, zero or more.' })
  value!: number;

  @Field(() => String, { nullable: true, description: 'Why it differs from what the tasks say.' })
  note?: string | null;
}

@InputType()
abstract class ReportContentInput {
  @Field(() => String, { description: 'Chosen by the client; the same request sent again is done once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which owed report.' })
  obligationId!: string;

  @Field(() => Int, { nullable: true, description: 'Version of the report as last read; none for the first.' })
  expectedVersion?: number | null;

  @Field(() => [ReportFigureInput], { description: 'The numbers.' })
  figures!: ReportFigureInput[];

  @Field(() => String, { description: 'What was done in the period (kết quả thực hiện).' })
  summary!: string;

  @Field(() => String, { nullable: true, description: 'What stands in the way (khó khăn, vướng mắc).' })
  obstacles?: string | null;

  @Field(() => String, { nullable: true, description: 'What the unit asks for (đề xuất, kiến nghị).' })
  proposals?: string | null;

  @Field(() => [ID], { nullable: true, description: 'The tasks the report speaks of.' })
  taskIds?: string[] | null;
}

@InputType({ description: 'Keeps what was typed so far.' })
export class SaveReportDraftInput extends ReportContentInput {}

@InputType({ description: 'Hands a report in.' })
export class SubmitReportInput extends ReportContentInput {}

@InputType()
abstract class ReportDecisionInput {
  @Field(() => String, { description: 'Chosen by the client; the same request sent again is done once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which report.' })
  reportId!: string;

  @Field(() => Int, { description: 'Version of the report as last read.' })
  expectedVersion!: number;
}

@InputType({ description: 'Takes a report in.' })
export class AcceptReportInput extends ReportDecisionInput {
  @Field(() => String, { nullable: true, description: 'A note to the unit.' })
  reason?: string | null;
}

@InputType({ description: 'Sends a report back.' })
export class ReturnReportInput extends ReportDecisionInput {
  @Field(() => String, { description: 'What the unit must change (lý do trả lại).' })
  reason!: string;
}

@InputType({ description: 'Notes that a report was entered in the central system.' })
export class MarkEnteredInput extends ReportDecisionInput {}
