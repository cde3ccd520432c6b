import { useCallback, useEffect, useRef, useState } from 'react';
import type { RemoteModule } from '../module-contract.ts';
import { ModuleFailure, type ModuleFault, type RegisteredModule } from './remotes.ts';

export interface ModuleState {
  name: string;
  title?: { vi: string; en: string };
  module?: RemoteModule;
  fault?: ModuleFault;
  retry: () => void;
}

export type LoadModule = (module: RegisteredModule, attempt: number) => Promise<RemoteModule>;

export interface Modules {
  list: ModuleState[];
  registryFailed: boolean;
  pending: boolean;
  reload: () => void;
}

/** The modules of the registry, each arriving, failing and retried for itself. */
export function useModules(load: LoadModule, registry: () => Promise<RegisteredModule[]>): Modules {
  const [known, setKnown] = useState<RegisteredModule[]>();
  const [registryFailed, setRegistryFailed] = useState(false);
  const [states, setStates] = useState<Record<string, Pick<ModuleState, 'module' | 'fault'>>>({});
  const attempts = useRef<Record<string, number>>({});

  const fetchOne = useCallback(
    async (module: RegisteredModule) => {
      const attempt = attempts.current[module.name] ?? 0;
      attempts.current[module.name] = attempt + 1;
      setStates((before) => ({ ...before, [module.name]: {} }));
      try {
        const loaded = await load(module, attempt);
        setStates((before) => ({ ...before, [module.name]: { module: loaded } }));
      } catch (error) {
        console.error(`module ${module.name}`, error);
        const fault: ModuleFault = error instanceof ModuleFailure ? error.fault : { kind: 'threw' };
        setStates((before) => ({ ...before, [module.name]: { fault } }));
      }
    },
    [load],
  );

  const reload = useCallback(() => {
    setRegistryFailed(false);
    registry().then(
      (modules) => {
        const remote = modules.filter(({ entry }) => entry);
        setKnown(remote);
        for (const module of remote) void fetchOne(module);
      },
      () => setRegistryFailed(true),
    );
  }, [registry, fetchOne]);

  useEffect(reload, [reload]);

  const list = (known ?? []).map((module) => ({
    name: module.name,
    title: module.title,
    ...states[module.name],
    retry: () => void fetchOne(module),
  }));
  return {
    list,
    registryFailed,
    pending: !registryFailed && (!known || list.some(({ module, fault }) => !module && !fault)),
    reload,
  };
}
