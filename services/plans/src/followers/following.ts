import { inTransaction } from '@lienthong/kit/database';
import type { Hierarchy } from '@lienthong/policy/hierarchy';
import type { DataSource } from 'typeorm';
import type { PlansContext } from '../context.ts';
import { Follower } from './follower.entity.ts';

/** Who follows what on a day: keys `<plan>|<group or *>|<bloc>`, the same text that tasks carry. */
export interface Following {
  /** What the acting unit follows. */
  readonly keys: readonly string[];
  /** The units that follow a row with one of these keys. */
  unitsFor(followKeys: readonly string[]): string[];
}

const KNOWN_FOR_MILLISECONDS = 30_000;

/** Followers change with a plan, not with a request: read once in a while, by the service itself. */
export class FollowerRegister {
  readonly #dataSource: DataSource;
  #followers: Promise<readonly Follower[]> = Promise.resolve([]);
  #until = 0;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  all(): Promise<readonly Follower[]> {
    if (Date.now() >= this.#until) {
      this.#until = Date.now() + KNOWN_FOR_MILLISECONDS;
      this.#followers = inTransaction(this.#dataSource, { 'app.service': 'on' }, (manager) => manager.find(Follower), {
        readOnly: true,
      });
      this.#followers.catch(() => {
        this.#until = 0;
      });
    }
    return this.#followers;
  }

  /** Followers have changed here: the next request reads them anew; other processes follow within half a minute. */
  forget(): void {
    this.#until = 0;
  }

  async of(unitId: string | null, hierarchy: Hierarchy, today: string): Promise<Following> {
    return followingOf(await this.all(), unitId, hierarchy, today);
  }
}

/** A unit that took over from one that has ended follows what that one followed. */
export function followingOf(
  followers: readonly Follower[],
  unitId: string | null,
  hierarchy: Hierarchy,
  today: string,
): Following {
  const valid = followers
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today < validTo))
    .map((follower) => ({ keys: keysOfFollower(follower), units: hierarchy.bearers(follower.unitId, today) }));
  const own = unitId === null ? [] : valid.filter(({ units }) => units.includes(unitId));
  return {
    keys: [...new Set(own.flatMap(({ keys }) => keys))],
    unitsFor: (followKeys) => {
      const wanted = new Set(followKeys);
      const following = valid.filter(({ keys }) => keys.some((key) => wanted.has(key)));
      return [...new Set(following.flatMap(({ units }) => units))];
    },
  };
}

function keysOfFollower({ planId, taskGroupIds, blocs }: Follower): string[] {
  return blocs.flatMap((bloc) => (taskGroupIds ?? ['*']).map((group) => `${planId}|${group}|${bloc}`));
}

/** After a write that made somebody follow: what is shown of it is what the next request would show. */
export async function followAnew(context: PlansContext): Promise<void> {
  const { followers, actor, hierarchy, clock } = context;
  followers.forget();
  const next = await followers.of(actor.membership?.unitId ?? null, hierarchy, clock.today());
  // The same object: the server hands each resolver a copy of the context.
  Object.assign(context.following, next);
  context.forgetSettings();
}
