import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeActor } from './make.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.end());

const standing = makeActor('38.vptu', 'STANDING_AGENCY');

describe('the five documents', () => {
  test('hold 193 tasks, and a damaged row says what is damaged', async () => {
    const [row] = await world.database.sql<{ n: number }>('select count(*)::int n from plans.tasks');
    expect(row?.n).toBe(193);
    const { task } = await world
      .as(standing)
      .data(`{ task(id: "th-285-kh-tu.42") { damaged damageNote leads { label } } }`);
    expect(task.damaged).toBe(true);
    expect(task.damageNote).toContain('42');
  });

  test('plan 285-KH/TU shows its eight groups and 61 tasks to the standing agency', async () => {
    const { plan } = await world.as(standing).data(`{
      plan(id: "th-285-kh-tu") {
        number declaredTaskCount issuer { id }
        taskGroups { code declaredCount taskCount figures { total } }
        figures { total completed completedLate inProgress atRisk overdue notDue }
        allTasks { id standing permissions leads { label unit { id } group { id } memberCount } }
        implements { number plan { id } } implementedBy { id } targets { id } followers { role unit { id } }
        tasks(first: 5, orderBy: DUE_ON) { totalCount nodes { id deadline { dueOn } } pageInfo { hasNextPage endCursor } }
      } }`);
    expect(plan.declaredTaskCount).toBe(61);
    expect(plan.taskGroups.map((g: { taskCount: number }) => g.taskCount)).toEqual([13, 11, 6, 15, 4, 1, 4, 7]);
    expect(plan.figures.total).toBe(61);
    expect(plan.allTasks).toHaveLength(61);
    expect(plan.tasks.totalCount).toBe(61);
  });

  test('the units that answer for a row of all communes are told as many as are asked for', async () => {
    const ask = (first: string) =>
      world.as(standing).data(`{ task(id: "th-285-kh-tu.38") { bearerCount bearers${first} { id } } }`);
    const { task: whole } = await ask('');
    expect(whole.bearers).toHaveLength(whole.bearerCount);
    const { task: few } = await ask('(first: 2)');
    expect(few.bearers).toEqual(whole.bearers.slice(0, 2));
    const refusal = await world.as(standing).refusal('{ task(id: "th-285-kh-tu.38") { bearers(first: 501) { id } } }');
    expect(refusal).toMatchObject({ code: 'INVALID', reason: 'PAGE_SIZE' });
  });
});
