import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

export enum ProgressReportState {
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  APPROVED = 'APPROVED',
  CONFIRMED = 'CONFIRMED',
  REJECTED = 'REJECTED',
}
registerEnumType(ProgressReportState, {
  name: 'ProgressReportState',
  description: 'What has become of a progress report.',
  valuesConfig: {
    SUBMITTED: { description: 'Waits for the head of the unit.' },
    RETURNED: { description: 'Returned by the head of the unit, with a reason.' },
    APPROVED: { description: 'Approved by the head of the unit; a claimed result waits for confirmation.' },
    CONFIRMED: { description: 'Its claimed result was confirmed by a following body.' },
    REJECTED: { description: 'Its claimed result was rejected by a following body, with a reason.' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a bearing unit reports on a task (báo cáo tiến độ).' })
@Entity('progress_reports')
@Check('progress_reports_percent', 'percent between 0 and 100')
@Check('progress_reports_state', `state in ('SUBMITTED', 'RETURNED', 'APPROVED', 'CONFIRMED', 'REJECTED')`)
@Check('progress_reports_claim', 'claims_completion = (completed_on is not null)')
export class ProgressReport {
  @Field(() => ID, { description: 'Key of the report.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'progress_reports_pkey' })
  id!: string;

  @Column('text')
  taskId!: string;

  @Column('text')
  unitId!: string;

  @Field(() => Int, { description: 'How much of its part is done, 0 to 100.' })
  @Column('integer')
  percent!: number;

  @Field(() => String, { description: 'What was done (kết quả thực hiện).' })
  @Column('text')
  summary!: string;

  @Field(() => String, { nullable: true, description: 'What stands in the way (khó khăn, vướng mắc).' })
  @Column('text', { nullable: true })
  obstacle!: string | null;

  @Field(() => Boolean, { description: 'Whether the unit holds its part to be completed.' })
  @Column('boolean')
  claimsCompletion!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was completed, as claimed.' })
  @Column('date', { nullable: true })
  completedOn!: string | null;

  @Field(() => ProgressReportState, { description: 'What has become of it.' })
  @Column('text')
  state!: ProgressReportState;

  @Column('text')
  reportedById!: string;

  @Field(() => String, { description: 'Who reported.' })
  @Column('text')
  reportedBy!: string;

  @Field(() => Date, { description: 'When.' })
  @Column('timestamptz')
  reportedAt!: Date;

  @Column('text', { nullable: true })
  decidedById!: string | null;

  @Field(() => String, { nullable: true, description: 'Who approved or returned it.' })
  @Column('text', { nullable: true })
  decidedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was approved or returned.' })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned or rejected.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who confirmed or rejected the claimed result.' })
  @Column('text', { nullable: true })
  confirmedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the claimed result was confirmed or rejected.' })
  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Field(() => Int, { description: 'Send it back as `expectedVersion` when deciding.' })
  @Column('integer', { default: 1 })
  version!: number;
}
