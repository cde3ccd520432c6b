import { Rule } from '@lienthong/policy/rule';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { loadTask } from '../tasks/task.directory.ts';
import { Task } from '../tasks/task.entity.ts';
import { AssignTaskPayload } from '../tasks/task.payloads.ts';
import { Person, personReference, Unit, unitNameOf, unitReference } from '../units/unit.reference.ts';
import { Assignment } from './assignment.entity.ts';
import { AssignTaskInput } from './assignment.inputs.ts';
import { assignTask } from './assignment.service.ts';

@Resolver(() => Assignment)
export class AssignmentResolver {
  @FieldResolver(() => Task, { description: 'The task.' })
  task(@Root() { taskId }: Assignment, @Ctx() context: PlansContext): Promise<Task> {
    return loadTask(context, taskId);
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

  @FieldResolver(() => String, {
    description: 'The name of the officer as it was at assignment; the name of the unit where it is meant as a whole.',
  })
  personName(@Root() { personName, unitId }: Assignment, @Ctx() context: PlansContext): string {
    return personName ?? unitNameOf(context, unitId);
  }

  @Rule('Task.assign')
  @Mutation(() => AssignTaskPayload, { description: 'Gives a task to an officer of a lead unit (phân công).' })
  async assignTask(
    @Arg('input', () => AssignTaskInput) input: AssignTaskInput,
    @Ctx() context: PlansContext,
  ): Promise<AssignTaskPayload> {
    const { taskId } = await assignTask(context, input);
    return { task: await loadTask(context, taskId) };
  }
}
