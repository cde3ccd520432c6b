import { randomUUID } from 'node:crypto';
import { Refusal } from '@lienthong/kit/refusal';
import { IsNull } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { bearersOf } from '../tasks/bearers.ts';
import { holdTask } from '../tasks/task.access.ts';
import { keepPart, markChanged, partOf, record } from '../tasks/task.changes.ts';
import { Task } from '../tasks/task.entity.ts';
import { demandAssign } from '../tasks/task.policy.ts';
import { TaskState } from '../tasks/task.state.ts';
import { Assignment } from './assignment.entity.ts';
import type { AssignTaskInput } from './assignment.inputs.ts';

export async function assignTask(context: PlansContext, input: AssignTaskInput): Promise<{ taskId: string }> {
  const { unitId } = input;
  const personId = input.personId ?? null;
  const note = input.note?.normalize('NFC').trim() || null;
  if (note && note.length > 2000) throw new Refusal('INVALID', 'TEXT_TOO_LONG', { field: 'note', max: 2000 });
  // Asked before the transaction: no row is held while another service answers.
  const provinceId = context.hierarchy.find(unitId)?.provinceId;
  const personName =
    personId === null || provinceId === undefined
      ? null
      : await context.people.officerName(personId, unitId, provinceId);
  return context.write('assignTask', input, async (manager, effects) => {
    const task = await holdTask(manager, context, input.taskId, 'assign', input.expectedVersion);
    const bearers = bearersOf(task, context.hierarchy, context.clock.today());
    demandAssign(context, task, unitId, bearers);
    if (task.state === TaskState.COMPLETED && !task.deadline.thenOngoing) {
      throw new Refusal('CONFLICT', 'TASK_ALREADY_COMPLETED', { taskId: task.id });
    }
    if (task.state === TaskState.CANCELLED) throw new Refusal('CONFLICT', 'TASK_CANCELLED', { taskId: task.id });
    if (personId !== null && personName === null)
      throw new Refusal('INVALID', 'NOT_AN_OFFICER_OF_THE_UNIT', { field: 'personId' });
    const at = context.clock.now();
    if (!bearers.includes(unitId)) await nameBearer(task, unitId);
    await manager.update(Assignment, { taskId: task.id, unitId, endedAt: IsNull() }, { endedAt: at });
    const assignedBy = context.actor.displayName;
    await manager.insert(Assignment, {
      id: randomUUID(),
      taskId: task.id,
      unitId,
      personId,
      personName,
      assignedBy,
      assignedAt: at,
      note,
    });
    await markChanged(manager, task);
    await record(manager, effects, context, task, { kind: 'ASSIGNED', unitId, detail: note });
    return { taskId: task.id };

    /** A row whose leads cannot be told (an outside class, a damaged line) is borne by whom the standing agency names. */
    async function nameBearer(led: Task, named: string): Promise<void> {
      led.leadKeys = [...led.leadKeys, named];
      led.participants = [...new Set([...led.participants, named])];
      led.namedParticipants = [...new Set([...led.namedParticipants, named])];
      const { leadKeys, participants, namedParticipants } = led;
      await manager.update(Task, led.id, { leadKeys, participants, namedParticipants });
      await keepPart(manager, context, led, named, await partOf(manager, led, named, context));
    }
  });
}
