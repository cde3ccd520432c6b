import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'Units addressed as a class (các sở, ban, ngành; UBND cấp xã).' })
export class UnitGroup {
  @Field(() => ID, { description: 'Stable id of the group.' })
  id!: string;
}

export function unitGroupReference(id: string): UnitGroup {
  return Object.assign(new UnitGroup(), { id });
}
