import { Refusal } from '@lienthong/kit/refusal';
import { DeadlineKind } from '../tasks/deadline.ts';
import type { TaskFilter } from '../tasks/task.filter.ts';
import { TaskStanding } from '../tasks/task.standing.ts';
import { TaskState } from '../tasks/task.state.ts';
import { Bloc } from '../units/unit.reference.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.length <= 200;
const isDate: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const oneOf =
  (allowed: object): Check =>
  (value) =>
    typeof value === 'string' && value in allowed;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= 20 && value.every(check);

const CHECKS: Record<keyof TaskFilter, Check> = {
  search: isText,
  planId: isText,
  taskGroupId: isText,
  unitId: isText,
  leadUnitId: isText,
  coordinatingUnitId: isText,
  bloc: oneOf(Bloc),
  standing: listOf(oneOf(TaskStanding)),
  state: listOf(oneOf(TaskState)),
  deadlineKind: listOf(oneOf(DeadlineKind)),
  dueFrom: isDate,
  dueTo: isDate,
  assignedToMe: (value) => typeof value === 'boolean',
};

/** The filter of a list as it stands in an address: the same names as in the graph, checked by hand. */
export function parseTaskFilter(text: string | null): TaskFilter {
  if (!text) return {};
  const refuse = (field: string): never => {
    throw new Refusal('INVALID', 'INVALID_FILTER', { field });
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse('filter');
  }
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return refuse('filter');
  for (const [name, value] of Object.entries(parsed)) {
    const check = Object.hasOwn(CHECKS, name) ? CHECKS[name as keyof TaskFilter] : undefined;
    if (value !== null && !check?.(value)) refuse(`filter.${name}`);
  }
  return parsed as TaskFilter;
}
