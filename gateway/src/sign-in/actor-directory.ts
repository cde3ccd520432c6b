import { type Jwk, signActorToken } from '@lienthong/kit/peer';
import { Refusal, type RefusalCode } from '@lienthong/kit/refusal';
import type { Actor, PortalBloc } from './actor.ts';
import { unavailable } from './unavailable.ts';

export interface ActorQuestion {
  readonly subject: string | null;
  readonly clientId: string;
  readonly portal: PortalBloc | null;
  readonly membershipId: string | null;
  readonly locale: 'vi' | 'en';
}

export interface ActorDirectoryOptions {
  readonly unitsUrl: string;
  readonly signingKey: Jwk;
  readonly freshMs?: number;
  readonly staleMs?: number;
  readonly timeoutMs?: number;
}

interface Known {
  actor: Actor;
  at: number;
}

const MAX_KNOWN = 10_000;

/**
 * Asks the units service who somebody is. An answer is good for ten seconds and is dropped as soon as a membership or a
 * person changes. Only while the units service gives no answer at all does the last one hold for some minutes more:
 * memberships are kept there, so nothing can have changed that it has not told.
 */
export class ActorDirectory {
  readonly #options: Required<ActorDirectoryOptions>;
  readonly #known = new Map<string, Known>();
  readonly #asking = new Map<string, Promise<Actor>>();
  #generation = 0;

  constructor(options: ActorDirectoryOptions) {
    this.#options = { freshMs: 10_000, staleMs: 300_000, timeoutMs: 3_000, ...options };
  }

  async find(question: ActorQuestion, requestId: string): Promise<Actor> {
    const key = JSON.stringify(question);
    const known = this.#known.get(key);
    if (known && Date.now() - known.at < this.#options.freshMs) return known.actor;
    let asking = this.#asking.get(key);
    if (!asking) {
      asking = this.#ask(key, question, requestId).finally(() => this.#asking.delete(key));
      this.#asking.set(key, asking);
    }
    return asking;
  }

  /** Something about memberships or persons has changed, or may have while nobody listened. */
  forget(): void {
    this.#generation += 1;
    this.#known.clear();
    this.#asking.clear();
  }

  async #ask(key: string, question: ActorQuestion, requestId: string): Promise<Actor> {
    const generation = this.#generation;
    const known = this.#known.get(key);
    let response: Response;
    let body: unknown;
    try {
      response = await this.#post(question, requestId);
      body = await response.json();
    } catch (error) {
      if (known && Date.now() - known.at < this.#options.staleMs) return known.actor;
      throw unavailable('ACTOR_UNAVAILABLE', error);
    }
    if (!response.ok) {
      this.#known.delete(key);
      throw readRefusal(body, response.status);
    }
    const actor = body as Actor;
    // The same person keeps the same object, and with it the tokens already signed for it.
    const kept = known && JSON.stringify(known.actor) === JSON.stringify(actor) ? known.actor : actor;
    if (generation === this.#generation) {
      if (this.#known.size >= MAX_KNOWN) this.#known.clear();
      this.#known.set(key, { actor: kept, at: Date.now() });
    }
    return kept;
  }

  async #post(question: ActorQuestion, requestId: string): Promise<Response> {
    const { unitsUrl, signingKey, timeoutMs } = this.#options;
    const self = { kind: 'service', id: 'gateway', displayName: 'gateway', locale: question.locale } as const;
    return fetch(`${unitsUrl}/actor`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await signActorToken(signingKey, 'units', self)}`,
        'x-request-id': requestId,
        'accept-language': question.locale,
      },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(timeoutMs),
    });
  }
}

function readRefusal(body: unknown, status: number): Refusal {
  const { error } = (body ?? {}) as { error?: { code?: RefusalCode; reason?: string } };
  if (status >= 500 || !error?.code || !error.reason) {
    return unavailable('ACTOR_UNAVAILABLE', new Error(`The units service answered ${status}.`));
  }
  // Nobody of that name is, for whoever signed in, a sign-in that leads nowhere.
  return new Refusal(error.code === 'NOT_FOUND' ? 'FORBIDDEN' : error.code, error.reason);
}
