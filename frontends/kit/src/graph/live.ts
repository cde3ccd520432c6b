import type { ApolloClient, ObservableQuery } from '@apollo/client';
import { forgetEarlyAnswers, sinceEarlyQuestions } from './early-answers.ts';

export interface LiveEvent {
  type: string;
  id: string;
}

const settle = 300;
const longestWait = 30_000;

/** Does this answer show an object of one of these types? */
export function shows(value: unknown, types: ReadonlySet<string>, depth = 0): boolean {
  if (value === null || typeof value !== 'object' || depth > 12) return false;
  if (Array.isArray(value)) return value.some((item) => shows(item, types, depth + 1));
  const record = value as Record<string, unknown>;
  if (typeof record.__typename === 'string' && types.has(record.__typename)) return true;
  return Object.values(record).some((item) => shows(item, types, depth + 1));
}

/** The server tells what changed since then too, as far as it remembers. */
const openEvents = (since: number) => new EventSource(since > 0 ? `/events?since=${since}` : '/events');
const rememberedByServer = 30_000;

/** One stream per tab; what others change is asked for again, nothing is polled. */
export class LivePages {
  private readonly interests = new Map<symbol, ReadonlySet<string>>();
  private readonly changed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private source: EventSource | undefined;
  private wait = 1_000;
  private closed = false;
  private interrupted = false;
  private readonly client: ApolloClient;
  private readonly open: (since: number) => EventSource;

  constructor(client: ApolloClient, open: (since: number) => EventSource = openEvents) {
    this.client = client;
    this.open = open;
  }

  start(): () => void {
    this.interrupted = sinceEarlyQuestions() > rememberedByServer;
    this.connect();
    return () => {
      this.closed = true;
      this.source?.close();
      clearTimeout(this.timer);
    };
  }

  /** A page that shows none of these yet, but would as soon as there is one. */
  interest(types: readonly string[]): () => void {
    const key = Symbol('interest');
    this.interests.set(key, new Set(types));
    return () => this.interests.delete(key);
  }

  receive(event: LiveEvent): void {
    this.changed.add(event.type);
    forgetEarlyAnswers();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refetch(), settle);
  }

  private connect(): void {
    if (this.closed) return;
    const source = this.open(this.source ? 0 : sinceEarlyQuestions());
    this.source = source;
    source.onopen = () => {
      this.wait = 1_000;
      // What happened while nobody listened is unknown: ask for all that is on the screen.
      if (this.interrupted) void this.client.refetchQueries({ include: 'active' });
      this.interrupted = false;
    };
    source.onmessage = ({ data }) => {
      try {
        this.receive(JSON.parse(String(data)) as LiveEvent);
      } catch {
        // A line that is no event changes nothing.
      }
    };
    source.onerror = () => {
      source.close();
      this.interrupted = true;
      setTimeout(() => this.connect(), this.wait * (0.75 + Math.random() / 2));
      this.wait = Math.min(this.wait * 2, longestWait);
    };
  }

  private refetch(): void {
    const types = new Set(this.changed);
    this.changed.clear();
    const wanted = [...this.interests.values()].some((interest) => [...types].some((type) => interest.has(type)));
    void this.client.refetchQueries({
      include: 'active',
      onQueryUpdated: (query: ObservableQuery) =>
        wanted || shows(query.getCurrentResult().data, types) ? query.refetch() : false,
    });
  }
}
