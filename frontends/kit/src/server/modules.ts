import { runMain } from '@lienthong/kit/config';
import { createLog } from '@lienthong/kit/log';
import { untilSignalled } from '@lienthong/kit/process';
import { readModulesConfig } from './config.ts';
import { startModulesServer } from './modules-server.ts';

await runMain(async () => {
  const config = readModulesConfig(process.env);
  untilSignalled(await startModulesServer(config, createLog('modules', config.logLevel)));
});
