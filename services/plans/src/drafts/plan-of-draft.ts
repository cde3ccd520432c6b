import { Refusal } from '@lienthong/kit/refusal';
import type { Hierarchy } from '@lienthong/policy/hierarchy';
import { FollowerRole } from '../followers/follower.entity.ts';
import { fold } from '../importing/vietnamese-text.ts';
import type { IssuedAssignee, IssuedGroup, IssuedPlan, IssuedTask } from '../plans/issued-plan.ts';
import type { PlanReference } from '../plans/plan.entity.ts';
import { factsOfTask, openedOn } from '../plans/task-facts.ts';
import type { Bloc } from '../units/unit.reference.ts';
import { countDoubts } from './draft-doubts.ts';
import type { PlanDraft } from './plan-draft.entity.ts';
import type { DraftAssignee, PlanDraftRow } from './plan-draft-row.entity.ts';

type Filled<T, K extends keyof T> = T & { [P in K]: NonNullable<T[P]> };
export type NumberedDraft = Filled<PlanDraft, 'number'>;
export type CompleteDraft = Filled<PlanDraft, 'number' | 'issuer' | 'title' | 'kind' | 'effectiveFrom'>;

const NEEDED = ['number', 'issuer', 'title', 'kind', 'effectiveFrom'] as const;

/** What a new plan must say of itself; one that is changed has said it already. */
export function demandComplete(draft: PlanDraft): asserts draft is CompleteDraft {
  for (const field of NEEDED) if (!draft[field]) throw new Refusal('INVALID', 'DOCUMENT_INCOMPLETE', { field });
}

/** The number tells which plan is meant; no row is doubtful, empty or without a leader. */
export function demandReviewed(draft: PlanDraft, rows: readonly PlanDraftRow[]): asserts draft is NumberedDraft {
  if (!draft.number) throw new Refusal('INVALID', 'DOCUMENT_INCOMPLETE', { field: 'number' });
  const count = countDoubts(rows);
  if (count > 0) throw new Refusal('CONFLICT', 'DOUBTS_LEFT', { count });
  if (rows.length === 0) throw new Refusal('INVALID', 'ROW_INCOMPLETE', { place: 1, field: 'content' });
  for (const { place, content, leads } of rows) {
    if (content.trim() === '') throw new Refusal('INVALID', 'ROW_INCOMPLETE', { place, field: 'content' });
    if (leads.length === 0) throw new Refusal('INVALID', 'ROW_INCOMPLETE', { place, field: 'leads' });
  }
}

const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');

/** "38" and "285-KH/TU" → "38-285-kh-tu". */
export const planIdOf = ({ provinceId, number }: CompleteDraft): string => `${provinceId}-${slug(number)}`;

/** Codes of sections begin anew in each appendix. */
const groupKey = (appendix: string | null, section: string): string =>
  appendix === null ? section : `${appendix} ${section}`;

export const groupKeyOfRow = ({ appendix, section }: PlanDraftRow): string | null =>
  section === null ? null : groupKey(appendix, section);

export const issuedAssignee = ({ unitId, groupId, externalName, scope }: DraftAssignee): IssuedAssignee => ({
  ...(unitId === null ? {} : { unitId }),
  ...(groupId === null ? {} : { groupId }),
  ...(externalName === null ? {} : { externalName }),
  scope,
});

/** The headings in the order of the document, then those that only rows name. */
export function groupsOfDraft(draft: PlanDraft, rows: readonly PlanDraftRow[]): IssuedGroup[] {
  const groups = new Map<string, IssuedGroup>();
  const add = (appendix: string | null, code: string, title: string, declaredCount: number | null): void => {
    const key = groupKey(appendix, code);
    if (!groups.has(key)) groups.set(key, { key, code, appendix, title, titleEn: title, declaredCount });
  };
  const named = new Set(rows.map(groupKeyOfRow));
  for (const { appendix, code, title, declaredCount } of draft.declared.sections) {
    if (code !== null && named.has(groupKey(appendix, code))) add(appendix, code, title || code, declaredCount);
  }
  for (const { appendix, section } of rows) if (section !== null) add(appendix, section, section, null);
  return [...groups.values()];
}

export const issuedTask = (row: PlanDraftRow, id: string): IssuedTask => ({
  id,
  appendix: row.appendix,
  section: row.section,
  groupCode: groupKeyOfRow(row),
  number: row.number,
  ordinal: row.place,
  // A signed text is kept whole; nobody has translated it yet.
  title: row.content,
  titleEn: row.content,
  leadUnits: row.leads.map(issuedAssignee),
  coordinatingUnits: row.coordinators.map(issuedAssignee),
  deadline: row.deadline,
  innerDeadlines: [],
  expectedResult: row.expectedResult,
  expectedResultKind: null,
  basis: row.basis,
  parts: [],
  damaged: false,
  damageNote: null,
  sameAs: null,
});

/** The plan that a draft becomes, followed by the unit that reviewed it over all blocs that its rows name. */
export function planOfDraft(
  id: string,
  draft: CompleteDraft,
  rows: readonly PlanDraftRow[],
  references: readonly PlanReference[],
  hierarchy: Hierarchy,
): IssuedPlan {
  const { number, title, kind, issuedOn, effectiveFrom, issuer, provinceId, bloc, unitId } = draft;
  const plan: IssuedPlan = {
    id,
    number,
    kind,
    title,
    titleEn: title,
    issuedOn,
    effectiveFrom,
    issuerUnitId: unitNamed(hierarchy, provinceId, issuer),
    issuerName: issuer,
    provinceId,
    bloc,
    citation: [number, issuer, issuedOn?.split('-').reverse().join('/')].filter(Boolean).join(', '),
    note: null,
    implements: references.map((reference) => ({
      number: reference.number,
      issuedOn: reference.issuedOn,
      issuerName: reference.issuerName,
      planId: reference.implementedPlanId,
    })),
    groups: groupsOfDraft(draft, rows),
    tasks: rows.map((row) => issuedTask(row, `${id}.${row.place}`)),
    targets: [],
    followers: [],
  };
  const opened = { ...plan, openedOn: openedOn(plan) };
  const blocs = plan.tasks.flatMap((task) => factsOfTask(opened, task, hierarchy).blocs);
  return { ...plan, followers: [followerOf(unitId, [...new Set(blocs)].sort())] };
}

export const followerOf = (unitId: string, blocs: Bloc[]): IssuedPlan['followers'][number] => ({
  unitId,
  groupCodes: null,
  blocs,
  role: FollowerRole.STANDING_AGENCY,
  theme: null,
});

/** The unit that issued a document, where the province has one of that name. */
function unitNamed(hierarchy: Hierarchy, provinceId: string, name: string): string | null {
  const wanted = fold(name);
  for (const unit of hierarchy.units) {
    if (unit.provinceId !== provinceId) continue;
    if ([unit.name, unit.shortName, ...(unit.aliases ?? [])].some((own) => fold(own) === wanted)) return unit.id;
  }
  return null;
}
