import { DeadlineKind } from '../tasks/deadline.ts';
import { type Confidences, type DraftAssignee, DraftField, type PlanDraftRow } from './plan-draft-row.entity.ts';

type Joined = Pick<
  PlanDraftRow,
  | 'content'
  | 'leads'
  | 'coordinators'
  | 'deadline'
  | 'expectedResult'
  | 'basis'
  | 'head'
  | 'status'
  | 'confidences'
  | 'settled'
  | 'lines'
  | 'sources'
>;

/** One row of two: the words of both, all their bodies, and the deadline of the first that states one. */
export function joinedOf(first: PlanDraftRow, second: PlanDraftRow): Joined {
  const isTimeless = first.deadline.kind === DeadlineKind.NONE;
  const disagree = !isTimeless && second.deadline.kind !== DeadlineKind.NONE && !sameTime(first, second);
  const confidences = leastSure(first, second);
  const settled = new Set(first.settled.filter((field) => second.settled.includes(field)));
  settled.add(DraftField.CONTENT);
  // Two dates for one task: somebody has to say which.
  if (disagree) {
    confidences[DraftField.DEADLINE] = Math.min(confidences[DraftField.DEADLINE] ?? 1, 0.5);
    settled.delete(DraftField.DEADLINE);
  }
  return {
    content: `${first.content} ${second.content}`,
    leads: allOf(first.leads, second.leads),
    coordinators: allOf(first.coordinators, second.coordinators),
    deadline: isTimeless ? second.deadline : first.deadline,
    expectedResult: both(first.expectedResult, second.expectedResult),
    basis: both(first.basis, second.basis),
    head: both(first.head, second.head),
    status: both(first.status, second.status),
    confidences,
    settled: [...settled].sort(),
    lines: [...new Set([...first.lines, ...second.lines])].sort((one, other) => one - other),
    sources: [...first.sources, ...second.sources],
  };
}

const sameTime = ({ deadline: one }: PlanDraftRow, { deadline: other }: PlanDraftRow): boolean =>
  one.kind === other.kind && one.dueOn === other.dueOn && one.cadence === other.cadence;

const keyOf = ({ unitId, groupId, externalName, scope }: DraftAssignee): string =>
  `${unitId} ${groupId} ${externalName} ${scope}`;

function allOf(first: readonly DraftAssignee[], second: readonly DraftAssignee[]): DraftAssignee[] {
  return [...new Map([...second, ...first].map((assignee) => [keyOf(assignee), assignee])).values()].sort(
    (one, other) => placeIn(first, one) - placeIn(first, other),
  );
}

const placeIn = (list: readonly DraftAssignee[], assignee: DraftAssignee): number => {
  const place = list.indexOf(assignee);
  return place === -1 ? list.length : place;
};

const both = (one: string | null, other: string | null): string | null =>
  one === null || other === null || one === other ? (one ?? other) : `${one}; ${other}`;

/** A settled field is sure; of two readings the less sure one counts. */
function leastSure(first: PlanDraftRow, second: PlanDraftRow): Confidences {
  const sure = (row: PlanDraftRow, field: DraftField): number =>
    row.settled.includes(field) ? 1 : (row.confidences[field] ?? 1);
  return Object.fromEntries(
    Object.values(DraftField).map((field) => [field, Math.min(sure(first, field), sure(second, field))]),
  );
}
