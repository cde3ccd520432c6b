import type { RemoteModule } from '../module-contract.ts';
import { type ManifestShared, misfits } from './fitting.ts';

/** The part of the federation runtime a portal hands in; only portals depend on it. */
export interface FederationRuntime {
  createInstance: (options: {
    name: string;
    remotes: never[];
    shared: Record<
      string,
      { version: string; lib: () => unknown; shareConfig: { singleton: true; requiredVersion: string } }
    >;
  }) => {
    registerRemotes: (
      remotes: { name: string; entry: string; type: 'module' }[],
      options?: { force?: boolean },
    ) => void;
    loadRemote: (id: string) => Promise<unknown>;
  };
  core: unknown;
}

export interface RegisteredModule {
  name: string;
  entry?: string;
  /** What to call it while it has not told its own title. */
  title?: { vi: string; en: string };
}

export type ModuleFault = { kind: 'unreachable' | 'timeout' | 'threw' } | { kind: 'misfit'; what: string };

export class ModuleFailure extends Error {
  readonly fault: ModuleFault;
  constructor(fault: ModuleFault, cause?: unknown) {
    super(fault.kind, { cause });
    this.fault = fault;
  }
}

export const patience = 8_000;

export function within<T>(work: Promise<T>, milliseconds = patience): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ModuleFailure({ kind: 'timeout' })), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface Manifest {
  name: string;
  metaData: { remoteEntry: { name: string; path: string } };
  shared: ManifestShared[];
}

type Load = (module: RegisteredModule, attempt: number) => Promise<RemoteModule>;

/** Loads modules by URL: looks whether they fit before any of their code runs, and never waits for ever. */
export function createModuleLoader(
  runtime: FederationRuntime,
  libraries: Record<string, unknown>,
  versions: Record<string, string>,
): Load {
  (globalThis as { _FEDERATION_RUNTIME_CORE?: unknown })._FEDERATION_RUNTIME_CORE = runtime.core;
  const instance = runtime.createInstance({
    name: 'portal',
    remotes: [],
    shared: Object.fromEntries(
      Object.entries(libraries).map(([name, library]) => {
        const version = versions[name] ?? '0.0.0';
        return [
          name,
          { version, lib: () => library, shareConfig: { singleton: true as const, requiredVersion: `^${version}` } },
        ];
      }),
    ),
  });
  return async (module, attempt) => {
    const manifest = await fetchManifest(module.entry ?? '');
    const what = misfits(manifest.shared ?? [], versions);
    if (what.length > 0) throw new ModuleFailure({ kind: 'misfit', what: what.join(', ') });
    const { path, name } = manifest.metaData.remoteEntry;
    const entry = new URL(
      `${path ? `${path.replace(/\/$/, '')}/` : ''}${name}`,
      new URL(module.entry ?? '', location.href),
    );
    if (attempt > 0) entry.searchParams.set('retry', String(attempt));
    instance.registerRemotes([{ name: manifest.name, entry: entry.href, type: 'module' }], { force: attempt > 0 });
    const loaded = await within(
      instance.loadRemote(`${manifest.name}/module`).catch((error: unknown) => {
        throw new ModuleFailure({ kind: 'threw' }, error);
      }),
    );
    const remote = (loaded as { module?: RemoteModule } | null)?.module;
    if (!remote || !Array.isArray(remote.routes)) throw new ModuleFailure({ kind: 'misfit', what: 'module.ts' });
    return remote;
  };
}

async function fetchManifest(address: string): Promise<Manifest> {
  try {
    // Asked for by the page already (a preload link); its server has every use checked for a newer one.
    const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
    if (!answer.ok) throw new ModuleFailure({ kind: 'unreachable' });
    return (await answer.json()) as Manifest;
  } catch (error) {
    if (error instanceof ModuleFailure) throw error;
    throw new ModuleFailure(
      { kind: error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' },
      error,
    );
  }
}
