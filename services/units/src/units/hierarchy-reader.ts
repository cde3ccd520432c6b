import type { HierarchyDocument, UnitNode } from '@lienthong/policy/hierarchy';
import type { EntityManager } from 'typeorm';

/** The whole hierarchy with its dates, as it is handed to the other services. */
export async function readHierarchy(manager: EntityManager): Promise<HierarchyDocument> {
  const version = await readHierarchyVersion(manager);
  const units = (await manager.query(`
    SELECT json_build_object(
      'id', u.id, 'code', u.code, 'name', n.name, 'shortName', n.short_name, 'nameEn', n.name_en,
      'aliases', u.aliases, 'bloc', u.bloc, 'tier', u.tier, 'kind', u.kind, 'provinceId', u.province_id, 'territoryId', u.territory_id,
      'validFrom', u.valid_from, 'validTo', u.valid_to,
      'placements', p.placements, 'successors', coalesce(s.successors, '[]')) AS node
    FROM units u
    JOIN LATERAL (
      SELECT name, short_name, name_en FROM unit_names WHERE unit_id = u.id ORDER BY valid_from DESC LIMIT 1
    ) n ON true
    JOIN (
      SELECT unit_id, json_agg(json_build_object('parentId', parent_id, 'from', valid_from, 'to', valid_to)
        ORDER BY valid_from) AS placements
      FROM unit_placements GROUP BY unit_id
    ) p ON p.unit_id = u.id
    LEFT JOIN (
      SELECT unit_id, json_agg(json_build_object('unitId', successor_id, 'on', "on") ORDER BY successor_id) AS successors
      FROM unit_successions GROUP BY unit_id
    ) s ON s.unit_id = u.id
    ORDER BY u.id`)) as { node: UnitNode }[];
  const groups = await manager.query(
    'SELECT id, name, name_en AS "nameEn", aliases, rule FROM unit_groups ORDER BY id',
  );
  return { version: String(version), units: units.map(({ node }) => node), groups };
}

export async function readHierarchyVersion(manager: EntityManager): Promise<number> {
  const [state] = (await manager.query('SELECT version FROM hierarchy_state')) as { version: number }[];
  return state?.version ?? 0;
}

/** Waits for its turn among the writers of the hierarchy; held until the transaction ends. */
export async function lockHierarchy(manager: EntityManager): Promise<void> {
  await manager.query('SELECT version FROM hierarchy_state FOR UPDATE');
}

export async function countHierarchyChange(manager: EntityManager): Promise<void> {
  await manager.query('UPDATE hierarchy_state SET version = version + 1');
}
