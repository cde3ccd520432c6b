import { Refusal } from '@lienthong/kit/refusal';

export interface BudgetLimits {
  /** Requests of any kind. */
  readonly queriesPerMinute: number;
  /** Objects that the answers of free queries may hold, as they are counted before anything is fetched. */
  readonly objectsPerMinute: number;
}

export interface BudgetOptions extends BudgetLimits {
  /** Told when a client is refused for the first time within a minute. */
  readonly onExceeded?: (client: string, reason: string) => void;
  readonly now?: () => number;
}

const MINUTE = 60_000;

/** A vessel that holds one minute's worth and fills steadily: a burst is fine, more than its share over time is not. */
class Bucket {
  #level: number;
  #at: number;
  readonly #capacity: number;

  constructor(capacity: number, now: number) {
    this.#capacity = capacity;
    this.#level = capacity;
    this.#at = now;
  }

  /** Takes as much, or says for how many milliseconds there is not enough. */
  take(amount: number, now: number): number {
    // A clock that is set back fills nothing and empties nothing.
    const passed = Math.max(0, now - this.#at);
    this.#level = Math.min(this.#capacity, this.#level + (passed * this.#capacity) / MINUTE);
    this.#at = now;
    // What is larger than the whole vessel may go when it is full.
    const wanted = Math.min(amount, this.#capacity);
    if (this.#level < wanted) return ((wanted - this.#level) * MINUTE) / this.#capacity;
    this.#level -= wanted;
    return 0;
  }
}

interface Account {
  readonly queries: Bucket;
  readonly objects: Bucket;
  refusedAt: number;
}

/**
 * What each integrator may ask over time. Each copy of the gateway counts for itself: with n copies an integrator gets at most n times as much.
 * Integrators are registered clients, so there are never more accounts than registrations.
 */
export class Budgets {
  readonly #options: Required<BudgetOptions>;
  readonly #accounts = new Map<string, Account>();
  /** How many requests were refused since the start. */
  refused = 0;

  constructor(options: BudgetOptions) {
    this.#options = { onExceeded: () => undefined, now: () => performance.now(), ...options };
  }

  takeQuery(client: string): void {
    const { queriesPerMinute, now } = this.#options;
    const wait = this.#account(client).queries.take(1, now());
    if (wait > 0) this.#refuse(client, 'TOO_MANY_QUERIES', queriesPerMinute, wait);
  }

  takeObjects(client: string, count: number): void {
    const { objectsPerMinute, now } = this.#options;
    const wait = this.#account(client).objects.take(count, now());
    if (wait > 0) this.#refuse(client, 'TOO_MANY_OBJECTS', objectsPerMinute, wait);
  }

  #account(client: string): Account {
    let account = this.#accounts.get(client);
    if (!account) {
      const { queriesPerMinute, objectsPerMinute, now } = this.#options;
      account = {
        queries: new Bucket(queriesPerMinute, now()),
        objects: new Bucket(objectsPerMinute, now()),
        refusedAt: Number.NEGATIVE_INFINITY,
      };
      this.#accounts.set(client, account);
    }
    return account;
  }

  #refuse(client: string, reason: string, limit: number, waitMs: number): never {
    const account = this.#account(client);
    const now = this.#options.now();
    if (now - account.refusedAt >= MINUTE) {
      account.refusedAt = now;
      this.#options.onExceeded(client, reason);
    }
    this.refused += 1;
    throw new Refusal('TOO_MANY_REQUESTS', reason, { limit, retryAfterSeconds: Math.ceil(waitMs / 1000) });
  }
}
