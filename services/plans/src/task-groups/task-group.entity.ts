import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A numbered heading over tasks in the appendix of a plan (mục, phụ lục).' })
@Entity('task_groups')
export class TaskGroup {
  @Field(() => ID, { description: 'Key of the group.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'task_groups_pkey' })
  id!: string;

  @Column('text')
  planId!: string;

  @Column('integer')
  ordinal!: number;

  @Field(() => String, { description: 'Its number in the document, such as IV.' })
  @Column('text')
  code!: string;

  @Field(() => String, { nullable: true, description: 'The appendix it stands in, where there are several.' })
  @Column('text', { nullable: true })
  appendix!: string | null;

  @Field(() => String, { description: 'Short title in Vietnamese.' })
  @Column('text')
  title!: string;

  @Field(() => String, { description: 'Short title in English.' })
  @Column('text')
  titleEn!: string;

  @Field(() => Int, { nullable: true, description: 'How many tasks its heading declares.' })
  @Column('integer', { nullable: true })
  declaredCount!: number | null;
}
