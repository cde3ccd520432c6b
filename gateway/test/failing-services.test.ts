import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Deadline } from '../src/execution/deadline.ts';
import { TestGraph } from './graph.ts';
import { makeProvince } from './province.ts';

const QUESTION = '{ task(id: "2") { title leadUnits { id name reports { id } } } }';
const WITHOUT_REPORTS = {
  task: { title: 'Rà soát tài khoản', leadUnits: [{ id: 'police', name: 'Công an tỉnh', reports: null }] },
};

describe('when a service fails, the others still answer', () => {
  const province = makeProvince();
  const { reporting, plans, units } = province;
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await TestGraph.start(province.all, { timeoutMs: 200, maxAnswerBytes: 100_000 });
  });
  afterEach(() => {
    for (const subgraph of province.all) Object.assign(subgraph, { manner: 'well', delay: 0, aborted: 0 });
    for (const subgraph of province.all) subgraph.calls.length = 0;
    graph.failures.length = 0;
  });
  afterAll(() => graph.stop());

  const expectPartial = async (reason: string): Promise<void> => {
    const { data, errors } = await graph.ask(QUESTION);
    expect(data).toEqual(WITHOUT_REPORTS);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL', reason, service: 'reporting' });
    expect(errors[0]?.path).toEqual(['task', 'leadUnits', 0]);
  };

  it('a stopped service is missing from the answer, and comes back by itself', async () => {
    await reporting.stop();
    await expectPartial('SERVICE_UNREACHABLE');
    await reporting.restart();
    expect((await graph.ask(QUESTION)).errors).toEqual([]);
  });

  it('a service that does not answer in its time is not waited for', async () => {
    reporting.manner = 'hang';
    const started = performance.now();
    await expectPartial('SERVICE_TIMEOUT');
    expect(performance.now() - started).toBeLessThan(600);
  });

  it('a connection that breaks off is a failure of that service alone', async () => {
    reporting.manner = 'drop';
    await expectPartial('SERVICE_UNREACHABLE');
  });

  it('half an answer is no answer', async () => {
    reporting.manner = 'half JSON';
    await expectPartial('SERVICE_ANSWER_UNREADABLE');
  });

  it('a web page with status 200 is no answer', async () => {
    reporting.manner = 'HTML';
    await expectPartial('SERVICE_ANSWER_UNREADABLE');
  });

  it.each([[42], [null], [[]], [{}], [{ data: 'text' }]])(
    'JSON that is not an answer of GraphQL is none: %j',
    async (garbage) => {
      reporting.manner = () => garbage;
      await expectPartial('SERVICE_ANSWER_UNREADABLE');
    },
  );

  it('an answer that never ends is cut off', async () => {
    reporting.manner = () => ({ data: { _entities: [{ reports: [{ id: 'x'.repeat(200_000) }] }] } });
    await expectPartial('SERVICE_ANSWER_TOO_LARGE');
  });

  it('entities of the wrong number or kind are taken as far as they make sense', async () => {
    reporting.manner = () => ({ data: { _entities: 'none' } });
    expect((await graph.ask(QUESTION)).data).toEqual(WITHOUT_REPORTS);
    reporting.manner = () => ({ data: { _entities: [null, { reports: [] }, 7] } });
    expect((await graph.ask(QUESTION)).data).toEqual(WITHOUT_REPORTS);
  });

  it('the service of the question itself failing leaves null and one error for each thing asked', async () => {
    plans.manner = 'drop';
    const { data, errors } = await graph.ask('{ a: task(id: "1") { id } tasks { id } me { name } }');
    expect(data).toEqual({ a: null, tasks: null, me: { name: 'Công an tỉnh' } });
    expect(errors.map(({ path }) => path)).toEqual([['a'], ['tasks']]);
  });

  it('a failed field that may not be null does not add a second error to the one that explains it', async () => {
    units.manner = () => ({
      data: { _entities: [{ code: null }] },
      errors: [{ message: 'x', path: ['_entities', 0, 'code'] }],
    });
    const { data, errors } = await graph.ask('{ task(id: "2") { title leadUnits { code } } }');
    expect(data).toEqual({ task: { title: 'Rà soát tài khoản', leadUnits: null } });
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['task.leadUnits.0.code']);
  });

  it('an operation that has used up its time gives what it has', async () => {
    reporting.manner = 'hang';
    const { data, errors } = await graph.ask(QUESTION, { deadline: new Deadline(80) });
    expect(data).toEqual(WITHOUT_REPORTS);
    expect(errors[0]?.extensions.reason).toBe('OPERATION_TIMEOUT');
  });

  it('a client that leaves ends the calls made for it', async () => {
    reporting.manner = 'hang';
    const deadline = new Deadline(5_000);
    const [called, before] = [reporting.calls.length, reporting.aborted];
    const asking = graph.ask(QUESTION, { deadline });
    await vi.waitFor(() => expect(reporting.calls.length).toBe(called + 1), { timeout: 5_000 });
    deadline.clientGone();
    await asking;
    await vi.waitFor(() => expect(reporting.aborted - before).toBe(1), { timeout: 5_000 });
  });

  it('an answer larger than allowed is refused as a whole', async () => {
    const { text, errors } = await graph.ask(QUESTION, { maxAnswerBytes: 50 });
    expect(text).toBe('null');
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID', reason: 'ANSWER_TOO_LARGE' });
  });
});

describe('identical questions on their way at the same time', () => {
  const province = makeProvince();
  const { units, plans, reporting } = province;
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await TestGraph.start(province.all, { timeoutMs: 2_000 });
  });
  afterEach(() => {
    for (const subgraph of province.all) Object.assign(subgraph, { manner: 'well', delay: 0, aborted: 0 });
    for (const subgraph of province.all) subgraph.calls.length = 0;
  });
  afterAll(() => graph.stop());

  it('are asked once, and each gets an answer of its own', async () => {
    units.delay = 40;
    const answers = await Promise.all(Array.from({ length: 5 }, () => graph.ask('{ me { id name tasks { id } } }')));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.data.me.tasks).toHaveLength(2);
    expect(units.calls).toHaveLength(1);
  });

  it('are never shared between two people', async () => {
    units.delay = 40;
    await Promise.all([graph.ask('{ me { id } }', { token: 'one' }), graph.ask('{ me { id } }', { token: 'another' })]);
    expect(units.calls.map(({ headers }) => headers.authorization).sort()).toEqual(['Bearer another', 'Bearer one']);
  });

  it('are never shared when they change something', async () => {
    plans.delay = 40;
    const close = 'mutation { close(id: "1") { id } }';
    await Promise.all([graph.ask(close), graph.ask(close)]);
    expect(plans.calls).toHaveLength(2);
  });

  it('stay answered for those who wait when the one who asked first leaves', async () => {
    units.delay = 80;
    const leaving = new Deadline(5_000);
    const first = graph.ask('{ me { id } }', { deadline: leaving });
    const second = graph.ask('{ me { id } }');
    await sleep(20);
    leaving.clientGone();
    expect((await first).errors[0]?.extensions.reason).toBe('CLIENT_GONE');
    expect((await second).data).toEqual({ me: { id: 'police' } });
    expect([units.calls.length, units.aborted]).toEqual([1, 0]);
  });

  it('are asked again once the answer has come', async () => {
    await graph.ask('{ reports { id } }');
    await graph.ask('{ reports { id } }');
    expect(reporting.calls).toHaveLength(2);
  });
});

describe('hostile names and answers', () => {
  const province = makeProvince();
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await TestGraph.start(province.all);
  });
  afterAll(() => graph.stop());
  afterEach(() => {
    for (const subgraph of province.all) subgraph.manner = 'well';
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  });

  it('aliases such as __proto__ and constructor are names like any other', async () => {
    const { text, errors } = await graph.ask(
      '{ __proto__: me { polluted: id constructor: name toString: reports { __proto__: id } } constructor: task(id: "1") { prototype: title } }',
    );
    expect(errors).toEqual([]);
    expect(text).toBe(
      '{"__proto__":{"polluted":"police","constructor":"Công an tỉnh","toString":[{"__proto__":"r1"}]},"constructor":{"prototype":"Kiểm tra hệ thống"}}',
    );
  });

  it('an alias that no service answered is null, not what objects inherit', async () => {
    province.units.manner = () => ({ data: { me: { id: 'police' } } });
    expect((await graph.ask('{ me { id constructor: name hasOwnProperty: state } }')).text).toBe(
      '{"me":{"id":"police","constructor":null,"hasOwnProperty":null}}',
    );
  });

  it('a service that answers with __proto__ changes no other object', async () => {
    const poison = JSON.parse(
      '{"data":{"me":{"id":"police","__typename":"Unit","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},"__proto__":{"polluted":1}}}',
    );
    province.units.manner = () => poison;
    province.reporting.manner = () =>
      JSON.parse(
        '{"data":{"_entities":[{"__proto__":{"polluted":1},"reports":[{"id":"r","__proto__":{"polluted":1}}]}]}}',
      );
    expect((await graph.ask('{ me { id polluted: name reports { id } } }')).data).toEqual({
      me: { id: 'police', polluted: null, reports: [{ id: 'r' }] },
    });
  });

  it('variables named __proto__ reach nobody', async () => {
    const variables = JSON.parse('{"id":"1","__proto__":{"polluted":1}}');
    const { data } = await graph.ask('query ($id: ID!) { task(id: $id) { id } }', { variables });
    expect(data).toEqual({ task: { id: '1' } });
    expect(JSON.stringify(province.plans.calls.at(-1)?.variables)).not.toContain('polluted');
  });
});
