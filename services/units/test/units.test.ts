import { serviceActor } from '@lienthong/policy/actor';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

interface Listed {
  nodes: { id: string; name: string }[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('reading the hierarchy', () => {
  test('a province has 166 communes, each with a Party committee and a people’s committee', async () => {
    const officer = await world.as('skhcn-chuyenvien');
    const { party, government, tree } = await officer.data(`{
      party: units(filter: { kind: "COMMUNE_PARTY_COMMITTEE", provinceId: "38" }) { totalCount }
      government: units(filter: { kind: "COMMUNE_PEOPLES_COMMITTEE", provinceId: "38" }) { totalCount }
      tree: unitTree { id parentId depth childCount unit { name } } }`);
    expect(party.totalCount).toBe(166);
    expect(government.totalCount).toBe(166);
    expect(tree).toHaveLength(49 + 332);
    expect(tree.find((node: { id: string }) => node.id === '38.14797.ubnd')).toMatchObject({
      parentId: '38.ubnd',
      depth: 1,
      unit: { name: 'UBND phường Hạc Thành' },
    });
  });

  test('a tree of one bloc leaves the other out', async () => {
    const officer = await world.as('vptu-chuyenvien');
    const { unitTree } = await officer.data('{ unitTree(bloc: PARTY) { unit { bloc } } }');
    expect(new Set(unitTree.map((node: { unit: { bloc: string } }) => node.unit.bloc))).toEqual(new Set(['PARTY']));
  });

  test('before 1 July 2025 there were no communes of today', async () => {
    const officer = await world.as('skhcn-chuyenvien');
    const { before, group } = await officer.data(`{
      before: units(filter: { tier: COMMUNE, asOf: "2025-06-30" }) { totalCount }
      group: unitGroup(id: "ubx") { before: memberCount(provinceId: "38", asOf: "2025-06-30") after: memberCount(provinceId: "38", asOf: "2025-07-01")
        members(provinceId: "38", first: 2) { nodes { kind } pageInfo { hasNextPage endCursor } totalCount } } }`);
    expect(before.totalCount).toBe(0);
    expect(group).toMatchObject({ before: 0, after: 166, members: { totalCount: 166 } });
    expect(group.members.pageInfo.hasNextPage).toBe(true);
  });

  test('a unit knows its parent, its territory and those above it', async () => {
    const officer = await world.as('hacthanh-ubnd-chuyenvien');
    const { unit } = await officer.data(`{ unit(id: "38.14797.ubnd") {
      code kindName isValid parent { id } ancestors { id } province { name } mayManage childCount
      territory { name nameEn predecessors units { id } province { name } } history { kind on } } }`);
    expect(unit).toMatchObject({
      code: 'TH.14797.UBND',
      kindName: 'UBND xã, phường',
      isValid: true,
      parent: { id: '38.ubnd' },
      ancestors: [{ id: '38.ubnd' }],
      province: { name: 'Tỉnh Thanh Hóa' },
      mayManage: false,
      childCount: 0,
      history: [{ kind: 'CREATED', on: '2025-07-01' }],
    });
    expect(unit.territory.units.map((found: { id: string }) => found.id).sort()).toEqual([
      '38.14797.du',
      '38.14797.ubnd',
    ]);
    expect(unit.territory.predecessors.length).toBeGreaterThan(1);
  });

  test('children come by name, page by page, without repeating or losing one', async () => {
    const officer = await world.as('skhcn-chuyenvien');
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { unit }: { unit: { children: Listed } } = await officer.data(
        `query ($after: String) { unit(id: "38.ubnd") { children(first: 50, after: $after) {
          nodes { id } totalCount pageInfo { hasNextPage endCursor } } } }`,
        { after },
      );
      seen.push(...unit.children.nodes.map((node) => node.id));
      if (!unit.children.pageInfo.hasNextPage) {
        expect(seen).toHaveLength(unit.children.totalCount);
        break;
      }
      after = unit.children.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('a list goes page by page in the Vietnamese order', async () => {
    const officer = await world.as('skhcn-chuyenvien');
    const names: string[] = [];
    for (let after: string | null = null; ; ) {
      const { units }: { units: Listed } = await officer.data(
        `query ($after: String) { units(filter: { kind: "DEPARTMENT" }, first: 5, after: $after) {
          nodes { name } totalCount pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      names.push(...units.nodes.map((node) => node.name));
      if (!units.pageInfo.hasNextPage) {
        expect(names).toHaveLength(units.totalCount);
        break;
      }
      after = units.pageInfo.endCursor;
    }
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
  });

  test.each([
    ['page of 0', 'units(first: 0) { totalCount }', 'PAGE_SIZE'],
    ['page of 101', 'units(first: 101) { totalCount }', 'PAGE_SIZE'],
    ['made-up cursor', 'units(after: "x") { totalCount }', 'CURSOR'],
    ['made-up cursor below a unit', 'unit(id: "38.ubnd") { children(after: "x") { totalCount } }', 'CURSOR'],
    ['31 February', 'units(filter: { asOf: "2025-02-31" }) { totalCount }', 'INVALID_QUERY'],
  ])('a %s is refused', async (_, field, reason) => {
    const officer = await world.as('skhcn-chuyenvien');
    expect(await officer.refusal(`{ ${field} }`)).toMatchObject({ code: 'INVALID', reason });
  });
});

describe('search', () => {
  const find = async (search: string): Promise<string[]> => {
    const officer = await world.as('vptu-chuyenvien');
    const { units } = await officer.data(
      'query ($search: String) { units(filter: { search: $search }) { nodes { id } } }',
      { search },
    );
    return units.nodes.map((unit: { id: string }) => unit.id);
  };

  test.each([
    ['so khoa hoc', 'without marks'],
    ['Sở Khoa học và Công nghệ', 'as written'],
    ['Sở Khoa học và Công nghệ'.normalize('NFD'), 'with combining marks'],
    ['SỞ KHOA HỌC', 'in capitals'],
    ['cong nghe so', 'in any order'],
    ['TH.SKHCN', 'by code'],
  ])('“%s” (%s) finds the department', async (search) => {
    expect(await find(search)).toContain('38.skhcn');
  });

  test('a commune is found by its bare name, and Đ by D', async () => {
    expect(await find('hac thanh')).toEqual(expect.arrayContaining(['38.14797.du', '38.14797.ubnd']));
    expect(await find('dang uy phuong hac thanh')).toEqual(['38.14797.du']);
  });

  test('signs that mean something to the database are only signs', async () => {
    expect(await find('%')).toEqual([]);
    expect(await find('_')).toEqual([]);
    expect(await find("'; drop table units; --")).toEqual([]);
    expect(await find('\\')).toEqual([]);
  });

  test('territory is found the same way, in every province', async () => {
    const officer = await world.as('vptu-chuyenvien');
    const { administrativeUnits } = await officer.data(
      '{ administrativeUnits(filter: { search: "bac kan", kind: COMMUNE }) { nodes { name province { id } } } }',
    );
    expect(administrativeUnits.nodes).toContainEqual({ name: 'Phường Bắc Kạn', province: { id: '19' } });
  });
});

describe('the wall between provinces', () => {
  test('nothing of another province is seen, by list, by id, by reference or by search', async () => {
    const officer = await world.as('thainguyen-chuyenvien');
    const { units, unit, search, _entities } = await officer.data(
      `query ($refs: [_Any!]!) {
        units(filter: { provinceId: "38" }) { totalCount }
        unit(id: "38.vptu") { id }
        search: units(filter: { search: "thanh hoa" }) { totalCount }
        _entities(representations: $refs) { ... on Unit { id } } }`,
      {
        refs: [
          { __typename: 'Unit', id: '38.vptu' },
          { __typename: 'Unit', id: '19.vptu' },
        ],
      },
    );
    expect(units.totalCount).toBe(0);
    expect(unit).toBeNull();
    expect(search.totalCount).toBe(0);
    expect(_entities).toEqual([null, { id: '19.vptu' }]);
  });

  test.each([
    ['unitTree(provinceId: "38") { id }'],
    ['unitGroup(id: "ubx") { memberCount(provinceId: "38") }'],
    ['unitGroup(id: "ubx") { members(provinceId: "38") { totalCount } }'],
  ])('%s is refused', async (field) => {
    const officer = await world.as('thainguyen-chuyenvien');
    expect(await officer.refusal(`{ ${field} }`)).toMatchObject({ code: 'FORBIDDEN', reason: 'OTHER_PROVINCE' });
  });

  test('a service sees the provinces it names, and no other', async () => {
    const { a, b, c, group } = await world.ask(serviceActor('reporting', ['38', '82'])).data(`{
      a: unit(id: "38.vptu") { id } b: unit(id: "82.vptu") { id } c: unit(id: "19.vptu") { id }
      group: unitGroup(id: "ubx") { memberCount(provinceId: "82") } }`);
    expect([a.id, b.id, c, group.memberCount]).toEqual(['38.vptu', '82.vptu', null, 102]);
  });
});
