export type EndReason = 'OPERATION_TIMEOUT' | 'CLIENT_GONE';

/** How long an operation may go on: until its time is up or its client has gone. */
export class Deadline {
  #reason: EndReason | undefined;
  #ignoresClient = false;
  readonly #listeners = new Set<(reason: EndReason) => void>();
  readonly #timer: NodeJS.Timeout;

  constructor(timeoutMs: number) {
    this.#timer = setTimeout(() => this.#end('OPERATION_TIMEOUT'), timeoutMs);
  }

  clientGone(): void {
    if (!this.#ignoresClient) this.#end('CLIENT_GONE');
  }

  /** From now on only time ends it. */
  ignoreClient(): void {
    this.#ignoresClient = true;
  }

  /** Calls the listener at the end; at once if that is over. Returns how to take the listener away. */
  onEnd(listener: (reason: EndReason) => void): () => void {
    if (this.#reason) {
      listener(this.#reason);
      return () => undefined;
    }
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The operation has its answer. */
  release(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #end(reason: EndReason): void {
    if (this.#reason) return;
    this.#reason = reason;
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener(reason);
    this.#listeners.clear();
  }
}
