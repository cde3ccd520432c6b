import type { Bloc, DeadlineKind, TaskFilter, TaskStanding, TaskState } from '../generated/graphql.ts';

export const blocs: readonly Bloc[] = ['PARTY', 'GOVERNMENT'];

export const deadlineKinds: readonly DeadlineKind[] = [
  'DATE',
  'BEFORE_DATE',
  'END_OF_MONTH',
  'END_OF_QUARTER',
  'END_OF_YEAR',
  'RECURRING',
  'ONGOING',
  'UPON_EVENT',
  'PER_UPSTREAM_PLAN',
  'PHASED',
  'DONE',
  'NONE',
];

/** The address bar of every list of tasks: `?standing=OVERDUE&lead=38.skhcn&to=2025-11-30`. */
interface Address {
  get: (key: string) => string | undefined;
  getAll: (key: string) => string[];
}

function several<T extends string>(values: readonly string[]): T[] | undefined {
  return values.length > 0 ? (values as T[]) : undefined;
}

export function filterOf(address: Address): TaskFilter {
  const filter: TaskFilter = {
    search: address.get('search'),
    planId: address.get('plan'),
    taskGroupId: address.get('group'),
    leadUnitId: address.get('lead'),
    unitId: address.get('unit'),
    bloc: address.get('bloc') as Bloc | undefined,
    standing: several<TaskStanding>(address.getAll('standing')),
    state: several<TaskState>(address.getAll('state')),
    deadlineKind: several<DeadlineKind>(address.getAll('deadline')),
    dueFrom: address.get('from'),
    dueTo: address.get('to'),
    assignedToMe: address.get('mine') === '1' ? true : undefined,
  };
  // Equal filters are equal texts, so that an answer is found again in the cache.
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

export interface TaskPlace {
  plan?: string;
  group?: string;
  lead?: string;
  unit?: string;
  bloc?: string;
  standing?: TaskStanding;
  from?: string;
  to?: string;
  order?: string;
}

/** Where the rows behind a number are. */
export function tasksAt(place: TaskPlace): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(place)) if (value) params.set(key, value);
  const query = params.toString();
  return query ? `/tasks?${query}` : '/tasks';
}

export function exportPath(filter: TaskFilter): string {
  return `/files/plans/exports/tasks.xlsx?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
