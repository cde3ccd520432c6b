import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Bloc } from '../units/unit.reference.ts';
import { Deadline } from './deadline.ts';
import { TaskState } from './task.state.ts';

@ObjectType({ description: 'A second date that stands inside the text of a task (mốc trong nội dung).' })
export class InnerDeadline {
  @Field(() => String, { description: 'The words of the document.' })
  text!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day they mean, where they mean one.' })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What the date is about.' })
  note!: string | null;
}

const states = Object.values(TaskState)
  .map((state) => `'${state}'`)
  .join(', ');

@Directive('@key(fields: "id")')
@ObjectType({ description: 'One numbered row of a plan that is to be done (nhiệm vụ).' })
@Entity('tasks')
@Check('tasks_state', `state in (${states})`)
@Check('tasks_percent', 'percent between 0 and 100')
export class Task {
  @Field(() => ID, { description: 'Key of the task.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'tasks_pkey' })
  id!: string;

  @Column('text')
  planId!: string;

  @Column('text', { nullable: true })
  taskGroupId!: string | null;

  @Column('text')
  provinceId!: string;

  /** The blocs that lead it; the issuer's where no lead belongs to one. */
  @Column('text', { array: true })
  blocs!: Bloc[];

  @Field(() => String, { nullable: true, description: 'The appendix it stands in (phụ lục).' })
  @Column('text', { nullable: true })
  appendix!: string | null;

  @Field(() => String, { nullable: true, description: 'The section it stands in (mục).' })
  @Column('text', { nullable: true })
  section!: string | null;

  @Field(() => String, { nullable: true, description: 'Its number in the document.' })
  @Column('text', { nullable: true })
  number!: string | null;

  @Field(() => Int, { description: 'Its place in the document, from 1.' })
  @Column('integer')
  ordinal!: number;

  @Field(() => String, { description: 'Short title in Vietnamese.' })
  @Column('text')
  title!: string;

  @Field(() => String, { description: 'Short title in English.' })
  @Column('text')
  titleEn!: string;

  @Field(() => Deadline, { description: 'When it is to be done (thời hạn).' })
  @Column(() => Deadline)
  deadline!: Deadline;

  @Field(() => [InnerDeadline], { description: 'Dates inside its text.' })
  @Column('jsonb', { default: [] })
  innerDeadlines!: InnerDeadline[];

  @Column('date')
  runsFrom!: string;

  @Column('date')
  groupsReadFrom!: string;

  @Field(() => String, { nullable: true, description: 'What must exist when it is done (kết quả dự kiến).' })
  @Column('text', { nullable: true })
  expectedResult!: string | null;

  @Field(() => String, { nullable: true, description: 'The kind of that result, such as DECISION or REPORT.' })
  @Column('text', { nullable: true })
  expectedResultKind!: string | null;

  @Field(() => String, { nullable: true, description: 'The document it comes from (căn cứ).' })
  @Column('text', { nullable: true })
  basis!: string | null;

  @Field(() => [String], { description: 'Themes it belongs to, such as DE_AN_06.' })
  @Column('text', { array: true, default: [] })
  themes!: string[];

  @Field(() => Boolean, { description: 'Whether the text at hand is damaged here.' })
  @Column('boolean', { default: false })
  damaged!: boolean;

  @Field(() => String, { nullable: true, description: 'What is damaged.' })
  @Column('text', { nullable: true })
  damageNote!: string | null;

  @Column('text', { nullable: true })
  sameAsId!: string | null;

  @Column('text', { array: true })
  leadKeys!: string[];

  @Column('text', { array: true })
  coordinatorKeys!: string[];

  @Column('text', { array: true })
  participants!: string[];

  @Column('text', { array: true })
  namedParticipants!: string[];

  @Column('text', { array: true })
  followKeys!: string[];

  @Field(() => TaskState, { description: 'Where it is in its work flow; what waits for somebody shows first.' })
  @Column('text', { default: TaskState.NOT_STARTED })
  state!: TaskState;

  @Field(() => Int, {
    nullable: true,
    description: 'How much is done, 0 to 100: the mean over all its bearing units; null when nothing was reported.',
  })
  @Column('integer', { nullable: true })
  percent!: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which the last of its bearing units completed it.' })
  @Column('date', { nullable: true })
  completedOn!: string | null;

  @Column('integer', { default: 0 })
  bearersDone!: number;

  @Column('text')
  searchText!: string;

  @Field(() => Int, { description: 'Send it back as `expectedVersion`: it changes when somebody changes the task.' })
  @Column('integer', { default: 1 })
  version!: number;
}

@ObjectType({ description: 'One enumerated part of a task, checked off by itself (việc thành phần).' })
@Entity('task_parts')
export class TaskPart {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'task_parts_pkey' })
  taskId!: string;

  @Field(() => Int, { description: 'Its number inside the task.' })
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'task_parts_pkey' })
  ordinal!: number;

  @Field(() => String, { description: 'What the part is.' })
  @Column('text')
  text!: string;

  @Field(() => Boolean, { description: 'Whether it is checked off.' })
  @Column('boolean', { default: false })
  done!: boolean;
}
