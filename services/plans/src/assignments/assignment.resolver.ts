import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { Task } from '../tasks/task.entity.ts';
import { taskById } from '../tasks/task.loader.ts';
import { Person, personReference, Unit, unitNameOf, unitReference } from '../units/unit.reference.ts';
import { Assignment } from './assignment.entity.ts';

@Resolver(() => Assignment)
export class AssignmentResolver {
  @FieldResolver(() => Task, { description: 'The task.' })
  async task(@Root() { taskId }: Assignment, @Ctx() context: PlansContext): Promise<Task> {
    return (await context.loaders.for(taskById).load(taskId)) as Task;
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that works on it.' })
  unit(@Root() { unitId }: Assignment): Unit {
    return unitReference(unitId);
  }

  @FieldResolver(() => String, { description: 'The name of that unit, as last heard from the units service.' })
  unitName(@Root() { unitId }: Assignment, @Ctx() context: PlansContext): string {
    return unitNameOf(context, unitId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The officer; none when the unit as a whole is meant.' })
  person(@Root() { personId }: Assignment): Person | null {
    return personId === null ? null : personReference(personId);
  }
}
