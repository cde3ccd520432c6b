import { createHash } from 'node:crypto';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { createDataSource } from '@lienthong/kit/database';
import { listen } from '@lienthong/kit/events';
import { silentLog } from '@lienthong/kit/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimNext, knownProvinces, type QueueParts, recordResult } from '../src/checks/check-queue.ts';
import { type CheckRunner, startCheckRunner } from '../src/checks/check-runner.ts';
import { keyPem, makeCertificate } from '../src/demonstration/certificate-maker.ts';
import { addCheckMutation, makeCheck, makeSystem, officer, police } from './make.ts';
import { key, openWorld, person, probePolicy, type World } from './world.ts';

const runMutation = `mutation ($input: RunCheckInput!) { runCheck(input: $input) {
  run { id state outcome startedAt findings { code } requestedBy } } }`;

let world: World;
let dataSource: DataSource;
let parts: QueueParts;
let site: https.Server;
let hanging: net.Server;
let sitePort: number;
let hangingPort: number;
let closedPort: number;
const policy = { ...probePolicy, allowedPorts: [...probePolicy.allowedPorts] };

beforeAll(async () => {
  const own = makeCertificate({
    name: '127.0.0.1',
    alternativeNames: ['127.0.0.1'],
    validFrom: new Date(Date.now() - 1e9),
    validTo: new Date(Date.now() + 1e10),
  });
  site = https.createServer({ key: keyPem(own.key), cert: own.certificate }, (_, response) => {
    response.writeHead(200, { 'x-content-type-options': 'nosniff', 'x-nul': 'a' }).end('ok');
  });
  hanging = net.createServer(() => undefined);
  for (const server of [site, hanging]) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  sitePort = (site.address() as AddressInfo).port;
  hangingPort = (hanging.address() as AddressInfo).port;
  const closed = net.createServer();
  await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
  closedPort = (closed.address() as AddressInfo).port;
  await new Promise((done) => closed.close(done));
  policy.allowedPorts = [4025, sitePort, hangingPort, closedPort];
  world = await openWorld(policy);
  dataSource = createDataSource({ url: world.database.url('compliance_run'), schema: 'compliance', entities: [] });
  await dataSource.initialize();
  parts = { dataSource, clock: world.clock, provinces: knownProvinces(dataSource) };
});

afterAll(async () => {
  site.closeAllConnections();
  site.close();
  hanging.close();
  await dataSource.destroy();
  await world.stop();
});

async function ask(checkId: string, actor = officer) {
  return (await world.as(actor).data(runMutation, { input: { idempotencyKey: key(), checkId } })).runCheck.run;
}

async function runOf(id: string) {
  const query = `query ($id: ID!) { checkRun(id: $id) { id state outcome reason reasonCode startedAt finishedAt evidenceSha256 evidenceText
    findings { code outcome seen expected whyItMatters whatToDo } check { id isStale latestRun { id } } } }`;
  return (await world.as(officer).data(query, { id })).checkRun;
}

async function finished(id: string) {
  for (const until = Date.now() + 15_000; Date.now() < until; await new Promise((done) => setTimeout(done, 50))) {
    const run = await runOf(id);
    if (run.state === 'FINISHED') return run;
  }
  throw new Error(`The run ${id} did not finish.`);
}

async function asked(runner: CheckRunner, checkId: string) {
  const { id } = await ask(checkId);
  runner.wake();
  return finished(id);
}

async function withRunner<T>(work: (runner: CheckRunner) => Promise<T>): Promise<T> {
  const runner = startCheckRunner({ ...parts, log: silentLog, policy });
  try {
    return await work(runner);
  } finally {
    await runner.stop();
  }
}

describe('adding a check', () => {
  it('names what is checked, why, by which clause, and who allowed it', async () => {
    const { id } = await makeSystem(world);
    const check = await makeCheck(world, id);
    expect(check).toMatchObject({
      kindName: 'Tiêu đề bảo mật',
      clause: 'TCVN 11930:2017, nhóm ứng dụng',
      isStale: true,
      maxAgeDays: 1,
      target: { host: '127.0.0.1', port: 4025, authorisedFrom: '2025-11-01' },
      permissions: ['run'],
    });
  });

  it.each([
    [{ authorisedBy: ' ' }, 'AUTHORISATION_REQUIRED', 'authorisedBy'],
    [{ authorisedFrom: '2026-01-01' }, 'WINDOW_REVERSED', 'authorisedTo'],
    [{ host: 'http://x' }, 'HOST_INVALID', 'host'],
    [{ host: '' }, 'HOST_INVALID', 'host'],
    [{ host: '169.254.169.254', port: 443 }, 'TARGET_NOT_ALLOWED', 'host'],
    [{ host: '2130706433', port: 443 }, 'TARGET_NOT_ALLOWED', 'host'],
    [{ host: '10.0.0.1', port: 443 }, 'TARGET_NOT_ALLOWED', 'host'],
    [{ host: 'a.example', port: 22 }, 'PORT_NOT_ALLOWED', 'port'],
    [{ port: 0 }, 'PORT_INVALID', 'port'],
  ])('with %o is refused', async (more, reason, field) => {
    const { id } = await makeSystem(world);
    const input = {
      idempotencyKey: key(),
      systemId: id,
      kind: 'TLS_CERTIFICATE',
      host: 'a.example',
      port: 443,
      authorisedBy: 'Công văn',
      authorisedFrom: '2025-11-01',
      authorisedTo: '2025-12-31',
      ...more,
    };
    expect(await world.as(officer).refusal(addCheckMutation, { input })).toMatchObject({ reason, field });
  });

  it('a second time for the same host and port is refused', async () => {
    const { id } = await makeSystem(world);
    await makeCheck(world, id);
    await expect(makeCheck(world, id)).rejects.toThrow('CHECK_EXISTS');
  });
});

describe('running a check', () => {
  it('waits in the queue, runs in a process of its own, and shows what it saw with its evidence', async () => {
    const { id: systemId } = await makeSystem(world);
    const check = await makeCheck(world, systemId, { port: sitePort });
    const told: string[] = [];
    const listener = await listen(world.database.url('compliance_run'), (event) => {
      if ([systemId, check.id].includes(event.id) || event.type === 'CheckRun')
        told.push(`${event.type} ${event.provinceId}`);
    });
    const queued = await ask(check.id);
    expect(queued).toMatchObject({ state: 'QUEUED', outcome: null, findings: [], requestedBy: officer.displayName });
    const run = await withRunner(() => finished(queued.id));
    await listener.close();
    expect(run).toMatchObject({
      outcome: 'FAIL',
      reason: null,
      check: { isStale: false, latestRun: { id: queued.id } },
    });
    expect(run.findings.find((one: { code: string }) => one.code === 'NOSNIFF')).toMatchObject({ outcome: 'PASS' });
    expect(run.findings.find((one: { code: string }) => one.code === 'HSTS')).toMatchObject({
      outcome: 'FAIL',
      expected: 'Strict-Transport-Security ít nhất 6 tháng',
    });
    expect(run.evidenceText).toContain('x-content-type-options: nosniff');
    expect(run.evidenceSha256).toBe(createHash('sha256').update(run.evidenceText).digest('hex'));
    expect(told).toEqual(['CheckRun 38', 'CheckRun 38', 'InformationSystem 38']);
  });

  it('happens in real time, while its age is counted on the business clock', async () => {
    const { id } = await makeSystem(world);
    const check = await makeCheck(world, id, { port: sitePort, kind: 'CLOCK_DRIFT' });
    const run = await withRunner((runner) => asked(runner, check.id));
    expect(Math.abs(Date.now() - Date.parse(run.finishedAt))).toBeLessThan(60_000);
    expect(run).toMatchObject({ outcome: 'PASS', check: { isStale: false } });
    world.clock.set('2025-11-21T10:00:00+07:00');
    const later = await runOf(run.id);
    world.clock.set('2025-11-20T09:00:00+07:00');
    expect(later.check.isStale).toBe(true);
  });

  it('of a closed port is unknown, with the reason in words', async () => {
    const { id } = await makeSystem(world);
    const check = await makeCheck(world, id, { port: closedPort });
    const run = await withRunner((runner) => asked(runner, check.id));
    expect(run).toMatchObject({
      outcome: 'UNKNOWN',
      reasonCode: 'UNREACHABLE',
      reason: 'Không kết nối được tới máy chủ.',
    });
  });

  it('asked for twice while it waits is one run', async () => {
    const { id } = await makeSystem(world);
    const check = await makeCheck(world, id);
    const [first, second] = await Promise.all([ask(check.id), ask(check.id, police)]);
    expect(second.id).toBe(first.id);
  });

  it('outside its permission is refused, and one that waited too long is not made', async () => {
    const { id } = await makeSystem(world);
    const past = await makeCheck(world, id, { authorisedTo: '2025-11-19' });
    const refusal = await world
      .as(officer)
      .refusal(runMutation, { input: { idempotencyKey: key(), checkId: past.id } });
    expect(refusal).toMatchObject({ code: 'CONFLICT', reason: 'CHECK_NOT_AUTHORISED' });
    const ending = await makeCheck(world, id, { kind: 'SECURITY_TXT', port: sitePort, authorisedTo: '2025-11-20' });
    const { id: runId } = await ask(ending.id);
    world.clock.set('2025-11-21T09:00:00+07:00');
    const run = await withRunner(() => finished(runId));
    world.clock.set('2025-11-20T09:00:00+07:00');
    expect(run).toMatchObject({ outcome: 'UNKNOWN', reasonCode: 'NOT_AUTHORISED', evidenceText: null });
  });
});

it('what a hostile server sends is stored without its NULs and half characters', async () => {
  const { id } = await makeSystem(world);
  const check = await makeCheck(world, id, { kind: 'TLS_VERSIONS', port: closedPort });
  const { id: runId } = await ask(check.id);
  await world.database.sql(`update compliance.check_runs set started_at = '2000-01-01' where id = $1`, [runId]);
  const claimed = await claimNext(parts);
  expect(claimed?.id).toBe(runId);
  const hostile = 'a\u0000b\ud83d';
  const findings = [{ code: 'SECURITY_TXT_CONTACT', outcome: 'FAIL' as const, seen: hostile }];
  const result = { outcome: 'FAIL' as const, reason: null, findings, evidence: hostile };
  expect(await recordResult(parts, claimed?.claim ?? '', result)).toBe(true);
  const run = await runOf(runId);
  expect(run.findings[0].seen).toBe('a\ufffdb\ufffd');
  expect(run.evidenceSha256).toBe(createHash('sha256').update(run.evidenceText).digest('hex'));
});

describe('when processes die', () => {
  it('a prober killed in the middle of a run is replaced, and the run has exactly one result', async () => {
    const { id } = await makeSystem(world);
    const slow = await makeCheck(world, id, { port: hangingPort });
    const { id: runId } = await ask(slow.id);
    await withRunner(async (runner) => {
      for (let pid: number | undefined; pid === undefined; await new Promise((done) => setTimeout(done, 20))) {
        const [row] = await world.database.sql<{ state: string }>(
          'select state from compliance.check_runs where id = $1',
          [runId],
        );
        if (row?.state === 'RUNNING') pid = runner.proberPid();
        if (pid) process.kill(pid, 'SIGKILL');
      }
      // From now on the port answers, so the second attempt can see something.
      hanging.removeAllListeners('connection');
      hanging.on('connection', (socket) => socket.destroy());
      const run = await finished(runId);
      expect(run.outcome).toBe('UNKNOWN');
    });
    const rows = await world.database.sql('select attempts, state from compliance.check_runs where check_id = $1', [
      slow.id,
    ]);
    expect(rows).toEqual([{ attempts: 2, state: 'FINISHED' }]);
  });

  it('a run whose worker never came back is taken by the next one when its claim has ended; the late result is dropped', async () => {
    const { id } = await makeSystem(world);
    const check = await makeCheck(world, id, { kind: 'TLS_VERSIONS' });
    const { id: runId } = await ask(check.id);
    await world.database.sql(`update compliance.check_runs set started_at = '2000-01-01' where id = $1`, [runId]);
    const first = await claimNext(parts);
    expect(first?.id).toBe(runId);
    expect((await claimNext(parts))?.id).not.toBe(runId);
    await world.database.sql(`update compliance.check_runs set claimed_until = now() - interval '1 s' where id = $1`, [
      runId,
    ]);
    const second = await claimNext(parts);
    expect(second?.id).toBe(runId);
    const result = {
      outcome: 'PASS',
      reason: null,
      findings: [{ code: 'TLS_1_3_OFFERED', outcome: 'PASS', seen: '' }],
      evidence: 'x',
    } as const;
    const store = (claim = '') => recordResult(parts, claim, { ...result, findings: [...result.findings] });
    expect(await store(first?.claim)).toBe(false);
    expect(await store(second?.claim)).toBe(true);
    expect(await store(second?.claim)).toBe(false);
    expect((await runOf(runId)).outcome).toBe('PASS');
  });

  it('a run that loses its worker again and again ends as unknown', async () => {
    const { id } = await makeSystem(world);
    const check = await makeCheck(world, id, { kind: 'TLS_VERSIONS' });
    const { id: runId } = await ask(check.id);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await world.database.sql(
        `update compliance.check_runs set started_at = '2000-01-01', claimed_until = now() - interval '1 s' where id = $1`,
        [runId],
      );
      expect((await claimNext(parts))?.id).toBe(runId);
    }
    await world.database.sql(`update compliance.check_runs set claimed_until = now() - interval '1 s' where id = $1`, [
      runId,
    ]);
    await claimNext(parts);
    expect(await runOf(runId)).toMatchObject({ outcome: 'UNKNOWN', reasonCode: 'WORKER_LOST' });
  });

  it('a hundred runs taken by four workers at once are each taken once', async () => {
    const { id } = await makeSystem(world);
    const { id: checkId } = await makeCheck(world, id, { kind: 'SECURITY_TXT' });
    await world.database.sql(`delete from compliance.check_runs where state <> 'FINISHED'`);
    await world.database.sql(
      `insert into compliance.checks select 'many-' || n, system_id, kind, host, n, authorised_by, authorised_from, authorised_to
       from compliance.checks, generate_series(5001, 5100) n where id = $1`,
      [checkId],
    );
    await world.database.sql(
      `insert into compliance.check_runs (id, check_id, state, started_at, findings, requested_by, attempts)
       select id, id, 'QUEUED', now(), '[]', 'test', 0 from compliance.checks where id like 'many-%'`,
    );
    const taken: string[] = [];
    const worker = async (): Promise<void> => {
      for (let run = await claimNext(parts); run; run = await claimNext(parts)) taken.push(run.id);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    expect(taken).toHaveLength(100);
    expect(new Set(taken).size).toBe(100);
    await world.database.sql(`delete from compliance.check_runs where check_id like 'many-%'`);
  });
});

it('a person cannot write what a run found, not even past the service', async () => {
  const { id } = await makeSystem(world);
  const check = await makeCheck(world, id, { kind: 'HTTPS_REDIRECT' });
  const { id: runId } = await ask(check.id);
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `select set_config('app.provinces', '{38}', true), set_config('app.units', '{38.skhcn}', true)`,
    );
    const [seen] = await manager.query('select id from compliance.check_runs where id = $1', [runId]);
    expect(seen).toEqual({ id: runId });
    const [, changed] = await manager.query(`update compliance.check_runs set outcome = 'PASS' where id = $1`, [runId]);
    expect(changed).toBe(0);
  });
});

it('nobody outside its readers finds a check or a run by its id', async () => {
  const { id } = await makeSystem(world);
  const check = await makeCheck(world, id);
  const { id: runId } = await ask(check.id);
  const query = `query ($check: ID!, $run: ID!) { complianceCheck(id: $check) { id } checkRun(id: $run) { id } }`;
  for (const actor of [
    person('38.vptu', 'SECURITY_OFFICER'),
    person('38.x1.ubnd', 'SECURITY_OFFICER'),
    person('19.ubnd', 'AUDITOR'),
  ])
    expect(await world.as(actor).data(query, { check: check.id, run: runId })).toEqual({
      complianceCheck: null,
      checkRun: null,
    });
});
