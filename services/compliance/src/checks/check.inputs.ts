import { DateScalar } from '@lienthong/kit/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CheckKind } from './check-kind.ts';

@InputType({ description: 'A check to add to a system, with the permission it rests on.' })
export class AddCheckInput {
  @Field(() => String, { description: 'The same key repeats the same request safely.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The system.' })
  systemId!: string;

  @Field(() => CheckKind, { description: 'What to check (loại kiểm tra).' })
  kind!: CheckKind;

  @Field(() => String, { description: 'Host name or address to ask.' })
  host!: string;

  @Field(() => Int, { description: 'Port to ask.' })
  port!: number;

  @Field(() => String, { description: 'The document that allows the check (văn bản cho phép).' })
  authorisedBy!: string;

  @Field(() => DateScalar, { description: 'First day of the permission.' })
  authorisedFrom!: string;

  @Field(() => DateScalar, { description: 'Last day of the permission.' })
  authorisedTo!: string;
}

@InputType({ description: 'A check to run now.' })
export class RunCheckInput {
  @Field(() => String, { description: 'The same key repeats the same request safely.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The check.' })
  checkId!: string;
}
