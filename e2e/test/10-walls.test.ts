/** Between provinces nothing passes; between the blocs only what one takes part in or follows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDraft } from '../src/draft-deeds.ts';
import { type Answer, type Portal, type PortalSession, signInByForm } from '../src/portal-session.ts';
import { type Cell, foreignCells, nearCells, type Targets } from '../src/wall-cells.ts';
import { type Province, readProvince, Sight } from '../src/what-may-be-seen.ts';
import { type Account, integratorToken, world } from '../src/world.ts';

const home = '38';
const portalOf: Record<string, Portal> = { PARTY: 'party', GOVERNMENT: 'government' };
/** Every role of both blocs, at the province's seat, in a department and in a ward. */
const residents = [
  'vptu-chuyenvien',
  'vptu-tonghop',
  'vptu-chanhvanphong',
  'vptu-antoan',
  'bcd-thanhvien',
  'quantri-dang',
  'kiemtoan-dang',
  'nguoixem-dang',
  'hacthanh-du-chuyenvien',
  'skhcn-chuyenvien',
  'skhcn-giamdoc',
  'skhcn-thuongtruc',
  'congan-antoan',
  'congan-theodoi',
  'quantri-chinhquyen',
  'kiemtoan-chinhquyen',
  'nguoixem-chinhquyen',
  'hacthanh-ubnd-chutich',
];
const neighbours: [login: string, portal: Portal][] = [
  ['thainguyen-thuongtruc', 'party'],
  ['thainguyen-chuyenvien', 'government'],
  ['dongthap-thuongtruc-dang', 'party'],
  ['dongthap-thuongtruc', 'government'],
  ['dongthap-chuyenvien', 'government'],
];

let province: Province;
let homeTargets: Targets;
/** What the neighbours read of their own provinces: the strings that must be nowhere else. */
let foreign: Map<string, { targets: Targets; strings: Set<string> }>;
const sessions = new Map<string, PortalSession>();
let checked = 0;

function account(login: string): Account {
  const found = world().accounts.find((one) => one.login === login);
  if (!found) throw new Error(`There is no account ${login}.`);
  return found;
}

const session = (login: string): PortalSession => sessions.get(login) as PortalSession;

function stringsIn(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string') into.add(value);
  else if (Array.isArray(value)) for (const item of value) stringsIn(item, into);
  else if (value !== null && typeof value === 'object')
    for (const [name, item] of Object.entries(value)) if (name !== '__typename') stringsIn(item, into);
  return into;
}

/** Anything at all: a row, a number, a name. */
function somethingIn(value: unknown): boolean {
  if (value === null || value === undefined || value === 0 || value === false) return false;
  if (Array.isArray(value)) return value.some(somethingIn);
  if (typeof value === 'object')
    return Object.entries(value).some(([name, item]) => name !== '__typename' && somethingIn(item));
  return true;
}

async function findLeaks(login: string, cells: Cell[], hidden: ReadonlySet<string>): Promise<string[]> {
  const leaks: string[] = [];
  const queue = [...cells];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const answer = await session(login).operate(next.operation, next.variables);
      checked += 1;
      const fault = faultOf(next, answer, hidden);
      if (fault) leaks.push(`${login} ${next.operation} ${JSON.stringify(next.variables)}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return leaks;
}

function faultOf(cell: Cell, answer: Answer, hidden: ReadonlySet<string>): string | undefined {
  const broken = answer.errors.find(({ extensions }) => !extensions.code || extensions.code === 'INTERNAL');
  if (broken) return `unexpected: ${broken.message}`;
  if (cell.isForeign && somethingIn(answer.data)) return `something is told: ${answer.text.slice(0, 300)}`;
  // An error may name what it was asked for, and nothing else.
  const asked = stringsIn(cell.variables);
  const told = [...stringsIn(answer.data), ...[...stringsIn(answer.errors)].filter((text) => !asked.has(text))];
  const leaked = told.find((text) => hidden.has(text));
  return leaked ? `tells "${leaked}"` : cell.check?.(answer);
}

/** What lies in a neighbour's province, as far as those who work there read it. */
async function readNeighbour(provinceId: string, logins: string[]) {
  const targets: Targets = {
    provinceId,
    units: [],
    plans: [],
    tasks: [],
    regimes: [],
    obligations: [],
    systems: [],
    drafts: [],
  };
  const strings = new Set<string>();
  const addIds = (list: unknown, to: string[]): void => {
    for (const { id } of (list as { id: string }[] | undefined) ?? []) if (!to.includes(id)) to.push(id);
  };
  for (const login of logins) {
    const ask = async (name: string, variables: object) => (await session(login).operate(name, variables)).data;
    const nodes = (data: Answer['data'], field: string) => (data?.[field] as { nodes: { id: string }[] } | null)?.nodes;
    const plans = await ask('PlanList', { first: 100 });
    const tasks = await ask('TaskList', { first: 100 });
    const obligations = await ask('ObligationList', { first: 100 });
    const systems = await ask('SystemList', { first: 100 });
    const regimes = await ask('RegimeChoices', {});
    const tree = await ask('UnitTree', {});
    addIds(nodes(plans, 'plans'), targets.plans);
    addIds(nodes(tasks, 'tasks'), targets.tasks);
    addIds(nodes(obligations, 'reportObligations'), targets.obligations);
    addIds(nodes(systems, 'informationSystems'), targets.systems);
    addIds(regimes?.reportingRegimes, targets.regimes);
    addIds(tree?.unitTree, targets.units);
    for (const node of nodes(tasks, 'tasks') ?? []) strings.add((node as unknown as { title: string }).title);
  }
  for (const ids of [
    targets.units,
    targets.plans,
    targets.tasks,
    targets.regimes,
    targets.obligations,
    targets.systems,
  ])
    for (const id of ids) strings.add(id);
  return { targets: shortened(targets), strings };
}

/** A few of each: the first, one from the middle, the last. */
function shortened(targets: Targets): Targets {
  const few = (ids: string[]): string[] =>
    [...new Set([ids[0], ids[ids.length >> 1], ids.at(-1)])].flatMap((id) => id ?? []);
  const { provinceId, units, plans, tasks, regimes, obligations, systems, drafts } = targets;
  return {
    provinceId,
    units: [`${provinceId}.vptu`, `${provinceId}.skhcn`, ...few(units)].slice(0, 4),
    plans: few(plans),
    tasks: few(tasks),
    regimes: few(regimes),
    obligations: few(obligations),
    systems: few(systems),
    drafts,
  };
}

function stringsOfHome(): Set<string> {
  return new Set([
    ...province.parentOf.keys(),
    ...province.plans.map(({ id }) => id),
    ...province.tasks.flatMap(({ id, title }) => [id, title]),
    ...province.obligations.flatMap(({ id, regimeId, reportId }) => [id, regimeId, ...(reportId ? [reportId] : [])]),
    ...province.systems.flatMap(({ id, name }) => [id, name]),
  ]);
}

/** What of the own province this account must not be told of. */
function hiddenFrom(sight: Sight): Set<string> {
  const hidden = new Set<string>();
  for (const task of province.tasks) if (!sight.task(task)) hidden.add(task.id).add(task.title);
  for (const row of province.obligations)
    if (!sight.obligation(row)) for (const id of [row.id, row.reportId]) if (id) hidden.add(id);
  for (const system of province.systems) if (!sight.system(system)) hidden.add(system.id).add(system.name);
  for (const task of province.tasks) if (sight.task(task)) hidden.delete(task.title);
  for (const system of province.systems) if (sight.system(system)) hidden.delete(system.name);
  return hidden;
}

beforeAll(async () => {
  province = await readProvince(await integratorToken(world().integrator), home);
  for (const login of residents) {
    const bloc = province.blocOf.get(account(login).memberships[0]?.unitId ?? '') ?? 'GOVERNMENT';
    sessions.set(login, await signInByForm(login, portalOf[bloc] as Portal));
  }
  for (const [login, portal] of neighbours) sessions.set(login, await signInByForm(login, portal));
  foreign = new Map([
    ['19', await readNeighbour('19', ['thainguyen-thuongtruc', 'thainguyen-chuyenvien'])],
    ['82', await readNeighbour('82', ['dongthap-thuongtruc-dang', 'dongthap-thuongtruc'])],
  ]);
  const each = <T>(rows: T[], step: number): T[] => rows.filter((_, index) => index % step === 0);
  homeTargets = {
    provinceId: home,
    units: ['38.vptu', '38.skhcn', '38.congan', '38.mttq', '38.14797.du', '38.14797.ubnd'],
    plans: province.plans.map(({ id }) => id),
    tasks: each(province.tasks, 12).map(({ id }) => id),
    regimes: [...new Set(province.obligations.map(({ regimeId }) => regimeId))],
    obligations: each(province.obligations, 900).map(({ id }) => id),
    systems: each(province.systems, 24).map(({ id }) => id),
    drafts: [await openDraft(session('vptu-chuyenvien'), `Thử ${Date.now()}`)],
  };
}, 120_000);

/** Nothing stays behind for the tests of the page. */
afterAll(async () => {
  for (const draftId of homeTargets?.drafts ?? []) {
    const input = { draftId, expectedVersion: 1, idempotencyKey: `discard-${draftId}` };
    await session('vptu-chuyenvien').operate('DiscardPlanDraft', { input });
  }
});

describe('the wall between provinces', () => {
  it.each(residents)('keeps the other two provinces from %s', async (login) => {
    const own = stringsOfHome();
    const hidden = new Set(
      [...foreign.values()].flatMap(({ strings }) => [...strings]).filter((text) => !own.has(text)),
    );
    const cells = [...foreign.values()].flatMap(({ targets }) => foreignCells(targets));
    expect(await findLeaks(login, cells, hidden)).toEqual([]);
  });

  it.each(neighbours)('keeps Thanh Hóa and the third province from %s', async (login) => {
    const own = account(login).memberships[0]?.provinceId ?? '';
    const ownStrings = foreign.get(own)?.strings ?? new Set();
    const others = [...foreign].filter(([id]) => id !== own).map(([, value]) => value);
    const all = [...stringsOfHome(), ...others.flatMap(({ strings }) => [...strings])];
    const hidden = new Set(all.filter((text) => !ownStrings.has(text)));
    const cells = [...foreignCells(shortened(homeTargets)), ...others.flatMap(({ targets }) => foreignCells(targets))];
    expect(await findLeaks(login, cells, hidden)).toEqual([]);
  });
});

describe('the wall between the blocs, and between units', () => {
  it.each(residents)('lets %s see and count what the policy says, and nothing else', async (login) => {
    const sight = new Sight(account(login), province);
    expect(await findLeaks(login, nearCells(province, sight, homeTargets), hiddenFrom(sight))).toEqual([]);
  });

  it('was tried in more than two thousand cells', () => {
    console.log(`walls: ${checked} cells checked`);
    expect(checked).toBeGreaterThan(2_000);
  });
});
