import pg from 'pg';
import type { EntityManager } from 'typeorm';

export const CHANNEL = 'lienthong';

/** What changed, and who may be told: no content travels in an event. */
export interface ServiceEvent {
  service: string;
  /** The GraphQL type. */
  type: string;
  id: string;
  provinceId: string;
  blocs: string[];
  unitIds?: string[];
  at: string;
}

/** PostgreSQL delivers it when the surrounding transaction commits, and never when it rolls back. */
export async function publish(manager: EntityManager, event: ServiceEvent): Promise<void> {
  let payload = JSON.stringify(event);
  // A notification holds 8,000 bytes; who is concerned can be worked out again from the blocs.
  if (Buffer.byteLength(payload) > 7900) payload = JSON.stringify({ ...event, unitIds: undefined });
  await manager.query('select pg_notify($1, $2)', [CHANNEL, payload]);
}

export interface Listener {
  close(): Promise<void>;
}

export interface ListenOptions {
  /** Called after a gap: something may have been missed, so whatever was derived from events must be read again. */
  onReconnect?: () => void;
  onError?: (error: Error) => void;
}

/** Listens on a connection of its own and comes back by itself when that is lost. */
export async function listen(
  url: string,
  handler: (event: ServiceEvent) => void,
  { onReconnect, onError }: ListenOptions = {},
): Promise<Listener> {
  let closed = false;
  let current: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let delay = 100;

  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, application_name: 'listen', keepAlive: true });
    let lost = false;
    const lose = (error?: Error): void => {
      if (lost) return;
      lost = true;
      if (current === client) current = undefined;
      client.end().catch(() => undefined);
      if (error) onError?.(error);
      if (!closed) again();
    };
    client.on('error', lose);
    client.on('end', () => lose());
    client.on('notification', ({ payload }) => {
      const event = parseEvent(payload);
      if (event) handler(event);
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    if (closed) {
      await client.end();
      return;
    }
    current = client;
    delay = 100;
  };

  const again = (): void => {
    retry = setTimeout(() => {
      connect().then(
        () => onReconnect?.(),
        (error: Error) => {
          onError?.(error);
          if (!closed) again();
        },
      );
    }, delay);
    delay = Math.min(delay * 2, 5000);
  };

  await connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      const client = current;
      current = undefined;
      await client?.end().catch(() => undefined);
    },
  };
}

function parseEvent(payload: string | undefined): ServiceEvent | undefined {
  try {
    const event = JSON.parse(payload ?? '') as ServiceEvent;
    return typeof event.type === 'string' && typeof event.id === 'string' ? event : undefined;
  } catch {
    return undefined;
  }
}
