import { systemClock } from '../../src/clock.ts';
import { ConfigReader, readService, runMain } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { untilSignalled } from '../../src/process.ts';
import { startService } from '../../src/server.ts';
import { service } from './service.ts';

await runMain(async () => {
  const reader = new ConfigReader(process.env);
  const config = reader.done(readService(reader, 4099));
  const running = await startService(service, {
    ...config,
    clock: systemClock(config.clockOffsetSeconds),
    log: createLog(service.name, config.logLevel),
    extend: () => ({}),
  });
  untilSignalled(running);
});
