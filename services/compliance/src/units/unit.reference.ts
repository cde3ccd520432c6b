import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'An organisation in the hierarchy, told in full by the units service (đơn vị).' })
export class Unit {
  @Field(() => ID, { description: 'Its lasting identifier.' })
  id!: string;
}
