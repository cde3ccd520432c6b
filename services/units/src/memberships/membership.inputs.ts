import { DateScalar } from '@lienthong/kit/scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Membership, Role } from './membership.entity.ts';

@InputType({ description: 'Somebody who is not yet known here (người dùng mới).' })
export class NewPersonInput {
  @Field(() => String, { description: 'What to show, by function and unit.' })
  displayName!: string;

  @Field(() => String, { description: 'Who the sign-in issuer says it is (sub).' })
  subject!: string;
}

@InputType({ description: 'A role in a unit for a person (phân công trong đơn vị).' })
export class GrantMembershipInput {
  @Field(() => String, { description: 'Made once per form; the same again gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: true, description: 'Somebody already known; give this or newPerson.' })
  personId?: string | null;

  @Field(() => NewPersonInput, { nullable: true, description: 'Somebody new; give this or personId.' })
  newPerson?: NewPersonInput | null;

  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => Role, { description: 'What the person may do there.' })
  role!: Role;

  @Field(() => DateScalar, { description: 'The first day it holds.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day it no longer holds; open when left out.' })
  validTo?: string | null;
}

@InputType({ description: 'The end of a role in a unit (thôi phân công).' })
export class EndMembershipInput {
  @Field(() => String, { description: 'Made once per form; the same again gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The membership.' })
  membershipId!: string;

  @Field(() => DateScalar, { description: 'The first day it no longer holds.' })
  on!: string;
}

@ObjectType({ description: 'The membership that was given.' })
export class GrantMembershipPayload {
  @Field(() => Membership, { description: 'The new membership.' })
  membership!: Membership;
}

@ObjectType({ description: 'The membership that was ended.' })
export class EndMembershipPayload {
  @Field(() => Membership, { description: 'The membership as it is after the change.' })
  membership!: Membership;
}
