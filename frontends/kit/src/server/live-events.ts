import type { ServerResponse } from 'node:http';
import { type Listener, listen, type ServiceEvent } from '@lienthong/kit/events';
import type { Logger } from '@lienthong/kit/log';
import { type Audience, concerns } from './audience.ts';

interface Stream {
  response: ServerResponse;
  sessionId: string;
  audience: Audience | undefined;
  renew: () => Promise<Audience | undefined>;
  isAlive: () => Promise<boolean>;
  /** When the page asked its first question: what has changed since then may not be on it. */
  since?: number;
}

const heartbeat = 25_000;
/** A page that takes longer to open its stream asks again for all that it shows. */
const rememberedMilliseconds = 30_000;
const membershipTypes = new Set(['Membership', 'Person']);

/** Server-sent events to the tabs that are open, fed by what services tell PostgreSQL. */
export class LiveEvents {
  readonly #streams = new Set<Stream>();
  readonly #recent: { at: number; event: ServiceEvent }[] = [];
  readonly #log: Logger;
  #listener: Listener | undefined;
  #beat: NodeJS.Timeout | undefined;

  constructor(log: Logger) {
    this.#log = log;
  }

  async start(databaseUrl: string): Promise<void> {
    this.#listener = await listen(databaseUrl, (event) => void this.receive(event), {
      onError: (error) => this.#log.warn({ err: error }, 'events interrupted'),
      // What was missed is unknown: every tab comes back and asks for all it shows.
      onReconnect: () => this.#endAll(),
    });
    this.#beat = setInterval(() => void this.#keepAlive(), heartbeat);
  }

  open(stream: Stream): void {
    const { response } = stream;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write(': open\n\n');
    this.#streams.add(stream);
    for (const { at, event } of this.#recent) if (at >= (stream.since ?? Infinity)) tell(stream, event);
    response.on('close', () => this.#streams.delete(stream));
  }

  async receive(event: ServiceEvent): Promise<void> {
    const now = Date.now();
    this.#recent.push({ at: now, event });
    while ((this.#recent[0]?.at ?? now) < now - rememberedMilliseconds) this.#recent.shift();
    if (membershipTypes.has(event.type)) {
      await Promise.all(
        [...this.#streams].map(async (stream) => {
          stream.audience = await stream.renew().catch(() => stream.audience);
        }),
      );
    }
    for (const stream of this.#streams) tell(stream, event);
  }

  /** Signed out or switched to another role: the tab opens its stream anew, or is told to sign in. */
  endSession(sessionId: string): void {
    for (const stream of this.#streams) if (stream.sessionId === sessionId) stream.response.end();
  }

  get size(): number {
    return this.#streams.size;
  }

  async stop(): Promise<void> {
    clearInterval(this.#beat);
    this.#endAll();
    await this.#listener?.close();
  }

  #endAll(): void {
    for (const { response } of this.#streams) response.end();
  }

  async #keepAlive(): Promise<void> {
    for (const stream of this.#streams) {
      stream.response.write(': alive\n\n');
      if (!(await stream.isAlive().catch(() => true))) stream.response.end();
    }
  }
}

function tell({ audience, response }: Stream, event: ServiceEvent): void {
  if (!audience || !concerns(event, audience) || response.writableLength >= 65_536) return;
  response.write(`data: ${JSON.stringify({ type: event.type, id: event.id })}\n\n`);
}
