import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Libraries get graphql's CommonJS build from Node; our sources must get the very same one.
const graphqlFolder = createRequire(here('./services/kit/package.json')).resolve('graphql/package.json').slice(0, -13);

const node = (name: string, folder: string) => ({
  extends: true as const,
  test: {
    name,
    root: here(folder),
    include: ['*.test.ts', 'src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node' as const,
  },
});

const pages = (name: string) => ({
  extends: true as const,
  test: {
    name: `${name} pages`,
    root: here(`./frontends/${name}`),
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    exclude: ['src/server/**', '**/node_modules/**'],
    environment: 'happy-dom' as const,
    setupFiles: [here('./frontends/kit/src/testing/browser-setup.ts')],
  },
});

const modules = ['plans', 'units', 'reporting', 'compliance'];

const services = ['kit', 'policy', 'identity', 'units', 'plans', 'reporting', 'compliance', 'launcher'];

export default defineConfig({
  // Workspace packages are read from their TypeScript, so that a test run needs no build.
  resolve: {
    conditions: ['development', 'node'],
    alias: [{ find: /^graphql$/, replacement: `${graphqlFolder}/index.js` }],
  },
  ssr: { resolve: { conditions: ['development', 'node'] } },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  test: {
    globalSetup: [here('./services/kit/src/testing-setup.ts')],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    server: { deps: { inline: [/@lienthong\//] } },
    projects: [
      ...services.map((name) => node(name, `./services/${name}`)),
      node('gateway', './gateway'),
      node('seeds', './seeds'),
      {
        ...node('portal server', './frontends/kit'),
        test: { ...node('portal server', './frontends/kit').test, include: ['src/server/**/*.test.ts'] },
      },
      pages('kit'),
      ...modules.map(pages),
    ],
  },
});
