import type { Readable } from 'node:stream';
import { errors } from 'undici';
import { Breaker, type Outcome } from './breaker.ts';
import type { Deadline } from './deadline.ts';
import { SubgraphFailure } from './subgraph-failure.ts';
import type { SubgraphAddress } from './subgraph-pools.ts';

export interface SubgraphCall {
  readonly service: string;
  readonly address: SubgraphAddress;
  /** Who is asking, signed for this service. It is a part of the key under which identical reads are shared. */
  readonly token: string;
  readonly requestId: string;
  readonly body: string;
  /** Two identical reads on the way are one; a mutation is always its own. */
  readonly shareable: boolean;
  readonly deadline: Deadline;
}

export interface SubgraphClientOptions {
  readonly timeoutMs?: number;
  readonly maxAnswerBytes?: number;
  /** After so many calls in a row that ran out of time, a service gets one call at a time; 0 never does that. */
  readonly timeoutsBeforeBreak?: number;
  /** How long such a call may take. */
  readonly trialMs?: number;
  readonly onBreak?: (service: string, isOpen: boolean) => void;
}

interface Shared {
  readonly answer: Promise<string>;
  readonly stop: (reason: SubgraphFailure) => void;
  waiting: number;
}

/** Sends GraphQL bodies to subgraphs and returns the answer's text, or fails with a reason within its time. */
export class SubgraphClient {
  readonly #options: Required<SubgraphClientOptions>;
  readonly #breakers = new Map<string, Breaker>();
  readonly #inFlight = new Map<string, Shared>();
  /** Calls that really went out, and calls that joined one already on its way. */
  sent = 0;
  joined = 0;

  constructor(options: SubgraphClientOptions = {}) {
    this.#options = {
      timeoutMs: 5_000,
      maxAnswerBytes: 10_000_000,
      timeoutsBeforeBreak: 5,
      trialMs: 1_500,
      onBreak: () => undefined,
      ...options,
    };
  }

  /** Services that have not answered in time again and again. */
  get broken(): string[] {
    return [...this.#breakers].filter(([, breaker]) => breaker.isOpen).map(([service]) => service);
  }

  #breaker(service: string): Breaker {
    let breaker = this.#breakers.get(service);
    if (!breaker) {
      const { timeoutsBeforeBreak, onBreak } = this.#options;
      breaker = new Breaker(timeoutsBeforeBreak, (isOpen) => onBreak(service, isOpen));
      this.#breakers.set(service, breaker);
    }
    return breaker;
  }

  ask(call: SubgraphCall): Promise<string> {
    if (!call.shareable) return this.#wait(call, this.#send(call));
    const key = `${call.service}\n${call.token}\n${call.body}`;
    let shared = this.#inFlight.get(key);
    if (shared) {
      this.joined += 1;
    } else {
      shared = this.#send(call);
      this.#inFlight.set(key, shared);
      const forget = (): void => {
        this.#inFlight.delete(key);
      };
      shared.answer.then(forget, forget);
    }
    return this.#wait(call, shared);
  }

  /** A requester that gives up leaves the others their answer; when the last one has left, the call is ended. */
  async #wait(call: SubgraphCall, shared: Shared): Promise<string> {
    shared.waiting += 1;
    const { promise: givenUp, reject } = Promise.withResolvers<never>();
    const unregister = call.deadline.onEnd((reason) => {
      const failure = new SubgraphFailure(call.service, reason);
      reject(failure);
      shared.waiting -= 1;
      if (shared.waiting === 0) shared.stop(failure);
    });
    try {
      return await Promise.race([shared.answer, givenUp]);
    } finally {
      unregister();
    }
  }

  #send(call: SubgraphCall): Shared {
    const abort = new AbortController();
    const answer = this.#guarded(call, abort);
    // Whoever waits hears of a failure by `#wait`; nobody waiting is no unhandled rejection.
    answer.catch(() => undefined);
    return { answer, stop: (reason) => abort.abort(reason), waiting: 0 };
  }

  async #guarded(call: SubgraphCall, abort: AbortController): Promise<string> {
    const { timeoutMs, trialMs } = this.#options;
    const pass = await this.#breaker(call.service).enter();
    if (!pass) throw new SubgraphFailure(call.service, 'SERVICE_NOT_ANSWERING');
    // A change gets its whole time: cut short, it might be done and reported as failed.
    const patience = pass.isTrial && call.shareable ? Math.min(trialMs, timeoutMs) : timeoutMs;
    const timer = setTimeout(() => abort.abort(new SubgraphFailure(call.service, 'SERVICE_TIMEOUT')), patience);
    let outcome: Outcome = 'unknown';
    try {
      this.sent += 1;
      const answer = await this.#request(call, abort.signal);
      outcome = 'answered';
      return answer;
    } catch (error) {
      outcome = outcomeOf(error);
      throw error;
    } finally {
      clearTimeout(timer);
      pass.end(outcome);
    }
  }

  async #request(call: SubgraphCall, signal: AbortSignal): Promise<string> {
    try {
      const response = await call.address.pool.request({
        method: 'POST',
        path: call.address.path,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization: `Bearer ${call.token}`,
          'x-request-id': call.requestId,
        },
        body: call.body,
        signal,
      });
      // Leaving a body half read ends it with an error event of its own.
      response.body.on('error', () => undefined);
      const type = String(response.headers['content-type'] ?? '');
      if (!/^application\/([a-z-]+\+)?json\b/.test(type)) {
        response.body.destroy();
        throw new SubgraphFailure(
          call.service,
          'SERVICE_ANSWER_UNREADABLE',
          `status ${response.statusCode}, ${type || 'no type'}`,
        );
      }
      return await readText(response.body, this.#options.maxAnswerBytes, call.service);
    } catch (error) {
      throw asFailure(error, call.service, signal);
    }
  }
}

/** What is unreadable or too large came in time; nobody there, or nobody waiting any more, says nothing about that. */
function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof SubgraphFailure)) return 'unknown';
  switch (error.reason) {
    case 'SERVICE_TIMEOUT':
      return 'timed out';
    case 'SERVICE_ANSWER_UNREADABLE':
    case 'SERVICE_ANSWER_TOO_LARGE':
      return 'answered';
    default:
      return 'unknown';
  }
}

function readText(body: Readable, maxBytes: number, service: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  let size = 0;
  body.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) {
      reject(new SubgraphFailure(service, 'SERVICE_ANSWER_TOO_LARGE', `more than ${maxBytes} bytes`));
      body.destroy();
    } else {
      chunks.push(chunk);
    }
  });
  body.on('end', () => resolve((chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString('utf8')));
  body.on('error', reject);
  return promise;
}

function asFailure(error: unknown, service: string, signal: AbortSignal): SubgraphFailure {
  if (error instanceof SubgraphFailure) return error;
  if (signal.aborted && signal.reason instanceof SubgraphFailure) return signal.reason;
  const timedOut = error instanceof errors.ConnectTimeoutError;
  const detail = error instanceof Error ? error.message : String(error);
  return new SubgraphFailure(service, timedOut ? 'SERVICE_TIMEOUT' : 'SERVICE_UNREACHABLE', detail, { cause: error });
}
