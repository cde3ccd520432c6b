import { arrayLiteral, type Settings } from '@lienthong/kit/database';
import { type Bloc, provincesOf, roleOf } from './actor.ts';
import { covers, isInScope, isProvincial, ownKeys, relationsGranted, type Subject, subtreeKeys } from './decide.ts';
import { POLICY, type PolicyRow, type Relation, type Resource } from './table.ts';

/**
 * The settings that PostgreSQL's policies read, worked out from the table's `read` rows of one resource,
 * so that the second wall stands where the first one does.
 * `follows` are the keys of what the acting unit follows today, in whatever form the service's policies compare.
 */
export function rlsSettings(
  subject: Subject,
  follows: readonly string[] = [],
  resource: Resource = 'Task',
  table: readonly PolicyRow[] = POLICY,
): Settings {
  const { actor } = subject;
  const reach = reachOf(subject, resource, table);
  return {
    'app.actor': actor.id,
    'app.provinces': arrayLiteral(provincesOf(actor)),
    'app.units': arrayLiteral(unitsReadable(subject, reach)),
    'app.blocs': arrayLiteral(blocsReadable(subject, reach)),
    'app.follows': arrayLiteral(reach.relations.has('FOLLOWING') ? follows : []),
    'app.service': actor.kind === 'service' && reach.any ? 'on' : '',
  };
}

/** How far some `read` row lets this actor see: by relation in any bloc, and whether the whole of the own bloc. */
interface Reach {
  relations: ReadonlySet<Relation>;
  wholeBloc: boolean;
  any: boolean;
}

function reachOf(subject: Subject, resource: Resource, table: readonly PolicyRow[]): Reach {
  const { actor } = subject;
  const role = roleOf(actor);
  const relations = new Set<Relation>();
  let wholeBloc = false;
  if (role === null || !isInScope(actor, resource)) return { relations, wholeBloc, any: false };
  const isSeat = isProvincial(subject, role);
  for (const row of table) {
    const isRead = row.resource === resource && (row.actions as readonly string[]).includes('read');
    if (!isRead || !covers(row, role, actor.id)) continue;
    const granted = relationsGranted(row, role, isSeat);
    // A row for the own bloc reads all of it or nothing: less could not be told to PostgreSQL by these settings.
    if (row.bloc === 'own') wholeBloc ||= granted.includes('OTHER');
    else for (const relation of granted) relations.add(relation);
  }
  return { relations, wholeBloc, any: wholeBloc || relations.size > 0 };
}

function unitsReadable({ actor, hierarchy, on }: Subject, { relations }: Reach): Iterable<string> {
  const unitId = actor.kind === 'person' ? actor.membership?.unitId : undefined;
  if (unitId === undefined) return [];
  if (relations.has('CHILD') || relations.has('PARTICIPANT')) return subtreeKeys(hierarchy, unitId, on);
  return relations.has('OWN') ? ownKeys(hierarchy, unitId, on) : [];
}

function blocsReadable({ actor }: Subject, { relations, wholeBloc }: Reach): readonly Bloc[] {
  if (actor.kind === 'service') return [];
  if (relations.has('OTHER')) return ['PARTY', 'GOVERNMENT'];
  return wholeBloc && actor.membership?.bloc ? [actor.membership.bloc] : [];
}

/** The settings of a service's own background work, in the provinces it names. */
export function serviceSettings(service: string, provinceIds: readonly string[]): Settings {
  return {
    'app.actor': service,
    'app.provinces': arrayLiteral(provinceIds),
    'app.units': '{}',
    'app.blocs': '{}',
    'app.follows': '{}',
    'app.service': 'on',
  };
}

export interface WallColumns {
  /** `schema.table`. */
  table: string;
  /** The role that runs, e.g. `plans_run`, and the one that migrates. */
  run: string;
  migrate: string;
  province?: string;
  /** SQL giving text[]; `null` when the table has no such column. */
  blocs?: string | null;
  /** SQL giving text[] of unit ids and group keys. */
  units?: string | null;
  /** SQL giving the follow key, or text[] of them, to look for in `app.follows`. */
  follows?: string | null;
  followsIsList?: boolean;
}

const list = (name: string): string => `(select public.setting_list('app.${name}'))::text[]`;

/**
 * The SQL of the walls of a table, for its migration. The wall between provinces is RESTRICTIVE: no other policy,
 * whoever adds it, reads past it. Rows are visible to a bloc that may read all of it, to units named in them,
 * to those who follow them, and to services. Writing is allowed where reading is; the policy table says who may.
 */
export function wallSql(columns: WallColumns): string {
  const { table, run, migrate, province = 'province_id' } = columns;
  const { blocs = 'blocs', units = 'unit_ids', follows = null, followsIsList = false } = columns;
  const visible = [
    `(select current_setting('app.service', true)) = 'on'`,
    ...(blocs ? [`${blocs} && ${list('blocs')}`] : []),
    ...(units ? [`${units} && ${list('units')}`] : []),
    ...(follows ? [followsIsList ? `${follows} && ${list('follows')}` : `${follows} = any (${list('follows')})`] : []),
  ].join('\n        or ');
  const wall = `${province} = any (${list('provinces')})`;
  return `
      alter table ${table} enable row level security, force row level security;
      create policy province_wall on ${table} as restrictive to ${run}
        using (${wall}) with check (${wall});
      create policy read on ${table} for select to ${run} using (
        ${visible});
      create policy add on ${table} for insert to ${run} with check (
        ${visible});
      create policy change on ${table} for update to ${run} using (
        ${visible});
      create policy remove on ${table} for delete to ${run} using (
        ${visible});
      create policy keeper on ${table} to ${migrate} using (true) with check (true);
  `;
}
