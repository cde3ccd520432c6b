import { type Actor, type Bloc, type Role, serviceActor } from '../src/actor.ts';
import type { Facts, Subject } from '../src/decide.ts';
import { Hierarchy, type UnitNode } from '../src/hierarchy.ts';

/** A small country: a province with both blocs, two communes of which one took over a third, a court, and another province. */
export const ON = '2025-11-20';

interface Sketch {
  kind: string;
  bloc: Bloc | null;
  parent: string | null;
  tier?: UnitNode['tier'];
  from?: string;
  to?: string;
  successor?: string;
}

const sketches: Record<string, Sketch> = {
  '38.tinhuy': { kind: 'PROVINCIAL_PARTY_COMMITTEE', bloc: 'PARTY', parent: null },
  '38.bcd': { kind: 'STEERING_COMMITTEE', bloc: 'PARTY', parent: '38.tinhuy' },
  '38.vptu': { kind: 'PARTY_OFFICE', bloc: 'PARTY', parent: '38.tinhuy' },
  '38.btgdv': { kind: 'PARTY_COMMISSION', bloc: 'PARTY', parent: '38.tinhuy' },
  '38.ubkt': { kind: 'PARTY_INSPECTION', bloc: 'PARTY', parent: '38.tinhuy' },
  '38.1.du': { kind: 'COMMUNE_PARTY_COMMITTEE', bloc: 'PARTY', parent: '38.tinhuy', tier: 'COMMUNE' },
  '38.ubnd': { kind: 'PEOPLES_COMMITTEE', bloc: 'GOVERNMENT', parent: null },
  '38.vpubnd': { kind: 'GOVERNMENT_OFFICE', bloc: 'GOVERNMENT', parent: '38.ubnd' },
  '38.skhcn': { kind: 'DEPARTMENT', bloc: 'GOVERNMENT', parent: '38.ubnd' },
  '38.tgv': { kind: 'SUPPORT_TEAM', bloc: 'GOVERNMENT', parent: '38.skhcn' },
  '38.stc': { kind: 'DEPARTMENT', bloc: 'GOVERNMENT', parent: '38.ubnd' },
  '38.congan': { kind: 'POLICE', bloc: 'GOVERNMENT', parent: '38.ubnd' },
  '38.1.ubnd': { kind: 'COMMUNE_PEOPLES_COMMITTEE', bloc: 'GOVERNMENT', parent: '38.ubnd', tier: 'COMMUNE' },
  '38.2.ubnd': { kind: 'COMMUNE_PEOPLES_COMMITTEE', bloc: 'GOVERNMENT', parent: '38.ubnd', tier: 'COMMUNE' },
  '38.0.ubnd': {
    kind: 'COMMUNE_PEOPLES_COMMITTEE',
    bloc: 'GOVERNMENT',
    parent: '38.ubnd',
    tier: 'COMMUNE',
    to: '2025-07-01',
    successor: '38.1.ubnd',
  },
  '38.toaan': { kind: 'COURT', bloc: null, parent: null },
  '19.vptu': { kind: 'PARTY_OFFICE', bloc: 'PARTY', parent: null },
  '19.skhcn': { kind: 'DEPARTMENT', bloc: 'GOVERNMENT', parent: null },
};

function unitNode(id: string, sketch: Sketch): UnitNode {
  const validFrom = sketch.from ?? '2020-01-01';
  const validTo = sketch.to ?? null;
  return {
    id,
    code: id,
    name: id,
    shortName: id,
    nameEn: id,
    bloc: sketch.bloc,
    tier: sketch.tier ?? 'PROVINCE',
    kind: sketch.kind,
    provinceId: id.slice(0, 2),
    territoryId: null,
    validFrom,
    validTo,
    placements: [{ parentId: sketch.parent, from: validFrom, to: validTo }],
    successors: sketch.successor && validTo ? [{ unitId: sketch.successor, on: validTo }] : [],
  };
}

export const hierarchy = new Hierarchy({
  version: '1',
  units: Object.entries(sketches).map(([id, sketch]) => unitNode(id, sketch)),
  groups: [
    {
      id: 'ubx',
      name: 'UBND cấp xã',
      nameEn: 'Commune people’s committees',
      rule: { kinds: ['COMMUNE_PEOPLES_COMMITTEE'], tiers: ['COMMUNE'], blocs: ['GOVERNMENT'] },
    },
    { id: 'cdvlq', name: 'Các đơn vị liên quan', nameEn: 'Other bodies concerned', rule: null },
  ],
});

export const unitIds = Object.keys(sketches);

export function person(unitId: string, role: Role): Actor {
  const { bloc, provinceId } = hierarchy.unit(unitId);
  const membership = { id: `${unitId} ${role}`, unitId, role, bloc, provinceId };
  return {
    kind: 'person',
    id: membership.id,
    displayName: membership.id,
    portal: bloc,
    membership,
    memberships: [membership],
    scopes: [],
    provinceIds: [provinceId],
    locale: 'vi',
  };
}

export function integrator(scopes: string[], provinceIds: string[]): Actor {
  return {
    kind: 'integrator',
    id: `integrator ${scopes.join('+')}`,
    displayName: 'integrator',
    portal: null,
    membership: null,
    memberships: [],
    scopes,
    provinceIds,
    locale: 'en',
  };
}

const nobody: Actor = { ...person('38.skhcn', 'VIEWER'), id: 'nobody', membership: null, memberships: [] };

/** Who asks, by what a colleague would call them. */
export const actors = {
  'the Party viewer': person('38.btgdv', 'VIEWER'),
  'the Party desk': person('38.vptu', 'STANDING_AGENCY'),
  'the Party security officer': person('38.vptu', 'SECURITY_OFFICER'),
  'the Party administrator': person('38.tinhuy', 'UNIT_ADMINISTRATOR'),
  'the director': person('38.bcd', 'STEERING_COMMITTEE'),
  'the Party inspector': person('38.ubkt', 'AUDITOR'),
  'the science officer': person('38.skhcn', 'REPORTER'),
  'the head of science': person('38.skhcn', 'APPROVER'),
  'the science desk': person('38.skhcn', 'STANDING_AGENCY'),
  'the science administrator': person('38.skhcn', 'UNIT_ADMINISTRATOR'),
  'the science security officer': person('38.skhcn', 'SECURITY_OFFICER'),
  'the science viewer': person('38.skhcn', 'VIEWER'),
  'the science director': person('38.skhcn', 'STEERING_COMMITTEE'),
  'the science inspector': person('38.skhcn', 'AUDITOR'),
  'the chairman': person('38.ubnd', 'APPROVER'),
  'the government administrator': person('38.ubnd', 'UNIT_ADMINISTRATOR'),
  'the police officer': person('38.congan', 'SECURITY_OFFICER'),
  'the commune officer': person('38.1.ubnd', 'REPORTER'),
  'the court officer': person('38.toaan', 'REPORTER'),
  'the desk of the other province': person('19.vptu', 'STANDING_AGENCY'),
  'an integrator': integrator(['units:read', 'plans:read', 'reporting:read', 'compliance:read'], ['38']),
  'an integrator of plans': integrator(['plans:read'], ['38']),
  'the reporting service': serviceActor('reporting', ['38']),
  'the plans service': serviceActor('plans', ['38']),
  'the compliance service': serviceActor('compliance', ['38']),
  'the units service': serviceActor('units', ['38']),
  'someone without a unit': nobody,
} as const satisfies Record<string, Actor>;

export type ActorName = keyof typeof actors;

const government = { provinceId: '38', blocs: ['GOVERNMENT'] };
const party = { provinceId: '38', blocs: ['PARTY'] };

/** What is asked about: rows by whose they are. */
export const rows = {
  'of science': { ...government, unitIds: ['38.skhcn'] },
  'of the support team': { ...government, unitIds: ['38.tgv'] },
  'of finance': { ...government, unitIds: ['38.stc'] },
  'of the people’s committee': { ...government, unitIds: ['38.ubnd'] },
  'of the commune': { ...government, unitIds: ['38.1.ubnd'] },
  'of the commune that was merged': { ...government, unitIds: ['38.0.ubnd'] },
  'of all communes': { ...government, unitIds: ['g:ubx'] },
  'of the Party office': { ...party, unitIds: ['38.vptu'] },
  'of the Party office, science helping': { ...party, unitIds: ['38.vptu', '38.skhcn'], leadUnitIds: ['38.vptu'] },
  'of the Party office, science leading': { ...party, unitIds: ['38.vptu', '38.skhcn'], leadUnitIds: ['38.skhcn'] },
  'of the Party office, science following': { ...party, unitIds: ['38.vptu'], followers: ['38.skhcn'] },
  'of finance, the Party office following': { ...government, unitIds: ['38.stc'], followers: ['38.vptu'] },
  'of the court': { provinceId: '38', blocs: [], unitIds: ['38.toaan'] },
  'of science in the other province': { provinceId: '19', blocs: ['GOVERNMENT'], unitIds: ['19.skhcn'] },
} as const satisfies Record<string, Facts>;

export type RowName = keyof typeof rows;

export const subject = (name: ActorName): Subject => ({ actor: actors[name], hierarchy, on: ON });
