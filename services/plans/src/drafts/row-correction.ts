import { Refusal } from '@lienthong/kit/refusal';
import type { PlansContext } from '../context.ts';
import { readDeadline } from '../importing/deadlines.ts';
import { type Cadence, type Deadline, DeadlineKind, faultOf } from '../tasks/deadline.ts';
import type { PlanDraft } from './plan-draft.entity.ts';
import type { CorrectDraftRowInput, DraftAssigneeInput, DraftDeadlineInput } from './plan-draft.inputs.ts';
import { type DraftAssignee, DraftField, type PlanDraftRow } from './plan-draft-row.entity.ts';

export const MAX_ASSIGNEES = 60;

export function demandWords(value: string, field: string): string {
  const text = value.normalize('NFC').trim();
  if (text === '') throw new Refusal('INVALID', 'TEXT_MISSING', { field });
  return text;
}

const wordsOrNone = (value: string): string | null => value.normalize('NFC').trim() || null;

export type RowPatch = Partial<
  Pick<
    PlanDraftRow,
    | 'content'
    | 'appendix'
    | 'section'
    | 'number'
    | 'leads'
    | 'coordinators'
    | 'deadline'
    | 'expectedResult'
    | 'basis'
    | 'settled'
  >
>;

/** What a correction makes of a row: the fields that were given, and that these are settled. */
export function patchOf(
  context: PlansContext,
  draft: PlanDraft,
  row: PlanDraftRow,
  input: CorrectDraftRowInput,
): RowPatch {
  const patch: RowPatch = {};
  const settled = new Set([...row.settled, ...(input.settle ?? [])]);
  if (input.content != null) {
    patch.content = demandWords(input.content, 'content');
    settled.add(DraftField.CONTENT);
  }
  for (const part of ['appendix', 'section', 'number'] as const) {
    const value = input[part];
    if (value == null) continue;
    patch[part] = wordsOrNone(value);
    settled.add(DraftField.PLACE);
  }
  if (input.leads != null) {
    patch.leads = assigneesOf(context, draft, input.leads, row.leads, 'leads');
    settled.add(DraftField.LEADS);
  }
  if (input.coordinators != null) {
    patch.coordinators = assigneesOf(context, draft, input.coordinators, row.coordinators, 'coordinators');
    settled.add(DraftField.COORDINATORS);
  }
  if (input.deadline != null) {
    patch.deadline = deadlineOf(draft, input.deadline);
    settled.add(DraftField.DEADLINE);
  }
  if (input.expectedResult != null) patch.expectedResult = wordsOrNone(input.expectedResult);
  if (input.basis != null) patch.basis = wordsOrNone(input.basis);
  if (settled.size > row.settled.length) patch.settled = [...settled].sort();
  return patch;
}

/** Chosen bodies, each with the words under which the document named it, where it did. */
function assigneesOf(
  { hierarchy }: PlansContext,
  { provinceId }: PlanDraft,
  given: readonly DraftAssigneeInput[],
  known: readonly DraftAssignee[],
  field: string,
): DraftAssignee[] {
  if (given.length > MAX_ASSIGNEES) throw new Refusal('INVALID', 'TOO_MANY_ROWS', { field, max: MAX_ASSIGNEES });
  return given.map((assignee) => {
    const { unitId = null, groupId = null, scope = null } = assignee;
    const externalName = assignee.externalName == null ? null : wordsOrNone(assignee.externalName);
    const unit = unitId === null ? undefined : hierarchy.find(unitId);
    const group = groupId === null ? undefined : hierarchy.group(groupId);
    const name = unit?.name ?? group?.name ?? externalName;
    const isOne = [unitId, groupId, externalName].filter((one) => one !== null).length === 1;
    if (!isOne || name === null || (unit && unit.provinceId !== provinceId && unit.tier !== 'CENTRAL')) {
      throw new Refusal('INVALID', 'UNKNOWN_UNIT', { field, unitId, groupId });
    }
    const before = known.find(
      (other) => other.unitId === unitId && other.groupId === groupId && other.externalName === externalName,
    );
    return { text: before?.text ?? name, name, unitId, groupId, externalName, scope, confidence: 1, reason: null };
  });
}

function deadlineOf(draft: PlanDraft, given: DraftDeadlineInput): Deadline {
  const text = given.text.normalize('NFC').trim();
  const deadline = given.kind == null ? readWords(draft, text) : stated(given.kind, text, given);
  if (faultOf(deadline)) throw new Refusal('INVALID', 'DEADLINE_INCONSISTENT', { field: 'deadline' });
  return deadline;
}

function readWords(draft: PlanDraft, text: string): Deadline {
  const day = draft.issuedOn ?? draft.effectiveFrom;
  const read = readDeadline(text, day === null ? null : Number(day.slice(0, 4))).deadline;
  return { ...read, text, kind: DeadlineKind[read.kind], cadence: read.cadence as Cadence | null };
}

const stated = (kind: DeadlineKind, text: string, given: DraftDeadlineInput): Deadline => ({
  kind,
  text,
  startsOn: given.startsOn ?? null,
  dueOn: given.dueOn ?? null,
  cadence: given.cadence ?? null,
  thenOngoing: given.thenOngoing ?? false,
});
