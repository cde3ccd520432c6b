import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Who inside a lead unit works on a task (phân công).' })
@Entity('assignments')
export class Assignment {
  @Field(() => ID, { description: 'Key of the assignment.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'assignments_pkey' })
  id!: string;

  @Column('text')
  taskId!: string;

  @Column('text')
  unitId!: string;

  @Column('text', { nullable: true })
  personId!: string | null;

  /** Kept as it was at assignment: whoever may read the task is told it, also across the blocs. */
  @Column('text', { nullable: true })
  personName!: string | null;

  @Field(() => String, { description: 'Who assigned it.' })
  @Column('text')
  assignedBy!: string;

  @Field(() => Date, { description: 'When.' })
  @Column('timestamptz')
  assignedAt!: Date;

  @Field(() => String, { nullable: true, description: 'What the officer should know.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => Date, { nullable: true, description: 'When another assignment took its place.' })
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
