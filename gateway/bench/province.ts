import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Four services that cost next to nothing: they send back answers that are ready, so that only the gateway is measured. */
const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key"])';

export const typeDefs: Readonly<Record<string, string>> = {
  plans: `${federation}
    type Query { plan(id: ID!): Plan }
    type Plan { id: ID! number: String tasks(first: Int): [Task!] }
    type Task @key(fields: "id") { id: ID! title: String state: TaskState dueOn: String leadUnits: [Unit!] }
    enum TaskState { NOT_YET_DUE IN_PROGRESS DONE LATE }
    type Unit @key(fields: "id") { id: ID! }`,
  units: `${federation}
    type Query { unit(id: ID!): Unit }
    type Unit @key(fields: "id") { id: ID! name: String shortName: String }`,
  reporting: `${federation}
    type Query { report(id: ID!): Report }
    type Report @key(fields: "id") { id: ID! period: String state: String }
    type Unit @key(fields: "id") { id: ID! reports: [Report!] }`,
  compliance: `${federation}
    type Query { system(id: ID!): InformationSystem }
    type InformationSystem @key(fields: "id") { id: ID! name: String level: Int }
    type Unit @key(fields: "id") { id: ID! systems: [InformationSystem!] }`,
};

export const TASKS = 20;
const UNITS = 8;

const unitId = (index: number): string => `38.unit-${index % UNITS}`;
const plan = {
  id: 'p',
  number: '285-KH/TU',
  tasks: Array.from({ length: TASKS }, (_, index) => ({
    id: `t${index}`,
    title: `Nhiệm vụ số ${index}`,
    state: 'IN_PROGRESS',
    dueOn: '2025-12-30',
    leadUnits: [0, 3].map((offset) => ({ __typename: 'Unit', id: unitId(index + offset) })),
  })),
};
const entities: Readonly<Record<string, (id: string) => object>> = {
  units: (id) => ({ name: `Sở ${id}`, shortName: id }),
  reporting: (id) => ({ reports: [0, 1].map((n) => ({ id: `${id}-${n}`, period: '2025-11', state: 'ACCEPTED' })) }),
  compliance: () => ({ systems: [{ name: 'Hệ thống một cửa', level: 3 }] }),
};

export async function startService(name: string): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        variables: { representations?: { id: string }[] };
      };
      const make = entities[name];
      const data = make ? { _entities: (variables.representations ?? []).map(({ id }) => make(id)) } : { plan };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data }));
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
