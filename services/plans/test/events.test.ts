import { type Listener, listen, type ServiceEvent } from '@lienthong/kit/events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeActor } from './make.ts';
import { act, refused, report } from './operations.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let listener: Listener;
const heard: ServiceEvent[] = [];
beforeAll(async () => {
  world = await startWorld();
  listener = await listen(world.database.url('plans_run'), (event) => heard.push(event));
});
afterAll(async () => {
  await listener?.close();
  await world?.end();
});

const officer = makeActor('38.skhcn', 'REPORTER');

test('a report is told to the bloc that leads the task, to those who take part and to those who follow it', async () => {
  const { progressReport } = await act(world.as(officer), 'reportTaskProgress', report('th-285-kh-tu.21', 1));
  await expect.poll(() => heard.length).toBeGreaterThanOrEqual(3);
  const told = heard.find(({ type }) => type === 'Task');
  expect(told).toMatchObject({ service: 'plans', id: 'th-285-kh-tu.21', provinceId: '38', blocs: ['GOVERNMENT'] });
  expect(told?.unitIds).toEqual(expect.arrayContaining(['38.skhcn', '38.vptu']));
  expect(heard.map(({ type, id }) => `${type} ${id}`)).toEqual([
    'Task th-285-kh-tu.21',
    'Plan th-285-kh-tu',
    `ProgressReport ${progressReport.id}`,
  ]);
  expect(JSON.stringify(heard)).not.toContain('dự thảo');
});

test('what was refused is told to nobody', async () => {
  const before = heard.length;
  await refused(world.as(officer), 'reportTaskProgress', report('th-285-kh-tu.21', 1));
  await new Promise((done) => setTimeout(done, 200));
  expect(heard).toHaveLength(before);
});
