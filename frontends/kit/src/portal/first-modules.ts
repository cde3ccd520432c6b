import { bringFirstCode } from './first-code.ts';
import { ModuleFailure, type ModuleFault, type RegisteredModule } from './remotes.ts';
import type { LoadModule, ModuleState } from './use-modules.ts';

export type Arrival = Pick<ModuleState, 'module' | 'fault'>;

export function faultOf(error: unknown): ModuleFault {
  return error instanceof ModuleFailure ? error.fault : { kind: 'threw' };
}

/** The modules of the registry, on their way before there is anything on the screen. */
export interface FirstModules {
  load: LoadModule;
  registered?: RegisteredModule[];
  /** By name: what has arrived or failed so far. */
  arrivals: Record<string, Arrival>;
  /** When every module has arrived or failed. */
  all: Promise<unknown>;
}

export function beginModules(load: LoadModule, registry: () => Promise<RegisteredModule[]>): FirstModules {
  const begun = new Map<string, ReturnType<LoadModule>>();
  const withCode: LoadModule = async (module, attempt) => {
    const loaded = await load(module, attempt);
    await bringFirstCode(loaded, location.pathname);
    return loaded;
  };
  const first: FirstModules = {
    load: (module, attempt) => (attempt === 0 && begun.get(module.name)) || withCode(module, attempt),
    arrivals: {},
    all: Promise.resolve(),
  };
  first.all = registry().then(
    (modules) => {
      first.registered = modules.filter(({ entry }) => entry);
      return Promise.all(
        first.registered.map(async (module) => {
          const loading = withCode(module, 0);
          begun.set(module.name, loading);
          first.arrivals[module.name] = await loading.then(
            (loaded) => ({ module: loaded }),
            (error: unknown) => ({ fault: faultOf(error) }),
          );
        }),
      );
    },
    // Whoever shows the modules asks for the registry again, and says so when it fails.
    () => undefined,
  );
  return first;
}
