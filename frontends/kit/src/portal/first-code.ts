import type { ComponentType } from 'react';
import { matchPath } from 'react-router';
import type { RemoteModule } from '../module-contract.ts';
import { placesAt } from './first-place.ts';

type Lazy = () => Promise<{ default: ComponentType }>;

const longestWait = 500;
const arrived = new WeakMap<Lazy, ComponentType>();

/** The component, when its code is here already: it can stand on the page at once, with no skeleton before it. */
export const codeOf = (load: Lazy): ComponentType | undefined => arrived.get(load);

/**
 * Brings with a module the code of what the open page shows of it. Code that is late or fails holds nothing up: the area it belongs to waits for
 * it, or says so.
 */
export async function bringFirstCode(module: RemoteModule, path: string): Promise<void> {
  const places = placesAt(path);
  const wanted = [
    ...(module.widgets ?? []).filter(({ place }) => places.includes(place)),
    ...module.routes.filter((page) => matchPath(`/${page.path}`, path)),
  ].map(async ({ lazy }) => arrived.set(lazy, (await lazy()).default));
  if (wanted.length === 0) return;
  await Promise.race([Promise.allSettled(wanted), new Promise((done) => setTimeout(done, longestWait))]);
}
