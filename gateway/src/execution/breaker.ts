export type Outcome = 'answered' | 'timed out' | 'unknown';

/** The permission to send one call, and the duty to say how it went. */
export interface Pass {
  /** The one call that finds out whether the service answers again; it may not take long. */
  readonly isTrial: boolean;
  end(outcome: Outcome): void;
}

/**
 * Spares those who ask, and the service itself, once it has let so many calls in a row run out of time: then one call at a time goes out, as a
 * trial, and all others wait for that one's end. The first answer lets everything through again, so nobody waits for a pause to pass.
 */
export class Breaker {
  readonly #limit: number;
  readonly #onChange: (isOpen: boolean) => void;
  #timeouts = 0;
  #trial: Promise<Outcome> | undefined;

  /** A limit of 0 never breaks. */
  constructor(limit: number, onChange: (isOpen: boolean) => void = () => undefined) {
    this.#limit = limit;
    this.#onChange = onChange;
  }

  get isOpen(): boolean {
    return this.#limit > 0 && this.#timeouts >= this.#limit;
  }

  /** A pass, or undefined when the service still does not answer. */
  async enter(): Promise<Pass | undefined> {
    // A trial whose caller left has found nothing out: the next in line tries.
    while (this.isOpen && this.#trial) {
      if ((await this.#trial) === 'timed out') return undefined;
    }
    return this.isOpen ? this.#beginTrial() : { isTrial: false, end: (outcome) => this.#note(outcome) };
  }

  #beginTrial(): Pass {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#trial = promise;
    return {
      isTrial: true,
      end: (outcome) => {
        this.#trial = undefined;
        this.#note(outcome);
        resolve(outcome);
      },
    };
  }

  #note(outcome: Outcome): void {
    if (outcome === 'unknown') return;
    const wasOpen = this.isOpen;
    this.#timeouts = outcome === 'answered' ? 0 : this.#timeouts + 1;
    if (this.isOpen !== wasOpen) this.#onChange(this.isOpen);
  }
}
