import type { RequestContext } from '@lienthong/kit/context';
import type { Actor } from '@lienthong/policy/actor';
import type { PolicyContext } from '@lienthong/policy/service-context';
import type { PersonDirectory } from './assignments/person-directory.ts';
import type { PlansContext } from './context.ts';
import type { FollowerRegister } from './followers/following.ts';

/** What this service adds to each request: the policy, what the acting unit follows, and who works where. */
export function extendWith(
  policy: (base: RequestContext<Actor>) => PolicyContext,
  register: () => FollowerRegister,
  people: PersonDirectory,
): (base: RequestContext<Actor>) => Promise<Omit<PlansContext, keyof RequestContext<Actor>>> {
  return async (base) => {
    const added = policy(base);
    const unitId = base.actor.membership?.unitId ?? null;
    return { ...added, people, following: await register().of(unitId, added.hierarchy, base.clock.today()) };
  };
}
