import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Somebody who signs in (người dùng), shown by function and unit.' })
@Entity('people')
@Unique('people_subject', ['subject'])
export class Person {
  @Field(() => ID, { description: 'Stays the same whatever units the person works in.' })
  @PrimaryColumn('text')
  id!: string;

  /** Who the sign-in issuer says it is. */
  @Column('text')
  subject!: string;

  @Field(() => String, { description: 'What to show for this person.' })
  @Column('text')
  displayName!: string;

  @Column('text', { nullable: true })
  displayNameEn!: string | null;
}
