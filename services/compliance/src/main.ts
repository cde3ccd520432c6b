import { systemClock } from '@lienthong/kit/clock';
import { runMain } from '@lienthong/kit/config';
import { createLog } from '@lienthong/kit/log';
import { untilSignalled } from '@lienthong/kit/process';
import { startService } from '@lienthong/kit/server';
import { HierarchySource } from '@lienthong/policy/hierarchy-source';
import { withPolicy } from '@lienthong/policy/service-context';
import { readConfig } from './config.ts';
import { definition } from './service.ts';

await runMain(async () => {
  const config = readConfig(process.env);
  const { databaseUrl, signingKey, unitsUrl, probePolicy } = config;
  const log = createLog('compliance', config.logLevel);
  let source: HierarchySource;
  const running = await startService(definition, {
    databaseUrl,
    trustedKeys: config.trustedKeys,
    clock: systemClock(config.clockOffsetSeconds),
    host: config.host,
    port: config.port,
    log,
    extend: (base) => ({ ...withPolicy(() => source.current())(base), probePolicy }),
    background: async ({ dataSource }) => {
      source = await HierarchySource.start({
        unitsUrl,
        signingKey,
        dataSource,
        databaseUrl,
        schema: 'compliance',
        log,
      });
      return () => source.close();
    },
  });
  untilSignalled(running);
});
