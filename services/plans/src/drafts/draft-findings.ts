import type { PlansContext } from '../context.ts';
import type { DraftFinding } from './document-parts.ts';
import type { PlanDraft } from './plan-draft.entity.ts';

export async function findingsOf(_context: PlansContext, draft: PlanDraft): Promise<DraftFinding[]> {
  return draft.notices.map(({ code, lines }) => ({ code, message: code, lines, rowIds: [] }));
}
