import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('reading units', () => {
  test('an officer is told who they are and what they may do', async () => {
    const officer = await world.as('skhcn-chuyenvien', { portal: 'GOVERNMENT' });
    const { me } = await officer.data(`{ me {
      person { id displayName } portal provinceId permissions
      membership { role unit { id name kindName parent { shortName } } } memberships { id } } }`);
    expect(me).toMatchObject({
      person: { id: 'skhcn-chuyenvien' },
      portal: 'GOVERNMENT',
      provinceId: '38',
      membership: { role: 'REPORTER', unit: { id: '38.skhcn', kindName: 'Sở', parent: { shortName: 'UBND tỉnh' } } },
    });
    expect(me.permissions).toContain('plans.report');
    expect(me.permissions).not.toContain('units.manage');
  });

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
});
