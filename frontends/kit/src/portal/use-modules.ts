import { useCallback, useEffect, useRef, useState } from 'react';
import type { RemoteModule } from '../module-contract.ts';
import { type FirstModules, faultOf } from './first-modules.ts';
import type { ModuleFault, RegisteredModule } from './remotes.ts';

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

const isSame = (before: RegisteredModule[] | undefined, now: RegisteredModule[]): boolean =>
  before?.length === now.length && now.every((module, index) => module === before[index]);

/** The modules of the registry, each arriving, failing and retried for itself; those that were begun before are not begun again. */
export function useModules(
  load: LoadModule,
  registry: () => Promise<RegisteredModule[]>,
  first?: FirstModules,
): Modules {
  const [known, setKnown] = useState(first?.registered);
  const [registryFailed, setRegistryFailed] = useState(false);
  const [states, setStates] = useState<Record<string, Pick<ModuleState, 'module' | 'fault'>>>({ ...first?.arrivals });
  const attempts = useRef<Record<string, number>>({});
  const shown = useRef(states);

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
        setStates((before) => ({ ...before, [module.name]: { fault: faultOf(error) } }));
      }
    },
    [load],
  );

  const reload = useCallback(() => {
    setRegistryFailed(false);
    registry().then(
      (modules) => {
        const remote = modules.filter(({ entry }) => entry);
        setKnown((before) => (isSame(before, remote) ? before : remote));
        const already = shown.current;
        shown.current = {};
        for (const module of remote) {
          if (already[module.name]) attempts.current[module.name] = 1;
          else void fetchOne(module);
        }
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
