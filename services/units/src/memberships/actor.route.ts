import { inTransaction } from '@lienthong/kit/database';
import { readJson, sendJson } from '@lienthong/kit/http';
import { Refusal } from '@lienthong/kit/refusal';
import type { Route } from '@lienthong/kit/server';
import { serviceSettings } from '@lienthong/policy/rls';
import type { UnitsContext } from '../context.ts';
import { type ActorQuestion, resolveActor } from './actor.resolution.ts';

/** `POST /actor`: the gateway asks who signed in. Nobody asks it on somebody's behalf. */
export const actorRoute: Route<UnitsContext> = {
  method: 'POST',
  path: '/actor',
  handle: async (context, { request, response }) => {
    if (context.actor.kind !== 'service' || context.actor.id !== 'gateway') {
      throw new Refusal('FORBIDDEN', 'NOT_ALLOWED');
    }
    const question = questionOf(await readJson<Partial<ActorQuestion>>(request));
    const actor = await inTransaction(
      context.dataSource,
      serviceSettings('units', []),
      (manager) => resolveActor(manager, question, context.clock.today()),
      { readOnly: true },
    );
    sendJson(response, 200, actor);
  },
};

function questionOf({ subject, clientId, portal, membershipId, locale }: Partial<ActorQuestion>): ActorQuestion {
  if (typeof clientId !== 'string') throw new Refusal('INVALID', 'INVALID_INPUT', { field: 'clientId' });
  return {
    subject: typeof subject === 'string' && subject !== '' ? subject : null,
    clientId,
    portal: portal === 'PARTY' || portal === 'GOVERNMENT' ? portal : null,
    membershipId: typeof membershipId === 'string' && membershipId !== '' ? membershipId : null,
    locale: locale === 'en' ? 'en' : 'vi',
  };
}
