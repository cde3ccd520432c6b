import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export function readSeedFile<T>(path: string): T {
  return JSON.parse(readFileSync(require.resolve(`@lienthong/seeds/${path}`), 'utf8')) as T;
}
