import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Unit } from './unit.entity.ts';

@ObjectType({
  description: 'A unit in its place in the tree (cây đơn vị); the list is in the order in which a tree is read.',
})
export class UnitTreeNode {
  @Field(() => ID, { description: 'The unit’s identifier.' })
  id!: string;

  @Field(() => Unit, { description: 'The unit as of the day asked for.' })
  unit!: Unit;

  @Field(() => ID, { nullable: true, description: 'The node it stands below, when that is in the tree.' })
  parentId!: string | null;

  @Field(() => Int, { description: 'How many nodes stand directly below.' })
  childCount!: number;

  @Field(() => Int, { description: 'How deep it stands; 0 at the top.' })
  depth!: number;
}
