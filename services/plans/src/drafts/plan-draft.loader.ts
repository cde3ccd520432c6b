import { defineLoader, grouped, inOrder } from '@lienthong/kit/loaders';
import { In } from 'typeorm';
import type { PlansContext } from '../context.ts';
import type { DocumentLine } from './document-parts.ts';
import { DraftChange } from './draft-change.entity.ts';
import { PlanDraft } from './plan-draft.entity.ts';
import { PlanDraftRow } from './plan-draft-row.entity.ts';

export const draftById = defineLoader(async (context: PlansContext, ids: readonly string[]) => {
  const rows = await context.read((manager) => manager.findBy(PlanDraft, { id: In([...ids]) }));
  return inOrder(ids, rows, (draft) => draft.id);
});

export const rowById = defineLoader(async (context: PlansContext, ids: readonly string[]) => {
  const rows = await context.read((manager) => manager.findBy(PlanDraftRow, { id: In([...ids]), removed: false }));
  return inOrder(ids, rows, (row) => row.id);
});

export const rowsOfDraft = defineLoader(async (context: PlansContext, draftIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager.find(PlanDraftRow, { where: { draftId: In([...draftIds]), removed: false }, order: { place: 'ASC' } }),
  );
  return grouped(draftIds, rows, (row) => row.draftId);
});

export interface DraftCounts {
  rows: number;
  doubts: number;
}

/** A list of drafts counts rows and open doubts without fetching them. */
export const countsOfDraft = defineLoader(async (context: PlansContext, draftIds: readonly string[]) => {
  const counts = (await context.read((manager) =>
    manager.query(
      `select r.draft_id as id, count(*)::int as rows, coalesce(sum((
         select count(*) from jsonb_array_elements(r.doubted) d where not d ->> 'field' = any (r.settled)
       )), 0)::int as doubts
       from plans.plan_draft_rows r where r.draft_id = any ($1) and not r.removed group by r.draft_id`,
      [draftIds],
    ),
  )) as (DraftCounts & { id: string })[];
  return inOrder(draftIds, counts, ({ id }) => id).map((count): DraftCounts => count ?? { rows: 0, doubts: 0 });
});

export const linesOfDraft = defineLoader(async (context: PlansContext, draftIds: readonly string[]) => {
  const rows = (await context.read((manager) =>
    manager.query('select id, lines from plans.plan_drafts where id = any ($1)', [draftIds]),
  )) as { id: string; lines: DocumentLine[] }[];
  return inOrder(draftIds, rows, (row) => row.id).map((row) => row?.lines ?? []);
});

/** What undo would take back: the newest change that was not taken back yet. */
export const lastChangeOfDraft = defineLoader(async (context: PlansContext, draftIds: readonly string[]) => {
  const rows = await context.read((manager) =>
    manager
      .createQueryBuilder(DraftChange, 'change')
      .distinctOn(['change.draft_id'])
      .where('change.draft_id = any (:draftIds) and not change.taken_back', { draftIds })
      .orderBy('change.draft_id')
      .addOrderBy('change.draft_version', 'DESC')
      .getMany(),
  );
  return inOrder(draftIds, rows, (change) => change.draftId);
});
