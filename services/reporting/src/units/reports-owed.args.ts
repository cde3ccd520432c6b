import { PageArgs } from '@lienthong/kit/connection';
import { DateScalar } from '@lienthong/kit/scalars';
import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class ReportsOwedArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: 'Whose period ends on this day or later.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Whose period begins on this day or earlier.' })
  to?: string | null;
}
