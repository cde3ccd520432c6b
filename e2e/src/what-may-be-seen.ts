/**
 * What each account may see, worked out a second time from the words of the policy and from what an integrator of the
 * province reads: nothing of the policy's own code is used here.
 */
import { type Account, ask } from './world.ts';

export type Bloc = 'PARTY' | 'GOVERNMENT';

export interface TaskTruth {
  id: string;
  title: string;
  planId: string;
  groupId: string | null;
  blocs: Bloc[];
  leads: string[];
  coordinators: string[];
  participants: string[];
}

export interface ObligationTruth {
  id: string;
  reportId: string | null;
  unitId: string;
  regimeId: string;
  planId: string | null;
  recipientId: string | null;
  periodFrom: string;
}

export interface SystemTruth {
  id: string;
  name: string;
  bloc: Bloc | null;
  ownerId: string;
}

interface FollowerTruth {
  unitId: string;
  planId: string;
  blocs: Bloc[];
  groupIds: string[] | null;
}

export interface Province {
  blocOf: ReadonlyMap<string, Bloc | null>;
  parentOf: ReadonlyMap<string, string | null>;
  groupsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who took over from units that have ended. */
  heirsOf: ReadonlyMap<string, readonly string[]>;
  plans: { id: string; bloc: Bloc }[];
  followers: FollowerTruth[];
  tasks: TaskTruth[];
  obligations: ObligationTruth[];
  systems: SystemTruth[];
}

type Row = Record<string, unknown>;

/** Every page of a list at the root. */
async function all<T>(token: string, field: string, args: string, selection: string): Promise<T[]> {
  const rows: T[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query ($after: String) { list: ${field}(first: 100, after: $after${args}) {
      nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
    const answer = await ask(token, query, { after });
    const list = (answer.data as Row | null)?.list as
      | { nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
      | undefined;
    if (!list || answer.errors) throw new Error(`${field}: ${JSON.stringify(answer.errors)}`);
    rows.push(...list.nodes);
    if (!list.pageInfo.hasNextPage) return rows;
    after = list.pageInfo.endCursor;
  }
}

interface Assignees {
  unit: { id: string } | null;
  group: { id: string } | null;
}
const keysOf = (assignees: Assignees[]): string[] =>
  assignees.flatMap(({ unit, group }) => (unit ? [unit.id] : group ? [`g:${group.id}`] : []));

export async function readProvince(token: string, provinceId: string): Promise<Province> {
  const units = await readUnits(token, provinceId);
  const plans = await all<{
    id: string;
    bloc: Bloc;
    followers: { unit: { id: string } | null; blocs: Bloc[]; taskGroups: { id: string }[] | null }[];
  }>(token, 'plans', '', 'id bloc followers { unit { id } blocs taskGroups { id } }');
  const followers = plans.flatMap((plan) =>
    plan.followers.map(({ unit, blocs, taskGroups }) => ({
      unitId: unit?.id ?? '',
      planId: plan.id,
      blocs,
      groupIds: taskGroups?.map(({ id }) => id) ?? null,
    })),
  );
  const rows = await readRows(token);
  const named = [
    ...rows.obligations.map(({ unitId }) => unitId),
    ...rows.systems.map(({ ownerId }) => ownerId),
    ...rows.tasks.flatMap(({ participants }) => participants.filter((key) => !key.startsWith('g:'))),
  ];
  const ended = await readEnded(
    token,
    named.filter((id) => !units.blocOf.has(id)),
  );
  const blocOf = new Map([...units.blocOf, ...[...ended].map(([id, { bloc }]) => [id, bloc] as const)]);
  const heirsOf = new Map([...ended].map(([id, { heirs }]) => [id, heirs]));
  return { ...units, blocOf, heirsOf, plans, followers, ...rows };
}

/** Units that are no longer in the tree but still named in rows: what they were, and who took over. */
async function readEnded(
  token: string,
  ids: readonly string[],
): Promise<Map<string, { bloc: Bloc | null; heirs: string[] }>> {
  const ended = new Map<string, { bloc: Bloc | null; heirs: string[] }>();
  for (const wanted = [...new Set(ids)]; wanted.length > 0; ) {
    const id = wanted.shift() as string;
    const query = 'query ($id: ID!) { unit(id: $id) { bloc successors { successor { id validTo } } } }';
    const answer = await ask(token, query, { id });
    const unit = (answer.data as Row | null)?.unit as
      | { bloc: Bloc | null; successors: { successor: { id: string; validTo: string | null } }[] }
      | undefined;
    if (!unit) continue;
    const heirs = unit.successors.map(({ successor }) => successor);
    ended.set(id, { bloc: unit.bloc, heirs: heirs.map(idOf) });
    for (const heir of heirs) if (heir.validTo !== null && !ended.has(heir.id)) wanted.push(heir.id);
  }
  return ended;
}

async function readUnits(token: string, provinceId: string) {
  const tree = await ask(token, `{ unitTree(provinceId: "${provinceId}") { id parentId unit { bloc } } }`);
  const nodes = (tree.data as Row | null)?.unitTree as
    | { id: string; parentId: string | null; unit: { bloc: Bloc | null } }[]
    | undefined;
  if (!nodes) throw new Error(`unitTree: ${JSON.stringify(tree.errors)}`);
  const groups = (await ask(token, '{ unitGroups { id } }')).data as unknown as { unitGroups: { id: string }[] };
  const groupsOf = new Map<string, Set<string>>();
  for (const { id } of groups.unitGroups) {
    for (const member of await all<{ id: string }>(token, 'units', `, filter: { groupId: "${id}" }`, 'id'))
      groupsOf.set(member.id, (groupsOf.get(member.id) ?? new Set()).add(`g:${id}`));
  }
  return {
    blocOf: new Map(nodes.map(({ id, unit }) => [id, unit.bloc])),
    parentOf: new Map(nodes.map(({ id, parentId }) => [id, parentId])),
    groupsOf,
  };
}

async function readRows(token: string): Promise<Pick<Province, 'tasks' | 'obligations' | 'systems'>> {
  const party = new Set((await all<{ id: string }>(token, 'tasks', ', filter: { bloc: PARTY }', 'id')).map(idOf));
  const government = new Set(
    (await all<{ id: string }>(token, 'tasks', ', filter: { bloc: GOVERNMENT }', 'id')).map(idOf),
  );
  const assignees = 'unit { id } group { id }';
  const tasks = await all<{
    id: string;
    title: string;
    plan: { id: string };
    taskGroup: { id: string } | null;
    leads: Assignees[];
    coordinators: Assignees[];
  }>(token, 'tasks', '', `id title plan { id } taskGroup { id } leads { ${assignees} } coordinators { ${assignees} }`);
  const obligations = await all<{
    id: string;
    unit: { id: string };
    report: { id: string } | null;
    periodFrom: string;
    regime: { id: string; plan: { id: string } | null; recipient: { id: string } | null };
  }>(
    token,
    'reportObligations',
    '',
    'id unit { id } report { id } periodFrom regime { id plan { id } recipient { id } }',
  );
  const systems = await all<{
    id: string;
    name: string;
    bloc: Bloc | null;
    owner: { id: string };
  }>(token, 'informationSystems', '', 'id name bloc owner { id }');
  return {
    tasks: tasks.map(({ id, title, plan, taskGroup, leads, coordinators }) => ({
      id,
      title,
      planId: plan.id,
      groupId: taskGroup?.id ?? null,
      blocs: [...(party.has(id) ? ['PARTY' as const] : []), ...(government.has(id) ? ['GOVERNMENT' as const] : [])],
      leads: keysOf(leads),
      coordinators: keysOf(coordinators),
      participants: keysOf([...leads, ...coordinators]),
    })),
    obligations: obligations.map(({ id, unit, report, periodFrom, regime }) => ({
      id,
      periodFrom,
      unitId: unit.id,
      reportId: report?.id ?? null,
      regimeId: regime.id,
      planId: regime.plan?.id ?? null,
      recipientId: regime.recipient?.id ?? null,
    })),
    systems: systems.map(({ id, name, bloc, owner }) => ({
      id,
      name,
      bloc,
      ownerId: owner.id,
    })),
  };
}

const idOf = ({ id }: { id: string }): string => id;

/** Those who direct, collect or inspect a bloc read all of it; those who work on plans read what their unit follows. */
const collectors = new Set(['STANDING_AGENCY', 'STEERING_COMMITTEE', 'AUDITOR']);
const planStaff = new Set(['VIEWER', 'REPORTER', 'APPROVER', 'STANDING_AGENCY', 'STEERING_COMMITTEE']);
/** The bodies that watch over the security of a bloc in a province. */
const securitySeats = /^\d+\.(vptu|tinhuy|congan|ubnd|vpubnd)$/;

export class Sight {
  readonly unitId: string;
  readonly bloc: Bloc | null;
  readonly #role: string;
  readonly #province: Province;
  readonly #below: ReadonlySet<string>;
  readonly #keys: ReadonlySet<string>;

  constructor(account: Account, province: Province, membership = account.memberships[0]) {
    if (!membership) throw new Error(`${account.login} has no membership.`);
    this.unitId = membership.unitId;
    this.#role = membership.role;
    this.#province = province;
    this.bloc = province.blocOf.get(this.unitId) ?? null;
    const known = [...province.parentOf.keys(), ...province.heirsOf.keys()];
    this.#below = new Set(known.filter((id) => this.#isBelow(id)));
    this.#keys = new Set([...this.#below].flatMap((id) => [id, ...(province.groupsOf.get(id) ?? [])]));
  }

  task(task: TaskTruth): boolean {
    if (task.participants.some((key) => this.#keys.has(key))) return true;
    if (planStaff.has(this.#role) && this.#follows(task)) return true;
    return this.#collects(task.blocs);
  }

  obligation({ unitId, recipientId }: ObligationTruth): boolean {
    if (this.#below.has(unitId)) return true;
    if (planStaff.has(this.#role) && recipientId === this.unitId) return true;
    return this.#collects([this.#province.blocOf.get(unitId) ?? null]);
  }

  system({ ownerId, bloc }: SystemTruth): boolean {
    if (this.#below.has(ownerId)) return true;
    if (this.#role === 'SECURITY_OFFICER' && securitySeats.test(this.unitId) && bloc === this.bloc) return true;
    return this.#collects([bloc]);
  }

  /** A document under review is known to the officers of its unit who review documents. */
  draftsOf(unitId: string): boolean {
    return this.#role === 'STANDING_AGENCY' && this.unitId === unitId;
  }

  /** The steering committee counts both blocs, and reads rows of the other only where it follows them. */
  countsInOverview(task: TaskTruth): boolean {
    return this.#role === 'STEERING_COMMITTEE' || this.task(task);
  }

  /** Whether the people of a unit may be named. */
  people(unitId: string): boolean {
    if (unitId === this.unitId) return true;
    if (this.#below.has(unitId))
      return ['UNIT_ADMINISTRATOR', 'STANDING_AGENCY', 'APPROVER', 'AUDITOR'].includes(this.#role);
    return ['AUDITOR', 'UNIT_ADMINISTRATOR'].includes(this.#role) && this.#province.blocOf.get(unitId) === this.bloc;
  }

  #collects(blocs: readonly (Bloc | null)[]): boolean {
    return collectors.has(this.#role) && this.bloc !== null && blocs.includes(this.bloc);
  }

  #follows({ planId, groupId, blocs }: TaskTruth): boolean {
    return this.#province.followers.some(
      (follower) =>
        follower.unitId === this.unitId &&
        follower.planId === planId &&
        follower.blocs.some((bloc) => blocs.includes(bloc)) &&
        (follower.groupIds === null || (groupId !== null && follower.groupIds.includes(groupId))),
    );
  }

  #isBelow(id: string): boolean {
    const { parentOf, heirsOf } = this.#province;
    // Whoever took over answers for what the one before it answered for.
    if (!parentOf.has(id)) return (heirsOf.get(id) ?? []).some((heir) => this.#isBelow(heir));
    for (let at: string | null | undefined = id; at; at = parentOf.get(at)) if (at === this.unitId) return true;
    return false;
  }
}
