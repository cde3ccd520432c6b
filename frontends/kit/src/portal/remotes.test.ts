import { beforeEach, expect, test, vi } from 'vitest';
import { createModuleLoader, type FederationRuntime, ModuleFailure, within } from './remotes.ts';

const manifest = {
  name: 'lienthong_plans',
  metaData: { remoteEntry: { name: 'remoteEntry.js', path: '' } },
  shared: [{ name: 'react', requiredVersion: '^19.3.1' }],
};
const registered: { name: string; entry: string }[][] = [];
let loaded: () => Promise<unknown> = async () => ({ module: { name: 'plans', routes: [] } });

const runtime: FederationRuntime = {
  core: {},
  createInstance: () => ({
    registerRemotes: (remotes) => void registered.push(remotes),
    loadRemote: () => loaded(),
  }),
};

const load = () => createModuleLoader(runtime, { react: {} }, { react: '19.3.1' });
const faultOf = async (work: Promise<unknown>) =>
  ((await work.catch((error: unknown) => error)) as ModuleFailure).fault;

beforeEach(() => {
  registered.length = 0;
  loaded = async () => ({ module: { name: 'plans', routes: [] } });
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(manifest)));
});

test('the entry beside the manifest is loaded, and a retry asks for it anew', async () => {
  await load()({ name: 'plans', entry: 'http://modules.example/plans/mf-manifest.json' }, 0);
  await load()({ name: 'plans', entry: 'http://modules.example/plans/mf-manifest.json' }, 2);
  expect(registered.flat().map(({ entry }) => entry)).toEqual([
    'http://modules.example/plans/remoteEntry.js',
    'http://modules.example/plans/remoteEntry.js?retry=2',
  ]);
});

test('a module made for other libraries is kept out before its code runs', async () => {
  vi.stubGlobal(
    'fetch',
    async () => new Response(JSON.stringify({ ...manifest, shared: [{ name: 'react', requiredVersion: '^18.2.0' }] })),
  );
  expect(await faultOf(load()({ name: 'plans', entry: 'http://m.example/m.json' }, 0))).toEqual({
    kind: 'misfit',
    what: 'react ^18.2.0',
  });
  expect(registered).toEqual([]);
});

test('a server that is down, a file that is missing and code that throws are told apart', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await faultOf(load()({ name: 'plans', entry: 'http://m.example/m.json' }, 0))).toEqual({
    kind: 'unreachable',
  });
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  expect(await faultOf(load()({ name: 'plans', entry: 'http://m.example/m.json' }, 0))).toEqual({
    kind: 'unreachable',
  });
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(manifest)));
  loaded = async () => {
    throw new Error('boom');
  };
  expect(await faultOf(load()({ name: 'plans', entry: 'http://m.example/m.json' }, 0))).toEqual({ kind: 'threw' });
});

test('nobody waits for ever', async () => {
  vi.useFakeTimers();
  const waiting = faultOf(within(new Promise(() => undefined)));
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await waiting).toEqual({ kind: 'timeout' });
  vi.useRealTimers();
});
