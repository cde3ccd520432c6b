import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'One numbered row of a plan that is to be done (nhiệm vụ).' })
export class Task {
  @Field(() => ID, { description: 'Stable id of the task.' })
  id!: string;
}

export function taskReference(id: string): Task {
  return Object.assign(new Task(), { id });
}
