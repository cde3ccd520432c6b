import { listen, type ServiceEvent } from '@lienthong/kit/events';
import { type SignedClient, signedClient } from '@lienthong/kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CREATE, makeUnit, unitForm } from './make.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let party: SignedClient;
let government: SignedClient;
beforeAll(async () => {
  world = await startWorld();
  party = await world.as('quantri-dang');
  government = await world.as('quantri-chinhquyen');
});
afterAll(() => world.stop());

describe('a new unit', () => {
  test('stands below its parent from its first day, on the same territory', async () => {
    const { createUnit } = await government.data(CREATE, { input: unitForm({ name: 'Trung tâm Chuyển đổi số' }) });
    expect(createUnit.unit).toMatchObject({
      name: 'Trung tâm Chuyển đổi số',
      version: 1,
      parent: { id: '38.skhcn' },
      territory: { id: '38' },
      validFrom: '2025-08-01',
      history: [{ kind: 'CREATED', recordedBy: 'Quản trị đơn vị – UBND tỉnh Thanh Hóa' }],
    });
    const { before, after, found } = await government.data(`{
      before: unit(id: "38.skhcn") { childCount(asOf: "2025-07-31") }
      after: unit(id: "38.skhcn") { childCount(asOf: "2025-08-01") children { nodes { id } } }
      found: units(filter: { search: "trung tam chuyen doi so" }) { nodes { id nameEn } } }`);
    expect(after.childCount).toBe(before.childCount + 1);
    expect(found.nodes).toEqual([{ id: createUnit.unit.id, nameEn: 'Trung tam Chuyen doi so' }]);
  });

  test.each([
    ['a code in small letters', { code: 'th.x' }, 'INVALID', 'UNIT_CODE_FORM', 'code'],
    ['a code in use', { code: 'TH.SKHCN' }, 'CONFLICT', 'UNIT_CODE_TAKEN', 'code'],
    ['a code in use in another province', { code: 'TN.SKHCN' }, 'CONFLICT', 'UNIT_CODE_TAKEN', 'code'],
    ['no name', { name: '   ' }, 'INVALID', 'TEXT_MISSING', 'name'],
    ['an endless name', { name: 'x'.repeat(301) }, 'INVALID', 'TEXT_TOO_LONG', 'name'],
    ['an unknown kind', { kind: 'GUILD' }, 'INVALID', 'UNIT_KIND_UNKNOWN', 'kind'],
    ['a kind of the other bloc', { kind: 'PARTY_OFFICE' }, 'INVALID', 'UNIT_KIND_OF_OTHER_BLOC', 'kind'],
    ['a date of long ago', { validFrom: '1902-01-01' }, 'INVALID', 'DATE_OUT_OF_RANGE', 'validFrom'],
    ['an unknown parent', { parentId: '38.nobody' }, 'NOT_FOUND', 'UNIT_NOT_FOUND', 'parentId'],
    ['a parent in another province', { parentId: '19.ubnd' }, 'NOT_FOUND', 'UNIT_NOT_FOUND', 'parentId'],
    ['a parent of the other bloc', { parentId: '38.tinhuy' }, 'FORBIDDEN', 'NOT_ALLOWED', undefined],
    ['a parent of a lower level', { parentId: '38.14797.ubnd' }, 'INVALID', 'PARENT_OF_LOWER_TIER', 'parentId'],
    ['a parent that is not there yet', { validFrom: '2025-01-15' }, 'INVALID', 'PARENT_NOT_VALID_ON_DATE', 'parentId'],
    ['a territory of another province', { territoryId: '19' }, 'INVALID', 'TERRITORY_OF_OTHER_PROVINCE', 'territoryId'],
    ['a territory that does not exist', { territoryId: '99999' }, 'INVALID', 'TERRITORY_UNKNOWN', 'territoryId'],
  ])('with %s is refused, and nothing is stored', async (_, more, code, reason, field) => {
    const input = unitForm(more);
    const refusal = await government.refusal(CREATE, { input });
    expect(refusal).toMatchObject({ code, reason });
    expect(refusal.field).toBe(field);
    const rows = await world.database.sql(
      'SELECT 1 FROM units.units WHERE code = $1 AND version = 1 AND id NOT LIKE $2',
      [input.code, '%.skhcn'],
    );
    expect(rows).toEqual([]);
  });

  test('the same form sent twice makes one unit; another form under its key is refused', async () => {
    const input = unitForm();
    const answers = await Promise.all([1, 2, 3].map(() => government.data(CREATE, { input })));
    expect(new Set(answers.map((answer) => answer.createUnit.unit.id)).size).toBe(1);
    expect(await government.refusal(CREATE, { input: { ...input, name: 'Tên khác' } })).toMatchObject({
      code: 'CONFLICT',
      reason: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test('two administrators giving out one code at once: one succeeds', async () => {
    const inputs = [unitForm({ code: 'TH.RACE' }), unitForm({ code: 'TH.RACE' })];
    const answers = await Promise.all(inputs.map((input) => government.ask(CREATE, { input })));
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    expect(answers.find((answer) => answer.errors)?.errors?.[0]?.extensions.reason).toBe('UNIT_CODE_TAKEN');
  });

  test('at the top of the province is placed by the provincial seat of its bloc', async () => {
    const { createUnit } = await party.data(CREATE, {
      input: unitForm({ parentId: null, bloc: 'PARTY', kind: 'MASS_ORGANISATION' }),
    });
    expect(createUnit.unit.parent).toBeNull();
    expect(
      await party.refusal(CREATE, { input: unitForm({ parentId: null, bloc: 'GOVERNMENT', kind: 'DEPARTMENT' }) }),
    ).toMatchObject({ code: 'FORBIDDEN', reason: 'TOP_OF_PROVINCE' });
  });
});

describe('what a change leaves behind', () => {
  test('a line in the audit, a line in the list of changes, and a newer hierarchy for the other services', async () => {
    const version = async (): Promise<string | null> =>
      (await world.peer('plans').fetch('/hierarchy')).headers.get('etag');
    const before = await version();
    const id = await makeUnit(government, { name: 'Đơn vị có dấu vết' });
    const [entry] = await world.database.sql<{ actor: string; operation: string; after: { name: string } }>(
      'SELECT actor, operation, after FROM units.audit_entries WHERE object_id = $1',
      [id],
    );
    expect(entry).toMatchObject({
      actor: 'quantri-chinhquyen',
      operation: 'createUnit',
      after: { name: 'Đơn vị có dấu vết' },
    });
    const { unitChanges } = await government.data(
      '{ unitChanges(from: "2025-08-01", to: "2025-08-01", first: 100) { nodes { kind unit { name } } } }',
    );
    expect(unitChanges.nodes).toContainEqual({ kind: 'CREATED', unit: { name: 'Đơn vị có dấu vết' } });
    expect(await version()).not.toBe(before);
  });

  test('one event for whoever is looking, however often the form is sent, and none for a refused one', async () => {
    const heard: ServiceEvent[] = [];
    const listener = await listen(world.database.url('units_run'), (event) => heard.push(event));
    const input = unitForm();
    const { createUnit } = await government.data(CREATE, { input });
    await government.data(CREATE, { input });
    await government.refusal(CREATE, { input: unitForm({ code: 'x' }) });
    await expect.poll(() => heard.length).toBe(1);
    expect(heard).toMatchObject([
      {
        service: 'units',
        type: 'Unit',
        id: createUnit.unit.id,
        provinceId: '38',
        unitIds: [createUnit.unit.id, '38.skhcn'],
      },
    ]);
    await listener.close();
  });

  test('another process of this service hears of it', async () => {
    const second = await world.another();
    const id = await makeUnit(government);
    const there = signedClient(second, await world.actor('quantri-chinhquyen'), world.keys);
    await expect
      .poll(async () => (await there.data('query ($id: ID!) { unit(id: $id) { parent { id } } }', { id })).unit)
      .toEqual({ parent: { id: '38.skhcn' } });
    await second.stop();
  });

  test('a refused change leaves the hierarchy as it was', async () => {
    const [before] = await world.database.sql('SELECT version FROM units.hierarchy_state');
    await government.refusal(CREATE, { input: unitForm({ code: 'x' }) });
    expect(await world.database.sql('SELECT version FROM units.hierarchy_state')).toEqual([before]);
  });
});
