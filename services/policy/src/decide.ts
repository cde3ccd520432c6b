import {
  type AbilityTuple,
  type Subject as CaslSubject,
  createMongoAbility,
  type MongoAbility,
  subject as named,
} from '@casl/ability';
import { type Actor, type Bloc, provincesOf, type Role, roleOf } from './actor.ts';
import type { Hierarchy } from './hierarchy.ts';
import {
  type Action,
  type ActionOf,
  DIRECTORY,
  POLICY,
  type PolicyRow,
  PROVINCE_LEVEL_ROLES,
  type Relation,
  type Resource,
  SCOPE_OF,
  standsForProvince,
} from './table.ts';

/** Who asks, and on which day the hierarchy is looked at. */
export interface Subject {
  actor: Actor;
  hierarchy: Hierarchy;
  on: string;
}

/** What a row says of itself. Unit ids may be group keys `g:<groupId>`. */
export interface Facts {
  provinceId: string;
  /** The blocs it belongs to; none for what belongs to neither. */
  blocs: readonly (Bloc | string)[];
  /** Owners and participants. */
  unitIds: readonly string[];
  /** Where some answer for the row and others only help: those who answer. */
  leadUnitIds?: readonly string[];
  /** The units that follow this row on the day asked about. */
  followers?: readonly string[];
}

export interface Decision {
  allowed: boolean;
  /** The table row that allowed it, or the wall that refused it, or `default`. */
  ruleId: string;
}

export const GROUP_PREFIX = 'g:';

/** Every key under which rows can name the unit itself: its id, its predecessors', and its groups. */
export function ownKeys(hierarchy: Hierarchy, unitId: string, on: string): ReadonlySet<string> {
  return remembered(hierarchy, `own ${unitId} ${on}`, () => {
    const ids = [unitId, ...hierarchy.predecessors(unitId, on)];
    return new Set([...ids, ...hierarchy.groupsOf(unitId, on).map((group) => GROUP_PREFIX + group)]);
  });
}

/** The same for the unit and all below it. */
export function subtreeKeys(hierarchy: Hierarchy, unitId: string, on: string): ReadonlySet<string> {
  return remembered(hierarchy, `subtree ${unitId} ${on}`, () => {
    const keys = new Set<string>();
    for (const unit of hierarchy.subtree(unitId, on)) for (const key of ownKeys(hierarchy, unit, on)) keys.add(key);
    return keys;
  });
}

const memory = new WeakMap<Hierarchy, Map<string, ReadonlySet<string>>>();

function remembered(hierarchy: Hierarchy, key: string, make: () => ReadonlySet<string>): ReadonlySet<string> {
  let sets = memory.get(hierarchy);
  if (!sets) {
    sets = new Map();
    memory.set(hierarchy, sets);
  }
  let set = sets.get(key);
  if (!set) {
    if (sets.size > 20_000) sets.clear();
    set = make();
    sets.set(key, set);
  }
  return set;
}

const meets = (keys: ReadonlySet<string>, ids: readonly string[]): boolean => ids.some((id) => keys.has(id));

/** How the actor's unit stands to the row. A row can be several at once; none of them is OTHER. */
export function relationsOf(actor: Actor, hierarchy: Hierarchy, on: string, facts: Facts): Relation[] {
  const unitId = actor.kind === 'person' ? actor.membership?.unitId : undefined;
  if (unitId === undefined) return ['OTHER'];
  const answering = facts.leadUnitIds ?? facts.unitIds;
  const own = ownKeys(hierarchy, unitId, on);
  const below = subtreeKeys(hierarchy, unitId, on);
  const relations: Relation[] = [];
  if (meets(own, answering)) relations.push('OWN');
  if (answering.some((id) => below.has(id) && !own.has(id))) relations.push('CHILD');
  if (meets(below, facts.unitIds)) relations.push('PARTICIPANT');
  if (meets(new Set(hierarchy.ancestors(unitId, on)), answering)) relations.push('PARENT');
  if (meets(new Set(hierarchy.siblings(unitId, on)), answering)) relations.push('SIBLING');
  if (meets(own, facts.followers ?? [])) relations.push('FOLLOWING');
  return relations.length > 0 ? relations : ['OTHER'];
}

type Ability = MongoAbility<AbilityTuple<string, CaslSubject>>;

/** What CASL looks at: not the row itself but how it stands to the actor. */
interface Standing {
  relations: Relation[];
  sameBloc: boolean;
}

/** Roles that need a provincial seat to reach their whole bloc stay within their own tree elsewhere. */
export function relationsGranted(row: PolicyRow, role: Role, provincial: boolean): readonly Relation[] {
  const isConfined = PROVINCE_LEVEL_ROLES.has(role) && !provincial && row.bloc === 'own';
  return isConfined ? row.relations.filter((relation) => relation === 'OWN' || relation === 'CHILD') : row.relations;
}

/** Whether a row speaks of this role, and for services of this one. */
export function covers(row: PolicyRow, role: Role, actorId: string): boolean {
  return row.roles.includes(role) && (role !== 'SERVICE' || !row.services || row.services.includes(actorId));
}

function buildAbility(table: readonly PolicyRow[], role: Role, service: string, provincial: boolean): Ability {
  const rules = table
    .filter((row) => covers(row, role, service))
    .map((row) => ({
      action: [...row.actions],
      subject: row.resource,
      conditions: {
        relations: { $in: [...relationsGranted(row, role, provincial)] },
        ...(row.bloc === 'own' ? { sameBloc: true } : {}),
      },
      reason: row.id,
    }));
  // CASL reads an action called `manage` as every action unless told another name for that; ours is one among others.
  return createMongoAbility<Ability>(rules as never, { anyAction: '*', anySubjectType: '*' });
}

const abilities = new WeakMap<readonly PolicyRow[], Map<string, Ability>>();

function abilityFor(table: readonly PolicyRow[], role: Role, service: string, provincial: boolean): Ability {
  let known = abilities.get(table);
  if (!known) {
    known = new Map();
    abilities.set(table, known);
  }
  const key = `${role} ${role === 'SERVICE' ? service : ''} ${provincial}`;
  let ability = known.get(key);
  if (!ability) {
    ability = buildAbility(table, role, service, provincial);
    known.set(key, ability);
  }
  return ability;
}

const no = (ruleId: string): Decision => ({ allowed: false, ruleId });

/** Walls first, then the table; what no row allows is refused. */
export function decide<R extends Resource>(
  subject: Subject,
  action: ActionOf<R>,
  resource: R,
  facts: Facts,
  table: readonly PolicyRow[] = POLICY,
): Decision {
  const { actor, hierarchy, on } = subject;
  const role = roleOf(actor);
  if (role === null) return no('no-membership');
  if (!provincesOf(actor).includes(facts.provinceId)) return no('wall:province');
  if (!isInScope(actor, resource)) return no('wall:scope');
  const relations = relationsOf(actor, hierarchy, on, facts);
  if (isBehindBlocWall(actor, resource, action, facts, relations)) return no('wall:bloc');
  const standing: Standing = { relations, sameBloc: isSameBloc(actor, facts) };
  const ability = abilityFor(table, role, actor.id, isProvincial(subject, role));
  const rule = ability.relevantRuleFor(action, named(resource as string, { ...standing }));
  return rule && !rule.inverted ? { allowed: true, ruleId: rule.reason ?? '' } : no('default');
}

export function isInScope(actor: Actor, resource: Resource): boolean {
  if (actor.kind !== 'integrator') return true;
  const scope = SCOPE_OF[resource];
  return scope !== null && actor.scopes.includes(scope);
}

function isSameBloc(actor: Actor, facts: Facts): boolean {
  if (actor.kind !== 'person') return true;
  const bloc = actor.membership?.bloc;
  return bloc !== null && bloc !== undefined && facts.blocs.includes(bloc);
}

function isBehindBlocWall(
  actor: Actor,
  resource: Resource,
  action: Action,
  facts: Facts,
  relations: readonly Relation[],
): boolean {
  // What belongs to neither bloc (a court's, an enterprise's) is not the blocs' to hand on to integrators.
  if (actor.kind === 'integrator') return facts.blocs.length === 0 && !DIRECTORY.has(resource);
  if (actor.kind !== 'person' || facts.blocs.length === 0 || isSameBloc(actor, facts)) return false;
  if (DIRECTORY.has(resource) && (action === 'read' || action === 'export')) return false;
  return !relations.includes('PARTICIPANT') && !relations.includes('FOLLOWING');
}

/** Whether the acting unit stands for its province, for the roles where that matters. */
export function isProvincial({ actor, hierarchy }: Subject, role: Role): boolean {
  const unitId = actor.membership?.unitId;
  return unitId !== undefined && standsForProvince(role, hierarchy.find(unitId)?.kind ?? '');
}

/** Whether any row could ever allow this: the first, coarse question at the door of an operation. */
export function couldEver(
  actor: Actor,
  action: Action,
  resource: Resource,
  table: readonly PolicyRow[] = POLICY,
): boolean {
  const role = roleOf(actor);
  if (role === null || !isInScope(actor, resource)) return false;
  return table.some(
    (row) =>
      covers(row, role, actor.id) && row.resource === resource && (row.actions as readonly Action[]).includes(action),
  );
}
