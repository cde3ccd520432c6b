import { Refusal } from '@lienthong/kit/refusal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Budgets } from '../src/budgets.ts';
import { makeProvince } from './province.ts';
import { registered, type ServedGraph, serve } from './served.ts';

describe('what an integrator may ask over time', () => {
  let time = 0;
  const exceeded: string[] = [];
  const make = () =>
    new Budgets({
      queriesPerMinute: 60,
      objectsPerMinute: 6_000,
      now: () => time,
      onExceeded: (client, reason) => exceeded.push(`${client} ${reason}`),
    });
  const refusalOf = (work: () => void): Refusal | undefined => {
    try {
      work();
      return undefined;
    } catch (error) {
      return error as Refusal;
    }
  };

  it('a whole minute’s worth may come at once; what is over it has to wait, for as long as is said', () => {
    const budgets = make();
    for (let count = 0; count < 60; count++) budgets.takeQuery('warehouse');
    expect(refusalOf(() => budgets.takeQuery('warehouse'))).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      reason: 'TOO_MANY_QUERIES',
      data: { limit: 60, retryAfterSeconds: 1 },
    });
    time += 1_000;
    budgets.takeQuery('warehouse');
    expect(refusalOf(() => budgets.takeQuery('warehouse'))).toBeInstanceOf(Refusal);
  });

  it('over an hour it is sixty minutes’ worth and the first burst, never more', () => {
    const budgets = make();
    let taken = 0;
    for (const end = time + 3_600_000; time < end; time += 250) {
      if (!refusalOf(() => budgets.takeQuery('warehouse'))) taken += 1;
    }
    expect(taken).toBeGreaterThanOrEqual(60 * 60);
    expect(taken).toBeLessThanOrEqual(61 * 60);
  });

  it('large questions use up more than small ones', () => {
    const budgets = make();
    budgets.takeObjects('warehouse', 5_000);
    budgets.takeObjects('warehouse', 1_000);
    expect(refusalOf(() => budgets.takeObjects('warehouse', 500))).toMatchObject({
      reason: 'TOO_MANY_OBJECTS',
      data: { limit: 6_000, retryAfterSeconds: 5 },
    });
    time += 5_000;
    budgets.takeObjects('warehouse', 500);
  });

  it('one integrator does not use up what is another’s', () => {
    const budgets = make();
    for (let count = 0; count < 60; count++) budgets.takeQuery('warehouse');
    budgets.takeQuery('statistics');
    expect(refusalOf(() => budgets.takeQuery('warehouse'))).toBeInstanceOf(Refusal);
  });

  it('a clock that is set back takes nothing away', () => {
    const budgets = make();
    budgets.takeQuery('warehouse');
    time -= 600_000;
    budgets.takeQuery('warehouse');
    for (let count = 0; count < 58; count++) budgets.takeQuery('warehouse');
    expect(refusalOf(() => budgets.takeQuery('warehouse'))).toBeInstanceOf(Refusal);
  });

  it('the log hears of it once a minute, the health page how often', () => {
    exceeded.length = 0;
    const budgets = make();
    budgets.takeObjects('warehouse', 6_000);
    for (let count = 0; count < 10; count++) refusalOf(() => budgets.takeObjects('warehouse', 5_000));
    expect(exceeded).toEqual(['warehouse TOO_MANY_OBJECTS']);
    expect(budgets.refused).toBe(10);
    time += 60_000;
    budgets.takeObjects('warehouse', 6_000);
    refusalOf(() => budgets.takeObjects('warehouse', 6_000));
    expect(exceeded).toHaveLength(2);
  });
});

describe('at the door', () => {
  let graph: ServedGraph;
  beforeAll(async () => {
    graph = await serve(makeProvince().all, { budget: { queriesPerMinute: 4, objectsPerMinute: 300 } });
  });
  afterAll(() => graph.stop());

  it('a question over the budget of objects is refused in words, with the time to come back', async () => {
    const large = '{ units(first: 100) { id parent { id } } }';
    expect((await graph.post({ query: large })).status).toBe(200);
    const refused = await graph.post({ query: large }, { headers: { 'accept-language': 'en' } });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.json.errors[0].extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', reason: 'TOO_MANY_OBJECTS' });
    expect(refused.json.errors[0].message).toMatch(/more than 300 objects\. Go on in \d+ s/);
  });

  it('so is one question too many, whatever it asks, and the file of the schema', async () => {
    await graph.post({ query: '{' });
    await graph.post({ query: '{ me { id } }' });
    const refused = await graph.post({ query: '{ me { id } }' });
    expect(refused.status).toBe(429);
    expect(refused.json.errors[0].extensions).toMatchObject({ reason: 'TOO_MANY_QUERIES', data: { limit: 4 } });
    const schema = await fetch(`${graph.gateway.url}/schema.graphql`, {
      headers: { authorization: 'Bearer integrator' },
    });
    expect(schema.status).toBe(429);
    expect(schema.headers.get('retry-after')).toMatch(/^\d+$/);
    const health = (await (await fetch(`${graph.gateway.url}/health/ready`)).json()) as { refusedOverBudget: number };
    expect(health.refusedOverBudget).toBe(3);
  });

  it('people in the portals and our own services have no such budget', async () => {
    const hash = graph.register('{ me { id } }');
    for (let count = 0; count < 10; count++) {
      expect((await graph.post(registered(hash), { as: 'officer' })).status).toBe(200);
      expect((await graph.post({ query: '{ me { id } }' }, { as: 'service' })).status).toBe(200);
    }
  });
});
