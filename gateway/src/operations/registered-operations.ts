import type { Logger } from '@lienthong/kit/log';
import type { ModuleRegistry } from './module-registry.ts';
import type { OperationStore } from './operation-store.ts';

export interface RegisteredOperationsOptions {
  readonly registries: readonly ModuleRegistry[];
  readonly store: Pick<OperationStore, 'load' | 'takeIn'>;
  readonly log: Logger;
  readonly refreshMs?: number;
  readonly unknownMs?: number;
}

/** Which texts portals may send, by hash. A new build of a module is taken in by itself: every half minute, and when a hash is unknown. */
export class RegisteredOperations {
  readonly #options: Required<RegisteredOperationsOptions>;
  /** What the registries announced last time: only what is new among it needs the database. */
  #announced = new Set<string>();
  #texts = new Map<string, string>();
  #refreshing: Promise<void> | undefined;
  #refreshedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: RegisteredOperationsOptions) {
    this.#options = { refreshMs: 30_000, unknownMs: 1_000, ...options };
  }

  get size(): number {
    return this.#texts.size;
  }

  /** What was known before is known at once; the registries are asked in the background, since modules may start later. */
  async start(): Promise<void> {
    this.#texts = await this.#options.store.load();
    void this.refresh();
    this.#timer = setInterval(() => void this.refresh(), this.#options.refreshMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async find(hash: string): Promise<string | undefined> {
    const text = this.#texts.get(hash);
    if (text !== undefined) return text;
    // Strangers may send made-up hashes: they move this process to ask the registries once a second, not more.
    if (this.#refreshing || Date.now() - this.#refreshedAt >= this.#options.unknownMs) await this.refresh();
    return this.#texts.get(hash);
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshedAt = Date.now();
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** A registry that is down changes nothing: what was known stays known. */
  async #refresh(): Promise<void> {
    const { registries, store, log } = this.#options;
    const faults = (what: string, error: Error): void =>
      log.warn({ what, reason: error.message }, 'operations not read');
    const lists = (await Promise.all(registries.map((registry) => registry.read(faults)))).flat();
    const announced = new Set<string>();
    let changed = false;
    for (const list of lists) {
      const { module, build } = list;
      const name = `${module} ${build}`;
      if (announced.has(name)) continue;
      if (!this.#announced.has(name)) {
        try {
          await store.takeIn(list);
          changed = true;
          log.info({ module, build, operations: Object.keys(list.operations).length }, 'operations taken in');
        } catch (error) {
          faults(module, error as Error);
          continue;
        }
      }
      announced.add(name);
    }
    this.#announced = announced;
    if (changed) this.#texts = await store.load().catch(() => this.#texts);
  }
}
