import { runMain } from '@lienthong/kit/config';
import { createLog } from '@lienthong/kit/log';
import { untilSignalled } from '@lienthong/kit/process';
import { readPortalConfig } from './config.ts';
import { startPortalServer } from './portal-server.ts';

await runMain(async () => {
  const config = readPortalConfig(process.env);
  untilSignalled(await startPortalServer(config, createLog(`${config.name}-portal`, config.logLevel)));
});
