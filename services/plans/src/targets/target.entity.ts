import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A figure that a plan sets out to reach by a day (chỉ tiêu).' })
@Entity('targets')
export class Target {
  @Field(() => ID, { description: 'Key of the target.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'targets_pkey' })
  id!: string;

  @Column('text')
  planId!: string;

  @Column('integer')
  ordinal!: number;

  @Field(() => String, { description: 'Short title in Vietnamese.' })
  @Column('text')
  title!: string;

  @Field(() => String, { description: 'Short title in English.' })
  @Column('text')
  titleEn!: string;

  @Field(() => String, { description: 'How it is measured: RATIO, COUNT, AVERAGE.' })
  @Column('text')
  measure!: string;

  @Field(() => Float, { description: 'The value to reach.' })
  @Column('double precision')
  threshold!: number;

  @Field(() => String, { nullable: true, description: 'What is counted.' })
  @Column('text', { nullable: true })
  unitOfCount!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is to be reached.' })
  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('text', { nullable: true })
  groupId!: string | null;

  @Field(() => String, { nullable: true, description: 'What is left out of the count.' })
  @Column('text', { nullable: true })
  exclusion!: string | null;

  @Field(() => String, { description: 'Where the plan states it.' })
  @Column('text')
  source!: string;
}
