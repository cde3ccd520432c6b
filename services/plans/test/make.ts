import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Actor, Bloc, Role } from '@lienthong/policy/actor';
import { type GroupNode, Hierarchy, type HierarchyDocument, type UnitNode } from '@lienthong/policy/hierarchy';

/** The units of the seeds with a few communes: enough for every group to have members in every province. */
const COMMUNES: Record<string, string[]> = {
  '38': ['14758', '14761', '14764'],
  '19': ['05443', '05446'],
  '82': ['28249', '28252'],
};

const seed = <T>(path: string): T =>
  JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(`@lienthong/seeds/${path}`)), 'utf8')) as T;

type SeedUnit = Omit<UnitNode, 'placements' | 'successors'> & { parentId: string | null };

function organisations(): UnitNode[] {
  return seed<SeedUnit[]>('units/organisations.json').map(({ parentId, ...unit }) => ({
    ...unit,
    placements: [{ parentId, from: unit.validFrom, to: unit.validTo }],
    successors: [],
  }));
}

function communeUnit(provinceId: string, code: string, bloc: Bloc): UnitNode {
  const isParty = bloc === 'PARTY';
  const name = `${isParty ? 'Đảng ủy' : 'UBND'} xã ${code}`;
  return {
    id: `${provinceId}.${code}.${isParty ? 'du' : 'ubnd'}`,
    code,
    name,
    shortName: name,
    nameEn: name,
    bloc,
    tier: 'COMMUNE',
    kind: isParty ? 'COMMUNE_PARTY_COMMITTEE' : 'COMMUNE_PEOPLES_COMMITTEE',
    provinceId,
    territoryId: code,
    validFrom: '2025-07-01',
    validTo: null,
    placements: [{ parentId: `${provinceId}.${isParty ? 'tinhuy' : 'ubnd'}`, from: '2025-07-01', to: null }],
    successors: [],
  };
}

export function makeHierarchyDocument(): HierarchyDocument {
  const communes = Object.entries(COMMUNES).flatMap(([provinceId, codes]) =>
    codes.flatMap((code) => [communeUnit(provinceId, code, 'PARTY'), communeUnit(provinceId, code, 'GOVERNMENT')]),
  );
  return {
    version: 'test',
    units: [...organisations(), ...communes],
    groups: seed<GroupNode[]>('units/groups.json').map(({ id, name, nameEn, aliases, rule }) => ({
      id,
      name,
      nameEn,
      ...(aliases ? { aliases } : {}),
      rule,
    })),
  };
}

export function makeHierarchy(change: (document: HierarchyDocument) => void = () => undefined): Hierarchy {
  const document = makeHierarchyDocument();
  change(document);
  return new Hierarchy(document);
}

const BLOC_OF: Record<string, Bloc | null> = Object.fromEntries(
  makeHierarchyDocument().units.map((unit) => [unit.id, unit.bloc]),
);

/** A person who acts for a unit in a role: `makeActor('38.skhcn', 'REPORTER')`. */
export function makeActor(unitId: string, role: Role, name = 'a'): Actor {
  const membership = {
    id: `m.${unitId}.${role}.${name}`,
    unitId,
    role,
    bloc: BLOC_OF[unitId] ?? null,
    provinceId: unitId.slice(0, 2),
  };
  return {
    kind: 'person',
    id: `${unitId}.${role.toLowerCase()}.${name}`,
    displayName: `${role} – ${unitId}`,
    portal: membership.bloc,
    membership,
    memberships: [membership],
    scopes: [],
    provinceIds: [membership.provinceId],
    locale: 'vi',
  };
}

export function makeIntegrator(scopes: string[], provinceIds: string[]): Actor {
  return {
    kind: 'integrator',
    id: `integrator.${scopes.join('+')}`,
    displayName: 'Integrating team',
    portal: null,
    membership: null,
    memberships: [],
    scopes,
    provinceIds,
    locale: 'en',
  };
}

/** An idempotency key of its own for each act. */
export const key = (): string => `test-key-${randomUUID()}`;
