import { runMain } from '@lienthong/kit/config';
import { untilSignalled } from '@lienthong/kit/process';
import { readConfig } from './config.ts';
import { startIssuer } from './server.ts';

await runMain(async () => untilSignalled(await startIssuer(readConfig(process.env))));
