import { systemClock } from '@lienthong/kit/clock';
import { runMain } from '@lienthong/kit/config';
import { scheduleHousekeeping } from '@lienthong/kit/housekeeping';
import { createLog } from '@lienthong/kit/log';
import { untilSignalled } from '@lienthong/kit/process';
import { startService } from '@lienthong/kit/server';
import { HierarchySource } from '@lienthong/policy/hierarchy-source';
import { withPolicy } from '@lienthong/policy/service-context';
import { readConfig } from './config.ts';
import { definition } from './service.ts';
import { followSuccessions } from './systems/succession.service.ts';

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
    background: async ({ dataSource, clock }) => {
      source = await HierarchySource.start({
        unitsUrl,
        signingKey,
        dataSource,
        databaseUrl,
        schema: 'compliance',
        log,
      });
      const { settings } = definition;
      const parts = { dataSource, clock, log, settings, probePolicy, hierarchy: () => source.current() };
      const follow = (): void => {
        followSuccessions(parts).then(
          (moved) => moved > 0 && log.info({ moved }, 'systems went to the successors of their owners'),
          (error: unknown) => log.error({ err: error }, 'successions could not be followed'),
        );
      };
      follow();
      source.onChange(follow);
      // An end announced for a later day comes without any change of the hierarchy.
      const hourly = setInterval(follow, 3_600_000).unref();
      const endHousekeeping = scheduleHousekeeping({ dataSource, schema: 'compliance', log });
      return async () => {
        clearInterval(hourly);
        await endHousekeeping();
        await source.close();
      };
    },
  });
  untilSignalled(running);
});
