import { type Jwk, signActorToken } from '@lienthong/kit/peer';
import { Refusal } from '@lienthong/kit/refusal';
import { serviceActor } from '@lienthong/policy/actor';

/** Who works where is known to the units service alone. */
export interface PersonDirectory {
  /** The name of the person, if they have a valid membership in the unit today. */
  officerName(personId: string, unitId: string, provinceId: string): Promise<string | null>;
}

const PEOPLE = `query PeopleOfUnit($unitId: ID!) { unit(id: $unitId) { people { person { id displayName } } } }`;

interface PeopleAnswer {
  data?: { unit?: { people?: { person: { id: string; displayName: string } | null }[] | null } | null } | null;
}

/** Asks the graph as a client with the service's own account. */
export function graphPersonDirectory(gatewayUrl: string, key: Jwk): PersonDirectory {
  return {
    officerName: async (personId, unitId, provinceId) => {
      const actor = serviceActor('plans', [provinceId]);
      const people = await fetch(`${gatewayUrl}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await signActorToken(key, 'gateway', actor)}`,
        },
        body: JSON.stringify({ query: PEOPLE, variables: { unitId } }),
        signal: AbortSignal.timeout(4000),
      })
        .then((response) => response.json() as Promise<PeopleAnswer>)
        .then((answer) => answer.data?.unit?.people)
        .catch(() => undefined);
      // Rather no assignment than one to somebody unknown: the unit as a whole can still be charged.
      if (!people) throw new Refusal('CONFLICT', 'PEOPLE_UNKNOWN_NOW', { field: 'personId' });
      return people.find(({ person }) => person?.id === personId)?.person?.displayName ?? null;
    },
  };
}
