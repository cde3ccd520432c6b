import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Asks units for a report that no rhythm brings (báo cáo đột xuất).' })
export class RequestReportInput {
  @Field(() => String, { description: 'Chosen by the client; the same request sent again is done once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The regime that allows reports on request.' })
  regimeId!: string;

  @Field(() => Date, { description: 'The instant before which reports are on time.' })
  dueAt!: Date;

  @Field(() => String, { description: 'What is to be reported (nội dung yêu cầu).' })
  note!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these units; all that report under the regime when not given.',
  })
  unitIds?: string[] | null;
}
