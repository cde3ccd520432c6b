import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FixedClock, fixedClock } from '@lienthong/kit/clock';
import type { RunningService } from '@lienthong/kit/server';
import {
  type SignedClient,
  signedClient,
  silentLog,
  type TestDatabase,
  type TestKeys,
  testDatabase,
  testKeys,
} from '@lienthong/kit/testing';
import type { Actor, Bloc, Role } from '@lienthong/policy/actor';
import { Hierarchy, type HierarchyDocument, type UnitNode } from '@lienthong/policy/hierarchy';
import { startReporting } from '../src/reporting.ts';
import { blocsFrom, readRegimes, type SeededRegime } from '../src/seeding/regime-seed.ts';
import { seedRegimes } from '../src/seeding/seed-database.ts';
import { entities, migrations } from '../src/service.ts';

interface UnitParts {
  name?: string;
  bloc?: Bloc | null;
  tier?: UnitNode['tier'];
  kind?: string;
  parent?: string | null;
  validFrom?: string;
  validTo?: string | null;
  successors?: UnitNode['successors'];
}

export function makeUnit(id: string, parts: UnitParts = {}): UnitNode {
  const { name = id, bloc = 'GOVERNMENT', tier = 'PROVINCE', kind = 'DEPARTMENT', parent = null } = parts;
  const { validFrom = '2025-03-01', validTo = null, successors = [] } = parts;
  const provinceId = id.slice(0, 2);
  return {
    id,
    code: `TH.${id.split('.').at(-1)?.toUpperCase()}`,
    name,
    shortName: name,
    nameEn: name,
    bloc,
    tier,
    kind,
    provinceId,
    territoryId: provinceId,
    validFrom,
    validTo,
    placements: [{ parentId: parent, from: validFrom, to: null }],
    successors,
  };
}

const commune = (code: string, name: string): UnitNode[] => [
  makeUnit(`38.${code}.du`, {
    name: `Đảng ủy ${name}`,
    bloc: 'PARTY',
    tier: 'COMMUNE',
    kind: 'COMMUNE_PARTY_COMMITTEE',
    parent: '38.tinhuy',
    validFrom: '2025-07-01',
  }),
  makeUnit(`38.${code}.ubnd`, {
    name: `Ủy ban nhân dân ${name}`,
    tier: 'COMMUNE',
    kind: 'COMMUNE_PEOPLES_COMMITTEE',
    parent: '38.ubnd',
    validFrom: '2025-07-01',
  }),
];

/** A province in small: two blocs, departments, three communes; and a body of another province. */
export const UNITS: readonly UnitNode[] = [
  makeUnit('38.tinhuy', { name: 'Tỉnh ủy Thanh Hóa', bloc: 'PARTY', kind: 'PROVINCIAL_PARTY_COMMITTEE' }),
  makeUnit('38.vptu', {
    name: 'Văn phòng Tỉnh ủy Thanh Hóa',
    bloc: 'PARTY',
    kind: 'PARTY_OFFICE',
    parent: '38.tinhuy',
  }),
  makeUnit('38.bcd', { name: 'Ban Chỉ đạo cấp tỉnh', bloc: 'PARTY', kind: 'STEERING_COMMITTEE', parent: '38.tinhuy' }),
  makeUnit('38.btc', { name: 'Ban Tổ chức Tỉnh ủy', bloc: 'PARTY', kind: 'PARTY_COMMISSION', parent: '38.tinhuy' }),
  makeUnit('38.ubnd', { name: 'Ủy ban nhân dân tỉnh Thanh Hóa', kind: 'PEOPLES_COMMITTEE' }),
  makeUnit('38.bcd06', { name: 'Ban Chỉ đạo tỉnh', kind: 'STEERING_COMMITTEE', parent: '38.ubnd' }),
  makeUnit('38.vpubnd', {
    name: 'Văn phòng Ủy ban nhân dân tỉnh Thanh Hóa',
    kind: 'GOVERNMENT_OFFICE',
    parent: '38.ubnd',
  }),
  makeUnit('38.skhcn', { name: 'Sở Khoa học và Công nghệ tỉnh Thanh Hóa', parent: '38.ubnd' }),
  makeUnit('38.stp', { name: 'Sở Tư pháp tỉnh Thanh Hóa', parent: '38.ubnd' }),
  makeUnit('38.snnmt', { name: 'Sở Nông nghiệp và Môi trường tỉnh Thanh Hóa', parent: '38.ubnd' }),
  makeUnit('38.ttpvhcc', { name: 'Trung tâm Phục vụ hành chính công', kind: 'CENTRE', parent: '38.vpubnd' }),
  makeUnit('38.congan', { name: 'Công an tỉnh Thanh Hóa', kind: 'POLICE', parent: '38.ubnd' }),
  ...commune('14758', 'phường Hạc Thành'),
  ...commune('15001', 'xã Các Sơn'),
  ...commune('15002', 'xã Trường Lâm'),
  makeUnit('19.vptu', { name: 'Văn phòng Tỉnh ủy Thái Nguyên', bloc: 'PARTY', kind: 'PARTY_OFFICE' }),
  makeUnit('19.skhcn', { name: 'Sở Khoa học và Công nghệ tỉnh Thái Nguyên' }),
  makeUnit('82.vptu', { name: 'Văn phòng Tỉnh ủy Đồng Tháp', bloc: 'PARTY', kind: 'PARTY_OFFICE' }),
  makeUnit('82.vpubnd', { name: 'Văn phòng UBND tỉnh Đồng Tháp', kind: 'GOVERNMENT_OFFICE' }),
];

const KINDS_OF_ALL = [
  'PARTY_OFFICE',
  'PARTY_COMMISSION',
  'DEPARTMENT',
  'GOVERNMENT_OFFICE',
  'CENTRE',
  'POLICE',
  'COMMUNE_PARTY_COMMITTEE',
  'COMMUNE_PEOPLES_COMMITTEE',
];

export function makeHierarchyDocument(version: string, units: readonly UnitNode[] = UNITS): HierarchyDocument {
  const group = (id: string, kinds: string[], blocs: string[]) => ({
    id,
    name: id,
    nameEn: id,
    rule: { kinds, tiers: ['PROVINCE', 'COMMUNE'], blocs },
  });
  return {
    version,
    units: [...units],
    groups: [
      group('cqdvdp', KINDS_OF_ALL, ['PARTY', 'GOVERNMENT']),
      group('sbnx', ['DEPARTMENT', 'GOVERNMENT_OFFICE', 'COMMUNE_PEOPLES_COMMITTEE'], ['GOVERNMENT']),
    ],
  };
}

export function makeHierarchy(version = '1', units: readonly UnitNode[] = UNITS): Hierarchy {
  return new Hierarchy(makeHierarchyDocument(version, units));
}

/** Someone of a unit, named by role and unit. */
export function makeActor(unitId: string, role: Role, parts: Partial<Actor> = {}): Actor {
  const unit = UNITS.find((candidate) => candidate.id === unitId);
  const provinceId = unitId.slice(0, 2);
  const membership = { id: `m-${unitId}-${role}`, unitId, role, bloc: unit?.bloc ?? null, provinceId };
  return {
    kind: 'person',
    id: `${unitId}-${role}`.toLowerCase(),
    displayName: `${role} ${unitId}`,
    portal: unit?.bloc ?? null,
    membership,
    memberships: [membership],
    scopes: [],
    provinceIds: [provinceId],
    locale: 'vi',
    ...parts,
  };
}

export function makeIntegrator(scopes: string[], provinceIds = ['38']): Actor {
  return {
    kind: 'integrator',
    id: 'integrator',
    displayName: 'Integrator',
    portal: null,
    membership: null,
    memberships: [],
    scopes,
    provinceIds,
    locale: 'vi',
  };
}

export const TASK_FIGURES = {
  total: 12,
  completed: 5,
  completedLate: 1,
  inProgress: 3,
  atRisk: 1,
  overdue: 2,
  notDue: 0,
};

/** What stands in for the other services: the hierarchy of `units`, and a gateway that can be made to fail. */
export interface Neighbours {
  url: string;
  gatewayAnswers: boolean;
  gatewayCalls: number;
  hierarchy: HierarchyDocument;
  close(): Promise<void>;
}

async function startNeighbours(): Promise<Neighbours> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url === '/hierarchy') return answer(200, neighbours.hierarchy);
    neighbours.gatewayCalls += 1;
    if (!neighbours.gatewayAnswers) return answer(503, {});
    let text = '';
    for await (const chunk of request) text += chunk;
    const { query } = JSON.parse(text) as { query: string };
    if (query.includes('administrativeUnit'))
      return answer(200, { data: { administrativeUnit: { name: 'Tỉnh Thanh Hóa' } } });
    return answer(200, {
      data: {
        unit: { taskFigures: TASK_FIGURES, tasks: { nodes: [{ id: 'th-285-kh-tu.1' }, { id: 'th-285-kh-tu.2' }] } },
      },
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const neighbours: Neighbours = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    gatewayAnswers: true,
    gatewayCalls: 0,
    hierarchy: makeHierarchyDocument('1'),
    close: () => new Promise((done) => server.close(() => done())),
  };
  return neighbours;
}

export interface World {
  database: TestDatabase;
  keys: TestKeys;
  clock: FixedClock;
  neighbours: Neighbours;
  service: RunningService;
  regimes: SeededRegime[];
  as(actor: Actor): SignedClient;
  stop(): Promise<void>;
}

/** The service with the regimes of the real documents, at an hour of business time. */
export async function startWorld(now: string): Promise<World> {
  const database = await testDatabase({ schema: 'reporting', migrations });
  const keys = testKeys();
  const clock = fixedClock(now);
  const neighbours = await startNeighbours();
  const regimes = readRegimes(blocsFrom(makeHierarchy()));
  const keeper = await database.dataSource(entities);
  await seedRegimes(keeper.manager, regimes);
  const service = await startReporting({
    databaseUrl: database.url('reporting_run'),
    signingKey: keys.privateKey('reporting'),
    trustedKeys: keys.trusted,
    unitsUrl: neighbours.url,
    gatewayUrl: neighbours.url,
    host: '127.0.0.1',
    port: 0,
    clock,
    log: silentLog,
  });
  await untilMade(database);
  return {
    database,
    keys,
    clock,
    neighbours,
    service,
    regimes,
    as: (actor) => signedClient(service, actor, keys),
    stop: async () => {
      await service.stop();
      await neighbours.close();
      await database.drop();
    },
  };
}

/** The schedule makes the first obligations just after the start. */
async function untilMade(database: TestDatabase): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    const [row] = await database.sql<{ behind: number }>(
      `select (select count(*) from reporting.regimes)::int - (select count(*) from reporting.regime_progress)::int as behind`,
    );
    if (row?.behind === 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('No obligations were made.');
}
