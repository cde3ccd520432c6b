/** Builds what is stale: TypeScript by its own bookkeeping, the frontends by a hash of what goes into them. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, Sentence } from './layout.ts';
import { runToEnd } from './one-off.ts';

export async function buildServices(): Promise<void> {
  await run('the services', ['node_modules/typescript/bin/tsc', '-b']);
}

export async function buildFrontends(): Promise<void> {
  await run('the frontends', ['frontends/kit/scripts/build.ts']);
}

async function run(what: string, args: string[]): Promise<void> {
  const { code, said } = await runToEnd(args);
  if (code !== 0) throw new Sentence(`Building ${what} failed:\n${said.trim().split('\n').slice(-30).join('\n')}`);
}

/** A fingerprint of migrations and seeds, by which a second start knows that there is nothing to migrate. */
export function dataFingerprint(): string {
  const hash = createHash('sha256');
  const folders = ['seeds', 'gateway/migrations', 'gateway/dist/migrations', 'frontends/kit/dist/src/server'];
  for (const service of readdirSync(join(root, 'services')))
    folders.push(`services/${service}/dist/migrations`, `services/${service}/dist/src`);
  for (const folder of folders) add(hash, join(root, folder));
  return hash.digest('hex');
}

function add(hash: ReturnType<typeof createHash>, path: string): void {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    if (/\.(js|json)$/.test(path)) hash.update(path.slice(root.length)).update(readFileSync(path));
    return;
  }
  for (const entry of readdirSync(path).sort()) if (entry !== 'node_modules') add(hash, join(path, entry));
}
