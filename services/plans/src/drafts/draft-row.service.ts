import { randomUUID } from 'node:crypto';
import { Refusal } from '@lienthong/kit/refusal';
import type { PlansContext } from '../context.ts';
import { DeadlineKind } from '../tasks/deadline.ts';
import { freshRow, holdDraft, holdRow } from './draft.access.ts';
import { insertRow, keepChange, rowBefore, takeOut } from './draft.changes.ts';
import { DraftChangeKind } from './draft-change.entity.ts';
import { joinedOf } from './joined-row.ts';
import type {
  AddDraftRowInput,
  CorrectDraftRowInput,
  JoinDraftRowsInput,
  RemoveDraftRowInput,
  SplitDraftRowInput,
} from './plan-draft.inputs.ts';
import { DraftField, PlanDraftRow } from './plan-draft-row.entity.ts';
import { demandWords, patchOf } from './row-correction.ts';

export interface Reviewed {
  [key: string]: string;
  draftId: string;
  rowId: string;
}

export function correctDraftRow(context: PlansContext, input: CorrectDraftRowInput): Promise<Reviewed> {
  return context.write('correctDraftRow', { ...input }, async (manager, effects) => {
    const { draft, row } = await holdRow(manager, context, input.rowId, input.expectedVersion);
    const patch = patchOf(context, draft, row, input);
    if (Object.keys(patch).length > 0) {
      await manager.update(PlanDraftRow, row.id, { ...patch, version: row.version + 1 });
      const before = { rows: [rowBefore(row)] };
      const change = { kind: DraftChangeKind.ROW, rowId: row.id, before, after: patch };
      await keepChange({ manager, effects, context }, draft, change);
    }
    return { draftId: draft.id, rowId: row.id };
  });
}

export function splitDraftRow(
  context: PlansContext,
  input: SplitDraftRowInput,
): Promise<Reviewed & { secondRowId: string }> {
  const first = demandWords(input.firstContent, 'firstContent');
  const second = demandWords(input.secondContent, 'secondContent');
  return context.write('splitDraftRow', { ...input }, async (manager, effects) => {
    const { draft, row } = await holdRow(manager, context, input.rowId, input.expectedVersion);
    const settled = [...new Set([...row.settled, DraftField.CONTENT])].sort();
    const id = randomUUID();
    await manager.update(PlanDraftRow, row.id, { content: first, settled, version: row.version + 1 });
    await insertRow(manager, { ...row, id, version: 1, place: row.place + 1, number: null, content: second, settled });
    await keepChange({ manager, effects, context }, draft, {
      kind: DraftChangeKind.SPLIT,
      rowId: row.id,
      before: { rows: [rowBefore(row)], addedId: id },
      after: { first, second, secondRowId: id },
    });
    return { draftId: draft.id, rowId: row.id, secondRowId: id };
  });
}

export function joinDraftRows(context: PlansContext, input: JoinDraftRowsInput): Promise<Reviewed> {
  return context.write('joinDraftRows', { ...input }, async (manager, effects) => {
    const { draft, row } = await holdRow(manager, context, input.rowId, input.expectedVersion);
    const isNext = await manager.existsBy(PlanDraftRow, { id: input.nextRowId, draftId: draft.id });
    if (!isNext) throw new Refusal('INVALID', 'NOT_NEIGHBOURS', { field: 'nextRowId' });
    const next = await freshRow(manager, input.nextRowId, input.nextExpectedVersion);
    if (next.place !== row.place + 1) throw new Refusal('INVALID', 'NOT_NEIGHBOURS', { field: 'nextRowId' });
    const joined = joinedOf(row, next);
    await manager.update(PlanDraftRow, row.id, { ...joined, version: row.version + 1 });
    await takeOut(manager, next);
    await keepChange({ manager, effects, context }, draft, {
      kind: DraftChangeKind.JOIN,
      rowId: row.id,
      before: { rows: [rowBefore(row), rowBefore(next)] },
      after: { content: joined.content },
    });
    return { draftId: draft.id, rowId: row.id };
  });
}

export function addDraftRow(context: PlansContext, input: AddDraftRowInput): Promise<Reviewed> {
  const content = demandWords(input.content, 'content');
  return context.write('addDraftRow', { ...input }, async (manager, effects) => {
    const draft = await holdDraft(manager, context, input.draftId);
    const above = input.afterRowId
      ? await manager.findOneBy(PlanDraftRow, { id: input.afterRowId, draftId: draft.id, removed: false })
      : null;
    if (input.afterRowId && !above) throw new Refusal('CONFLICT', 'STALE_VERSION', { field: 'afterRowId' });
    const id = randomUUID();
    await insertRow(manager, {
      id,
      draftId: draft.id,
      version: 1,
      place: (above?.place ?? 0) + 1,
      removed: false,
      appendix: above?.appendix ?? null,
      section: above?.section ?? null,
      number: null,
      content,
      leads: [],
      coordinators: [],
      deadline: {
        kind: DeadlineKind.NONE,
        text: '',
        startsOn: null,
        dueOn: null,
        cadence: null,
        thenOngoing: false,
      },
      expectedResult: null,
      basis: null,
      head: null,
      status: null,
      // Nobody has said yet who leads it and by when.
      doubted: [
        { field: DraftField.LEADS, confidence: 0, code: 'NO_LEAD', data: {} },
        { field: DraftField.DEADLINE, confidence: 0, code: 'NO_DEADLINE', data: {} },
      ],
      settled: [DraftField.CONTENT],
      lines: [],
      sources: [],
    });
    const change = { kind: DraftChangeKind.ADD, rowId: id, before: { addedId: id }, after: { content } };
    await keepChange({ manager, effects, context }, draft, change);
    return { draftId: draft.id, rowId: id };
  });
}

export function removeDraftRow(context: PlansContext, input: RemoveDraftRowInput): Promise<Reviewed> {
  return context.write('removeDraftRow', { ...input }, async (manager, effects) => {
    const { draft, row } = await holdRow(manager, context, input.rowId, input.expectedVersion);
    await takeOut(manager, row);
    await keepChange({ manager, effects, context }, draft, {
      kind: DraftChangeKind.REMOVE,
      rowId: row.id,
      before: { rows: [rowBefore(row)] },
      after: { content: row.content },
    });
    return { draftId: draft.id, rowId: row.id };
  });
}
