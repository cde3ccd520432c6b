import { systemClock } from '@lienthong/kit/clock';
import { runMain } from '@lienthong/kit/config';
import { createLog } from '@lienthong/kit/log';
import { untilSignalled } from '@lienthong/kit/process';
import { startService } from '@lienthong/kit/server';
import { readConfig } from './config.ts';
import { definition, unitsRuntime } from './service.ts';

await runMain(async () => {
  const config = readConfig(process.env);
  const running = await startService(definition, {
    ...unitsRuntime(config.databaseUrl),
    databaseUrl: config.databaseUrl,
    trustedKeys: config.trustedKeys,
    clock: systemClock(config.clockOffsetSeconds),
    host: config.host,
    port: config.port,
    log: createLog('units', config.logLevel),
  });
  untilSignalled(running);
});
