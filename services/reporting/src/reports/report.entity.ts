import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { ReportState } from './report.state.ts';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'What a unit reports for one period (báo cáo).' })
@Entity('reports')
export class Report {
  @Field(() => ID, { description: 'Stable id of the report.' })
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  obligationId!: string;

  @Column('text')
  unitId!: string;

  @Column('text')
  provinceId!: string;

  @Column('text', { nullable: true })
  bloc!: 'PARTY' | 'GOVERNMENT' | null;

  @Column('text', { nullable: true })
  recipientUnitId!: string | null;

  @Field(() => ReportState, { description: 'How far the report has come (trạng thái).' })
  @Column('text')
  state!: ReportState;

  @Field(() => String, { description: 'What was done in the period (kết quả thực hiện).' })
  @Column('text')
  summary!: string;

  @Field(() => String, { nullable: true, description: 'What stands in the way (khó khăn, vướng mắc).' })
  @Column('text', { nullable: true })
  obstacles!: string | null;

  @Field(() => String, { nullable: true, description: 'What the unit asks for (đề xuất, kiến nghị).' })
  @Column('text', { nullable: true })
  proposals!: string | null;

  @Field(() => Int, { description: 'How often the report was handed in; 2 and more after being returned (lần nộp).' })
  @Column('integer', { default: 0 })
  submission!: number;

  @Column('text', { nullable: true })
  submittedById!: string | null;

  @Field(() => String, { nullable: true, description: 'Who handed it in last (người nộp).' })
  @Column('text', { nullable: true })
  submittedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was handed in last (thời điểm nộp).' })
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was first handed in; lateness is counted from this and kept for ever.',
  })
  @Column('timestamptz', { nullable: true })
  firstSubmittedAt!: Date | null;

  @Column('integer', { nullable: true })
  lateBySeconds!: number | null;

  @Column('text', { nullable: true })
  decidedById!: string | null;

  @Field(() => String, { nullable: true, description: 'Who accepted or returned it (người tiếp nhận).' })
  @Column('text', { nullable: true })
  decidedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was accepted or returned.' })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned, or a note on its acceptance (lý do).' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Who entered it in the central system.' })
  @Column('text', { nullable: true })
  enteredInCentralSystemBy!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was entered in the central system (đã nhập hệ thống Trung ương).',
  })
  @Column('timestamptz', { nullable: true })
  enteredInCentralSystemAt!: Date | null;

  @Field(() => Int, { description: 'Grows with each change; give it back as `expectedVersion`.' })
  @Column('integer', { default: 1 })
  version!: number;
}
