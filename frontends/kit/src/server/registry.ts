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
  widgets?: { place: string; files: string[]; asks: Question[] }[];
}

/** A registered operation without variables. */
interface Question {
  name: string;
  hash: string;
}

/** What a page will want first. */
export interface Wanted {
  /** Addresses of code, styles and manifests. */
  files: string[];
  /** What the cards of a place ask. */
  places: Record<string, Question[]>;
}

const freshMilliseconds = 30_000;

/** Which files of the modules a page will want first, and what its cards will ask: told to the browser before any of their code has run. */
export class Preloads {
  readonly #known = new Map<string, { at: number; preload: Preload | undefined }>();

  async for(registry: Registry, path: string): Promise<Wanted> {
    const places = placesAt(path);
    const wanted: Wanted = { files: [], places: {} };
    const found = await Promise.all(
      registry.modules.map(async ({ entry }) => ({ entry, preload: entry ? await this.#find(entry) : undefined })),
    );
    for (const { entry, preload } of found) {
      if (!entry) continue;
      wanted.files.push(entry);
      if (!preload) continue;
      const page = preload.routes.find((route) => matches(route.path, path));
      const cards = (preload.widgets ?? []).filter(({ place }) => places.includes(place));
      const files = new Set([...preload.entry, ...(page?.files ?? []), ...cards.flatMap((card) => card.files)]);
      wanted.files.push(...[...files].map((file) => new URL(file, entry).href));
      for (const { place, asks } of cards) wanted.places[place] = [...(wanted.places[place] ?? []), ...asks];
    }
    return wanted;
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

/** The composed pages that an address may lead to: the portal's root opens one of the two. */
const placesAt = (path: string): string[] =>
  path === '/' ? ['overview', 'my-work'] : ['/overview', '/my-work'].includes(path) ? [path.slice(1)] : [];

/** `plans/:planId` and `/plans/th-285`. */
export function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}
