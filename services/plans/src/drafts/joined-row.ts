import { DeadlineKind } from '../tasks/deadline.ts';
import { openDoubts } from './draft-doubts.ts';
import { type DraftAssignee, DraftField, type PlanDraftRow, type ReadDoubt } from './plan-draft-row.entity.ts';

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
  | 'doubted'
  | 'settled'
  | 'lines'
  | 'sources'
>;

/** One row of two: the words of both, all their bodies, and the deadline of the first that states one. */
export function joinedOf(first: PlanDraftRow, second: PlanDraftRow): Joined {
  const isTimeless = first.deadline.kind === DeadlineKind.NONE;
  const disagree = !isTimeless && second.deadline.kind !== DeadlineKind.NONE && !sameTime(first, second);
  const doubted = leastSure(first, second);
  const settled = new Set(first.settled.filter((field) => second.settled.includes(field)));
  settled.add(DraftField.CONTENT);
  // Two dates for one task: somebody has to say which.
  if (disagree) {
    doubted.set(DraftField.DEADLINE, twoTimes(first, second));
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
    doubted: [...doubted.values()],
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

const twoTimes = (first: PlanDraftRow, second: PlanDraftRow): ReadDoubt => ({
  field: DraftField.DEADLINE,
  confidence: 0.5,
  code: 'DEADLINE_UNSURE',
  data: { text: `${first.deadline.text}; ${second.deadline.text}`, reason: 'SEVERAL_TIMES' },
});

/** A settled field is sure; of two readings the less sure one counts. */
function leastSure(first: PlanDraftRow, second: PlanDraftRow): Map<DraftField, ReadDoubt> {
  const doubts = new Map<DraftField, ReadDoubt>();
  for (const doubt of [...openDoubts(first), ...openDoubts(second)]) {
    const known = doubts.get(doubt.field);
    if (!known || doubt.confidence < known.confidence) doubts.set(doubt.field, doubt);
  }
  return doubts;
}
