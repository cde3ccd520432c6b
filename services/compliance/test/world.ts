import { randomUUID } from 'node:crypto';
import { type FixedClock, fixedClock } from '@lienthong/kit/clock';
import { startService } from '@lienthong/kit/server';
import { type SignedClient, signedClient, silentLog, testDatabase, testKeys } from '@lienthong/kit/testing';
import type { Actor, Bloc, Role } from '@lienthong/policy/actor';
import { Hierarchy, type UnitNode } from '@lienthong/policy/hierarchy';
import { withPolicy } from '@lienthong/policy/service-context';
import type { ProbePolicy } from '../src/checks/address-guard.ts';
import { definition, migrations } from '../src/service.ts';

function unit(
  id: string,
  kind: string,
  bloc: Bloc | null,
  parentId: string | null,
  more: Partial<UnitNode> = {},
): UnitNode {
  return {
    id,
    code: id.toUpperCase(),
    name: `Đơn vị ${id}`,
    shortName: id,
    nameEn: `Unit ${id}`,
    bloc,
    tier: kind.startsWith('COMMUNE') ? 'COMMUNE' : 'PROVINCE',
    kind,
    provinceId: id.split('.')[0] ?? '',
    territoryId: null,
    validFrom: '2025-07-01',
    validTo: null,
    placements: [{ parentId, from: '2025-07-01', to: null }],
    successors: [],
    ...more,
  };
}

export const units = [
  unit('38.tinhuy', 'PROVINCIAL_PARTY_COMMITTEE', 'PARTY', null),
  unit('38.vptu', 'PARTY_OFFICE', 'PARTY', '38.tinhuy'),
  unit('38.btc', 'PARTY_COMMISSION', 'PARTY', '38.tinhuy'),
  unit('38.ubkt', 'PARTY_INSPECTION', 'PARTY', '38.tinhuy'),
  unit('38.ubnd', 'PEOPLES_COMMITTEE', 'GOVERNMENT', null),
  unit('38.vpubnd', 'GOVERNMENT_OFFICE', 'GOVERNMENT', '38.ubnd'),
  unit('38.congan', 'POLICE', 'GOVERNMENT', '38.ubnd'),
  unit('38.skhcn', 'DEPARTMENT', 'GOVERNMENT', '38.ubnd'),
  unit('38.snv', 'DEPARTMENT', 'GOVERNMENT', '38.ubnd'),
  unit('38.ended', 'DEPARTMENT', 'GOVERNMENT', '38.ubnd', { validTo: '2025-10-01' }),
  unit('38.x1.ubnd', 'COMMUNE_PEOPLES_COMMITTEE', 'GOVERNMENT', '38.ubnd'),
  unit('38.x2.ubnd', 'COMMUNE_PEOPLES_COMMITTEE', 'GOVERNMENT', '38.ubnd'),
  unit('38.x1.du', 'COMMUNE_PARTY_COMMITTEE', 'PARTY', '38.tinhuy'),
  unit('19.ubnd', 'PEOPLES_COMMITTEE', 'GOVERNMENT', null),
  unit('19.skhcn', 'DEPARTMENT', 'GOVERNMENT', '19.ubnd'),
];

export const hierarchy = new Hierarchy({ version: '1', units, groups: [] });

export function person(unitId: string, role: Role): Actor {
  const { bloc, provinceId } = hierarchy.unit(unitId);
  const membership = { id: `m-${unitId}-${role}`, unitId, role, bloc, provinceId };
  return {
    kind: 'person',
    id: `p-${unitId}-${role}`,
    displayName: `${role} – ${unitId}`,
    portal: bloc,
    membership,
    memberships: [membership],
    scopes: [],
    provinceIds: [provinceId],
    locale: 'vi',
  };
}

export function integrator(scopes: string[], provinceIds = ['38']): Actor {
  return {
    kind: 'integrator',
    id: 'integrator',
    displayName: 'Integrator',
    portal: null,
    membership: null,
    memberships: [],
    scopes,
    provinceIds,
    locale: 'en',
  };
}

export const probePolicy: ProbePolicy = {
  allowedCidrs: ['127.0.0.1/32'],
  allowedPorts: [4025],
  ownPorts: [],
  extraCa: null,
};

export interface World {
  clock: FixedClock;
  database: Awaited<ReturnType<typeof testDatabase>>;
  service: Awaited<ReturnType<typeof startService>>;
  as(actor: Actor): SignedClient;
  stop(): Promise<void>;
}

export const key = (): string => randomUUID();

export async function openWorld(policy: ProbePolicy = probePolicy): Promise<World> {
  const database = await testDatabase({ schema: 'compliance', migrations });
  const keys = testKeys();
  const clock = fixedClock('2025-11-20T09:00:00+07:00');
  await database.sql(`insert into compliance.snapshots (name, version, body) values ('hierarchy', '1', $1)`, [
    JSON.stringify({ version: '1', units, groups: [] }),
  ]);
  const service = await startService(definition, {
    databaseUrl: database.url('compliance_run'),
    trustedKeys: keys.trusted,
    clock,
    log: silentLog,
    extend: (base) => ({ ...withPolicy(() => hierarchy)(base), probePolicy: policy }),
  });
  return {
    clock,
    database,
    service,
    as: (actor) => signedClient(service, actor, keys),
    stop: async () => {
      await service.stop();
      await database.drop();
    },
  };
}
