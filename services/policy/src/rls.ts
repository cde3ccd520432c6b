import { arrayLiteral, type Settings } from '@lienthong/kit/database';
import { provincesOf, roleOf } from './actor.ts';
import { isProvincial, type Subject, subtreeKeys } from './decide.ts';
import { POLICY, type PolicyRow, PROVINCE_LEVEL_ROLES, type Relation, type Resource, SCOPE_OF } from './table.ts';

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
  const { actor, hierarchy, on } = subject;
  const granted = relationsReadable(subject, resource, table);
  const membership = actor.kind === 'person' ? actor.membership : null;
  const isNear = granted.has('OWN') || granted.has('CHILD') || granted.has('PARTICIPANT');
  const units = membership && isNear ? subtreeKeys(hierarchy, membership.unitId, on) : [];
  const isScoped = actor.kind === 'integrator' && actor.scopes.includes(SCOPE_OF[resource] ?? '');
  const blocs =
    actor.kind === 'person'
      ? membership?.bloc && granted.has('OTHER')
        ? [membership.bloc]
        : []
      : isScoped
        ? ['PARTY', 'GOVERNMENT']
        : [];
  return {
    'app.actor': actor.id,
    'app.provinces': arrayLiteral(provincesOf(actor)),
    'app.units': arrayLiteral(units),
    'app.blocs': arrayLiteral(blocs),
    'app.follows': arrayLiteral(granted.has('FOLLOWING') ? follows : []),
    'app.service': actor.kind === 'service' ? 'on' : '',
  };
}

function relationsReadable(subject: Subject, resource: Resource, table: readonly PolicyRow[]): Set<Relation> {
  const role = roleOf(subject.actor);
  const granted = new Set<Relation>();
  if (role === null) return granted;
  const isSeat = !PROVINCE_LEVEL_ROLES.has(role) || isProvincial(subject, role);
  for (const row of table) {
    if (
      row.resource !== resource ||
      !row.roles.includes(role) ||
      !(row.actions as readonly string[]).includes('read')
    ) {
      continue;
    }
    for (const relation of row.relations) {
      if (relation !== 'OTHER' || isSeat || row.bloc === 'any') granted.add(relation);
    }
  }
  return granted;
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
