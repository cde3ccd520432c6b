import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Breaker } from '../src/execution/breaker.ts';
import { TestGraph } from './graph.ts';
import { makeProvince } from './province.ts';

describe('a service that lets calls run out of time again and again', () => {
  const province = makeProvince();
  const { reporting } = province;
  let graph: TestGraph;
  const changes: string[] = [];

  beforeAll(async () => {
    graph = await TestGraph.start(province.all, {
      timeoutMs: 900,
      trialMs: 300,
      timeoutsBeforeBreak: 3,
      onBreak: (service, isOpen) => changes.push(`${service} ${isOpen ? 'breaks' : 'answers again'}`),
    });
  });
  afterEach(async () => {
    Object.assign(reporting, { manner: 'well', delay: 0 });
    await ask();
    changes.length = 0;
    reporting.calls.length = 0;
  });
  afterAll(() => graph.stop());

  let serial = 0;
  /** Asked by another each time, so that none shares another's call. */
  const ask = async () => {
    serial += 1;
    const started = performance.now();
    const { data, errors } = await graph.ask('{ me { id reports { id } } }', { token: `token ${serial}` });
    return { reports: data.me.reports, reason: errors[0]?.extensions.reason, took: performance.now() - started };
  };
  const breakIt = async (): Promise<void> => {
    reporting.manner = 'hang';
    await Promise.all([ask(), ask(), ask()]);
    expect(graph.client.broken).toEqual(['reporting']);
    reporting.calls.length = 0;
  };

  it('is waited for in full three times, then for a moment only', async () => {
    await breakIt();
    const { reason, took } = await ask();
    expect(reason).toBe('SERVICE_TIMEOUT');
    expect(took).toBeLessThan(850);
    expect(changes).toEqual(['reporting breaks']);
  });

  it('gets one call at a time, however many ask; they hear of its end together', async () => {
    await breakIt();
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    // Those who come when the first trial is over, as on a busy machine, get another.
    const trials = answers.filter(({ reason }) => reason === 'SERVICE_TIMEOUT').length;
    expect(trials).toBeLessThan(5);
    expect(reporting.calls).toHaveLength(trials);
    expect(answers.filter(({ reason }) => reason === 'SERVICE_NOT_ANSWERING')).toHaveLength(20 - trials);
    for (const { reports } of answers) expect(reports).toBeNull();
  });

  it('is asked by all again with its first answer, without a pause', async () => {
    await breakIt();
    reporting.manner = 'well';
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(answers.filter(({ reason }) => reason !== undefined)).toEqual([]);
    expect(reporting.calls).toHaveLength(20);
    expect(graph.client.broken).toEqual([]);
    expect(changes).toEqual(['reporting breaks', 'reporting answers again']);
  });

  it('takes nothing from the others meanwhile', async () => {
    await breakIt();
    const { data, errors } = await graph.ask('{ tasks { id leadUnits { name } } }');
    expect(errors).toEqual([]);
    expect(data.tasks).toHaveLength(3);
  });

  it('is not given up for calls that ran out of time now and then', async () => {
    for (let round = 0; round < 3; round++) {
      reporting.manner = 'hang';
      await Promise.all([ask(), ask()]);
      reporting.manner = 'well';
      await ask();
    }
    expect(graph.client.broken).toEqual([]);
  });

  it('nor for being down or talking nonsense: both are known at once', async () => {
    for (const manner of ['drop', 'HTML', 'half JSON'] as const) {
      reporting.manner = manner;
      for (let count = 0; count < 4; count++) await ask();
    }
    expect(graph.client.broken).toEqual([]);
  });
});

describe('the rule of the breaker', () => {
  it('a trial whose caller left has found nothing out: the next in line tries', async () => {
    const breaker = new Breaker(1);
    (await breaker.enter())?.end('timed out');
    const first = await breaker.enter();
    const second = breaker.enter();
    const third = breaker.enter();
    first?.end('unknown');
    const trial = await second;
    expect([first?.isTrial, trial?.isTrial]).toEqual([true, true]);
    trial?.end('answered');
    expect((await third)?.isTrial).toBe(false);
    expect(breaker.isOpen).toBe(false);
  });

  it('an answer to a call sent before it broke counts as one', async () => {
    const breaker = new Breaker(2);
    const [slow, ...others] = await Promise.all([breaker.enter(), breaker.enter(), breaker.enter()]);
    for (const pass of others) pass?.end('timed out');
    expect(breaker.isOpen).toBe(true);
    slow?.end('answered');
    expect(breaker.isOpen).toBe(false);
  });

  it('a limit of nought never breaks', async () => {
    const breaker = new Breaker(0);
    for (let count = 0; count < 100; count++) (await breaker.enter())?.end('timed out');
    expect(breaker.isOpen).toBe(false);
  });
});
