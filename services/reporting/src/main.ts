import { systemClock } from '@lienthong/kit/clock';
import { runMain } from '@lienthong/kit/config';
import { createLog } from '@lienthong/kit/log';
import { untilSignalled } from '@lienthong/kit/process';
import { readConfig } from './config.ts';
import { startReporting } from './reporting.ts';

await runMain(async () => {
  const config = readConfig(process.env);
  untilSignalled(
    await startReporting({
      ...config,
      clock: systemClock(config.clockOffsetSeconds),
      log: createLog('reporting', config.logLevel),
    }),
  );
});
