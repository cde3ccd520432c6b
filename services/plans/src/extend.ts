import type { RequestContext } from '@lienthong/kit/context';
import type { FileStore } from '@lienthong/kit/files';
import type { Actor } from '@lienthong/policy/actor';
import type { PolicyContext } from '@lienthong/policy/service-context';
import type { PersonDirectory } from './assignments/person-directory.ts';
import type { PlansContext } from './context.ts';
import type { FollowerRegister } from './followers/following.ts';

/** What this service adds to each request: the policy, what the acting unit follows, who works where, and the files. */
export function extendWith(
  policy: (base: RequestContext<Actor>) => PolicyContext,
  register: () => FollowerRegister,
  people: PersonDirectory,
  files: FileStore,
): (base: RequestContext<Actor>) => Promise<Omit<PlansContext, keyof RequestContext<Actor>>> {
  return async (base) => {
    const added = policy(base);
    const unitId = base.actor.membership?.unitId ?? null;
    const followers = register();
    const following = await followers.of(unitId, added.hierarchy, base.clock.today());
    return { ...added, people, followers, following, files };
  };
}
