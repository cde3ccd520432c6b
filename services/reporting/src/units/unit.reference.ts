import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An organisation of the hierarchy (đơn vị).' })
export class Unit {
  @Field(() => ID, { description: 'Stable id of the unit.' })
  id!: string;
}

export function unitReference(id: string): Unit {
  return Object.assign(new Unit(), { id });
}
