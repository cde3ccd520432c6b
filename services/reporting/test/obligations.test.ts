import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeActor, startWorld, type World } from './make.ts';

let world: World;
const office = makeActor('38.vptu', 'STANDING_AGENCY');
const science = makeActor('38.skhcn', 'REPORTER');

beforeAll(async () => {
  world = await startWorld('2025-11-20T09:00:00+07:00');
});
afterAll(() => world.stop());

test('a unit finds what it owes today, with the hour and the state', async () => {
  const { reportObligations } = await world.as(science).data(`{
    reportObligations(filter: { mine: true, regimeId: "th-285-kh-tu.daily" }) {
      totalCount nodes { periodLabel dueAt state permissions lateBySeconds regime { name rule recipient { id } } unit { id } report { id } }
    } }`);
  expect(reportObligations).toEqual({
    totalCount: 1,
    nodes: [
      {
        periodLabel: 'Ngày 20/11/2025',
        dueAt: '2025-11-20T03:00:00.000Z',
        state: 'DUE_SOON',
        permissions: ['submit', 'saveDraft'],
        lateBySeconds: null,
        regime: {
          name: 'Báo cáo ngày trước 10 giờ',
          rule: 'hằng ngày làm việc, trước 10:00',
          recipient: { id: '38.vptu' },
        },
        unit: { id: '38.skhcn' },
        report: null,
      },
    ],
  });
});

test('the recipient sees what both blocs owe it, and does not owe to itself', async () => {
  const { reportObligations } = await world.as(office).data(`{
    reportObligations(filter: { toReceive: true, regimeId: "th-285-kh-tu.daily" }, first: 100) { totalCount nodes { unit { id } } } }`);
  const units = reportObligations.nodes.map((node: { unit: { id: string } }) => node.unit.id);
  expect(units).toContain('38.14758.du');
  expect(units).toContain('38.14758.ubnd');
  expect(units).not.toContain('38.vptu');
  expect(reportObligations.totalCount).toBe(13);
});
