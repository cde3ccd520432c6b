/** Step 6 of the working day: a team that builds on the graph. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, integratorToken, world } from '../src/world.ts';

interface Node {
  id: string;
  number: string | null;
}

const acrossAllServices = /* GraphQL */ `
  query AcrossAllServices($plan: ID!, $after: String) {
    plan(id: $plan) {
      number
      tasks(first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          number
          leadUnits {
            id
            shortName
            reportsOwed(first: 1) {
              nodes {
                dueAt
                state
              }
            }
            systems(first: 1) {
              nodes {
                name
                level
                dossier {
                  state
                }
              }
            }
          }
        }
      }
    }
  }
`;

describe('an integrating team', () => {
  let token = '';
  beforeAll(async () => {
    token = await integratorToken(world().integrator);
  });

  it('gets a token by client credentials', () => {
    expect(token.split('.')).toHaveLength(3);
  });

  it('asks one question of all four services and pages through all 61 tasks without a gap or a double', async () => {
    const seen = new Map<string, Node>();
    let after: string | null = null;
    let pages = 0;
    do {
      const answer = await ask(token, acrossAllServices, { plan: 'th-285-kh-tu', after });
      expect(answer.errors).toBeUndefined();
      const plan = (answer.data as unknown as { plan: { number: string; tasks: TaskPage } }).plan;
      expect(plan.number).toBe('285-KH/TU');
      expect(plan.tasks.totalCount).toBe(61);
      for (const node of plan.tasks.nodes) {
        expect(seen.has(node.id)).toBe(false);
        seen.set(node.id, node);
      }
      after = plan.tasks.pageInfo.hasNextPage ? plan.tasks.pageInfo.endCursor : null;
      pages += 1;
    } while (after);
    expect(pages).toBe(4);
    expect(seen.size).toBe(61);
    const science = [...seen.values()]
      .flatMap((node) => (node as TaskNode).leadUnits ?? [])
      .find((unit) => unit.id === '38.skhcn');
    expect(science?.reportsOwed?.nodes[0]?.dueAt).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    expect(science?.systems?.nodes[0]?.dossier?.state).toBeTruthy();
  });

  it('is refused what its scope does not cover, and still gets the rest', async () => {
    const limited = await integratorToken(world().limitedIntegrator);
    const answer = await ask(
      limited,
      '{ plan(id: "th-285-kh-tu") { number } informationSystems(first: 1) { totalCount } }',
    );
    expect((answer.data as unknown as { plan: { number: string } }).plan.number).toBe('285-KH/TU');
    expect(answer.errors?.map((error) => error.extensions.code)).toEqual(['FORBIDDEN']);
    expect(answer.errors?.[0]?.path).toEqual(['informationSystems']);
  });

  it('does not see another province', async () => {
    const answer = await ask(
      token,
      '{ plan(id: "tn-02-kh-bcd") { number } units(filter: { provinceId: "19" }, first: 1) { totalCount } }',
    );
    expect(answer.data).toMatchObject({ plan: null });
    expect(JSON.stringify(answer.data)).not.toContain('19.');
  });

  it('may not change anything', async () => {
    const answer = await ask(
      token,
      'mutation ($input: AssignTaskInput!) { assignTask(input: $input) { task { id } } }',
      {
        input: {
          idempotencyKey: 'integrator-assigns',
          taskId: 'th-285-kh-tu.17',
          expectedVersion: 1,
          unitId: '38.skhcn',
          personId: 'skhcn-chuyenvien',
        },
      },
    );
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is told within limits what is wrong with a question', async () => {
    const deep = `{ plan(id: "th-285-kh-tu") { ${'implementedBy { '.repeat(12)} id ${'} '.repeat(12)} } }`;
    const answer = await ask(token, deep);
    expect(answer.errors?.[0]?.extensions.code).toBe('INVALID');
    const unknown = await ask(token, '{ plan(id: "th-285-kh-tu") { nummer } }');
    expect(unknown.errors?.[0]?.message).toBeTruthy();
    expect(JSON.stringify(unknown.errors)).not.toMatch(/Did you mean/);
  });

  it('reads the published schema, since introspection is off', async () => {
    const published = await fetch(world().graph.replace('/graphql', '/schema.graphql'), {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await published.text()).toContain('type Task');
    const answer = await ask(token, '{ __schema { types { name } } }');
    expect(answer.data).toBeFalsy();
  });

  it('without a token is nobody', async () => {
    const answer = await fetch(world().graph, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ businessClock { today } }' }),
    });
    expect(answer.status).toBe(401);
  });
});

interface TaskNode extends Node {
  leadUnits:
    | {
        id: string;
        reportsOwed: { nodes: { dueAt: string }[] } | null;
        systems: { nodes: { dossier: { state: string } | null }[] } | null;
      }[]
    | null;
}

interface TaskPage {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: TaskNode[];
}
