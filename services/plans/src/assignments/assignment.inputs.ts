import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'Gives a task to an officer of a lead unit.' })
export class AssignTaskInput {
  @Field(() => String, { description: 'Makes a repeated request safe.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The task.' })
  taskId!: string;

  @Field(() => Int, { description: 'The version of the task that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, { description: 'The unit that is to work on it.' })
  unitId!: string;

  @Field(() => ID, { nullable: true, description: 'The officer; without one, the unit as a whole.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'What the officer should know.' })
  note?: string | null;
}
