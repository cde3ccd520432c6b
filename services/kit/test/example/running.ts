import { fixedClock } from '../../src/clock.ts';
import type { RequestContext } from '../../src/context.ts';
import { createContext } from '../../src/context.ts';
import type { Caller } from '../../src/peer.ts';
import { type RunningService, type ServiceRuntime, startService } from '../../src/server.ts';
import { silentLog, type TestDatabase, type TestKeys, testDatabase, testKeys } from '../../src/testing.ts';
import { service } from './service.ts';

export const officer: Caller = { kind: 'person', id: 'officer', displayName: 'Officer', locale: 'vi' };
export const stranger: Caller = { kind: 'person', id: 'stranger', displayName: 'Stranger', locale: 'en' };
export const clock = fixedClock('2025-11-20T01:00:00Z');

export interface Running {
  database: TestDatabase;
  service: RunningService;
  keys: TestKeys;
  /** A context as a request would have it, for asking below the HTTP surface. */
  context(actor: Caller): Promise<RequestContext>;
  stop(): Promise<void>;
}

export async function runExample(
  changes: Partial<ServiceRuntime<Caller, RequestContext>> & { definition?: Partial<typeof service> } = {},
): Promise<Running> {
  const { definition, ...runtime } = changes;
  const keys = testKeys();
  const database = await testDatabase({ schema: 'notes', migrations: service.migrations });
  const running = await startService(
    { ...service, ...definition },
    {
      databaseUrl: database.url('notes_run'),
      trustedKeys: keys.trusted,
      clock,
      log: silentLog,
      extend: () => ({}),
      ...runtime,
    },
  );
  return {
    database,
    service: running,
    keys,
    context: (actor) =>
      createContext<Caller, RequestContext>({
        service: 'notes',
        actor,
        clock,
        dataSource: running.dataSource,
        requestId: 'test',
        log: silentLog,
        extend: () => ({}),
        settings: service.settings,
      }),
    stop: async () => {
      await running.stop();
      await database.drop();
    },
  };
}
