/** The questions each account is made to ask: every registered query that takes an id or a filter, of near and far. */
import type { Answer } from './portal-session.ts';
import type { ObligationTruth, Province, Sight, SystemTruth, TaskTruth } from './what-may-be-seen.ts';

export interface Cell {
  operation: string;
  variables: object;
  /** What the question is about lies in another province: the answer must hold nothing at all. */
  isForeign: boolean;
  /** What else must be so; gives the fault, if there is one. */
  check?: (answer: Answer) => string | undefined;
}

/** Ids of things of one kind, of one province. */
export interface Targets {
  provinceId: string;
  units: string[];
  plans: string[];
  tasks: string[];
  regimes: string[];
  obligations: string[];
  systems: string[];
  drafts: string[];
}

const wholeYear = { from: '2025-01-01', to: '2026-12-31' };
const at = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], data);

/** A number in the answer must be what this account may count; left out with an error it tells nothing. */
const counts =
  (path: string, expected: number): Cell['check'] =>
  ({ data, text }) => {
    const counted = at(data, path);
    const number = Array.isArray(counted) ? counted.length : counted;
    if (number === undefined || number === null)
      return expected === 0 || text.includes('"errors"') ? undefined : `${path}: nothing, not ${expected}`;
    return number === expected ? undefined : `${path}: ${number}, not ${expected}`;
  };

const both =
  (...checks: Cell['check'][]): Cell['check'] =>
  (answer) =>
    checks.flatMap((check) => check?.(answer) ?? []).join('; ') || undefined;

export function foreignCells({
  units,
  plans,
  tasks,
  regimes,
  obligations,
  systems,
  drafts,
  provinceId,
}: Targets): Cell[] {
  const cells = [
    ...units.flatMap((id) => unitQuestions(id)),
    ...plans.flatMap((id) => planQuestions(id)),
    ...tasks.map((id) => ['TaskDetail', { id }] as const),
    ...regimes.flatMap((id) => regimeQuestions(id)),
    ...obligations.flatMap((id) => [['ReportForm', { id }] as const, ['ReportStart', { obligationId: id }] as const]),
    ...systems.map((id) => ['SystemDetail', { id }] as const),
    ...drafts.flatMap((id) => draftQuestions(id)),
    ['UnitTree', { provinceId }] as const,
    ['UnitTree', { provinceId, bloc: 'PARTY' }] as const,
    ['UnitChoices', { provinceId }] as const,
    ['UnitChoices', { provinceId, search: 'khoa hoc' }] as const,
  ];
  return cells.map(([operation, variables]) => ({ operation, variables, isForeign: true }));
}

/** The unit whose drafts are asked for. */
export const DRAFTING_UNIT = '38.vptu';

type Question = readonly [operation: string, variables: object];

const draftQuestions = (id: string): Question[] => [
  ['PlanDraftReview', { id }],
  ['PlanDraftLines', { id }],
];

const unitQuestions = (id: string): Question[] => [
  ['UnitNamed', { id }],
  ['OwnerName', { id }],
  ['UnitDetail', { id }],
  ['UnitTasks', { id }],
  ['UnitReports', { id }],
  ['UnitSystems', { id }],
  ['UnitPeople', { unitId: id }],
  ['UnitOfficers', { unitId: id }],
  ['TaskList', { first: 100, filter: { unitId: id } }],
  ['TaskList', { first: 100, filter: { leadUnitId: id } }],
  ['TaskList', { first: 100, filter: { coordinatingUnitId: id } }],
  ['ObligationList', { first: 50, filter: { unitId: id } }],
  ['SystemList', { first: 50, filter: { ownerId: id } }],
];

const planQuestions = (id: string): Question[] => [
  ['PlanHead', { id }],
  ['PlanTasks', { id }],
  ['PlanLeads', { id }],
  ['PlanRegimes', { id }],
  ['TaskList', { first: 100, filter: { planId: id } }],
  ['ObligationList', { first: 50, filter: { planId: id } }],
];

const regimeQuestions = (regimeId: string): Question[] => [
  ['PeriodChoices', { regimeId }],
  ['ConsolidatedOf', { regimeId, periodFrom: '2025-11-01' }],
  ['PunctualityOf', { regimeId, on: '2025-11-20' }],
  ['ObligationList', { first: 50, filter: { regimeId } }],
  ['HandedInReports', { filter: { regimeId } }],
];

/** The same questions inside the province, each with what this account may count in the answer. */
export function nearCells(province: Province, sight: Sight, targets: Targets): Cell[] {
  const tasks = province.tasks.filter((task) => sight.task(task));
  const obligations = province.obligations.filter((obligation) => sight.obligation(obligation));
  const systems = province.systems.filter((system) => sight.system(system));
  const seen = { tasks, obligations, systems };
  return [
    ...targets.units.flatMap((id) => unitCells(province, sight, seen, id)),
    ...targets.plans.flatMap((id) => planCells(seen, id)),
    ...targets.regimes.flatMap((id) => regimeCells(seen, id)),
    ...blocCells(province, seen),
    ...targets.tasks.map((id) => cell('TaskDetail', { id }, shownOnlyIf('task', tasks, id))),
    ...targets.obligations.flatMap((id) => [
      cell('ReportForm', { id }, shownOnlyIf('reportObligation', obligations, id)),
      cell('ReportStart', { obligationId: id }, hiddenUnless('reportDraft', obligations, id)),
    ]),
    ...targets.systems.map((id) => cell('SystemDetail', { id }, shownOnlyIf('informationSystem', systems, id))),
    ...targets.drafts.flatMap((id) =>
      draftQuestions(id).map(([operation, variables]) =>
        cell(operation, variables, shownOnlyIf('planDraft', sight.draftsOf(DRAFTING_UNIT) ? [{ id }] : [], id)),
      ),
    ),
    cell(
      'Overview',
      {},
      counts('overview.figures.total', province.tasks.filter((task) => sight.countsInOverview(task)).length),
    ),
    cell('PlanList', { first: 100 }),
    cell('Coverage', { first: 100 }),
    cell('SystemList', { first: 100 }, counts('informationSystems.totalCount', systems.length)),
    cell('ObligationList', { first: 100 }, counts('reportObligations.totalCount', obligations.length)),
    cell('TaskList', { first: 100 }, counts('tasks.totalCount', tasks.length)),
    ...[
      'MyWork',
      'MyWorkCount',
      'TaskFilterChoices',
      'RegimeChoices',
      'ReportsWaiting',
      'ReportsToTakeIn',
      'ReportsOwedCount',
    ].map((name) => cell(name, {})),
    cell('UnitChanges', { first: 100, ...wholeYear }),
  ];
}

interface Seen {
  tasks: TaskTruth[];
  obligations: ObligationTruth[];
  systems: SystemTruth[];
}

const cell = (operation: string, variables: object, check?: Cell['check']): Cell => ({
  operation,
  variables,
  isForeign: false,
  check,
});

const shownOnlyIf =
  (field: string, visible: { id: string }[], id: string): Cell['check'] =>
  ({ data }) => {
    const isShown = Boolean(data?.[field]);
    const may = visible.some((row) => row.id === id);
    return isShown === may ? undefined : `${field} ${id} ${isShown ? 'is shown' : 'is not shown'}`;
  };

const hiddenUnless =
  (field: string, visible: { id: string }[], id: string): Cell['check'] =>
  ({ data }) =>
    data?.[field] && !visible.some((row) => row.id === id) ? `${field} of ${id} is shown` : undefined;

function unitCells(province: Province, sight: Sight, { tasks, obligations, systems }: Seen, id: string): Cell[] {
  const keys = new Set([id, ...(province.groupsOf.get(id) ?? [])]);
  const meets = (ids: string[]) => ids.some((key) => keys.has(key));
  const ofUnit = tasks.filter(({ participants }) => meets(participants)).length;
  const owed = obligations.filter(({ unitId }) => unitId === id).length;
  const owned = systems.filter(({ ownerId }) => ownerId === id).length;
  const people = (path: string): Cell['check'] => (sight.people(id) ? undefined : counts(path, 0));
  const checks: Cell['check'][] = [
    undefined,
    undefined,
    people('unit.people'),
    counts('unit.allTasks.totalCount', ofUnit),
    counts('unit.reportsOwed.totalCount', owed),
    both(
      counts('unit.systems.totalCount', owned),
      owned === 0 ? counts('unit.complianceFigures.systems', 0) : undefined,
    ),
    people('people.nodes'),
    people('people.nodes'),
    counts('tasks.totalCount', ofUnit),
    counts('tasks.totalCount', tasks.filter(({ leads }) => meets(leads)).length),
    counts('tasks.totalCount', tasks.filter(({ coordinators }) => meets(coordinators)).length),
    counts('reportObligations.totalCount', owed),
    counts('informationSystems.totalCount', owned),
  ];
  return unitQuestions(id).map(([operation, variables], index) => cell(operation, variables, checks[index]));
}

function planCells({ tasks, obligations }: Seen, id: string): Cell[] {
  const count = tasks.filter(({ planId }) => planId === id).length;
  const owed = obligations.filter(({ planId }) => planId === id).length;
  const checks: Cell['check'][] = [
    counts('plan.figures.total', count),
    counts('plan.allTasks', count),
    counts('plan.allTasks', count),
    undefined,
    counts('tasks.totalCount', count),
    counts('reportObligations.totalCount', owed),
  ];
  return planQuestions(id).map(([operation, variables], index) => cell(operation, variables, checks[index]));
}

function regimeCells({ obligations }: Seen, id: string): Cell[] {
  const ofRegime = obligations.filter(({ regimeId }) => regimeId === id);
  const owedIn = (periodFrom: string) => ofRegime.filter((obligation) => obligation.periodFrom === periodFrom).length;
  /** Whoever is told of a period is told no more than the rows that account may read. */
  const period = (told: unknown): string | undefined => {
    const { periodFrom, owed } = (told ?? {}) as { periodFrom?: string; owed?: number };
    if (periodFrom === undefined || owed === undefined || owed <= owedIn(periodFrom)) return undefined;
    return `owed ${owed} in ${periodFrom}, not ${owedIn(periodFrom)}`;
  };
  const checks: Cell['check'][] = [
    ({ data }) => ((data?.periods as unknown[] | null) ?? []).flatMap((row) => period(row) ?? [])[0],
    ({ data }) => period(data?.consolidated),
    ({ data }) => period(data?.punctuality),
    counts('reportObligations.totalCount', ofRegime.length),
    counts('reportObligations.totalCount', ofRegime.length),
  ];
  return regimeQuestions(id).map(([operation, variables], index) => cell(operation, variables, checks[index]));
}

function blocCells(province: Province, { tasks, obligations, systems }: Seen): Cell[] {
  return (['PARTY', 'GOVERNMENT'] as const).flatMap((bloc) => {
    const filter = { bloc };
    const owed = obligations.filter(({ unitId }) => province.blocOf.get(unitId) === bloc).length;
    return [
      cell(
        'TaskList',
        { first: 100, filter },
        counts('tasks.totalCount', tasks.filter(({ blocs }) => blocs.includes(bloc)).length),
      ),
      cell('ObligationList', { first: 100, filter }, counts('reportObligations.totalCount', owed)),
      cell(
        'SystemList',
        { first: 100, filter },
        counts('informationSystems.totalCount', systems.filter((system) => system.bloc === bloc).length),
      ),
      cell('UnitTree', { bloc }),
      cell('UnitChoices', { bloc }),
    ];
  });
}
