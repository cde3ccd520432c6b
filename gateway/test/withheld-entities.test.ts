import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { maskError } from '../src/errors.ts';
import { TestGraph } from './graph.ts';
import { TestSubgraph } from './subgraph.ts';

const plans = new TestSubgraph(
  'plans',
  `
  type Query { tasks: [Task!] task: Task }
  type Task @key(fields: "id") { id: ID! lead: Unit leads: [Unit!] owner: Unit! }
  type Unit @key(fields: "id") { id: ID! }
  `,
  {
    Query: {
      tasks: () => ['police', 'science', 'police'].map(taskOf),
      task: () => taskOf('police'),
    },
  },
);
const units = new TestSubgraph('units', 'type Unit @key(fields: "id") { id: ID! name: String! code: String }', {
  Unit: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Tên ${id}`, code: null }) },
});
const reporting = new TestSubgraph('reporting', 'type Unit @key(fields: "id") { id: ID! due: [String!]! }', {
  Unit: { __resolveReference: ({ id }: { id: string }) => ({ id, due: [] }) },
});

function taskOf(id: string, index = 0) {
  return { id: `${index}`, lead: { id }, leads: [{ id }, { id: 'science' }], owner: { id } };
}

/** Answers for every unit asked for, as `give` says. */
const answering =
  (give: (id: string, index: number) => unknown, errors?: object[]) =>
  (_query: string, { representations }: { representations?: { id: string }[] }) => ({
    data: { _entities: representations?.map(({ id }, index) => give(id, index)) },
    ...(errors ? { errors } : {}),
  });

const withheld = { code: 'NOT_FOUND', reason: 'ENTITY_NOT_SHOWN', service: 'units' };

describe('an entity that its owner does not show', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await TestGraph.start([plans, units, reporting], { timeoutMs: 300 });
  });
  afterEach(() => {
    for (const subgraph of [plans, units, reporting]) subgraph.manner = 'well';
  });
  afterAll(() => graph.stop());

  const faultsOf = async (query: string) => {
    const { data, errors } = await graph.ask(query);
    return { data, errors: errors.map(({ path, extensions }) => ({ path: path?.join('.'), ...extensions })) };
  };

  it('is not found, at its own place, where a field it must have was asked', async () => {
    units.manner = answering(() => null);
    expect(await faultsOf('{ task { id lead { id name } } }')).toEqual({
      data: { task: { id: '0', lead: null } },
      errors: [{ path: 'task.lead', ...withheld }],
    });
  });

  it('leaves its key, nulls and no error where every field asked may be null', async () => {
    units.manner = answering(() => null);
    expect(await faultsOf('{ task { id lead { id code } } }')).toEqual({
      data: { task: { id: '0', lead: { id: 'police', code: null } } },
      errors: [],
    });
  });

  it('says so at every place where it stands, and nowhere else', async () => {
    units.manner = answering((id) => (id === 'police' ? null : { __typename: 'Unit', name: 'Sở' }));
    expect(await faultsOf('{ tasks { id lead { name } } }')).toEqual({
      data: {
        tasks: [
          { id: '0', lead: null },
          { id: '1', lead: { name: 'Sở' } },
          { id: '2', lead: null },
        ],
      },
      errors: [
        { path: 'tasks.0.lead', ...withheld },
        { path: 'tasks.2.lead', ...withheld },
      ],
    });
  });

  it('takes the list it stands in with it, and the error names it', async () => {
    units.manner = answering((id) => (id === 'police' ? null : { __typename: 'Unit', name: 'Sở' }));
    expect(await faultsOf('{ task { id leads { name } } }')).toEqual({
      data: { task: { id: '0', leads: null } },
      errors: [{ path: 'task.leads.0', ...withheld }],
    });
  });

  it('takes with it what must have it, and is named once, by its owner', async () => {
    units.manner = answering(() => null);
    expect(await faultsOf('{ task { id owner { name due } } }')).toEqual({
      data: { task: null },
      errors: [{ path: 'task.owner', ...withheld }],
    });
  });

  it('reads the same whether it is hidden or not there', async () => {
    units.manner = answering(() => null);
    const hidden = await faultsOf('{ task { lead { name } } }');
    units.manner = () => ({ data: { _entities: [] } });
    expect(await faultsOf('{ task { lead { name } } }')).toEqual(hidden);
  });

  it("keeps its owner's reason, if the owner gives one, at every place", async () => {
    const refusal = { code: 'FORBIDDEN', reason: 'NOT_ALLOWED' };
    units.manner = answering(
      (id) => (id === 'police' ? null : { __typename: 'Unit', name: 'Sở' }),
      [{ message: 'Không được xem.', path: ['_entities', 0], extensions: refusal }],
    );
    const { errors } = await faultsOf('{ tasks { lead { name } } }');
    expect(errors).toEqual([
      { path: 'tasks.0.lead', ...refusal, service: 'units' },
      { path: 'tasks.2.lead', ...refusal, service: 'units' },
    ]);
  });

  it('has a sentence in both languages', async () => {
    units.manner = answering(() => null);
    const [error] = (await graph.ask('{ task { lead { name } } }')).errors;
    const shown = (locale: 'vi' | 'en') => maskError(error!, locale, 'n', () => undefined).message;
    expect(shown('vi')).toBe('Không có mục này, hoặc tài khoản của bạn không được xem.');
    expect(shown('en')).toBe('This entry does not exist, or is not open to you.');
  });
});

describe('where a field that must be there is missing for another reason', () => {
  let graph: TestGraph;

  beforeAll(async () => {
    graph = await TestGraph.start([plans, units, reporting], { timeoutMs: 300 });
  });
  afterEach(() => {
    for (const subgraph of [plans, units, reporting]) subgraph.manner = 'well';
  });
  afterAll(() => graph.stop());

  const faultsOf = async (query: string) =>
    (await graph.ask(query)).errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions.reason}`);

  it('a service that is down is named at every place that lacks it', async () => {
    units.manner = 'drop';
    expect(await faultsOf('{ tasks { lead { name } } }')).toEqual([
      'tasks.0.lead SERVICE_UNREACHABLE',
      'tasks.1.lead SERVICE_UNREACHABLE',
      'tasks.2.lead SERVICE_UNREACHABLE',
    ]);
  });

  it('an owner that shows the entity and breaks its word about a field is a fault of ours', async () => {
    units.manner = answering(() => ({ __typename: 'Unit', name: null }));
    expect(await faultsOf('{ task { lead { name } } }')).toEqual(['task.lead.name NULL_FOR_NON_NULL']);
  });
});
