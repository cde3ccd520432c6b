import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestGraph } from './graph.ts';
import { makeProvince } from './province.ts';

describe('a question across services', () => {
  const province = makeProvince();
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await TestGraph.start(province.all);
  });
  beforeEach(() => {
    for (const subgraph of province.all) subgraph.calls.length = 0;
  });
  afterAll(() => graph.stop());

  it('puts what three services know into one answer', async () => {
    const { data, errors } = await graph.ask(`{ task(id: "1") { title leadUnits { name reports { id note } } } }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      task: {
        title: 'Kiểm tra hệ thống',
        leadUnits: [
          { name: 'Công an tỉnh', reports: [{ id: 'r1', note: 'đúng hạn' }] },
          { name: 'Sở Khoa học và Công nghệ', reports: [{ id: 'r2', note: null }] },
        ],
      },
    });
  });

  it('asks for each unit once, however many tasks it leads', async () => {
    const { data } = await graph.ask('{ tasks { leadUnits { name } } }');
    expect(data.tasks[1]).toEqual({ leadUnits: [{ name: 'Công an tỉnh' }] });
    expect(province.units.calls).toHaveLength(1);
    expect(province.units.calls[0]?.variables.representations).toEqual([
      { __typename: 'Unit', id: 'police' },
      { __typename: 'Unit', id: 'science' },
    ]);
  });

  it('asks a service nothing when there is nothing to ask about', async () => {
    const { data } = await graph.ask('{ task(id: "3") { leadUnits { name } } }');
    expect(data).toEqual({ task: { leadUnits: [] } });
    expect(province.units.calls).toHaveLength(0);
  });

  it('follows lists within lists, leaving their gaps where they are', async () => {
    const { data, errors } = await graph.ask('{ grid { title leadUnits { name } } }');
    expect(errors).toEqual([]);
    expect(data.grid).toEqual([
      [
        { title: 'Kiểm tra hệ thống', leadUnits: [{ name: 'Công an tỉnh' }, { name: 'Sở Khoa học và Công nghệ' }] },
        null,
      ],
      [{ title: 'Rà soát tài khoản', leadUnits: [{ name: 'Công an tỉnh' }] }],
    ]);
  });

  it('fetches only for the objects of the type that was asked about', async () => {
    const { data } = await graph.ask('{ search { __typename ... on Task { title } ... on Unit { name label } } }');
    expect(data.search).toEqual([
      { __typename: 'Task', title: 'Kiểm tra hệ thống' },
      { __typename: 'Unit', name: 'Sở Khoa học và Công nghệ', label: 'Sở Khoa học và Công nghệ (science)' },
      { __typename: 'Unit', name: 'Công an tỉnh', label: 'Công an tỉnh (police)' },
    ]);
  });

  it('gives a service the foreign field it needs, under its own name, even when the client renamed it', async () => {
    const { data } = await graph.ask('{ task(id: "2") { leadUnits { name: id called: name label } } }');
    expect(data.task.leadUnits).toEqual([{ name: 'police', called: 'Công an tỉnh', label: 'Công an tỉnh (police)' }]);
  });

  it('keeps its own keys apart from fields the client calls by the same name', async () => {
    const { data, errors } = await graph.ask(
      '{ task(id: "2") { id: title leadUnits { id: name __typename: id title: label reports: obligations } } }',
    );
    expect(errors).toEqual([]);
    expect(data.task).toEqual({
      id: 'Rà soát tài khoản',
      leadUnits: [{ id: 'Công an tỉnh', __typename: 'police', title: 'Công an tỉnh (police)', reports: 4 }],
    });
  });

  it('sends several entity lists for one service in one request', async () => {
    const { data } = await graph.ask('{ unit(id: "science") { label parent { label } } me { label } }');
    expect(data).toEqual({
      unit: { label: 'Sở Khoa học và Công nghệ (science)', parent: { label: 'UBND tỉnh (people)' } },
      me: { label: 'Công an tỉnh (police)' },
    });
    expect(province.plans.calls).toHaveLength(1);
  });

  it('sends an empty list for the part of such a request that has nobody to ask about', async () => {
    const { data, errors } = await graph.ask('{ unit(id: "police") { label parent { label } } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ unit: { label: 'Công an tỉnh (police)', parent: null } });
    const lists = Object.values(province.plans.calls[0]?.variables ?? {}) as unknown[][];
    expect(lists.every(Array.isArray)).toBe(true);
  });

  it('carries out changes one after the other, then fetches what their answers show', async () => {
    const { data, errors } = await graph.ask(
      `mutation { first: assign(input: { taskId: "1", unitId: "police" }) { leadUnits { name } } then: close(id: "2") { title } }`,
    );
    expect(errors).toEqual([]);
    expect(data.first.leadUnits[0]).toEqual({ name: 'Công an tỉnh' });
    expect(data.then).toEqual({ title: 'Rà soát tài khoản' });
  });

  it('skips and includes by the variables of each request, with one plan for all', async () => {
    const query = 'query ($brief: Boolean!) { me { id name @skip(if: $brief) reports @include(if: $brief) { id } } }';
    const misses = graph.supergraph.plans.misses;
    expect((await graph.ask(query, { variables: { brief: true } })).data).toEqual({
      me: { id: 'police', reports: [{ id: 'r1' }] },
    });
    expect((await graph.ask(query, { variables: { brief: false } })).data).toEqual({
      me: { id: 'police', name: 'Công an tỉnh' },
    });
    expect(graph.supergraph.plans.misses - misses).toBe(1);
  });

  it('refuses variables of the wrong type before any service is asked', async () => {
    const { data, errors } = await graph.ask('query ($first: Int!) { units(first: $first) { id } }', {
      variables: { first: 'ten' },
    });
    expect(data).toBeUndefined();
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID', reason: 'INVALID_VARIABLE', field: 'first' });
    expect(province.units.calls).toHaveLength(0);
  });

  it('refuses a character that no database takes, and names the field it is in', async () => {
    const { data, errors } = await graph.ask('mutation ($input: AssignInput!) { assign(input: $input) { id } }', {
      variables: { input: { taskId: '1', unitId: 'sci\u0000ence' } },
    });
    expect(data).toBeUndefined();
    expect(errors[0]?.extensions).toEqual({ code: 'INVALID', reason: 'UNUSABLE_CHARACTER', field: 'unitId' });
    const written = await graph.ask('{ task(id: "1\\u0000") { id } }');
    expect(written.errors[0]?.extensions).toMatchObject({ reason: 'UNUSABLE_CHARACTER' });
    expect(province.plans.calls).toHaveLength(0);
    expect(province.units.calls).toHaveLength(0);
  });

  it('puts a refusal where the client sees it, with its code, its reason and the service', async () => {
    const { data, errors } = await graph.ask('{ task(id: "1") { name: leadUnits { id tasks: obligations } } }');
    expect(data.task.name).toEqual([
      { id: 'police', tasks: 4 },
      { id: 'science', tasks: null },
    ]);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.path).toEqual(['task', 'name', 1, 'tasks']);
    expect(errors[0]?.extensions).toEqual({ code: 'FORBIDDEN', reason: 'NOT_ALLOWED', service: 'reporting' });
  });
});

describe('one plan for queries that differ only in their values', () => {
  const province = makeProvince();
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await TestGraph.start(province.all);
  });
  afterAll(() => graph.stop());

  it('plans once, asks the services with one text, and still gives each its own answer', async () => {
    const { plans } = graph.supergraph;
    const titles: string[] = [];
    for (const id of ['1', '2', '3']) titles.push((await graph.ask(`{ task(id: "${id}") { title } }`)).data.task.title);
    expect(titles).toEqual(['Kiểm tra hệ thống', 'Rà soát tài khoản', 'Chưa giao']);
    expect([plans.misses, plans.hits, plans.size]).toEqual([1, 2, 1]);
    expect(new Set(province.plans.calls.map(({ query }) => query)).size).toBe(1);
    expect(province.plans.calls.map(({ variables }) => Object.values(variables)[0])).toEqual(['1', '2', '3']);
  });

  it('lifts values out of objects and lists, names of enums among them, and leaves the variables beside them', async () => {
    const before = graph.supergraph.plans.misses;
    const ask = (first: number, name: string) =>
      graph.ask(`query ($n: String) { units(first: ${first}, filter: { name: $n, states: [ACTIVE] }) { id } }`, {
        variables: { n: name },
      });
    expect((await ask(1, 'a')).data.units).toHaveLength(1);
    expect((await ask(2, 'b')).data.units).toHaveLength(2);
    expect(graph.supergraph.plans.misses - before).toBe(1);
  });

  it('does not mix its own variables up with the client’s', async () => {
    const { data } = await graph.ask(
      'query ($literal0: ID!) { a: task(id: "1") { id } b: task(id: $literal0) { id } }',
      {
        variables: { literal0: '2' },
      },
    );
    expect(data).toEqual({ a: { id: '1' }, b: { id: '2' } });
  });

  it('forgets the plan that was used least recently when there are too many', async () => {
    const { PlanCache } = await import('../src/planning/plan-cache.ts');
    const { QueryPlanner } = await import('@graphql-hive/router-query-planner');
    const { parse } = await import('graphql');
    const { operationOf } = await import('./graph.ts');
    const { sdl, publicSchema } = graph.supergraph;
    const cache = new PlanCache(new QueryPlanner(sdl), publicSchema, new Set(), 2);
    for (const field of ['id', 'name', 'id', 'code', 'name', 'id']) {
      const document = parse(`{ me { ${field} } }`);
      await cache.prepare(document, operationOf(document)).planned;
    }
    expect([cache.size, cache.hits, cache.misses]).toEqual([2, 1, 5]);
  });
});
