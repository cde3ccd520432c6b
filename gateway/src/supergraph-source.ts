import { readFile, stat } from 'node:fs/promises';
import { Supergraph } from './supergraph.ts';

export interface SupergraphSourceOptions {
  readonly addresses?: Readonly<Record<string, string>>;
  readonly onRefused?: (error: Error) => void;
  readonly onTaken?: (supergraph: Supergraph) => void;
}

/** The supergraph in force. A new text takes over between two requests; a text that does not hold changes nothing. */
export class SupergraphSource {
  #current: Supergraph;
  readonly #options: SupergraphSourceOptions;
  readonly #listeners = new Set<(supergraph: Supergraph) => void>();
  #watch: NodeJS.Timeout | undefined;

  constructor(sdl: string, options: SupergraphSourceOptions = {}) {
    this.#options = options;
    this.#current = new Supergraph(sdl, options.addresses);
  }

  get current(): Supergraph {
    return this.#current;
  }

  subscribe(listener: (supergraph: Supergraph) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#current);
    return () => this.#listeners.delete(listener);
  }

  /** Says whether the text was taken. */
  replace(sdl: string): boolean {
    if (sdl === this.#current.sdl) return false;
    let next: Supergraph;
    try {
      next = new Supergraph(sdl, this.#options.addresses);
    } catch (error) {
      this.#options.onRefused?.(error as Error);
      return false;
    }
    const previous = this.#current;
    this.#current = next;
    for (const listener of this.#listeners) listener(next);
    previous.retire();
    this.#options.onTaken?.(next);
    return true;
  }

  /** Looks at the file once a second: file-system events are lost on network shares and when a file is replaced by renaming. */
  watch(file: string, everyMs = 1000): void {
    let seen = '';
    let reading = false;
    this.#watch = setInterval(async () => {
      if (reading) return;
      reading = true;
      try {
        const { mtimeMs, size, ino } = await stat(file);
        const state = `${mtimeMs} ${size} ${ino}`;
        if (state !== seen) {
          this.replace(await readFile(file, 'utf8'));
          seen = state;
        }
      } catch (error) {
        this.#options.onRefused?.(error as Error);
      } finally {
        reading = false;
      }
    }, everyMs);
    this.#watch.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    await this.#current.close();
  }
}
