import { type FixedClock, fixedClock } from '@lienthong/kit/clock';
import { type RunningService, startService } from '@lienthong/kit/server';
import {
  type SignedClient,
  signedClient,
  silentLog,
  type TestDatabase,
  type TestKeys,
  testDatabase,
  testKeys,
} from '@lienthong/kit/testing';
import { type Actor, serviceActor } from '@lienthong/policy/actor';
import type { ActorQuestion } from '../src/memberships/actor.resolution.ts';
import { seedDatabase } from '../src/seeding/seed-database.ts';
import { definition, migrations, unitsRuntime } from '../src/service.ts';

export interface World {
  database: TestDatabase;
  running: RunningService;
  keys: TestKeys;
  clock: FixedClock;
  /** A second process on the same database. */
  another(): Promise<RunningService>;
  /** Who the gateway would say is asking, worked out by the service itself. */
  actor(subject: string | null, more?: Partial<ActorQuestion>): Promise<Actor>;
  /** Signed in as this demonstration account; without one, as the client. */
  as(subject: string | null, more?: Partial<ActorQuestion>): Promise<SignedClient>;
  ask(actor: Actor): SignedClient;
  peer(name: string): SignedClient;
  stop(): Promise<void>;
}

/** The service on its seeds, on 20 November 2025. */
export async function startWorld(): Promise<World> {
  const database = await testDatabase({ schema: 'units', migrations });
  await seedDatabase(database.url('units_migrate'), { demonstration: true });
  const keys = testKeys();
  const clock = fixedClock('2025-11-20T02:00:00Z');
  const another = (): Promise<RunningService> =>
    startService(definition, {
      ...unitsRuntime(database.url('units_run')),
      databaseUrl: database.url('units_run'),
      trustedKeys: keys.trusted,
      clock,
      log: silentLog,
    });
  const running = await another();
  const ask = (actor: Actor): SignedClient => signedClient(running, actor, keys);
  const peer = (name: string): SignedClient => ask(serviceActor(name, ['38']));
  const actor: World['actor'] = async (subject, more = {}) => {
    const question = { subject, clientId: 'test', portal: null, membershipId: null, locale: 'vi', ...more };
    const response = await peer('gateway').fetch('/actor', { method: 'POST', body: JSON.stringify(question) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Actor;
  };
  return {
    database,
    running,
    keys,
    clock,
    another,
    actor,
    ask,
    peer,
    as: async (subject, more) => ask(await actor(subject, more)),
    stop: async () => {
      await running.stop();
      await database.drop();
    },
  };
}

let count = 0;

/** A key as a form makes one. */
export function key(): string {
  count += 1;
  return `test-key-${count}`;
}
