import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localFileStore } from '@lienthong/kit/files';
import { asKeeper } from '@lienthong/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDemonstration } from '../src/seeds/demonstration.ts';
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
  if (process.env.SHOW) console.log(JSON.stringify(overview, null, 1));
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
