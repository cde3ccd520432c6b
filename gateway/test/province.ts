import { TestSubgraph } from './subgraph.ts';

/** A small province: units in one service, tasks in another, reports in a third. */
export interface Province {
  readonly units: TestSubgraph;
  readonly plans: TestSubgraph;
  readonly reporting: TestSubgraph;
  readonly all: readonly TestSubgraph[];
}

const unitRows = [
  { id: 'police', name: 'Công an tỉnh', parentId: null, state: 'ACTIVE' },
  { id: 'science', name: 'Sở Khoa học và Công nghệ', parentId: 'people', state: 'ACTIVE' },
  { id: 'people', name: 'UBND tỉnh', parentId: null, state: 'DISSOLVED' },
];
const taskRows = [
  { id: '1', title: 'Kiểm tra hệ thống', leadUnitIds: ['police', 'science'] },
  { id: '2', title: 'Rà soát tài khoản', leadUnitIds: ['police'] },
  { id: '3', title: 'Chưa giao', leadUnitIds: [] },
];
const reportRows = [
  { id: 'r1', unitId: 'police', note: 'đúng hạn' },
  { id: 'r2', unitId: 'science', note: null },
];

const unitOf = (id: string | null) => unitRows.find((unit) => unit.id === id) ?? null;

export function makeProvince(): Province {
  const units = new TestSubgraph(
    'units',
    `
    type Query { unit(id: ID!): Unit units(first: Int, filter: UnitFilter): [Unit!] me: Unit }
    input UnitFilter { name: String states: [UnitState!] }
    type Unit @key(fields: "id") { id: ID! name: String code: String! parent: Unit state: UnitState }
    enum UnitState { ACTIVE DISSOLVED @inaccessible }
    `,
    {
      Query: {
        unit: (_: unknown, { id }: { id: string }) => unitOf(id),
        units: (_: unknown, { first }: { first?: number }) => unitRows.slice(0, first ?? 20),
        me: () => unitRows[0],
      },
      Unit: {
        __resolveReference: ({ id }: { id: string }) => unitOf(id),
        code: ({ id }: { id: string }) => `38.${id}`,
        parent: ({ parentId }: { parentId: string | null }) => unitOf(parentId),
      },
    },
  );
  const plans = new TestSubgraph(
    'plans',
    `
    type Query { task(id: ID!): Task tasks(first: Int): [Task!] grid: [[Task]] search: [Found!] }
    type Mutation { assign(input: AssignInput!): Task close(id: ID!): Task }
    input AssignInput { taskId: ID! unitId: ID! }
    union Found = Task | Unit
    type Task @key(fields: "id") { id: ID! title: String! leadUnits: [Unit!] due: String }
    type Unit @key(fields: "id") { id: ID! name: String @external tasks(first: Int = 20): [Task!] label: String @requires(fields: "name") }
    `,
    {
      Query: {
        task: (_: unknown, { id }: { id: string }) => taskRows.find((task) => task.id === id),
        tasks: () => taskRows,
        grid: () => [[taskRows[0], null], [taskRows[1]]],
        search: () => [
          { __typename: 'Task', ...taskRows[0] },
          { __typename: 'Unit', id: 'science' },
          { __typename: 'Unit', id: 'police' },
        ],
      },
      Mutation: {
        assign: (_: unknown, { input }: { input: { taskId: string } }) =>
          taskRows.find(({ id }) => id === input.taskId),
        close: (_: unknown, { id }: { id: string }) => taskRows.find((task) => task.id === id),
      },
      Task: { leadUnits: ({ leadUnitIds }: { leadUnitIds: string[] }) => leadUnitIds.map((id) => ({ id })) },
      Unit: {
        tasks: ({ id }: { id: string }) => taskRows.filter(({ leadUnitIds }) => leadUnitIds.includes(id)),
        label: ({ id, name }: { id: string; name?: string }) => `${name ?? '?'} (${id})`,
      },
    },
  );
  const reporting = new TestSubgraph(
    'reporting',
    `
    type Query { reports: [Report!] }
    type Report @key(fields: "id") { id: ID! unit: Unit note: String }
    type Unit @key(fields: "id") { id: ID! reports: [Report!] obligations: Int }
    `,
    {
      Query: { reports: () => reportRows },
      Report: { unit: ({ unitId }: { unitId: string }) => ({ id: unitId }) },
      Unit: {
        reports: ({ id }: { id: string }) => reportRows.filter(({ unitId }) => unitId === id),
        obligations: ({ id }: { id: string }) => {
          if (id === 'science') {
            throw Object.assign(new Error('Không được xem.'), {
              extensions: { code: 'FORBIDDEN', reason: 'NOT_ALLOWED' },
            });
          }
          return 4;
        },
      },
    },
  );
  return { units, plans, reporting, all: [units, plans, reporting] };
}
