import { createDataSource } from '@lienthong/kit/database';
import { silentLog } from '@lienthong/kit/testing';
import { Hierarchy } from '@lienthong/policy/hierarchy';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { definition, entities } from '../src/service.ts';
import { followSuccessions } from '../src/systems/succession.service.ts';
import { makeSystem, officer, police, step } from './make.ts';
import { openWorld, probePolicy, units, type World } from './world.ts';

let world: World;
let dataSource: DataSource;
beforeAll(async () => {
  world = await openWorld();
  dataSource = createDataSource({ url: world.database.url('compliance_run'), schema: 'compliance', entities });
  await dataSource.initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await world.stop();
});

/** The hierarchy after this unit has ended in favour of those. */
function after(unitId: string, on: string, successors: string[]): Hierarchy {
  const changed = units.map((unit) =>
    unit.id === unitId ? { ...unit, validTo: on, successors: successors.map((id) => ({ unitId: id, on })) } : unit,
  );
  return new Hierarchy({ version: '2', units: changed, groups: [] });
}

const follow = (hierarchy: Hierarchy): Promise<number> =>
  followSuccessions({
    dataSource,
    clock: world.clock,
    log: silentLog,
    hierarchy: () => hierarchy,
    settings: definition.settings,
    probePolicy,
  });

async function standing(id: string) {
  const [row] = await world.database.sql(
    `select s.owner_id, s.unit_ids, array_agg(d.state order by d.is_current desc) as states
     from compliance.systems s join compliance.dossiers d on d.system_id = s.id where s.id = $1 group by s.id`,
    [id],
  );
  return row;
}

/** The last step of the dossier before the current one, as a reader of that language sees it. */
async function lastStep(systemId: string, locale: 'vi' | 'en') {
  const { informationSystem } = await world
    .as({ ...police, locale })
    .data('query ($id: ID!) { informationSystem(id: $id) { dossiers { history { note actorName } } } }', {
      id: systemId,
    });
  return informationSystem.dossiers[1].history.at(-1);
}

it('when a unit ends, its systems go to its successor, and approved levels are determined anew with their history', async () => {
  const approved = await makeSystem(world);
  await step(world, officer, approved.dossier.id, { step: 'SUBMIT' });
  await step(world, police, approved.dossier.id, { step: 'ACCEPT_AS_COMPLETE' });
  await step(world, police, approved.dossier.id, { step: 'RECORD_OPINION' });
  await step(world, officer, approved.dossier.id, { step: 'PASS_FOR_APPROVAL' });
  await step(world, officer, approved.dossier.id, {
    step: 'APPROVE',
    decisionNumber: '1/QĐ',
    decisionOn: '2025-11-20',
  });
  const draft = await makeSystem(world);
  const merged = after('38.skhcn', '2025-11-20', ['38.snv']);
  expect(await follow(merged)).toBe(2);
  expect(await standing(approved.id)).toEqual({
    owner_id: '38.snv',
    unit_ids: ['38.snv'],
    states: ['DRAFT', 'REDETERMINATION_DUE'],
  });
  expect(await standing(draft.id)).toMatchObject({ owner_id: '38.snv', states: ['DRAFT'] });
  expect(await lastStep(approved.id, 'vi')).toEqual({
    note: 'Chủ quản trước đây: Đơn vị 38.skhcn',
    actorName: 'Sắp xếp đơn vị',
  });
  expect(await lastStep(approved.id, 'en')).toEqual({
    note: 'Owner before: Đơn vị 38.skhcn',
    actorName: 'Rearrangement of units',
  });
  expect(await follow(merged)).toBe(0);
});

it('an end on a later day changes nothing yet, and a split is left to people', async () => {
  const { id } = await makeSystem(world, { ownerId: '38.x1.ubnd' }, police);
  expect(await follow(after('38.x1.ubnd', '2025-11-21', ['38.x2.ubnd']))).toBe(0);
  expect(await follow(after('38.x1.ubnd', '2025-11-20', ['38.x2.ubnd', '38.snv']))).toBe(0);
  expect(await standing(id)).toMatchObject({ owner_id: '38.x1.ubnd' });
});
