import { asKeeper } from '@lienthong/kit/testing';
import type { Actor } from '@lienthong/policy/actor';
import { decide } from '@lienthong/policy/decide';
import { rlsSettings } from '@lienthong/policy/rls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Follower } from '../src/followers/follower.entity.ts';
import { followingOf } from '../src/followers/following.ts';
import { entities } from '../src/service.ts';
import { keysOf } from '../src/tasks/bearers.ts';
import { Task } from '../src/tasks/task.entity.ts';
import { factsOf } from '../src/tasks/task.policy.ts';
import { makeActor, makeHierarchy, makeIntegrator } from './make.ts';
import { act, claim, readTask, report } from './operations.ts';
import { startWorld, TODAY, type World } from './world.ts';

let world: World;
let tasks: Task[];
let followers: Follower[];
beforeAll(async () => {
  world = await startWorld();
  const keeper = await world.database.dataSource(entities);
  tasks = await asKeeper(keeper, (manager) => manager.find(Task));
  followers = await asKeeper(keeper, (manager) => manager.find(Follower));
});
afterAll(() => world?.end());

const idsSeenBy = async (actor: Actor): Promise<string[]> => {
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { tasks } = (await world
      .as(actor)
      .data(
        'query Page($after: String) { tasks(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      )) as { tasks: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    ids.push(...tasks.nodes.map(({ id }) => id));
    more = tasks.pageInfo.hasNextPage;
    after = tasks.pageInfo.endCursor;
  }
  return ids.sort();
};

const actors: [string, Actor][] = [
  ['officer of a department', makeActor('38.stp', 'REPORTER')],
  ['viewer of a Party commission', makeActor('38.btgdv', 'VIEWER')],
  ['standing agency of the Party', makeActor('38.vptu', 'STANDING_AGENCY')],
  ['theme follower', makeActor('38.congan', 'STANDING_AGENCY')],
  ['steering committee', makeActor('38.bcd', 'STEERING_COMMITTEE')],
  ['auditor of the Party', makeActor('38.ubkt', 'AUDITOR')],
  ['auditor of the government', makeActor('38.thanhtra', 'AUDITOR')],
  ['people’s committee of the province', makeActor('38.ubnd', 'APPROVER')],
  ['commune people’s committee', makeActor('38.14758.ubnd', 'REPORTER')],
  ['commune Party committee', makeActor('38.14758.du', 'REPORTER')],
  ['court', makeActor('38.toaan', 'REPORTER')],
  ['security officer', makeActor('38.congan', 'SECURITY_OFFICER')],
  ['unit administrator', makeActor('38.tinhuy', 'UNIT_ADMINISTRATOR')],
  ['another province', makeActor('19.vptu', 'STANDING_AGENCY')],
  ['integrating team of two provinces', makeIntegrator(['plans:read'], ['38', '82'])],
];

describe('the two walls', () => {
  test.each(actors)('%s: the policy table and the database let through the same rows', async (_who, actor) => {
    const hierarchy = makeHierarchy();
    const following = followingOf(followers, actor.membership?.unitId ?? null, hierarchy, TODAY);
    const subject = { actor, hierarchy, on: TODAY };
    const allowed = tasks
      .filter((task) => decide(subject, 'read', 'Task', factsOf({ following }, task)).allowed)
      .map(({ id }) => id)
      .sort();
    expect(await idsSeenBy(actor)).toEqual(allowed);
    expect(rlsSettings(subject, following.keys)['app.actor']).toBe(actor.id);
  });

  test('a Party unit sees the government task it takes part in, and no other of it', async () => {
    const rows = await world.database.sql<{ id: string; mine: boolean }>(
      `select id, participants && $1 as mine from plans.tasks where province_id = '38' and not 'PARTY' = any (blocs)`,
      [keysOf('38.btc', makeHierarchy(), TODAY)],
    );
    expect(rows.some(({ mine }) => mine)).toBe(true);
    const seen = new Set(await idsSeenBy(makeActor('38.btc', 'REPORTER')));
    expect(rows.filter(({ id }) => seen.has(id))).toEqual(rows.filter(({ mine }) => mine));
  });

  test('nothing crosses from one province to another, by list, by id, by reference or by count', async () => {
    const stranger = world.as(makeActor('82.skhcn', 'STANDING_AGENCY'));
    expect((await idsSeenBy(makeActor('82.skhcn', 'STANDING_AGENCY'))).every((id) => id.startsWith('dt-'))).toBe(true);
    const answer = await stranger.data(`{ task(id: "th-285-kh-tu.1") { id } plan(id: "th-285-kh-tu") { id }
      tasks(filter: { planId: "th-285-kh-tu" }) { totalCount }
      _entities(representations: [{ __typename: "Task", id: "th-285-kh-tu.1" }, { __typename: "Plan", id: "th-285-kh-tu" }]) { __typename } }`);
    expect(answer).toEqual({ task: null, plan: null, tasks: { totalCount: 0 }, _entities: [null, null] });
    const refusal = await stranger.refusal('{ overview(provinceId: "38") { asOf } }');
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'OTHER_PROVINCE' });
  });

  test('an unsigned call is refused, references included', async () => {
    const response = await fetch(`${world.service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: '{ _entities(representations: [{ __typename: "Task", id: "th-285-kh-tu.1" }]) { __typename } }',
      }),
    });
    expect(response.status).toBe(401);
  });

  test('the steering committee sees the figures of both blocs and the rows of its own', async () => {
    const committee = makeActor('38.bcd', 'STEERING_COMMITTEE');
    const { overview } = await world.as(committee).data('{ overview { figures { total } } }');
    expect(overview.figures.total).toBe(111);
    expect((await idsSeenBy(committee)).length).toBeLessThan(111);
  });

  test('an integrating team without the scope is refused, and evidence is not for integrators', async () => {
    const refusal = await world.as(makeIntegrator(['units:read'], ['38'])).refusal('{ tasks { totalCount } }');
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'OUT_OF_SCOPE' });
    const flat = await world
      .as(makeIntegrator(['plans:read'], ['38']))
      .refusal('{ plan(id: "th-285-kh-tu") { allTasks { id } } }');
    expect(flat).toMatchObject({ code: 'FORBIDDEN', reason: 'PORTALS_ONLY' });
  });
});

describe('a task that all communes bear', () => {
  const TASK = 'th-285-kh-tu.59';
  const officerOf = (code: string) => world.as(makeActor(`38.${code}.ubnd`, 'REPORTER'));

  test('each keeps its own part, sees its own report, and they add up to x of n', async () => {
    const task = 'th-285-kh-tu.38';
    const units = ['38.14758', '38.14761', '38.14764'].flatMap((place) => [`${place}.ubnd`, `${place}.du`]);
    const desk = world.as(makeActor('38.vptu', 'STANDING_AGENCY'));
    for (const unitId of units) {
      const reported = await act(
        world.as(makeActor(unitId, 'REPORTER')),
        'reportTaskProgress',
        claim(task, (await readTask(desk, task)).version),
      );
      await act(world.as(makeActor(unitId, 'APPROVER')), 'approveProgressReport', {
        progressReportId: reported.progressReport.id,
        expectedVersion: 1,
      });
    }
    const { task: seen } = await desk.data(
      `{ task(id: "${task}") { bearerCount bearersDone waitingResults { id unit { id } } unitProgress { unit { id } state } version } }`,
    );
    expect(seen).toMatchObject({ bearerCount: 6, bearersDone: 0 });
    expect(seen.waitingResults).toHaveLength(6);
    const ambiguous = await desk.refusal(
      'mutation C($input: ConfirmTaskResultInput!) { confirmTaskResult(input: $input) { task { id } } }',
      { input: { idempotencyKey: 'confirm-all-of-them', taskId: task, expectedVersion: seen.version } },
    );
    expect(ambiguous).toMatchObject({ code: 'INVALID', reason: 'SEVERAL_RESULTS_WAITING', field: 'progressReportId' });
    for (const [index, result] of seen.waitingResults.entries()) {
      const { version } = await readTask(desk, task);
      const { task: now } = await act(desk, 'confirmTaskResult', {
        taskId: task,
        expectedVersion: version,
        progressReportId: result.id,
      });
      expect(now.bearersDone).toBe(index + 1);
      expect(now.state).toBe(index === 5 ? 'COMPLETED' : 'AWAITING_CONFIRMATION');
    }
  });

  test('one commune does not see another’s report or part, and does not stand in its way', async () => {
    const first = await act(officerOf('14758'), 'reportTaskProgress', report(TASK, 1));
    const second = await act(officerOf('14761'), 'reportTaskProgress', report(TASK, 1, { percent: 10 }));
    expect(first.progressReport.id).not.toBe(second.progressReport.id);
    const { task } = await officerOf('14761').data(
      `{ task(id: "${TASK}") { progressReports { totalCount nodes { unit { id } } } unitProgress { unit { id } } timeline { unitName kind } } }`,
    );
    expect(task.progressReports).toEqual({ totalCount: 1, nodes: [{ unit: { id: '38.14761.ubnd' } }] });
    expect(task.unitProgress).toEqual([{ unit: { id: '38.14761.ubnd' } }]);
    expect(task.timeline.filter(({ kind }: { kind: string }) => kind === 'REPORTED')).toHaveLength(1);
    const { task: all } = await world
      .as(makeActor('38.vptu', 'STANDING_AGENCY'))
      .data(`{ task(id: "${TASK}") { progressReports { totalCount } } }`);
    expect(all.progressReports.totalCount).toBe(2);
  });

  test('a unit is measured by its own part', async () => {
    const { _entities } = await officerOf('14758').data(
      `{ _entities(representations: [{ __typename: "Unit", id: "38.14758.ubnd" }]) { ... on Unit {
          tasks { totalCount } taskFigures { total inProgress } one: taskFigures(planId: "th-285-kh-tu") { total completed } } } }`,
    );
    expect(_entities[0].taskFigures.total).toBeGreaterThan(_entities[0].one.total);
    expect(_entities[0].taskFigures.inProgress).toBeGreaterThan(0);
  });
});
