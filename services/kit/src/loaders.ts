import DataLoader from 'dataloader';

/** How to fetch many at once; one per slice, in `<noun>.loader.ts`. */
export interface LoaderDefinition<C, K, V> {
  readonly batch: (context: C, keys: readonly K[]) => Promise<ReadonlyArray<V | Error>>;
}

export function defineLoader<C, K, V>(
  batch: (context: C, keys: readonly K[]) => Promise<ReadonlyArray<V | Error>>,
): LoaderDefinition<C, K, V> {
  return { batch };
}

/** Puts rows in the order of the keys they were asked for; null where there is none. */
export function inOrder<K, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => K): (V | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Groups rows under the keys they were asked for; an empty list where there is none. */
export function grouped<K, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => K): V[][] {
  const byKey = new Map<K, V[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}

/** The loaders of one request; each is made when first used and dies with the request. */
export class Loaders {
  readonly #context: unknown;
  readonly #made = new Map<object, unknown>();

  constructor(context: unknown) {
    this.#context = context;
  }

  for<C, K, V>(definition: LoaderDefinition<C, K, V>): DataLoader<K, V> {
    let loader = this.#made.get(definition) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = new DataLoader<K, V, K>((keys) => definition.batch(this.#context as C, keys), { maxBatchSize: 1000 });
      this.#made.set(definition, loader);
    }
    return loader;
  }

  /** After a write, what was read before no longer holds. */
  clear(): void {
    for (const loader of this.#made.values()) (loader as DataLoader<unknown, unknown>).clearAll();
  }
}
