/** `pnpm stop`: ends every program of the instance and keeps its data. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readLayout, Sentence } from './layout.ts';
import { endLauncher, endLeftovers } from './leftovers.ts';

try {
  const layout = readLayout();
  const ended = await endLauncher(layout);
  const left = await endLeftovers(layout);
  const cluster = join(layout.data, 'postgres');
  if (!ended && existsSync(cluster)) {
    const { stopLeftoverPostgres } = await import('@lienthong/kit/embedded-postgres');
    await stopLeftoverPostgres(cluster);
  }
  console.log(ended || left.length > 0 ? 'Liên Thông has stopped; its data is kept.' : 'Liên Thông was not running.');
} catch (fault) {
  console.error(fault instanceof Sentence ? fault.message : fault);
  process.exitCode = 1;
}
