import { createDataSource } from '@lienthong/kit/database';
import { type Listener, listen, type ServiceEvent } from '@lienthong/kit/events';
import { silentLog } from '@lienthong/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scheduleObligations } from '../src/obligations/obligation.schedule.ts';
import { entities } from '../src/service.ts';
import { makeActor, makeHierarchy, startWorld, type World } from './make.ts';

let world: World;
let listener: Listener;
const heard: ServiceEvent[] = [];
const science = makeActor('38.skhcn', 'REPORTER');

beforeAll(async () => {
  world = await startWorld('2025-11-20T09:00:00+07:00');
  listener = await listen(world.database.adminUrl, (event) => heard.push(event));
});
afterAll(async () => {
  await listener.close();
  await world.stop();
});

async function until(found: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !found(); round += 1) await new Promise((done) => setTimeout(done, 25));
  expect(found()).toBe(true);
}

const CONTENT = 'report { id version }';

test('a draft is told to the unit that writes it, a report handed in also to its recipient', async () => {
  const { reportObligations } = await world
    .as(science)
    .data('{ reportObligations(filter: { mine: true, regimeId: "th-285-kh-tu.daily" }) { nodes { id } } }');
  const input = { obligationId: reportObligations.nodes[0].id, figures: [], summary: 'Kết quả' };
  await world
    .as(science)
    .data(`mutation($input: SaveReportDraftInput!) { saveReportDraft(input: $input) { ${CONTENT} } }`, {
      input: { ...input, idempotencyKey: 'events-draft' },
    });
  await until(() => heard.length === 2);
  expect(heard[0]).toMatchObject({
    service: 'reporting',
    type: 'Report',
    provinceId: '38',
    blocs: [],
    unitIds: ['38.skhcn'],
  });
  heard.length = 0;
  await world.as(science).data(`mutation($input: SubmitReportInput!) { submitReport(input: $input) { ${CONTENT} } }`, {
    input: { ...input, idempotencyKey: 'events-submit', expectedVersion: 1 },
  });
  await until(() => heard.length === 2);
  expect(heard.map((event) => event.type)).toEqual(['Report', 'ReportObligation']);
  expect(heard[1]).toMatchObject({ blocs: ['GOVERNMENT'], unitIds: ['38.skhcn', '38.vptu'] });
});

test('a refused report is told to nobody', async () => {
  heard.length = 0;
  const { reportObligations } = await world
    .as(science)
    .data('{ reportObligations(filter: { mine: true, regimeId: "th-285-kh-tu.daily" }) { nodes { id } } }');
  await world
    .as(science)
    .refusal(`mutation($input: SubmitReportInput!) { submitReport(input: $input) { ${CONTENT} } }`, {
      input: {
        idempotencyKey: 'events-again',
        obligationId: reportObligations.nodes[0].id,
        figures: [],
        summary: 'Lại',
      },
    });
  await new Promise((done) => setTimeout(done, 200));
  expect(heard).toEqual([]);
});

test('open pages are told when the hour passes, and when a new day begins', async () => {
  const dataSource = await createDataSource({
    url: world.database.url('reporting_run'),
    schema: 'reporting',
    entities,
  }).initialize();
  const schedule = scheduleObligations({
    dataSource,
    clock: world.clock,
    log: silentLog,
    hierarchy: () => makeHierarchy('1'),
    everyMilliseconds: 50,
  });
  heard.length = 0;
  world.clock.set('2025-11-20T10:00:00+07:00');
  await until(() => heard.some((event) => event.type === 'ReportObligation' && event.id === 'th-285-kh-tu.daily'));
  heard.length = 0;
  world.clock.set('2025-11-21T00:00:01+07:00');
  await until(
    () =>
      heard.some((event) => event.id === 'th-285-kh-tu.daily') &&
      heard.some((event) => event.id === 'th-285-kh-tu.weekly'),
  );
  await schedule.end();
  await dataSource.destroy();
});
