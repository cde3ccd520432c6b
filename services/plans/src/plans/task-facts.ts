import type { Hierarchy } from '@lienthong/policy/hierarchy';
import { groupKey } from '../tasks/bearers.ts';
import { DeadlineKind } from '../tasks/deadline.ts';
import { TaskState } from '../tasks/task.state.ts';
import { Bloc } from '../units/unit.reference.ts';
import type { IssuedAssignee, IssuedGroup, IssuedPlan, IssuedTask } from './issued-plan.ts';
import type { Plan } from './plan.entity.ts';

/** The first day on which something can have been done under a document: signed, or else the newest it carries out. */
export function openedOn(plan: Pick<IssuedPlan, 'issuedOn' | 'effectiveFrom' | 'implements'>): string {
  const above = plan.implements.flatMap(({ issuedOn }) => issuedOn ?? []).sort();
  return plan.issuedOn ?? above.at(-1) ?? plan.effectiveFrom;
}

export const taskGroupId = (planId: string, key: string): string => `${planId}.group.${key.replace(/\s+/g, '-')}`;

export const groupKeyOf = ({ key, code }: Pick<IssuedGroup, 'key' | 'code'>): string => key ?? code;

const keyOf = ({ unitId, groupId }: IssuedAssignee): string[] =>
  unitId !== undefined ? [unitId] : groupId !== undefined ? [groupKey(groupId)] : [];

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The bloc of a lead: said by the row, or else its own; a front stands with the Party. */
function blocsOf({ unitId, groupId, scope }: IssuedAssignee, hierarchy: Hierarchy): Bloc[] {
  if (scope === 'PARTY' || scope === 'FRONT') return [Bloc.PARTY];
  if (scope === 'GOVERNMENT') return [Bloc.GOVERNMENT];
  if (unitId !== undefined) {
    const bloc = hierarchy.find(unitId)?.bloc;
    return bloc ? [Bloc[bloc]] : [];
  }
  const blocs = groupId === undefined ? [] : (hierarchy.group(groupId)?.rule?.blocs ?? []);
  return blocs.flatMap((bloc) => (bloc in Bloc ? [bloc as Bloc] : []));
}

/** What a task takes from its plan. */
export type PlanOfTask = Pick<Plan, 'id' | 'bloc' | 'openedOn' | 'effectiveFrom'>;

/** What a row says of itself for the walls, and where it stands before anybody has reported anything. */
export function factsOfTask(plan: PlanOfTask, task: IssuedTask, hierarchy: Hierarchy) {
  const { openedOn: opened } = plan;
  const led = unique(task.leadUnits.flatMap((lead) => blocsOf(lead, hierarchy)));
  const blocs = led.length > 0 ? led.sort() : [plan.bloc];
  const leadKeys = unique(task.leadUnits.flatMap(keyOf));
  const coordinatorKeys = unique(task.coordinatingUnits.flatMap(keyOf));
  const participants = unique([...leadKeys, ...coordinatorKeys]);
  const groupId = task.groupCode === null ? null : taskGroupId(plan.id, task.groupCode);
  const isDone = task.deadline.kind === DeadlineKind.DONE;
  const isClosed = isDone && !task.deadline.thenOngoing;
  return {
    blocs,
    leadKeys,
    coordinatorKeys,
    participants,
    namedParticipants: participants.filter((key) => !key.startsWith('g:')),
    taskGroupId: groupId,
    followKeys: blocs.flatMap((bloc) => ['*', ...(groupId ? [groupId] : [])].map((g) => `${plan.id}|${g}|${bloc}`)),
    runsFrom: task.deadline.startsOn ?? opened,
    groupsReadFrom: plan.effectiveFrom,
    state: isClosed ? TaskState.COMPLETED : isDone ? TaskState.IN_PROGRESS : TaskState.NOT_STARTED,
    percent: isClosed ? 100 : null,
    completedOn: isClosed ? opened : null,
  };
}

/** Every word under which people look for a task. */
export function searchWordsOf(plan: Pick<IssuedPlan, 'number'>, task: IssuedTask, hierarchy: Hierarchy): string {
  const names = task.leadUnits.flatMap(({ unitId, groupId, externalName }) => {
    const unit = unitId === undefined ? undefined : hierarchy.find(unitId);
    const group = groupId === undefined ? undefined : hierarchy.group(groupId);
    return [unit?.name, unit?.shortName, group?.name, externalName];
  });
  const { title, titleEn, number, expectedResult, basis } = task;
  return [title, titleEn, plan.number, number, expectedResult, basis, ...names].filter(Boolean).join(' \n ');
}
