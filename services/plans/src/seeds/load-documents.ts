import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { EntityManager } from 'typeorm';
import { issuePlan } from '../plans/issue-plan.ts';
import type { IssuedPlan } from '../plans/issued-plan.ts';
import { Plan } from '../plans/plan.entity.ts';
import { openedOn } from '../plans/task-facts.ts';

/** Loads whole documents, once: nothing happens where there are plans already. */
export async function loadDocuments(
  manager: EntityManager,
  documents: readonly IssuedPlan[],
  hierarchy: Hierarchy,
): Promise<number> {
  if ((await manager.count(Plan)) > 0) return 0;
  for (const document of documents) {
    const at = new Date(`${openedOn(document)}T08:00:00+07:00`);
    await issuePlan(manager, document, hierarchy, { at, by: document.issuerName });
  }
  return documents.reduce((sum, { tasks }) => sum + tasks.length, 0);
}
