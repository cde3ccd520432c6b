import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from './clock.ts';
import { inTransaction, type Settings } from './database.ts';
import type { Json } from './idempotency.ts';
import { Loaders } from './loaders.ts';
import type { Caller } from './peer.ts';
import type { Locale } from './refusal.ts';
import { type Effects, performWrite } from './write.ts';

/** What every resolver and route is given; a service adds its own (see `ServiceRuntime.extend`). */
export interface RequestContext<A extends Caller = Caller> {
  readonly service: string;
  readonly actor: A;
  readonly clock: Clock;
  readonly dataSource: DataSource;
  readonly loaders: Loaders;
  readonly requestId: string;
  readonly locale: Locale;
  readonly log: Logger;
  /** A read-only transaction under the actor's row-level settings; open one per batch, never one per request. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** The only way to change anything; see `write.ts`. Answer with ids, then load what the payload shows. */
  write<T extends Json>(
    operation: string,
    input: { idempotencyKey: string },
    work: (manager: EntityManager, effects: Effects) => Promise<T>,
  ): Promise<T>;
  /** The row-level settings of this request; worked out once, when first needed. */
  settings(): Promise<Settings>;
  /** What a write changed about who asks is to be worked out again for what its payload shows. */
  forgetSettings(): void;
}

export interface ContextParts<A extends Caller, C extends RequestContext<A>> {
  service: string;
  actor: A;
  clock: Clock;
  dataSource: DataSource;
  requestId: string;
  log: Logger;
  extend: (base: RequestContext<A>) => Omit<C, keyof RequestContext<A>> | Promise<Omit<C, keyof RequestContext<A>>>;
  settings: (context: C) => Settings | Promise<Settings>;
}

export async function createContext<A extends Caller, C extends RequestContext<A>>(
  parts: ContextParts<A, C>,
): Promise<C> {
  let settings: Promise<Settings> | undefined;
  const base: { -readonly [K in keyof RequestContext<A>]: RequestContext<A>[K] } = {
    service: parts.service,
    actor: parts.actor,
    clock: parts.clock,
    dataSource: parts.dataSource,
    requestId: parts.requestId,
    locale: parts.actor.locale,
    log: parts.log,
    loaders: undefined as unknown as Loaders,
    settings: () => {
      settings ??= Promise.resolve(parts.settings(context));
      return settings;
    },
    forgetSettings: () => {
      settings = undefined;
    },
    read: async (work) => inTransaction(parts.dataSource, await context.settings(), work, { readOnly: true }),
    write: (operation, input, work) => performWrite(context, operation, input, work),
  };
  const context = base as C;
  base.loaders = new Loaders(context);
  Object.assign(base, await parts.extend(context));
  return context;
}
