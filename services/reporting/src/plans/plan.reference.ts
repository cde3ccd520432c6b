import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An issued document whose appendix lists tasks (kế hoạch).' })
export class Plan {
  @Field(() => ID, { description: 'Stable id of the plan.' })
  id!: string;
}

export function planReference(id: string): Plan {
  return Object.assign(new Plan(), { id });
}
