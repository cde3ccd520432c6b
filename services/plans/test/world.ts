import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FixedClock, fixedClock } from '@lienthong/kit/clock';
import { type FileStore, localFileStore } from '@lienthong/kit/files';
import { signActorToken } from '@lienthong/kit/peer';
import { type RunningService, startService } from '@lienthong/kit/server';
import {
  asKeeper,
  type SignedClient,
  signedClient,
  silentLog,
  type TestDatabase,
  testDatabase,
  testKeys,
} from '@lienthong/kit/testing';
import type { Actor } from '@lienthong/policy/actor';
import type { Hierarchy } from '@lienthong/policy/hierarchy';
import { withPolicy } from '@lienthong/policy/service-context';
import { extendWith } from '../src/extend.ts';
import { FollowerRegister } from '../src/followers/following.ts';
import { migrations } from '../src/migrations.ts';
import { readDocuments } from '../src/seeds/document.ts';
import { loadDocuments } from '../src/seeds/load-documents.ts';
import { entities, plansService } from '../src/service.ts';
import { makeHierarchy } from './make.ts';

export interface World {
  database: TestDatabase;
  service: RunningService;
  clock: FixedClock;
  files: FileStore;
  /** Puts another tree in place, as a change in the units service does. */
  setHierarchy(hierarchy: Hierarchy): void;
  /** Person ids that work in a unit; anybody is believed to when this is null. */
  officers: { in: string[] | null };
  as(actor: Actor): SignedClient;
  /** What the gateway would send for this person, for a request made by hand. */
  tokenOf(actor: Actor): Promise<string>;
  end(): Promise<void>;
}

export const TODAY = '2025-11-20';

/** The five documents in a fresh database behind the real subgraph, at ten in the morning of 20 November 2025. */
export async function startWorld(): Promise<World> {
  const database = await testDatabase({ schema: 'plans', migrations });
  const folder = mkdtempSync(join(tmpdir(), 'plans-files-'));
  const files = localFileStore(folder);
  const clock = fixedClock(`${TODAY}T10:00:00+07:00`);
  let hierarchy = makeHierarchy();
  const keeper = await database.dataSource(entities);
  await asKeeper(keeper, (manager) => loadDocuments(manager, readDocuments(), hierarchy));
  const keys = testKeys();
  const officers: World['officers'] = { in: null };
  let register: FollowerRegister | undefined;
  const service = await startService(plansService(files), {
    databaseUrl: database.url('plans_run'),
    trustedKeys: keys.trusted,
    clock,
    log: silentLog,
    extend: extendWith(
      withPolicy(() => hierarchy),
      () => register as FollowerRegister,
      { officerName: async (personId) => ((officers.in?.includes(personId) ?? true) ? `Officer ${personId}` : null) },
      files,
    ),
    background: async ({ dataSource }) => {
      register = new FollowerRegister(dataSource);
      return async () => undefined;
    },
  });
  return {
    database,
    service,
    clock,
    files,
    officers,
    setHierarchy: (next) => {
      hierarchy = next;
    },
    as: (actor) => signedClient(service, actor, keys),
    tokenOf: (actor) => signActorToken(keys.privateKey('gateway'), 'plans', actor),
    end: async () => {
      await service.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
