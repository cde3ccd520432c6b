import { systemClock } from '@lienthong/kit/clock';
import { runMain } from '@lienthong/kit/config';
import { createFileStore } from '@lienthong/kit/files';
import { scheduleHousekeeping } from '@lienthong/kit/housekeeping';
import { createLog } from '@lienthong/kit/log';
import { untilSignalled } from '@lienthong/kit/process';
import { startService } from '@lienthong/kit/server';
import { HierarchySource } from '@lienthong/policy/hierarchy-source';
import { withPolicy } from '@lienthong/policy/service-context';
import { graphPersonDirectory } from './assignments/person-directory.ts';
import { readConfig } from './config.ts';
import { extendWith } from './extend.ts';
import { FollowerRegister } from './followers/following.ts';
import { plansService } from './service.ts';

await runMain(async () => {
  const config = readConfig(process.env);
  const { databaseUrl, trustedKeys, signingKey, unitsUrl, gatewayUrl, host, port, logLevel } = config;
  const log = createLog('plans', logLevel);
  let source: HierarchySource | undefined;
  let register: FollowerRegister | undefined;
  const current = () => {
    if (!source) throw new Error('The hierarchy is not there yet.');
    return source.current();
  };
  const files = createFileStore(config.files);
  const service = await startService(plansService(files), {
    databaseUrl,
    trustedKeys,
    host,
    port,
    log,
    clock: systemClock(config.clockOffsetSeconds),
    extend: extendWith(
      withPolicy(current),
      () => register as FollowerRegister,
      graphPersonDirectory(gatewayUrl, signingKey),
      files,
    ),
    background: async ({ dataSource }) => {
      register = new FollowerRegister(dataSource);
      source = await HierarchySource.start({ unitsUrl, signingKey, dataSource, databaseUrl, schema: 'plans', log });
      const endHousekeeping = scheduleHousekeeping({ dataSource, schema: 'plans', log, files });
      return async () => {
        await endHousekeeping();
        await source?.close();
      };
    },
  });
  untilSignalled(service);
});
