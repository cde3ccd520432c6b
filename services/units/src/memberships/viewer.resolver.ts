import { Rule } from '@lienthong/policy/rule';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { UnitsContext } from '../context.ts';
import { membershipById, personById } from './membership.loader.ts';
import { permissionsOf } from './permissions.ts';
import { BusinessClock, Viewer } from './viewer.ts';

@Resolver()
export class ViewerResolver {
  @Rule('SELF')
  @Query(() => Viewer, { nullable: true, description: 'Who is asking (tôi là ai); null for what is not a person.' })
  async me(@Ctx() context: UnitsContext): Promise<Viewer | null> {
    const { actor, loaders } = context;
    if (actor.kind !== 'person') return null;
    const held = await Promise.all(actor.memberships.map(({ id }) => loaders.for(membershipById).load(id)));
    const memberships = held.filter((membership) => membership !== null);
    return {
      person: await loaders.for(personById).load(actor.id),
      membership: memberships.find((membership) => membership.id === actor.membership?.id) ?? null,
      memberships,
      portal: actor.portal,
      provinceId: actor.membership?.provinceId ?? null,
      permissions: permissionsOf(actor),
    };
  }

  @Rule('EVERYONE')
  @Query(() => BusinessClock, { description: 'The time by which deadlines are reckoned (thời gian nghiệp vụ).' })
  businessClock(@Ctx() { clock }: UnitsContext): BusinessClock {
    return { now: clock.now(), today: clock.today(), offsetSeconds: clock.offsetSeconds };
  }
}
