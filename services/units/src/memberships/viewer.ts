import { DateScalar, DateTimeScalar } from '@lienthong/kit/scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Bloc } from '../units/bloc.ts';
import { Membership } from './membership.entity.ts';
import { Person } from './person.entity.ts';

@ObjectType({ description: 'Whoever is asking (người đang đăng nhập), and what they may do.' })
export class Viewer {
  @Field(() => Person, { nullable: true, description: 'The person; none when the account is not known here yet.' })
  person!: Person | null;

  @Field(() => Membership, { nullable: true, description: 'The role in which the person acts now.' })
  membership!: Membership | null;

  @Field(() => [Membership], { description: 'The roles in which the person may act in this portal.' })
  memberships!: Membership[];

  @Field(() => Bloc, { nullable: true, description: 'The portal asked through.' })
  portal!: Bloc | null;

  @Field(() => ID, { nullable: true, description: 'The province of the present role.' })
  provinceId!: string | null;

  @Field(() => [String], { description: 'What menus and buttons may offer, such as units.manage.' })
  permissions!: string[];
}

@ObjectType({ description: 'The time by which deadlines are reckoned (thời gian nghiệp vụ).' })
export class BusinessClock {
  @Field(() => DateTimeScalar, { description: 'Business time now.' })
  now!: Date;

  @Field(() => DateScalar, { description: 'The business date in Viet Nam.' })
  today!: string;

  @Field(() => Int, { description: 'How far business time stands from real time; 0 outside demonstrations.' })
  offsetSeconds!: number;
}
