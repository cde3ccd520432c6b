import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which units of a province belong to the group; an empty list admits any. */
export interface UnitGroupRule {
  kinds: string[];
  tiers: string[];
  blocs: string[];
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'Units that the documents address as a class (nhóm đơn vị), such as all departments.' })
@Entity('unit_groups')
export class UnitGroup {
  @Field(() => ID, { description: 'A short fixed name.' })
  @PrimaryColumn('text')
  id!: string;

  @Field(() => String, { description: 'What the documents call it.' })
  @Column('text')
  name!: string;

  @Field(() => String, { description: 'Its name in English.' })
  @Column('text')
  nameEn!: string;

  @Field(() => [String], { description: 'Other wordings of the documents for the same group.' })
  @Column('text', { array: true })
  aliases!: string[];

  @Column('jsonb', { nullable: true })
  rule!: UnitGroupRule | null;

  @Field(() => String, { nullable: true, description: 'What is to be known about its members.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => Boolean, {
    description: 'Whether its members can be worked out; a group such as “units concerned” has none.',
  })
  get resolvable(): boolean {
    return this.rule !== null;
  }
}
