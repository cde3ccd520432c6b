import { expect, test } from 'vitest';
import { Hierarchy, type UnitNode } from './hierarchy.ts';

const unit = (id: string, changes: Partial<UnitNode> = {}): UnitNode => ({
  id,
  code: id,
  name: id,
  shortName: id,
  nameEn: id,
  bloc: 'GOVERNMENT',
  tier: 'COMMUNE',
  kind: 'COMMUNE_PEOPLES_COMMITTEE',
  provinceId: '38',
  territoryId: null,
  validFrom: '2020-01-01',
  validTo: null,
  placements: [{ parentId: 'province', from: '2020-01-01', to: null }],
  successors: [],
  ...changes,
});

const merger = '2025-07-01';
const hierarchy = new Hierarchy({
  version: '7',
  units: [
    unit('province', {
      tier: 'PROVINCE',
      kind: 'PEOPLES_COMMITTEE',
      placements: [{ parentId: null, from: '2020-01-01', to: null }],
    }),
    unit('old a', { validTo: merger, successors: [{ unitId: 'new', on: merger }] }),
    unit('old b', { validTo: merger, successors: [{ unitId: 'new', on: merger }] }),
    unit('older', { validTo: '2022-01-01', successors: [{ unitId: 'old a', on: '2022-01-01' }] }),
    unit('new', {
      validFrom: merger,
      placements: [
        { parentId: 'province', from: merger, to: '2025-09-01' },
        { parentId: 'new', from: '2025-09-01', to: '2025-10-01' },
        { parentId: 'province', from: '2025-10-01', to: null },
      ],
    }),
    unit('elsewhere', { provinceId: '19', placements: [{ parentId: null, from: '2020-01-01', to: null }] }),
    unit('court', { bloc: null, kind: 'COURT', tier: 'PROVINCE' }),
  ],
  groups: [
    {
      id: 'communes',
      name: 'UBND cấp xã',
      nameEn: 'Communes',
      rule: { kinds: ['COMMUNE_PEOPLES_COMMITTEE'], tiers: ['COMMUNE'], blocs: ['GOVERNMENT'] },
    },
    {
      id: 'concerned',
      name: 'Các đơn vị liên quan',
      nameEn: 'Bodies concerned',
      rule: null,
      memberships: [{ unitId: 'court', from: '2025-08-01', to: '2025-09-01' }],
    },
    { id: 'courts', name: 'Tòa án', nameEn: 'Courts', rule: { kinds: ['COURT'], tiers: ['PROVINCE'], blocs: [] } },
  ],
});

test('the tree is that of the day asked about', () => {
  expect(hierarchy.children('province', '2025-06-30')).toEqual(['old a', 'old b', 'court']);
  expect(hierarchy.children('province', merger)).toEqual(['new', 'court']);
  expect(hierarchy.subtree('province', '2021-01-01')).toEqual(['province', 'old a', 'old b', 'older', 'court']);
  expect(hierarchy.siblings('old a', '2025-06-30')).toEqual(['old b', 'court']);
  expect(hierarchy.ancestors('old a', '2025-06-30')).toEqual(['province']);
});

test('the last day of a unit is the day before its successor begins', () => {
  expect(hierarchy.isValid('old a', '2025-06-30')).toBe(true);
  expect(hierarchy.isValid('old a', merger)).toBe(false);
  expect(hierarchy.isValid('new', '2025-06-30')).toBe(false);
  expect(hierarchy.isValid('new', merger)).toBe(true);
});

test('what a merged commune was charged with is borne by who came after it, through every merger', () => {
  expect(hierarchy.bearers('older', '2021-12-31')).toEqual(['older']);
  expect(hierarchy.bearers('older', '2022-01-01')).toEqual(['old a']);
  expect(hierarchy.bearers('older', merger)).toEqual(['new']);
  expect(hierarchy.predecessors('new', merger)).toEqual(['old a', 'old b', 'older']);
  expect(hierarchy.predecessors('new', '2025-06-30')).toEqual([]);
});

test('a unit that is yet to begin answers for what it is charged with ahead of its day', () => {
  expect(hierarchy.bearers('new', '2025-06-01')).toEqual(['new']);
});

test('a group is whoever belongs to it on the day, within the province', () => {
  expect(hierarchy.members('communes', '38', '2025-06-30')).toEqual(['old a', 'old b']);
  expect(hierarchy.members('communes', '38', merger)).toEqual(['new']);
  expect(hierarchy.members('communes', '19', merger)).toEqual(['elsewhere']);
  expect(hierarchy.groupsOf('new', merger)).toEqual(['communes']);
});

test('a group without a rule has only who was named, on the dates named', () => {
  expect(hierarchy.members('concerned', '38', '2025-07-31')).toEqual([]);
  expect(hierarchy.members('concerned', '38', '2025-08-01')).toEqual(['court']);
  expect(hierarchy.members('concerned', '38', '2025-09-01')).toEqual([]);
});

test('a rule that names no bloc takes units of none as well', () => {
  expect(hierarchy.members('courts', '38', merger)).toEqual(['court']);
});

test('a unit placed under itself by mistake does not stop anyone', () => {
  expect(hierarchy.ancestors('new', '2025-09-15')).toEqual([]);
  expect(hierarchy.subtree('new', '2025-09-15')).toEqual(['new']);
});

test('an unknown unit is missing when looked for and an error when relied on', () => {
  expect(hierarchy.find('nothing')).toBeUndefined();
  expect(() => hierarchy.unit('nothing')).toThrow('No unit nothing');
  expect(hierarchy.bearers('nothing', merger)).toEqual([]);
});
