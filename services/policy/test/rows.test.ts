import { createDataSource, inTransaction } from '@lienthong/kit/database';
import { type TestDatabase, testDatabase } from '@lienthong/kit/testing';
import fc from 'fast-check';
import { type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, ROLES, serviceActor } from '../src/actor.ts';
import { decide, type Facts, ownKeys } from '../src/decide.ts';
import { rlsSettings, wallSql } from '../src/rls.ts';
import type { Resource } from '../src/table.ts';
import { hierarchy, integrator, ON, person, rows, unitIds } from './world.ts';

class CreateSample1 implements MigrationInterface {
  name = 'CreateSample1763000000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sample.rows (
        id text primary key, province_id text not null, blocs text[] not null,
        unit_ids text[] not null, follow_key text not null
      );
      ${wallSql({ table: 'sample.rows', run: 'sample_run', migrate: 'sample_migrate', follows: 'follow_key' })}
      grant select, insert, update, delete on sample.rows to sample_run;
    `);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sample.rows');
  }
}

let database: TestDatabase;
let run: DataSource;

/** Rows as they occur: named by hand, and as many again drawn from a fixed seed. */
const drawn = fc.sample(
  fc
    .record({
      home: fc.constantFrom(...unitIds),
      helpers: fc.uniqueArray(fc.constantFrom(...unitIds, 'g:ubx'), { maxLength: 2 }),
      followers: fc.uniqueArray(fc.constantFrom('38.vptu', '38.skhcn', '38.congan', '19.vptu'), { maxLength: 2 }),
    })
    .map(({ home, helpers, followers }): Facts => {
      const { provinceId, bloc } = hierarchy.unit(home);
      return {
        provinceId,
        blocs: bloc ? [bloc] : [],
        unitIds: [...new Set([home, ...helpers])],
        leadUnitIds: [home],
        followers,
      };
    }),
  { numRuns: 50, seed: 20251120 },
);
const shared: Facts[] = [...Object.values<Facts>(rows), ...drawn];
/** What belongs to one unit has no helpers, so the unit is all there is to name. */
const single: Facts[] = shared.map(({ leadUnitIds, ...facts }) => ({
  ...facts,
  unitIds: [leadUnitIds?.[0] ?? facts.unitIds[0] ?? ''],
}));

const actors: Actor[] = [
  ...unitIds.flatMap((unitId) =>
    ROLES.filter((role) => role !== 'INTEGRATOR' && role !== 'SERVICE').map((role) => person(unitId, role)),
  ),
  integrator(['plans:read', 'reporting:read', 'compliance:read', 'units:read'], ['38']),
  integrator(['units:read'], ['38', '19']),
  integrator([], ['38']),
  ...['units', 'plans', 'reporting', 'compliance', 'stranger'].map((id) => serviceActor(id, ['38'])),
  { ...person('38.skhcn', 'STANDING_AGENCY'), membership: null },
];

beforeAll(async () => {
  database = await testDatabase({ schema: 'sample', migrations: [CreateSample1] });
  run = await createDataSource({
    url: database.url('sample_run'),
    schema: 'sample',
    entities: [],
    poolSize: 3,
  }).initialize();
  const insert = async (kind: string, facts: Facts[]) => {
    for (const [index, row] of facts.entries()) {
      const id = `${kind}-${index}`;
      await database.sql('insert into sample.rows values ($1, $2, $3, $4, $5)', [
        id,
        row.provinceId,
        row.blocs,
        row.unitIds,
        id,
      ]);
    }
  };
  await insert('shared', shared);
  await insert('single', single);
});

afterAll(async () => {
  await run?.destroy();
  await database?.drop();
});

/** What PostgreSQL shows this actor, knowing nothing of the table but the settings. */
async function visible(actor: Actor, resource: Resource, kind: string, facts: Facts[]): Promise<Set<string>> {
  const unitId = actor.membership?.unitId;
  const keys = unitId ? ownKeys(hierarchy, unitId, ON) : new Set<string>();
  const follows = facts.flatMap((row, index) =>
    (row.followers ?? []).some((id) => keys.has(id)) ? [`${kind}-${index}`] : [],
  );
  const settings = rlsSettings({ actor, hierarchy, on: ON }, follows, resource);
  const found = (await inTransaction(run, settings, (manager) =>
    manager.query('select id from sample.rows where id like $1', [`${kind}-%`]),
  )) as { id: string }[];
  return new Set(found.map((row) => row.id));
}

test.each([
  ['Plan', 'shared', shared],
  ['Task', 'shared', shared],
  ['ProgressReport', 'shared', shared],
  ['PlanDraft', 'single', single],
  ['QuarantinedDocument', 'single', single],
  ['ReportObligation', 'single', single],
  ['Report', 'single', single],
  ['InformationSystem', 'single', single],
  ['SecurityLevelDossier', 'single', single],
  ['CheckRun', 'single', single],
  ['Membership', 'single', single],
] as const)(
  'the database shows exactly what the table allows to read: %s',
  async (resource, kind, facts) => {
    const disagreements: string[] = [];
    let cells = 0;
    for (const actor of actors) {
      const shown = await visible(actor, resource, kind, facts);
      for (const [index, row] of facts.entries()) {
        cells += 1;
        const { allowed, ruleId } = decide({ actor, hierarchy, on: ON }, 'read', resource, row);
        const isShown = shown.has(`${kind}-${index}`);
        if (allowed !== isShown) {
          disagreements.push(
            `${actor.id}: ${JSON.stringify(row)} is ${isShown ? '' : 'not '}shown, decided by ${ruleId}`,
          );
        }
      }
    }
    expect(cells).toBeGreaterThan(2000);
    expect(disagreements).toEqual([]);
  },
  60_000,
);

test('nobody writes a row into another province, or out of sight', async () => {
  const actor = person('38.skhcn', 'STANDING_AGENCY');
  const settings = rlsSettings({ actor, hierarchy, on: ON }, [], 'Task');
  const insert = (id: string, province: string, bloc: string, unit: string) =>
    inTransaction(run, settings, (manager) =>
      manager.query('insert into sample.rows values ($1, $2, $3, $4, $1)', [id, province, [bloc], [unit]]),
    );
  await insert('w-1', '38', 'GOVERNMENT', '38.skhcn');
  await expect(insert('w-2', '19', 'GOVERNMENT', '38.skhcn')).rejects.toThrow(/row-level security/);
  await expect(insert('w-3', '38', 'PARTY', '38.vptu')).rejects.toThrow(/row-level security/);
  const moved = inTransaction(run, settings, (manager) =>
    manager.query(`update sample.rows set province_id = '19' where id = 'w-1'`),
  );
  await expect(moved).rejects.toThrow(/row-level security/);
});
