import { readFile } from 'node:fs/promises';

export interface RegistryEntry {
  name: string;
  entry?: string;
  operations?: string;
}

export interface Registry {
  modules: RegistryEntry[];
  shells?: RegistryEntry[];
  portals?: Record<string, string>;
}

/** What the launcher or the deployment wrote; read again each time, so that a module is added without a restart. */
export async function readRegistry(file: string): Promise<Registry> {
  const registry = JSON.parse(await readFile(file, 'utf8')) as Registry;
  return { ...registry, modules: Array.isArray(registry.modules) ? registry.modules : [] };
}

interface Preload {
  entry: string[];
  routes: { path: string; files: string[] }[];
}

const freshMilliseconds = 30_000;

/** Which files of the modules a page will want first: told to the browser before any of its code has run. */
export class Preloads {
  readonly #known = new Map<string, { at: number; preload: Preload | undefined }>();

  async for(registry: Registry, path: string): Promise<string[]> {
    const links = await Promise.all(
      registry.modules.map(async ({ entry }) => {
        if (!entry) return [];
        const preload = await this.#find(entry);
        if (!preload) return [];
        const page = preload.routes.find((route) => matches(route.path, path));
        return [...preload.entry, ...(page?.files ?? [])].map((file) => new URL(file, entry).href);
      }),
    );
    return links.flat();
  }

  async #find(entry: string): Promise<Preload | undefined> {
    const known = this.#known.get(entry);
    if (known && Date.now() - known.at < freshMilliseconds) return known.preload;
    const preload = await fetch(new URL('preload.json', entry), { signal: AbortSignal.timeout(500) })
      .then((answer) => (answer.ok ? (answer.json() as Promise<Preload>) : undefined))
      .catch(() => undefined);
    this.#known.set(entry, { at: Date.now(), preload });
    return preload;
  }
}

/** `plans/:planId` and `/plans/th-285`. */
export function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}
