import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedPackages } from './shared-packages.ts';

const kitFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const fromKit = createRequire(join(kitFolder, 'package.json'));

/** The versions this build was made with, by shared name; a facade has the kit's version. */
export function installedVersions(): Record<string, string> {
  return Object.fromEntries(
    sharedPackages.map((name) => {
      const packageName = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0];
      const file =
        packageName === '@lienthong/frontend-kit'
          ? join(kitFolder, 'package.json')
          : fromKit.resolve(`${packageName}/package.json`);
      return [name, (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version];
    }),
  );
}
