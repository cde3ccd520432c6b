import { readFile } from 'node:fs/promises';
import { ConfigurationError, runMain } from '@lienthong/kit/config';
import { createLog } from '@lienthong/kit/log';
import { untilSignalled } from '@lienthong/kit/process';
import { readConfig } from './config.ts';
import { startGateway } from './gateway.ts';

await runMain(async () => {
  const config = readConfig(process.env);
  const supergraphSdl = await readFile(config.supergraphFile, 'utf8').catch((error: Error) => {
    throw new ConfigurationError([`SUPERGRAPH_FILE cannot be read: ${error.message}`]);
  });
  untilSignalled(await startGateway(config, supergraphSdl, createLog('gateway', config.logLevel)));
});
