import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFirstAdministrator } from '../src/seeding/first-administrator.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  world.clock.set(new Date().toISOString());
});
afterAll(() => world.stop());

test('a new instance gets its first administrator once, who can then place others', async () => {
  const url = world.database.url('units_migrate');
  const first = { subject: 'sso-1', name: 'Quản trị – UBND tỉnh', unitId: '38.ubnd' };
  expect(await makeFirstAdministrator(url, first)).toBe('Quản trị – UBND tỉnh administers 38.ubnd.');
  expect(await makeFirstAdministrator(url, first)).toBe('Quản trị – UBND tỉnh already administers 38.ubnd.');
  expect((await world.actor('sso-1')).membership).toMatchObject({ unitId: '38.ubnd', role: 'UNIT_ADMINISTRATOR' });
  const { me } = await (await world.as('sso-1')).data('{ me { permissions } }');
  expect(me.permissions).toContain('people.manage');
});

test('a unit that does not exist is named', async () => {
  const url = world.database.url('units_migrate');
  await expect(makeFirstAdministrator(url, { subject: 'x', name: 'x', unitId: '38.nobody' })).rejects.toThrow(
    '38.nobody',
  );
});
