import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localFileStore } from '@lienthong/kit/files';
import { asKeeper } from '@lienthong/kit/testing';
import { uploadKey } from '@lienthong/kit/uploads';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDemonstration } from '../src/seeds/demonstration.ts';
import { nameOfficers } from '../src/seeds/officer-names.ts';
import { Random } from '../src/seeds/random.ts';
import { entities } from '../src/service.ts';
import { makeActor, makeHierarchy } from './make.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let made: number;
const folder = mkdtempSync(join(tmpdir(), 'plans-demonstration-'));
const files = localFileStore(folder);
beforeAll(async () => {
  world = await startWorld();
  const keeper = await world.database.dataSource(entities);
  made = await asKeeper(keeper, (manager) => makeDemonstration(manager, makeHierarchy(), files));
});
afterAll(async () => {
  await world?.end();
  rmSync(folder, { recursive: true, force: true });
});

test('the demonstration is made once', async () => {
  expect(made).toBeGreaterThan(200);
  const keeper = await world.database.dataSource(entities);
  expect(await asKeeper(keeper, (manager) => makeDemonstration(manager, makeHierarchy(), files))).toBe(0);
});

test('the province at a glance is believable on 20 November 2025, and adds up', async () => {
  const { overview } = await world.as(makeActor('38.bcd', 'STEERING_COMMITTEE')).data(`{ overview {
    asOf figures { total completed completedLate inProgress atRisk overdue notDue onTimePercent }
    byBloc { key label figures { total } } byPlan { key label figures { total overdue completed completedLate inProgress atRisk notDue } }
    byTaskGroup { key label figures { total } } byUnit { key label unit { id } figures { total overdue atRisk completed } }
    dueSoon { id } overdueTasks { id daysLate } days { on due } } }`);
  const sum = (rows: { figures: { total: number } }[]): number => rows.reduce((all, row) => all + row.figures.total, 0);
  expect(overview.figures.total).toBe(111);
  expect(sum(overview.byPlan)).toBe(111);
  expect(sum(overview.byTaskGroup)).toBe(111);
  const { total, ...kinds } = overview.figures;
  const { onTimePercent, ...counted } = kinds;
  expect(Object.values(counted).reduce<number>((all, n) => all + (n as number), 0)).toBe(total);
  expect(onTimePercent).toBeGreaterThan(50);
  for (const kind of ['completed', 'completedLate', 'inProgress', 'atRisk', 'overdue', 'notDue']) {
    expect(overview.figures[kind], kind).toBeGreaterThan(0);
  }
});

const KINDS = {
  completed: 'COMPLETED',
  completedLate: 'COMPLETED_LATE',
  inProgress: 'IN_PROGRESS',
  atRisk: 'AT_RISK',
  overdue: 'OVERDUE',
  notDue: 'NOT_DUE',
} as const;

test('each number of a unit is the length of the list that it leads to, also where a group leads', async () => {
  const agency = world.as(makeActor('38.vptu', 'STANDING_AGENCY'));
  const counts = Object.keys(KINDS).join(' ');
  const { overview } = await agency.data(`{ overview { byUnit { key unit { id } figures { total ${counts} } } } }`);
  const led = await agency.data(
    '{ tasks(first: 100) { nodes { leads { unit { id } group { id } } bearers { id } } } }',
  );
  const throughGroups = new Set(
    (led.tasks.nodes as { leads: { group: object | null }[]; bearers: { id: string }[] }[])
      .filter(({ leads }) => leads.some(({ group }) => group !== null))
      .flatMap(({ bearers }) => bearers.map(({ id }) => id)),
  );
  const rows = overview.byUnit as { key: string; unit: object | null; figures: Record<string, number> }[];
  expect(rows.some(({ key, unit }) => unit !== null && throughGroups.has(key))).toBe(true);
  for (const { key, figures } of rows) {
    const lists = Object.entries(KINDS).map(
      ([kind, standing]) =>
        `${kind}: tasks(filter: { leadUnitId: "${key}", standing: [${standing}] }, first: 1) { totalCount }`,
    );
    const all = `total: tasks(filter: { leadUnitId: "${key}" }, first: 1) { totalCount }`;
    const answer = await agency.data(`{ ${lists.join(' ')} ${all} }`);
    const lengths = Object.entries(answer).map(([kind, list]) => [kind, (list as { totalCount: number }).totalCount]);
    expect(Object.fromEntries(lengths), key).toEqual(figures);
  }
});

test('an officer’s name stays with the assignment, and one from before names were kept is named by the account', async () => {
  const unnamed = 'select id from plans.assignments where person_id is not null and person_name is null';
  expect(await world.database.sql(unnamed)).toEqual([]);
  const names = `select id, person_name from plans.assignments order by id`;
  const before = await world.database.sql(names);
  expect(before.length).toBeGreaterThan(0);
  await world.database.sql('update plans.assignments set person_name = null');
  await asKeeper(await world.database.dataSource(entities), nameOfficers);
  expect(await world.database.sql(names)).toEqual(before);
});

test('evidence of the demonstration is a real PDF with the fingerprint that is told', async () => {
  const rows = await world.database.sql<{ upload_id: string; sha256: string; size: number }>(
    'select * from plans.evidence',
  );
  expect(rows.length).toBeGreaterThan(20);
  const chunks: Buffer[] = [];
  for await (const chunk of await files.read(uploadKey(rows[0]?.upload_id ?? ''))) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks);
  expect(createHash('sha256').update(content).digest('hex')).toBe(rows[0]?.sha256);
  expect((await PDFDocument.load(content)).getPageCount()).toBe(1);
});

test('what was done, the members and the sum of each task agree', async () => {
  const wrong = await world.database.sql<{ id: string }>(
    `select t.id from plans.tasks t join lateral (
       select count(*) filter (where p.state = 'COMPLETED')::int as done, count(*)::int as n from plans.unit_progress p where p.task_id = t.id
     ) p on true where p.n > 0 and (p.done <> t.bearers_done or (p.done = p.n) <> (t.state = 'COMPLETED'))`,
  );
  expect(wrong).toEqual([]);
  const future = await world.database.sql(
    `select id from plans.timeline_entries where at > timestamptz '2025-11-20 10:00+07' union all
     select id from plans.progress_reports where completed_on > date '2025-11-20' or reported_at > timestamptz '2025-11-20 10:00+07'`,
  );
  expect(future).toEqual([]);
});

test('the generator gives the same state on every machine', () => {
  const draw = (): number[] => {
    const random = new Random(285);
    return [random.between(0, 1_000_000), random.between(0, 1_000_000), random.between(0, 1_000_000)];
  };
  expect(draw()).toEqual(draw());
  expect(draw()).toEqual([137002, 893722, 251980]);
});
