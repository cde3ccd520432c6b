import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Checks off, or reopens, one enumerated part of a task.' })
export class MarkTaskPartInput {
  @Field(() => String, { description: 'Makes a repeated request safe.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => Int, { description: 'The version of the task that was seen.' })
  expectedVersion!: number;

  @Field(() => Int, { description: 'Which part.' })
  ordinal!: number;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  done!: boolean;
}
