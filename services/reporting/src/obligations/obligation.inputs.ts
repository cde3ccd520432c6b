import { PageArgs } from '@lienthong/kit/connection';
import { DateScalar } from '@lienthong/kit/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Bloc } from '../units/bloc.ts';
import { ObligationState } from './obligation.state.ts';

@InputType({ description: 'Which owed reports to list; every field given must hold.' })
export class ObligationFilter {
  @Field(() => ID, { nullable: true, description: 'Of this regime.' })
  regimeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this plan.' })
  planId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Owed by this unit.' })
  unitId?: string | null;

  @Field(() => Bloc, { nullable: true, description: 'Owed by units of this bloc.' })
  bloc?: Bloc | null;

  @Field(() => [ObligationState], { nullable: true, description: 'In one of these states now.' })
  state?: ObligationState[] | null;

  @Field(() => DateScalar, { nullable: true, description: 'Whose period ends on this day or later.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Whose period begins on this day or earlier.' })
  to?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Owed by the unit one acts for (của đơn vị tôi).' })
  mine?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'To be received by the unit one acts for (gửi đến đơn vị tôi).',
  })
  toReceive?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of the unit’s name, without regard to diacritics or letter case.',
  })
  search?: string | null;
}

@ArgsType()
export class ObligationsArgs extends PageArgs {
  @Field(() => ObligationFilter, { nullable: true, description: 'Which owed reports.' })
  filter?: ObligationFilter | null;
}
