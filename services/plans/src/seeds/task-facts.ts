import type { Hierarchy } from '@lienthong/policy/hierarchy';
import { groupKey } from '../tasks/bearers.ts';
import { DeadlineKind } from '../tasks/deadline.ts';
import { TaskState } from '../tasks/task.state.ts';
import { Bloc } from '../units/unit.reference.ts';
import type { SeedAssignee, SeedDocument, SeedTask } from './document.ts';

/** The first day on which something can have been done under a document: signed, or else the newest it carries out. */
export function openedOn(document: Pick<SeedDocument, 'issuedOn' | 'effectiveFrom' | 'implements'>): string {
  const above = document.implements.flatMap(({ issuedOn }) => issuedOn ?? []).sort();
  return document.issuedOn ?? above.at(-1) ?? document.effectiveFrom;
}

export const taskGroupId = (planId: string, code: string): string => `${planId}.group.${code.replace(/\s+/g, '-')}`;

const keyOf = ({ unitId, groupId }: SeedAssignee): string[] =>
  unitId !== undefined ? [unitId] : groupId !== undefined ? [groupKey(groupId)] : [];

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The bloc of a lead: said by the row, or else its own; a front stands with the Party. */
function blocsOf({ unitId, groupId, scope }: SeedAssignee, hierarchy: Hierarchy): Bloc[] {
  if (scope === 'PARTY' || scope === 'FRONT') return [Bloc.PARTY];
  if (scope === 'GOVERNMENT') return [Bloc.GOVERNMENT];
  if (unitId !== undefined) {
    const bloc = hierarchy.find(unitId)?.bloc;
    return bloc ? [Bloc[bloc]] : [];
  }
  const blocs = groupId === undefined ? [] : (hierarchy.group(groupId)?.rule?.blocs ?? []);
  return blocs.flatMap((bloc) => (bloc in Bloc ? [bloc as Bloc] : []));
}

/** What a row says of itself for the walls, and where it stands before anybody has reported anything. */
export function factsOfSeed(document: SeedDocument, task: SeedTask, hierarchy: Hierarchy) {
  const opened = openedOn(document);
  const led = unique(task.leadUnits.flatMap((lead) => blocsOf(lead, hierarchy)));
  const blocs = led.length > 0 ? led.sort() : [document.bloc];
  const leadKeys = unique(task.leadUnits.flatMap(keyOf));
  const coordinatorKeys = unique(task.coordinatingUnits.flatMap(keyOf));
  const participants = unique([...leadKeys, ...coordinatorKeys]);
  const groupId = task.groupCode === null ? null : taskGroupId(document.id, task.groupCode);
  const isDone = task.deadline.kind === DeadlineKind.DONE;
  const isClosed = isDone && !task.deadline.thenOngoing;
  return {
    blocs,
    leadKeys,
    coordinatorKeys,
    participants,
    namedParticipants: participants.filter((key) => !key.startsWith('g:')),
    taskGroupId: groupId,
    followKeys: blocs.flatMap((bloc) => ['*', ...(groupId ? [groupId] : [])].map((g) => `${document.id}|${g}|${bloc}`)),
    runsFrom: task.deadline.startsOn ?? opened,
    groupsReadFrom: document.effectiveFrom,
    state: isClosed ? TaskState.COMPLETED : isDone ? TaskState.IN_PROGRESS : TaskState.NOT_STARTED,
    percent: isClosed ? 100 : null,
    completedOn: isClosed ? opened : null,
  };
}

/** Every word under which people look for a task. */
export function searchWordsOf(document: SeedDocument, task: SeedTask, hierarchy: Hierarchy): string {
  const names = task.leadUnits.flatMap(({ unitId, groupId, externalName }) => {
    const unit = unitId === undefined ? undefined : hierarchy.find(unitId);
    const group = groupId === undefined ? undefined : hierarchy.group(groupId);
    return [unit?.name, unit?.shortName, group?.name, externalName];
  });
  const { title, titleEn, number, expectedResult, basis } = task;
  return [title, titleEn, document.number, number, expectedResult, basis, ...names].filter(Boolean).join(' \n ');
}
