import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { loadTask } from '../tasks/task.directory.ts';
import { standingOn, TaskStanding } from '../tasks/task.standing.ts';
import { Unit, unitNameOf, unitReference } from '../units/unit.reference.ts';
import { UnitProgress } from './unit-progress.entity.ts';

@Resolver(() => UnitProgress)
export class UnitProgressResolver {
  @FieldResolver(() => Unit, { nullable: true, description: 'The unit whose part it is.' })
  unit(@Root() { unitId }: UnitProgress): Unit {
    return unitReference(unitId);
  }

  @FieldResolver(() => String, { description: 'The name of that unit, as last heard from the units service.' })
  unitName(@Root() { unitId }: UnitProgress, @Ctx() context: PlansContext): string {
    return unitNameOf(context, unitId);
  }

  @FieldResolver(() => TaskStanding, { description: 'How its part stands on the business date.' })
  async standing(@Root() part: UnitProgress, @Ctx() context: PlansContext): Promise<TaskStanding> {
    const { deadline, runsFrom } = await loadTask(context, part.taskId);
    return standingOn(context.clock.today(), { ...part, deadline, runsFrom });
  }
}
