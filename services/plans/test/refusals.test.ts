import type { Actor } from '@lienthong/policy/actor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeActor, makeIntegrator } from './make.ts';
import { act, claim, type Operation, refused, report } from './operations.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let waiting: string;
let claimedVersion: number;
beforeAll(async () => {
  world = await startWorld();
  const officer = world.as(makeActor('38.skhcn', 'REPORTER'));
  waiting = (await act(officer, 'reportTaskProgress', report(WAITING, 1))).progressReport.id;
  const claimed = await act(officer, 'reportTaskProgress', claim(CLAIMED, 1));
  const director = world.as(makeActor('38.skhcn', 'APPROVER'));
  const approved = await act(director, 'approveProgressReport', {
    progressReportId: claimed.progressReport.id,
    expectedVersion: 1,
  });
  claimedVersion = approved.task.version;
});
afterAll(() => world?.end());

/** All three are led by Sở Khoa học và Công nghệ of Thanh Hóa alone. */
const OPEN = 'th-285-kh-tu.21';
const WAITING = 'th-285-kh-tu.18';
const CLAIMED = 'th-285-kh-tu.17';

const inputs: Record<Operation, () => object> = {
  assignTask: () => ({ taskId: OPEN, expectedVersion: 1, unitId: '38.skhcn' }),
  markTaskPart: () => ({ taskId: OPEN, expectedVersion: 1, ordinal: 1, done: true }),
  reportTaskProgress: () => report(OPEN, 1),
  approveProgressReport: () => ({ progressReportId: waiting, expectedVersion: 1 }),
  returnProgressReport: () => ({ progressReportId: waiting, expectedVersion: 1, reason: 'Bổ sung' }),
  confirmTaskResult: () => ({ taskId: CLAIMED, expectedVersion: claimedVersion }),
  rejectTaskResult: () => ({ taskId: CLAIMED, expectedVersion: claimedVersion, reason: 'Bổ sung' }),
};

const people: [string, Actor][] = [
  ['a viewer of the lead unit', makeActor('38.skhcn', 'VIEWER')],
  ['an officer of the lead unit', makeActor('38.skhcn', 'REPORTER', 'second')],
  ['the head of the lead unit', makeActor('38.skhcn', 'APPROVER', 'second')],
  ['an officer of a coordinating unit', makeActor('38.congan', 'REPORTER')],
  ['an officer of another unit of the bloc', makeActor('38.snv', 'REPORTER')],
  ['the head of another unit of the bloc', makeActor('38.snv', 'APPROVER')],
  ['an officer of the other bloc', makeActor('38.btc', 'REPORTER')],
  ['the unit above', makeActor('38.ubnd', 'APPROVER')],
  ['an officer of the standing agency', makeActor('38.vptu', 'REPORTER')],
  ['the standing agency', makeActor('38.vptu', 'STANDING_AGENCY')],
  ['the steering committee', makeActor('38.bcd', 'STEERING_COMMITTEE')],
  ['the auditor of the bloc', makeActor('38.thanhtra', 'AUDITOR')],
  ['the unit administrator', makeActor('38.ubnd', 'UNIT_ADMINISTRATOR')],
  ['the security officer', makeActor('38.skhcn', 'SECURITY_OFFICER')],
  ['the standing agency of another province', makeActor('19.vptu', 'STANDING_AGENCY')],
  ['the same department of another province', makeActor('82.skhcn', 'REPORTER')],
  ['an integrating team', makeIntegrator(['plans:read'], ['38'])],
  ['a person without a membership', { ...makeActor('38.skhcn', 'REPORTER'), membership: null, memberships: [] }],
];

/** Everything else is refused. Those who may are met in progress.test.ts, where it has its effect. */
const mayPass = new Set([
  'an officer of the lead unit / assignTask',
  'an officer of the lead unit / markTaskPart',
  'an officer of the lead unit / reportTaskProgress',
  'the head of the lead unit / assignTask',
  'the head of the lead unit / markTaskPart',
  'the head of the lead unit / reportTaskProgress',
  'the head of the lead unit / approveProgressReport',
  'the head of the lead unit / returnProgressReport',
  'the standing agency / assignTask',
  'the standing agency / confirmTaskResult',
  'the standing agency / rejectTaskResult',
]);

const doors = people.flatMap(([who, actor]) =>
  (Object.keys(inputs) as Operation[])
    .filter((operation) => !mayPass.has(`${who} / ${operation}`))
    .map((operation) => [who, operation, actor] as const),
);

describe('every door, tried without the right', () => {
  test.each(doors)('%s may not %s', async (_who, operation, actor) => {
    const refusal = await refused(world.as(actor), operation, inputs[operation]());
    expect(['FORBIDDEN', 'NOT_FOUND']).toContain(refusal.code);
    expect(refusal.message.length).toBeGreaterThan(10);
  });

  test('nothing was changed by any of them', async () => {
    const rows = await world.database.sql<{ id: string; version: number }>(
      'select id, version from plans.tasks where version > 1 order by id',
    );
    expect(rows.map(({ id }) => id)).toEqual([CLAIMED, WAITING].sort());
  });

  test('a lead unit assigns within itself only', async () => {
    const both = 'th-285-kh-tu.58';
    const refusal = await refused(world.as(makeActor('38.skhcn', 'APPROVER')), 'assignTask', {
      taskId: both,
      expectedVersion: 1,
      unitId: '38.congan',
    });
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_ALLOWED' });
  });

  test('the standing agency assigns lead units only, and names one where the document names none', async () => {
    const desk = world.as(makeActor('38.vptu', 'STANDING_AGENCY'));
    const outsider = await refused(desk, 'assignTask', { taskId: OPEN, expectedVersion: 1, unitId: '38.stp' });
    expect(outsider).toMatchObject({ code: 'INVALID', reason: 'NOT_A_LEAD_UNIT', field: 'unitId' });
    const elsewhere = await refused(desk, 'assignTask', {
      taskId: 'th-285-kh-tu.28',
      expectedVersion: 1,
      unitId: '19.stp',
    });
    expect(elsewhere.reason).toBe('NOT_A_LEAD_UNIT');
    const named = await act(desk, 'assignTask', { taskId: 'th-285-kh-tu.28', expectedVersion: 1, unitId: '38.stp' });
    expect(named.task.bearerCount).toBe(1);
    const officer = world.as(makeActor('38.stp', 'REPORTER'));
    const { task: seen } = await officer.data(
      '{ task(id: "th-285-kh-tu.28") { plan { number } ownProgress { unitName } } }',
    );
    expect(seen).toEqual({ plan: { number: '285-KH/TU' }, ownProgress: { unitName: 'Sở Tư pháp tỉnh Thanh Hóa' } });
    const { task } = await act(officer, 'reportTaskProgress', report('th-285-kh-tu.28', named.task.version));
    expect(task.state).toBe('AWAITING_APPROVAL');
  });
});
