// Builds modules and portals that are stale: node frontends/kit/scripts/build.ts [--only name] [--force]
import { spawn } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishBuild } from '../src/federation/publish-build.ts';

const frontends = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const root = join(frontends, '..');
const modules = ['plans', 'units', 'reporting', 'compliance'];
const portals = ['party', 'government'];
const atOnce = 2;

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const force = process.argv.includes('--force');
if (only && ![...modules, ...portals].includes(only)) {
  console.error(`There is no frontend "${only}": choose one of ${[...modules, ...portals].join(', ')}.`);
  process.exit(1);
}

const madeByBuild = new Set(['node_modules', 'dist', 'generated']);

function add(hash: Hash, path: string): void {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
    return;
  }
  for (const entry of readdirSync(path).sort()) {
    if (!madeByBuild.has(entry) && !/\.test\.tsx?$/.test(entry)) add(hash, join(path, entry));
  }
}

/** All that goes into a build: its own files, the kit's, the schema and the versions of libraries. */
function fingerprint(name: string): string {
  const hash = createHash('sha256');
  for (const folder of ['ui', 'graph', 'words', 'portal', 'libraries', 'federation', 'module-contract.ts']) {
    add(hash, join(frontends, 'kit/src', folder));
  }
  add(hash, join(frontends, 'kit/scripts'));
  add(hash, join(frontends, 'kit/package.json'));
  add(hash, join(root, 'gateway/schema.graphql'));
  add(hash, join(root, 'pnpm-lock.yaml'));
  add(hash, join(frontends, name));
  return hash.digest('hex');
}

const mark = (name: string) => join(frontends, name, 'dist/.build-hash');
const isStale = (name: string) =>
  force || !existsSync(mark(name)) || readFileSync(mark(name), 'utf8') !== fingerprint(name);

function build(name: string, attempt = 1): Promise<void> {
  const sum = fingerprint(name);
  const folder = join(frontends, name);
  const started = performance.now();
  // Beside what is served, not over it: the folder may be in use while this runs.
  const made = join(folder, `dist/.next-${process.pid}`);
  return new Promise((resolve, reject) => {
    // One process each: the federation plugin keeps state that belongs to one build.
    const child = spawn(
      process.execPath,
      [join(folder, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', made, '--emptyOutDir'],
      {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        // Started from a test, a build would inherit the mark by which the federation plugin stands aside.
        env: { ...process.env, NODE_ENV: 'production', MFE_VITE_NO_TEST_ENV_CHECK: 'true' },
      },
    );
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.once('exit', (code) => {
      // The federation plugin may still take its list of used names for complete too early (`settle-plugin.ts`). What fails again is a fault of
      // ours.
      const tooEarly = said.includes('MISSING_EXPORT') && said.includes('__loadShare__');
      if (code !== 0 && tooEarly && attempt < 3) return resolve(build(name, attempt + 1));
      if (code !== 0) return reject(new Error(`${name} could not be built:\n${said.trim()}`));
      publishBuild(made, join(folder, 'dist'));
      writeFileSync(mark(name), sum);
      for (const line of said.split('\n')) if (line.startsWith('budget')) console.log(line);
      console.log(`built   ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
      resolve();
    });
  });
}

const stale = [...portals, ...modules].filter((name) => (!only || name === only) && isStale(name));
if (stale.length === 0) console.log('All frontends are built.');
else {
  const { generateTypes } = await import('./codegen.ts');
  await generateTypes(['kit', ...stale.filter((name) => modules.includes(name))]);
  const waiting = [...stale];
  const faults: Error[] = [];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let name = waiting.shift(); name; name = waiting.shift()) {
        await build(name).catch((error: Error) => faults.push(error));
      }
    }),
  );
  for (const fault of faults) console.error(fault.message);
  if (faults.length > 0) process.exitCode = 1;
}
