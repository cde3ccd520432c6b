import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Jwk, signActorToken } from '@lienthong/kit/peer';
import { Pool } from 'undici';
import type { Actor } from '../src/sign-in/actor.ts';

interface Unit {
  id: string;
}
interface Plan {
  number: string;
  tasks: { title: string; state: string; dueOn: string; leadUnits: Unit[] }[];
}

/** The same answer by calls written for this one question: what any gateway can be measured against. */
export function handWritten(services: Readonly<Record<string, string>>, key: Jwk, actor: Actor) {
  const pools = new Map(Object.entries(services).map(([name, url]) => [name, new Pool(url, { connections: 32 })]));

  async function call<T>(service: string, query: string, variables: object): Promise<T> {
    const token = await signActorToken(key, service, actor);
    const { body } = await (pools.get(service) as Pool).request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return ((await body.json()) as { data: T }).data;
  }

  const about = (fields: string): string =>
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Unit { ${fields} } } }`;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as { variables: { id: string; first: number } };
    const { plan } = await call<{ plan: Plan }>(
      'plans',
      'query ($id: ID!, $first: Int) { plan(id: $id) { number tasks(first: $first) { title state dueOn leadUnits { id } } } }',
      variables,
    );
    const ids = [...new Set(plan.tasks.flatMap(({ leadUnits }) => leadUnits.map(({ id }) => id)))];
    const representations = ids.map((id) => ({ __typename: 'Unit', id }));
    const parts = await Promise.all([
      call<{ _entities: object[] }>('units', about('name shortName'), { representations }),
      call<{ _entities: object[] }>('reporting', about('reports { id period state }'), { representations }),
      call<{ _entities: object[] }>('compliance', about('systems { name level }'), { representations }),
    ]);
    const units = new Map(
      ids.map((id, index) => [id, Object.assign({ id }, ...parts.map(({ _entities }) => _entities[index]))]),
    );
    const tasks = plan.tasks.map(({ title, state, dueOn, leadUnits }) => ({
      title,
      state,
      dueOn,
      leadUnits: leadUnits.map(({ id }) => units.get(id)),
    }));
    const text = JSON.stringify({ data: { plan: { number: plan.number, tasks } } });
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      .end(text);
  };
  return { handle, close: () => Promise.all([...pools.values()].map((pool) => pool.close())) };
}
