import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Says that the marking of a refused document is none, and why.' })
export class ReleaseQuarantinedDocumentInput {
  @Field(() => String, { description: 'Makes a repeated request safe.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The refused document.' })
  documentId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it may be sent again.' })
  reason!: string;
}
