import { DateScalar } from '@lienthong/kit/scalars';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Bloc } from '../units/unit.reference.ts';

export enum FollowerRole {
  STANDING_AGENCY = 'STANDING_AGENCY',
  SUPPORT_TEAM = 'SUPPORT_TEAM',
  THEME_FOLLOWER = 'THEME_FOLLOWER',
}
registerEnumType(FollowerRole, {
  name: 'FollowerRole',
  description: 'In which capacity a unit follows tasks.',
  valuesConfig: {
    STANDING_AGENCY: { description: 'Collects, reminds, confirms (cơ quan Thường trực).' },
    SUPPORT_TEAM: { description: 'Assists the steering committee (Tổ Giúp việc).' },
    THEME_FOLLOWER: { description: 'Follows one theme across units, such as Project 06 (Đề án 06).' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A unit that follows tasks of a plan and confirms their results (cơ quan theo dõi).' })
@Entity('followers')
@Check('followers_role', `role in ('STANDING_AGENCY', 'SUPPORT_TEAM', 'THEME_FOLLOWER')`)
export class Follower {
  @Field(() => ID, { description: 'Key of the follower.' })
  @PrimaryColumn('text', { primaryKeyConstraintName: 'followers_pkey' })
  id!: string;

  @Column('text')
  planId!: string;

  @Column('text')
  unitId!: string;

  @Field(() => FollowerRole, { description: 'In which capacity it follows.' })
  @Column('text')
  role!: FollowerRole;

  @Field(() => String, { nullable: true, description: 'The theme it follows, such as DE_AN_06.' })
  @Column('text', { nullable: true })
  theme!: string | null;

  @Column('text', { array: true, nullable: true })
  taskGroupIds!: string[] | null;

  @Field(() => [Bloc], { description: 'The blocs whose tasks it follows.' })
  @Column('text', { array: true })
  blocs!: Bloc[];

  @Field(() => DateScalar, { description: 'First day of following.' })
  @Column('date')
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day on which it no longer follows.' })
  @Column('date', { nullable: true })
  validTo!: string | null;
}
