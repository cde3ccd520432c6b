import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@lienthong/kit/clock';
import { runMain } from '@lienthong/kit/config';
import { createDataSource } from '@lienthong/kit/database';
import { listen } from '@lienthong/kit/events';
import { sendJson } from '@lienthong/kit/http';
import { createLog } from '@lienthong/kit/log';
import { drain, listenOn, untilSignalled } from '@lienthong/kit/process';
import { knownProvinces } from './checks/check-queue.ts';
import { startCheckRunner } from './checks/check-runner.ts';
import { readWorkerConfig } from './config.ts';

// Runs the checks that wait, beside the service that answers people, so that a slow target slows nobody down.
await runMain(async () => {
  const config = readWorkerConfig(process.env);
  const { databaseUrl, probePolicy, host, port } = config;
  const log = createLog('compliance-worker', config.logLevel);
  const clock = systemClock(config.clockOffsetSeconds);
  const dataSource = createDataSource({ url: databaseUrl, schema: 'compliance', entities: [], poolSize: 3 });
  await dataSource.initialize();
  const runner = startCheckRunner({
    dataSource,
    clock,
    provinces: knownProvinces(dataSource),
    log,
    policy: probePolicy,
  });
  const listener = await listen(
    databaseUrl,
    ({ service, type }) => {
      if (service === 'compliance' && type === 'CheckRun') runner.wake();
    },
    { onReconnect: runner.wake, onError: (error) => log.warn({ err: error }, 'check events') },
  );
  const health = createServer((request, response) => {
    if (request.url === '/health/live') return sendJson(response, 200, { status: 'live' });
    if (request.url !== '/health/ready') return sendJson(response, 404, { status: 'not found' });
    dataSource.query('select 1').then(
      () => sendJson(response, 200, { status: 'ready' }),
      () => sendJson(response, 503, { status: 'not ready' }),
    );
  });
  await listenOn(health, host, port);
  const address = health.address() as AddressInfo;
  log.info({ port: address.port }, 'ready');
  untilSignalled({
    port: address.port,
    stop: async () => {
      await listener.close();
      await runner.stop();
      await drain(health);
      await dataSource.destroy();
    },
  });
});
