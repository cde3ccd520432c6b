import { randomUUID } from 'node:crypto';
import { Refusal } from '@lienthong/kit/refusal';
import type { Finding } from '../importing/checks.ts';
import type { ReviewedDocument } from '../importing/import-document.ts';
import type { ReviewedField, ReviewedTask } from '../importing/task-fields.ts';
import type { UnitMatch } from '../importing/units/unit-matcher.ts';
import { PlanKind } from '../plans/plan.entity.ts';
import { AssigneeScope } from '../tasks/assignee.entity.ts';
import { Cadence, DeadlineKind, faultOf } from '../tasks/deadline.ts';
import { MAX_ROWS } from './draft.changes.ts';
import type { PlanDraft } from './plan-draft.entity.ts';
import { type DraftAssignee, DraftField, type PlanDraftRow } from './plan-draft-row.entity.ts';

const MAX_LINES = 20_000;

const FIELD: Record<ReviewedField, DraftField> = {
  content: DraftField.CONTENT,
  leads: DraftField.LEADS,
  coordinators: DraftField.COORDINATORS,
  deadline: DraftField.DEADLINE,
  place: DraftField.PLACE,
};

/** Findings that hold whatever is corrected; the others are found anew in the rows as they are. */
const LASTING: ReadonlySet<Finding['code']> = new Set([
  'NO_TABLE',
  'NO_HEADER',
  'ROW_LOST',
  'HIDDEN_SHEET',
  'HIDDEN_ROW',
  'HIDDEN_COLUMN',
  'FOOTNOTE_LEFT_OUT',
  'PAGES_LEFT_OUT',
]);

type ReadHead = Pick<
  PlanDraft,
  | 'number'
  | 'issuedOn'
  | 'issuer'
  | 'title'
  | 'kind'
  | 'effectiveFrom'
  | 'carriesOut'
  | 'declared'
  | 'notices'
  | 'lines'
>;

/** What a reading says of the document as a whole. */
export function headOfReading(read: ReviewedDocument): ReadHead {
  if (read.lines.length > MAX_LINES) throw new Refusal('INVALID', 'FILE_HAS_TOO_MANY_ROWS', { max: MAX_LINES });
  const { number, issuedOn, issuer, title, kind } = read.document;
  const { sections, declaredTotal, declaredParts, declaredLines } = read;
  return {
    number,
    issuedOn,
    issuer,
    title,
    kind: kindOf(kind),
    effectiveFrom: issuedOn,
    carriesOut: read.implements,
    declared: { sections, declaredTotal, declaredParts, declaredLines },
    notices: read.findings.filter(({ code }) => LASTING.has(code)),
    lines: read.lines,
  };
}

/** A programme, a decision or a notice with a list of tasks is followed like a plan. */
const kindOf = (kind: string | null): PlanKind | null =>
  kind === null ? null : kind === 'OFFICIAL_LETTER' ? PlanKind.OFFICIAL_LETTER : PlanKind.PLAN;

export function rowsOfReading({ tasks }: ReviewedDocument, draftId: string): PlanDraftRow[] {
  if (tasks.length > MAX_ROWS) throw new Refusal('INVALID', 'TOO_MANY_ROWS', { max: MAX_ROWS });
  return tasks.map((task, index) => ({
    id: randomUUID(),
    draftId,
    version: 1,
    place: index + 1,
    removed: false,
    appendix: task.appendix,
    section: task.section,
    number: task.number,
    content: task.content,
    leads: task.leadMatches.map(assigneeOf),
    coordinators: task.coordinatingMatches.map(assigneeOf),
    expectedResult: task.expectedResult,
    basis: task.basis,
    head: task.head,
    status: task.status,
    settled: [],
    lines: task.lines,
    sources: task.sources.map((source) => ({ ...source, field: FIELD[source.field] })),
    ...timeOf(task),
  }));
}

/** A deadline whose parts do not go together is kept by its words, and is a doubt. */
function timeOf({ deadline, doubts }: ReviewedTask): Pick<PlanDraftRow, 'deadline' | 'doubted'> {
  const doubted = doubts.map((doubt) => ({ ...doubt, field: FIELD[doubt.field] }));
  const read = {
    ...deadline,
    kind: DeadlineKind[deadline.kind],
    cadence: deadline.cadence === null ? null : Cadence[deadline.cadence],
  };
  if (!faultOf(read)) return { deadline: read, doubted };
  return {
    deadline: { ...read, kind: DeadlineKind.NONE, startsOn: null, dueOn: null, cadence: null },
    doubted: [
      ...doubted.filter(({ field }) => field !== DraftField.DEADLINE),
      {
        field: DraftField.DEADLINE,
        confidence: 0.3,
        code: 'DEADLINE_UNSURE',
        data: { text: deadline.text, reason: 'NOT_UNDERSTOOD' },
      },
    ],
  };
}

const assigneeOf = ({ text, name, id, kind, scope, confidence, reason }: UnitMatch): DraftAssignee => ({
  text,
  name,
  unitId: kind === 'unit' ? id : null,
  groupId: kind === 'group' ? id : null,
  externalName: kind === 'external' || id === null ? name : null,
  scope: scope === null ? null : AssigneeScope[scope],
  confidence,
  reason,
});
