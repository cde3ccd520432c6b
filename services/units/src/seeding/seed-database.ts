import { createDataSource } from '@lienthong/kit/database';
import type { EntityManager } from 'typeorm';
import {
  readTables,
  type TerritoryUnit,
  territoryPredecessors,
  territoryUnits,
} from '../administrative-units/territory.ts';
import { unitSearchText } from '../search.ts';
import { codePrefixOf, communeOrganisations, type Organisation } from './commune-organisations.ts';
import { seedDemonstration } from './demonstration.ts';
import { readSeedFile } from './seed-file.ts';

/** Fills an empty database with territory, organisations and groups; what is there already is left alone. */
export async function seedDatabase(url: string, { demonstration }: { demonstration: boolean }): Promise<string[]> {
  const dataSource = createDataSource({ url, schema: 'units', entities: [], poolSize: 1 });
  await dataSource.initialize();
  try {
    return await dataSource.transaction(async (manager) => {
      const seeded: string[] = [];
      if (await isEmpty(manager, 'administrative_units')) {
        const territory = await seedTerritory(manager);
        await seedOrganisations(manager, territory);
        await seedGroups(manager);
        seeded.push('territory', 'organisations', 'groups');
      }
      if (demonstration && (await isEmpty(manager, 'people'))) {
        await seedDemonstration(manager);
        seeded.push('accounts', 'integrators');
      }
      return seeded;
    });
  } finally {
    await dataSource.destroy();
  }
}

async function isEmpty(manager: EntityManager, table: string): Promise<boolean> {
  const [row] = (await manager.query(`SELECT NOT EXISTS (SELECT 1 FROM ${table}) AS empty`)) as { empty: boolean }[];
  return row?.empty ?? false;
}

async function seedTerritory(manager: EntityManager): Promise<TerritoryUnit[]> {
  const tables = readTables();
  const units = territoryUnits(tables);
  await manager.query(
    `INSERT INTO administrative_units (id, code, name, name_en, kind, province_id, valid_from, search_text)
     SELECT id, code, name, "nameEn", kind, "provinceId", "validFrom", public.fold(concat_ws(' ', name, "nameEn", code)) FROM jsonb_to_recordset($1) AS unit
       (id text, code text, name text, "nameEn" text, kind text, "provinceId" text, "validFrom" date)`,
    [JSON.stringify(units)],
  );
  await manager.query(
    `INSERT INTO administrative_unit_predecessors (id, unit_id, code, name, district_name, province_name, ended_on)
     SELECT id, "unitId", code, name, "districtName", "provinceName", "endedOn" FROM jsonb_to_recordset($1) AS former
       (id int, "unitId" text, code text, name text, "districtName" text, "provinceName" text, "endedOn" date)`,
    [JSON.stringify(territoryPredecessors(tables))],
  );
  return units;
}

/** What the seed file lists, and for each province in it the two organisations of every commune. */
export function allOrganisations(listed: readonly Organisation[], territory: readonly TerritoryUnit[]): Organisation[] {
  const prefixes = new Map(listed.map((organisation) => [organisation.provinceId, codePrefixOf(organisation)]));
  const communes = territory.flatMap((unit) => {
    const prefix = unit.provinceId === null ? undefined : prefixes.get(unit.provinceId);
    return prefix === undefined ? [] : communeOrganisations(unit, prefix);
  });
  const known = new Set(listed.map((organisation) => organisation.id));
  return [...listed, ...communes.filter((organisation) => !known.has(organisation.id))];
}

async function seedOrganisations(manager: EntityManager, territory: readonly TerritoryUnit[]): Promise<void> {
  const organisations = allOrganisations(readSeedFile<Organisation[]>('units/organisations.json'), territory);
  const rows = JSON.stringify(
    organisations.map((organisation) => ({ ...organisation, searchText: unitSearchText(organisation) })),
  );
  const from = `FROM jsonb_to_recordset($1) AS unit (id text, code text, name text, "shortName" text, "nameEn" text,
    aliases jsonb, bloc text, tier text, kind text, "parentId" text, "provinceId" text, "territoryId" text,
    "validFrom" date, "validTo" date, "searchText" text)`;
  await manager.query(
    `INSERT INTO units (id, code, aliases, bloc, tier, kind, province_id, territory_id, valid_from, valid_to, version)
     SELECT id, code, ARRAY(SELECT jsonb_array_elements_text(aliases)), bloc, tier, kind, "provinceId", "territoryId",
       "validFrom", "validTo", 1 ${from}`,
    [rows],
  );
  await manager.query(
    `INSERT INTO unit_names (unit_id, valid_from, valid_to, province_id, name, short_name, name_en, search_text)
     SELECT id, "validFrom", "validTo", "provinceId", normalize(name), normalize("shortName"), "nameEn",
       public.fold("searchText") ${from}`,
    [rows],
  );
  await manager.query(
    `INSERT INTO unit_placements (unit_id, valid_from, valid_to, province_id, parent_id)
     SELECT id, "validFrom", "validTo", "provinceId", "parentId" ${from}`,
    [rows],
  );
  await manager.query(
    `INSERT INTO unit_changes (id, unit_id, province_id, "on", kind, recorded_at)
     SELECT id || '.created', id, "provinceId", "validFrom", 'CREATED', now() ${from}`,
    [rows],
  );
  await manager.query('UPDATE hierarchy_state SET version = version + 1');
}

async function seedGroups(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO unit_groups (id, name, name_en, aliases, rule, note)
     SELECT id, normalize(name), "nameEn", ARRAY(SELECT jsonb_array_elements_text(aliases)),
       nullif(rule, 'null'::jsonb), note
     FROM jsonb_to_recordset($1) AS unit_group
       (id text, name text, "nameEn" text, aliases jsonb, rule jsonb, note text)`,
    [JSON.stringify(readSeedFile('units/groups.json'))],
  );
}
