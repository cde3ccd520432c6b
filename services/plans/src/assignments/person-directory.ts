import { type Jwk, signActorToken } from '@lienthong/kit/peer';
import type { Actor } from '@lienthong/policy/actor';

/** Who works where is known to the units service alone. */
export interface PersonDirectory {
  /** Whether the person has a valid membership in the unit today. */
  worksIn(personId: string, unitId: string): Promise<boolean>;
}

const SERVICE: Actor = {
  kind: 'service',
  id: 'plans',
  displayName: 'plans',
  portal: null,
  membership: null,
  memberships: [],
  scopes: [],
  provinceIds: [],
  locale: 'vi',
};

const PEOPLE = `query PeopleOfUnit($unitId: ID!) { unit(id: $unitId) { people { person { id } } } }`;

/** Asks the graph as a client with the service's own account. */
export function graphPersonDirectory(gatewayUrl: string, key: Jwk): PersonDirectory {
  return {
    worksIn: async (personId, unitId) => {
      const response = await fetch(`${gatewayUrl}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await signActorToken(key, 'gateway', SERVICE)}`,
        },
        body: JSON.stringify({ query: PEOPLE, variables: { unitId } }),
        signal: AbortSignal.timeout(5000),
      });
      const answer = (await response.json()) as {
        data?: { unit?: { people: { person: { id: string } | null }[] } | null };
        errors?: { message: string }[];
      };
      if (!answer.data?.unit)
        throw new Error(`The graph did not tell who works in ${unitId}: ${JSON.stringify(answer.errors)}`);
      return answer.data.unit.people.some(({ person }) => person?.id === personId);
    },
  };
}
