import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeActor, makeHierarchy, makeIntegrator } from './make.ts';
import { act, report } from './operations.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.end());

const desk = makeActor('38.vptu', 'STANDING_AGENCY');
type Node = { id: string; title: string; standing: string; ordinal: number; deadline: { dueOn: string | null } };

async function pages(orderBy: string, first = 13, filter: object = { planId: 'th-285-kh-tu' }): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { tasks } = (await world.as(desk).data(
      `query Page($after: String, $first: Int, $orderBy: TaskOrder, $filter: TaskFilter) {
         tasks(after: $after, first: $first, orderBy: $orderBy, filter: $filter) {
           nodes { id title standing ordinal deadline { dueOn } } pageInfo { hasNextPage endCursor } } }`,
      { after, first, orderBy, filter },
    )) as { tasks: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    nodes.push(...tasks.nodes);
    more = tasks.pageInfo.hasNextPage;
    after = tasks.pageInfo.endCursor;
  }
  return nodes;
}

describe('lists, page by page', () => {
  test.each(['DOCUMENT', 'DUE_ON', 'STANDING', 'TITLE'])('in the order %s every task comes once', async (order) => {
    const nodes = await pages(order);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(61);
    expect(nodes).toHaveLength(61);
  });

  test('by document, by day, worst first, and by the Vietnamese alphabet', async () => {
    expect((await pages('DOCUMENT')).map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: 61 }, (_, i) => i + 1),
    );
    const days = (await pages('DUE_ON')).map(({ deadline }) => deadline.dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
    const rank = ['OVERDUE', 'AT_RISK', 'IN_PROGRESS', 'NOT_DUE', 'COMPLETED_LATE', 'COMPLETED'];
    const ranks = (await pages('STANDING')).map(({ standing }) => rank.indexOf(standing));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    const titles = (await pages('TITLE')).map(({ title }) => title);
    expect(titles.findIndex((t) => t.startsWith('Đ'))).toBeGreaterThan(titles.findLastIndex((t) => t.startsWith('D')));
  });

  test('a page has at most 100 rows, and a made-up cursor is refused', async () => {
    expect(await world.as(desk).refusal('{ tasks(first: 101) { totalCount nodes { id } } }')).toMatchObject({
      code: 'INVALID',
      reason: 'PAGE_SIZE',
    });
    expect(await world.as(desk).refusal('{ tasks(after: "xyz") { nodes { id } } }')).toMatchObject({
      code: 'INVALID',
      reason: 'CURSOR',
    });
  });
});

describe('search and filters', () => {
  const found = async (filter: object): Promise<string[]> => (await pages('DOCUMENT', 100, filter)).map(({ id }) => id);

  test.each([
    ['without marks', 'so khoa hoc'],
    ['composed', 'Sở Khoa học'.normalize('NFC')],
    ['decomposed', 'Sở Khoa học'.normalize('NFD')],
    ['in capitals', 'SỞ KHOA HỌC'],
    ['words in another order', 'hoc khoa so'],
  ])('a unit’s name finds its tasks %s', async (_, search) => {
    const ids = await found({ search, planId: 'th-285-kh-tu' });
    expect(ids).toContain('th-285-kh-tu.21');
    expect(ids.length).toBeGreaterThan(15);
    expect(ids.length).toBeLessThan(40);
  });

  test('đ and d, and signs that mean something to the database', async () => {
    expect((await found({ search: 'do thi 100%_' })).length).toBe(0);
    expect(await found({ search: 'dien luc', planId: 'th-285-kh-tu' })).toContain('th-285-kh-tu.22');
  });

  test('by lead unit and by kind of deadline, alone and together', async () => {
    const led = await found({ planId: 'th-285-kh-tu', leadUnitId: '38.vptu' });
    expect(led.length).toBeGreaterThanOrEqual(9);
    expect(await found({ planId: 'th-285-kh-tu', deadlineKind: ['ONGOING'] })).toHaveLength(15);
    const both = await found({ planId: 'th-285-kh-tu', leadUnitId: '38.vptu', deadlineKind: ['ONGOING'] });
    expect(both.every((id) => led.includes(id))).toBe(true);
    expect(await found({ planId: 'th-285-kh-tu', dueFrom: '2025-12-01', dueTo: '2025-12-31' })).toHaveLength(5);
    expect(await found({ taskGroupId: 'th-285-kh-tu.group.III' })).toHaveLength(6);
    expect(await found({ state: ['COMPLETED'], planId: 'th-285-kh-tu' })).toHaveLength(13);
  });

  test('a unit of another province is in no task of this one, though groups have the same names everywhere', async () => {
    expect(await found({ unitId: '38.skhcn' })).not.toEqual([]);
    expect(await found({ unitId: '19.skhcn' })).toEqual([]);
    expect(await found({ leadUnitId: '19.skhcn' })).toEqual([]);
    expect(await found({ coordinatingUnitId: '19.skhcn' })).toEqual([]);
  });

  test('a plan is found by its number and by its title', async () => {
    const { plans } = await world
      .as(desk)
      .data('{ plans(search: "285-kh/tu lien thong") { totalCount nodes { id number } } }');
    expect(plans).toEqual({ totalCount: 1, nodes: [{ id: 'th-285-kh-tu', number: '285-KH/TU' }] });
  });
});

describe('figures', () => {
  test('add up: over groups, over plans, over kinds; 193 in all', async () => {
    const everything = makeIntegrator(['plans:read'], ['19', '38', '82']);
    const { plans } = await world
      .as(everything)
      .data(`{ plans { nodes { figures { total completed completedLate inProgress atRisk overdue notDue }
      taskGroups { taskCount figures { total overdue } } party: figures(bloc: PARTY) { total } } } }`);
    let all = 0;
    for (const { figures, taskGroups } of plans.nodes) {
      const { total, ...kinds } = figures;
      expect(Object.values(kinds).reduce<number>((sum, n) => sum + (n as number), 0)).toBe(total);
      expect(taskGroups.reduce((sum: number, group: { taskCount: number }) => sum + group.taskCount, 0)).toBe(total);
      expect(
        taskGroups.reduce((sum: number, group: { figures: { overdue: number } }) => sum + group.figures.overdue, 0),
      ).toBe(figures.overdue);
      all += total;
    }
    expect(all).toBe(193);
  });

  test('the overview of a province agrees with the list of its tasks', async () => {
    const { overview } = await world
      .as(desk)
      .data(`{ overview { asOf figures { total overdue } byPlan { plan { id } figures { total } }
      byUnit { key label unit { id } figures { total } } overdueTasks { id standing } dueSoon { id daysLeft } days { on due } } }`);
    const { tasks } = await world
      .as(desk)
      .data('{ tasks { totalCount } overdue: tasks(filter: { standing: [OVERDUE] }) { totalCount } }');
    expect(overview.asOf).toBe('2025-11-20');
    expect(overview.figures.total).toBe(tasks.totalCount);
    expect(overview.overdueTasks).toHaveLength(overview.figures.overdue);
    expect(overview.dueSoon.every(({ daysLeft }: { daysLeft: number }) => daysLeft <= 7)).toBe(true);
    expect(overview.byUnit.find(({ key }: { key: string }) => key === 'g:ubx').label).toBe('UBND cấp xã');
    expect(overview.byUnit.some(({ key }: { key: string }) => key === '38.14758.ubnd')).toBe(false);
  });
});

describe('when a lead unit ends', () => {
  test('its tasks find the successor, which sees them, is filtered by them and reports on them', async () => {
    world.setHierarchy(
      makeHierarchy(({ units }) => {
        const ended = units.find(({ id }) => id === '38.stp');
        if (!ended) throw new Error('The seeds have no 38.stp.');
        ended.validTo = '2025-11-01';
        ended.placements = ended.placements.map((placement) => ({ ...placement, to: '2025-11-01' }));
        ended.successors = [{ unitId: '38.snv', on: '2025-11-01' }];
      }),
    );
    const heir = world.as(makeActor('38.snv', 'REPORTER'));
    const task = 'th-285-kh-tu.13';
    const seen = await heir.data(`{ task(id: "${task}") { version permissions leadUnits { id } bearers { id } }
      tasks(filter: { leadUnitId: "38.snv", planId: "th-285-kh-tu" }) { nodes { id } } }`);
    expect(seen.task).toMatchObject({ leadUnits: [{ id: '38.stp' }], bearers: [{ id: '38.snv' }] });
    expect(seen.task.permissions).toContain('reportProgress');
    expect(seen.tasks.nodes).toContainEqual({ id: task });
    const reported = await act(heir, 'reportTaskProgress', report(task, seen.task.version));
    expect(reported.task.state).toBe('AWAITING_APPROVAL');
    world.setHierarchy(makeHierarchy());
  });
});
