import { type Page, type PageRequest, paginate } from '@lienthong/kit/connection';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { searchWords } from '../tasks/task.query.ts';
import { Plan } from './plan.entity.ts';

function planQuery(manager: EntityManager, search: string | null | undefined): SelectQueryBuilder<Plan> {
  const query = manager.createQueryBuilder(Plan, 'plan');
  for (const [index, word] of searchWords(search).entries()) {
    query.andWhere(`plan.search_text like public.fold(:word_${index})`, { [`word_${index}`]: word });
  }
  return query;
}

/** The newest first. */
export function listPlans(
  context: PlansContext,
  search: string | null | undefined,
  page: PageRequest,
): Promise<Page<Plan>> {
  const keys = [
    { sql: 'plan.opened_on', type: 'date', direction: 'DESC' as const },
    { sql: 'plan.id', type: 'text' },
  ];
  return paginate(context, (manager) => planQuery(manager, search), keys, page);
}
