import { createDataSource, inTransaction } from '@lienthong/kit/database';
import { type TestDatabase, testDatabase } from '@lienthong/kit/testing';
import { Hierarchy } from '@lienthong/policy/hierarchy';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemonstrationWorld, demonstrationPeriods } from '../src/seeding/demonstration.ts';
import { blocsFrom, readLeadTasks, readRegimes } from '../src/seeding/regime-seed.ts';
import { seedDemonstration, seedRegimes } from '../src/seeding/seed-database.ts';
import { entities, migrations } from '../src/service.ts';
import { makeHierarchyDocument, makeUnit, UNITS } from './make.ts';

/** A province in full size: 166 communes in both blocs. */
const communes = Array.from({ length: 163 }, (_, index) => index + 16_000).flatMap((code) => [
  makeUnit(`38.${code}.du`, {
    bloc: 'PARTY',
    tier: 'COMMUNE',
    kind: 'COMMUNE_PARTY_COMMITTEE',
    validFrom: '2025-07-01',
  }),
  makeUnit(`38.${code}.ubnd`, { tier: 'COMMUNE', kind: 'COMMUNE_PEOPLES_COMMITTEE', validFrom: '2025-07-01' }),
]);
const hierarchy = new Hierarchy(makeHierarchyDocument('full', [...UNITS, ...communes]));
const seeded = readRegimes(blocsFrom(hierarchy));
const world: DemonstrationWorld = {
  seeded,
  hierarchy,
  unitsWithAccounts: new Set(['38.skhcn']),
  leadTasks: readLeadTasks(),
  now: new Date('2025-11-20T09:00:00+07:00'),
};

let database: TestDatabase;
let seconds: number;

beforeAll(async () => {
  database = await testDatabase({ schema: 'reporting', migrations });
  const dataSource = await createDataSource({
    url: database.url('reporting_migrate'),
    schema: 'reporting',
    entities,
  }).initialize();
  const started = performance.now();
  await inTransaction(dataSource, {}, async (manager) => {
    await seedRegimes(manager, seeded);
    await seedDemonstration(manager, world);
  });
  seconds = (performance.now() - started) / 1000;
  await dataSource.destroy();
});
afterAll(() => database.drop());

test('all regimes of the five documents are there, each with its reporters', () => {
  expect(seeded.map(({ regime }) => regime.id)).toEqual(
    expect.arrayContaining([
      'th-285-kh-tu.daily',
      'th-285-kh-tu.weekly',
      'th-285-kh-tu.monthly',
      'th-285-kh-tu.on-request',
      'th-cv-tgv-2025-06.once',
      'th-kh-bcd-2025.monthly',
      'tn-02-kh-bcd.own-plan',
      'dt-kh-ubnd-2025-06.quarterly',
    ]),
  );
  expect(seeded.every(({ reporters }) => reporters.length > 0)).toBe(true);
});

test('a province of 166 communes is filled within ten seconds', () => {
  expect(seconds).toBeLessThan(10);
});

test('the demonstration is the same every time', () => {
  const once = JSON.stringify(demonstrationPeriods(world));
  expect(JSON.stringify(demonstrationPeriods({ ...world, seeded: readRegimes(blocsFrom(hierarchy)) }))).toBe(once);
});

test('most reports of the past days are accepted, some late, some returned, some missing', async () => {
  const [row] = await database.sql<Record<'owed' | 'accepted' | 'returned' | 'waiting' | 'late' | 'missing', number>>(
    `select count(*)::int as owed, count(*) filter (where r.state = 'ACCEPTED')::int as accepted,
       count(*) filter (where r.state = 'RETURNED')::int as returned, count(*) filter (where r.state = 'SUBMITTED')::int as waiting,
       count(*) filter (where r.late_by_seconds > 0)::int as late, count(*) filter (where r.id is null)::int as missing
     from reporting.report_obligations o left join reporting.reports r on r.obligation_id = o.id
     where o.regime_id = 'th-285-kh-tu.daily' and o.period_from < '2025-11-20'`,
  );
  const share = (count: number | undefined): number => (count ?? 0) / (row?.owed ?? 1);
  expect(row?.owed).toBeGreaterThan(3000);
  expect(share(row?.accepted)).toBeGreaterThan(0.8);
  expect(share(row?.late)).toBeGreaterThan(0.05);
  expect(share(row?.late)).toBeLessThan(0.15);
  expect(share(row?.missing)).toBeGreaterThan(0.03);
  expect(share(row?.missing)).toBeLessThan(0.1);
  expect(row?.returned).toBeGreaterThan(20);
});

test('nothing is handed in after the business hour, and a unit with accounts still has its report of today to write', async () => {
  const [row] = await database.sql<{ after: number; own: number; today: number }>(
    `select count(*) filter (where r.submitted_at > $1 or r.decided_at > $1)::int as after,
       count(*) filter (where o.unit_id = '38.skhcn' and o.period_from = '2025-11-20')::int as own,
       count(*) filter (where o.regime_id = 'th-285-kh-tu.daily' and o.period_from = '2025-11-20')::int as today
     from reporting.reports r join reporting.report_obligations o on o.id = r.obligation_id`,
    [world.now],
  );
  expect(row).toMatchObject({ after: 0, own: 0 });
  expect(row?.today).toBeGreaterThan(20);
});

test('the figures of every report add up', async () => {
  const wrong = await database.sql(
    `select f.report_id from reporting.report_figures f group by f.report_id
     having sum(value) filter (where key = 'tasksTotal') <> sum(value) filter (where key like 'tasks%' and key <> 'tasksTotal')`,
  );
  expect(wrong).toEqual([]);
});

test('seeding again does nothing', async () => {
  const dataSource = await database.dataSource(entities);
  expect(await seedRegimes(dataSource.manager, seeded)).toBe(false);
});
