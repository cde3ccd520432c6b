import { createDataSource, inTransaction } from '@lienthong/kit/database';
import { decide, type Subject } from '@lienthong/policy/decide';
import { Hierarchy, type HierarchyDocument } from '@lienthong/policy/hierarchy';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsOf } from '../src/settings.ts';
import { blocsConcerned, unitFacts } from '../src/units/unit.policy.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let dataSource: DataSource;
let hierarchy: Hierarchy;
beforeAll(async () => {
  world = await startWorld();
  dataSource = createDataSource({ url: world.database.url('units_run'), schema: 'units', entities: [], poolSize: 2 });
  await dataSource.initialize();
  const response = await world.peer('plans').fetch('/hierarchy');
  hierarchy = new Hierarchy((await response.json()) as HierarchyDocument);
  await world.database.sql(`
    INSERT INTO units.people (id, subject, display_name) VALUES ('commune-admin', 'commune-admin', 'Quản trị phường');
    INSERT INTO units.memberships (id, person_id, unit_id, role, bloc, province_id, valid_from, version) VALUES
      ('commune-admin.1', 'commune-admin', '38.14797.ubnd', 'UNIT_ADMINISTRATOR', 'GOVERNMENT', '38', '2025-07-01', 1)`);
});
afterAll(async () => {
  await dataSource.destroy();
  await world.stop();
});

const subjectOf = async (account: string): Promise<Subject> => ({
  actor: await world.actor(account),
  hierarchy,
  on: '2025-11-20',
});

/** Ids that a statement reaches under the settings of the subject; nothing of it stays. */
async function reached(subject: Subject, statement: string): Promise<string[]> {
  let ids: string[] = [];
  const undo = new Error('undo');
  await inTransaction(dataSource, settingsOf({ subject }), async (manager) => {
    const answer = (await manager.query(statement)) as { id: string }[] | [{ id: string }[], number];
    const rows = (Array.isArray(answer[0]) ? answer[0] : answer) as { id: string }[];
    ids = rows.map((row) => row.id).sort();
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return ids;
}

const ACCOUNTS = [
  'nguoixem-dang',
  'skhcn-chuyenvien',
  'skhcn-giamdoc',
  'vptu-chuyenvien',
  'bcd-thanhvien',
  'kiemtoan-dang',
  'quantri-dang',
  'quantri-chinhquyen',
  'commune-admin',
  'thainguyen-thuongtruc',
  'chua-phan-cong',
];

describe('the wall in the database stands where the policy puts it', () => {
  test.each(ACCOUNTS)('what %s may change', async (account) => {
    const subject = await subjectOf(account);
    const allowed = [...hierarchy.units].filter((unit) => decide(subject, 'manage', 'Unit', unitFacts(unit)).allowed);
    const expected = allowed.map((unit) => unit.id).sort();
    expect(await reached(subject, 'UPDATE units SET version = version RETURNING id')).toEqual(expected);
    const names = await reached(subject, 'UPDATE unit_names SET name = name RETURNING unit_id AS id');
    // A name may also be given to what was just placed below an administered unit, so this wall is no narrower.
    expect(names).toEqual(expect.arrayContaining(expected));
  });

  test.each(ACCOUNTS)('which units %s sees', async (account) => {
    const subject = await subjectOf(account);
    const allowed = [...hierarchy.units].filter((unit) => decide(subject, 'read', 'Unit', unitFacts(unit)).allowed);
    expect(await reached(subject, 'SELECT id FROM units')).toEqual(allowed.map((unit) => unit.id).sort());
  });

  test.each(ACCOUNTS)('whose memberships %s sees', async (account) => {
    const subject = await subjectOf(account);
    const all = await world.database.sql<{
      id: string;
      personId: string;
      unitId: string;
      bloc: 'PARTY' | 'GOVERNMENT' | null;
      provinceId: string;
    }>(
      'SELECT id, person_id AS "personId", unit_id AS "unitId", bloc, province_id AS "provinceId" FROM units.memberships',
    );
    const allowed = all.filter(
      (row) =>
        row.personId === subject.actor.id ||
        decide(subject, 'read', 'Membership', {
          provinceId: row.provinceId,
          blocs: blocsConcerned(row.bloc),
          unitIds: [row.unitId],
        }).allowed,
    );
    const seen = await reached(subject, 'SELECT id FROM memberships');
    expect(seen).toEqual(expect.arrayContaining(allowed.map((row) => row.id)));
    const outside = seen.filter(
      (id) => all.find((row) => row.id === id)?.provinceId !== subject.actor.membership?.provinceId,
    );
    expect(outside).toEqual([]);
  });
});
