import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Coded, DoubtData } from '../importing/messages.ts';
import type { UnitReason } from '../importing/reasons.ts';
import { AssigneeScope } from '../tasks/assignee.entity.ts';
import { Deadline } from '../tasks/deadline.ts';

export enum DraftField {
  CONTENT = 'CONTENT',
  LEADS = 'LEADS',
  COORDINATORS = 'COORDINATORS',
  DEADLINE = 'DEADLINE',
  PLACE = 'PLACE',
}
registerEnumType(DraftField, {
  name: 'DraftField',
  description: 'A part of a row that is read and reviewed by itself.',
  valuesConfig: {
    CONTENT: { description: 'What is to be done (nội dung).' },
    LEADS: { description: 'Who leads (chủ trì).' },
    COORDINATORS: { description: 'Who helps (phối hợp).' },
    DEADLINE: { description: 'By when (thời hạn).' },
    PLACE: { description: 'Appendix, section and number.' },
  },
});

@ObjectType({
  description: 'A body that a row names, as it was read or corrected: a unit, a group or an outside body.',
})
export class DraftAssignee {
  @Field(() => String, { description: 'The words of the document.' })
  text!: string;

  @Field(() => String, { description: 'The name of the unit or group, otherwise the words, cleaned.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The unit, where it is one.' })
  unitId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The group, where it is one.' })
  groupId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, where it is no unit here.' })
  externalName!: string | null;

  @Field(() => AssigneeScope, { nullable: true, description: 'For which bloc it answers in this row.' })
  scope!: AssigneeScope | null;

  @Field(() => Float, { description: 'How sure the reading is, from 0 to 1.' })
  confidence!: number;

  /** Said in the language of whoever looks. */
  reason!: UnitReason | null;
}

@ObjectType({ description: 'The words of a line from which a field was read.' })
export class DraftSource {
  @Field(() => DraftField, { description: 'The field.' })
  field!: DraftField;

  @Field(() => Int, { description: 'The line of the document.' })
  line!: number;

  @Field(() => String, { description: 'The words in that line.' })
  text!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Which of its cells, from 0, where the line is the row of a table.',
  })
  cell?: number | null;
}

@ObjectType({ description: 'A field that is not read surely and that nobody has settled yet (điểm chưa chắc).' })
export class DraftDoubt {
  @Field(() => DraftField, { description: 'The field.' })
  field!: DraftField;

  @Field(() => Float, { description: 'How sure the reading is, from 0 to 1.' })
  confidence!: number;

  @Field(() => String, { description: 'What is doubtful, in a sentence.' })
  message!: string;
}

/** A doubt as it is kept: said in the language of whoever looks. */
export type ReadDoubt = Coded<DoubtData> & { field: DraftField; confidence: number };

@Directive('@key(fields: "id")')
@ObjectType({ description: 'One row of a draft: a task to be (dòng nhiệm vụ của dự thảo).' })
@Entity('plan_draft_rows')
export class PlanDraftRow {
  @Field(() => ID, { description: 'Key of the row.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'plan_draft_rows_pkey' })
  id!: string;

  @Column('text')
  draftId!: string;

  @Field(() => Int, { description: 'Rises with every change of this row; send it back as `expectedVersion`.' })
  @Column('integer')
  version!: number;

  @Field(() => Int, { description: 'Its place in the draft, from 1.' })
  @Column('integer')
  place!: number;

  /** Nothing is deleted: a row that was taken out can be brought back. */
  @Column('boolean', { default: false })
  removed!: boolean;

  @Field(() => String, { nullable: true, description: 'The appendix it stands in (phụ lục).' })
  @Column('text', { nullable: true })
  appendix!: string | null;

  @Field(() => String, { nullable: true, description: 'The section it stands in (mục).' })
  @Column('text', { nullable: true })
  section!: string | null;

  @Field(() => String, { nullable: true, description: 'Its number in the document.' })
  @Column('text', { nullable: true })
  number!: string | null;

  @Field(() => String, { description: 'What is to be done, whole.' })
  @Column('text')
  content!: string;

  @Field(() => [DraftAssignee], { description: 'Who leads (chủ trì).' })
  @Column('jsonb')
  leads!: DraftAssignee[];

  @Field(() => [DraftAssignee], { description: 'Who helps (phối hợp).' })
  @Column('jsonb')
  coordinators!: DraftAssignee[];

  @Field(() => Deadline, { description: 'By when (thời hạn).' })
  @Column(() => Deadline)
  deadline!: Deadline;

  @Field(() => String, { nullable: true, description: 'What must exist when it is done (kết quả).' })
  @Column('text', { nullable: true })
  expectedResult!: string | null;

  @Field(() => String, { nullable: true, description: 'The document it comes from (căn cứ).' })
  @Column('text', { nullable: true })
  basis!: string | null;

  @Field(() => String, { nullable: true, description: 'The head who answers for it, where a column names one.' })
  @Column('text', { nullable: true })
  head!: string | null;

  @Field(() => String, { nullable: true, description: 'How it stands, where a column says so.' })
  @Column('text', { nullable: true })
  status!: string | null;

  @Column('jsonb', { default: [] })
  doubted!: ReadDoubt[];

  @Field(() => [DraftField], { description: 'The fields that a reviewer corrected or called right.' })
  @Column('text', { array: true, default: [] })
  settled!: DraftField[];

  @Field(() => [Int], { description: 'The lines of the document it was read from.' })
  @Column('integer', { array: true, default: [] })
  lines!: number[];

  @Field(() => [DraftSource], { description: 'Which words of which line each field was read from.' })
  @Column('jsonb', { default: [] })
  sources!: DraftSource[];
}
