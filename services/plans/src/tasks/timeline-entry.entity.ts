import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What can happen to a task, as its timeline tells it. */
export type TimelineKind =
  | 'ISSUED'
  | 'DONE_BY_DOCUMENT'
  | 'ASSIGNED'
  | 'REPORTED'
  | 'APPROVED'
  | 'RETURNED'
  | 'CONFIRMED'
  | 'REJECTED'
  | 'PART_DONE'
  | 'PART_REOPENED'
  | 'AMENDED'
  | 'CANCELLED';

@ObjectType({ description: 'One thing that happened to a task (diễn biến).' })
@Entity('timeline_entries')
export class TimelineEntry {
  @Field(() => ID, { description: 'Key of the entry.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'timeline_entries_pkey' })
  id!: string;

  @Column('text')
  taskId!: string;

  @Field(() => Date, { description: 'When it happened.' })
  @Column('timestamptz')
  at!: Date;

  @Field(() => String, {
    description:
      'ISSUED, DONE_BY_DOCUMENT, ASSIGNED, REPORTED, APPROVED, RETURNED, CONFIRMED, REJECTED, PART_DONE, PART_REOPENED, AMENDED or CANCELLED.',
  })
  @Column('text')
  kind!: TimelineKind;

  @Field(() => String, { description: 'Who did it.' })
  @Column('text')
  actorName!: string;

  @Column('text', { nullable: true })
  unitId!: string | null;

  @Field(() => String, { nullable: true, description: 'The unit whose part it is about.' })
  @Column('text', { nullable: true })
  unitName!: string | null;

  @Field(() => String, { nullable: true, description: 'A note, a reason, or the text of the part.' })
  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('text', { nullable: true })
  progressReportId!: string | null;
}
