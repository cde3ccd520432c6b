import type { CorrectDraftRowInput, DraftAssigneeInput } from '../generated/graphql.ts';
import type { DraftRow } from './draft-shown.ts';

export interface ChosenAssignee {
  unitId: string | null;
  groupId: string | null;
  externalName: string | null;
  scope: DraftRow['leads'][number]['scope'];
  name: string;
}

/** What a form shows of a row, field by field. */
export interface RowTyped {
  content: string;
  appendix: string;
  section: string;
  number: string;
  leads: readonly ChosenAssignee[];
  coordinators: readonly ChosenAssignee[];
  deadline: DeadlineTyped;
  expectedResult: string;
  basis: string;
}

/** The kind is null where the service reads the words. */
export type DeadlineTyped = Omit<DraftRow['deadline'], '__typename' | 'kind'> & {
  kind: DraftRow['deadline']['kind'] | null;
};

const chosen = ({ unitId, groupId, externalName, scope, name }: ChosenAssignee): ChosenAssignee => ({
  unitId,
  groupId,
  externalName,
  scope,
  name,
});

export function typedOf(row: DraftRow): RowTyped {
  const { kind, text, startsOn, dueOn, cadence, thenOngoing } = row.deadline;
  return {
    content: row.content,
    appendix: row.appendix ?? '',
    section: row.section ?? '',
    number: row.number ?? '',
    leads: row.leads.map(chosen),
    coordinators: row.coordinators.map(chosen),
    deadline: { kind, text, startsOn, dueOn, cadence, thenOngoing },
    expectedResult: row.expectedResult ?? '',
    basis: row.basis ?? '',
  };
}

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const inputOf = ({ unitId, groupId, externalName, scope }: ChosenAssignee): DraftAssigneeInput => ({
  ...(unitId ? { unitId } : groupId ? { groupId } : { externalName }),
  scope,
});

type Corrections = Omit<CorrectDraftRowInput, 'idempotencyKey' | 'rowId' | 'expectedVersion'>;

/** Only what was typed and differs from the row: what nobody touched is neither sent nor settled. */
export function corrections(typed: Partial<RowTyped>, row: RowTyped): Corrections {
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([field, value]) => !isSame(value, row[field as keyof RowTyped])),
  ) as Partial<RowTyped>;
  const { leads, coordinators, deadline, ...words } = changed;
  return {
    ...words,
    ...(leads ? { leads: leads.map(inputOf) } : {}),
    ...(coordinators ? { coordinators: coordinators.map(inputOf) } : {}),
    ...(deadline ? { deadline } : {}),
  };
}
