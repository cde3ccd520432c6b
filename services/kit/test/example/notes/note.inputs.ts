import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../../src/scalars.ts';

@InputType({ description: 'A new note.' })
export class WriteNoteInput {
  @Field(() => String, { description: 'The same key repeats the same request safely.' })
  idempotencyKey!: string;

  @Field(() => String, { description: 'What it says.' })
  words!: string;

  @Field(() => DateScalar, { description: 'The last day on which it is on time.' })
  dueOn!: string;
}

@InputType({ description: 'Other words for a note.' })
export class RewordNoteInput {
  @Field(() => String, { description: 'The same key repeats the same request safely.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Which note.' })
  noteId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'What it says from now on.' })
  words!: string;
}
