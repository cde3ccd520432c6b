import type { SignedClient } from '@lienthong/kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { key, startWorld, type World } from './world.ts';

let world: World;
let party: SignedClient;
let government: SignedClient;
beforeAll(async () => {
  world = await startWorld();
  party = await world.as('quantri-dang');
  government = await world.as('quantri-chinhquyen');
});
afterAll(() => world.stop());

const CREATE =
  'mutation ($input: CreateUnitInput!) { createUnit(input: $input) { unit { id name code version parent { id } territory { id } validFrom history { kind detail recordedBy } } } }';
const RENAME =
  'mutation ($input: RenameUnitInput!) { renameUnit(input: $input) { unit { id name shortName version } } }';
const MOVE = 'mutation ($input: MoveUnitInput!) { moveUnit(input: $input) { unit { id version parent { id } } } }';
const END =
  'mutation ($input: EndUnitInput!) { endUnit(input: $input) { unit { id validTo isValid successors { on successor { id } } history { kind detail } } } }';

let codes = 0;
function draft(more: object = {}): Record<string, unknown> {
  codes += 1;
  return {
    idempotencyKey: key(),
    code: `TH.TEST.${codes}`,
    name: `Trung tâm thử ${codes}`,
    bloc: 'GOVERNMENT',
    tier: 'PROVINCE',
    kind: 'CENTRE',
    parentId: '38.skhcn',
    validFrom: '2025-08-01',
    ...more,
  };
}

async function make(more: object = {}, by = government): Promise<string> {
  const { createUnit } = await by.data(CREATE, { input: draft(more) });
  return createUnit.unit.id;
}

const versionOf = async (id: string): Promise<number> =>
  (await government.data('query ($id: ID!) { unit(id: $id) { version } }', { id })).unit.version;

const change = async (unitId: string, more: object): Promise<{ input: object }> => ({
  input: { idempotencyKey: key(), unitId, expectedVersion: await versionOf(unitId), ...more },
});

describe('a new unit', () => {
  test('stands below its parent from its first day, on the same territory', async () => {
    const { createUnit } = await government.data(CREATE, { input: draft({ name: 'Trung tâm Chuyển đổi số' }) });
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
    ['a date of long ago', { validFrom: '0202-01-01' }, 'INVALID', 'DATE_OUT_OF_RANGE', 'validFrom'],
    ['an unknown parent', { parentId: '38.nobody' }, 'NOT_FOUND', 'UNIT_NOT_FOUND', 'parentId'],
    ['a parent in another province', { parentId: '19.ubnd' }, 'NOT_FOUND', 'UNIT_NOT_FOUND', 'parentId'],
    ['a parent of the other bloc', { parentId: '38.tinhuy' }, 'FORBIDDEN', 'NOT_ALLOWED', undefined],
    ['a parent of a lower level', { parentId: '38.14797.ubnd' }, 'INVALID', 'PARENT_OF_LOWER_TIER', 'parentId'],
    ['a parent that is not there yet', { validFrom: '2025-01-15' }, 'INVALID', 'PARENT_NOT_VALID_ON_DATE', 'parentId'],
    ['a territory of another province', { territoryId: '19' }, 'INVALID', 'TERRITORY_OF_OTHER_PROVINCE', 'territoryId'],
    ['a territory that does not exist', { territoryId: '99999' }, 'INVALID', 'TERRITORY_UNKNOWN', 'territoryId'],
  ])('with %s is refused, and nothing is stored', async (_, more, code, reason, field) => {
    const input = draft(more);
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
    const input = draft();
    const answers = await Promise.all([1, 2, 3].map(() => government.data(CREATE, { input })));
    expect(new Set(answers.map((answer) => answer.createUnit.unit.id)).size).toBe(1);
    expect(await government.refusal(CREATE, { input: { ...input, name: 'Tên khác' } })).toMatchObject({
      code: 'CONFLICT',
      reason: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test('two administrators giving out one code at once: one succeeds', async () => {
    const inputs = [draft({ code: 'TH.RACE' }), draft({ code: 'TH.RACE' })];
    const answers = await Promise.all(inputs.map((input) => government.ask(CREATE, { input })));
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    expect(answers.find((answer) => answer.errors)?.errors?.[0]?.extensions.reason).toBe('UNIT_CODE_TAKEN');
  });

  test('at the top of the province is placed by the provincial seat of its bloc', async () => {
    const { createUnit } = await party.data(CREATE, {
      input: draft({ parentId: null, bloc: 'PARTY', kind: 'MASS_ORGANISATION' }),
    });
    expect(createUnit.unit.parent).toBeNull();
    expect(
      await party.refusal(CREATE, { input: draft({ parentId: null, bloc: 'GOVERNMENT', kind: 'DEPARTMENT' }) }),
    ).toMatchObject({ code: 'FORBIDDEN', reason: 'TOP_OF_PROVINCE' });
  });
});

describe('another name', () => {
  test('holds from its day on; before it the old one is shown, and both are found', async () => {
    const id = await make({ name: 'Trung tâm Thông tin cũ' });
    const { renameUnit } = await government.data(
      RENAME,
      await change(id, { name: 'Trung tâm Dữ liệu mới', on: '2025-10-01' }),
    );
    expect(renameUnit.unit).toMatchObject({ name: 'Trung tâm Dữ liệu mới', version: 2 });
    const { old, byOldName, tree } = await government.data(
      `query ($ids: [ID!]) {
        old: units(filter: { ids: $ids, asOf: "2025-09-30" }) { nodes { name } }
        byOldName: units(filter: { search: "thong tin cu" }) { nodes { name } }
        tree: unitTree(asOf: "2025-09-30") { id unit { name } } }`,
      { ids: [id] },
    );
    expect(old.nodes).toEqual([{ name: 'Trung tâm Thông tin cũ' }]);
    expect(byOldName.nodes).toEqual([{ name: 'Trung tâm Dữ liệu mới' }]);
    expect(tree.find((node: { id: string }) => node.id === id).unit.name).toBe('Trung tâm Thông tin cũ');
  });

  test('for the future leaves today’s as it is', async () => {
    const id = await make({ name: 'Tên hôm nay' });
    const { renameUnit } = await government.data(RENAME, await change(id, { name: 'Tên ngày mai', on: '2026-01-01' }));
    expect(renameUnit.unit.name).toBe('Tên hôm nay');
  });

  test('from the first day on replaces the old one', async () => {
    const id = await make({ name: 'Nhầm tên' });
    const { renameUnit } = await government.data(RENAME, await change(id, { name: 'Đúng tên', on: '2025-08-01' }));
    expect(renameUnit.unit.name).toBe('Đúng tên');
  });

  test('that is the same, or before the unit began, is refused', async () => {
    const id = await make({ name: 'Một tên' });
    expect(await government.refusal(RENAME, await change(id, { name: 'Một tên', on: '2025-10-01' }))).toMatchObject({
      reason: 'NAME_UNCHANGED',
    });
    expect(await government.refusal(RENAME, await change(id, { name: 'Hai tên', on: '2025-07-31' }))).toMatchObject({
      reason: 'UNIT_NOT_VALID_ON_DATE',
      field: 'on',
    });
  });
});

describe('a move', () => {
  test('holds from its day on; the tree of before is unchanged', async () => {
    const id = await make();
    const { moveUnit } = await government.data(MOVE, await change(id, { newParentId: '38.snv', on: '2025-10-01' }));
    expect(moveUnit.unit).toMatchObject({ version: 2, parent: { id: '38.snv' } });
    const { unit } = await government.data(
      'query ($id: ID!) { unit(id: $id) { before: parent(asOf: "2025-09-30") { id } after: parent(asOf: "2025-10-01") { id } history { kind detail } } }',
      { id },
    );
    expect(unit).toMatchObject({ before: { id: '38.skhcn' }, after: { id: '38.snv' } });
    expect(unit.history.map((entry: { kind: string }) => entry.kind)).toEqual(['CREATED', 'MOVED']);
  });

  test('below itself, or below a unit that stands below it, is refused', async () => {
    const upper = await make();
    const lower = await make({ parentId: upper, kind: 'CENTRE' });
    for (const newParentId of [upper, lower]) {
      expect(await government.refusal(MOVE, await change(upper, { newParentId, on: '2025-10-01' }))).toMatchObject({
        code: 'INVALID',
        reason: 'PARENT_BELOW_UNIT',
        field: 'newParentId',
      });
    }
  });

  test('two moves at once cannot close a ring', async () => {
    const [a, b] = [await make(), await make()];
    const moves = [
      await change(a, { newParentId: b, on: '2025-10-01' }),
      await change(b, { newParentId: a, on: '2025-10-01' }),
    ];
    const answers = await Promise.all(moves.map((move) => government.ask(MOVE, move)));
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    expect(answers.find((answer) => answer.errors)?.errors?.[0]?.extensions.reason).toBe('PARENT_BELOW_UNIT');
  });

  test('to where it already stands, or from a form that is no longer fresh, is refused', async () => {
    const id = await make();
    expect(
      await government.refusal(MOVE, await change(id, { newParentId: '38.skhcn', on: '2025-10-01' })),
    ).toMatchObject({
      reason: 'PARENT_UNCHANGED',
    });
    const stale = await change(id, { newParentId: '38.stc', on: '2025-10-01' });
    await government.data(MOVE, await change(id, { newParentId: '38.snv', on: '2025-10-01' }));
    expect(await government.refusal(MOVE, stale)).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE_VERSION',
      data: { expected: 1, actual: 2 },
    });
  });

  test('of two from the same form at once, one is stale', async () => {
    const id = await make();
    const moves = [
      await change(id, { newParentId: '38.snv', on: '2025-10-01' }),
      await change(id, { newParentId: '38.stc', on: '2025-10-01' }),
    ];
    const answers = await Promise.all(moves.map((move) => government.ask(MOVE, move)));
    expect(answers.map((answer) => answer.errors?.[0]?.extensions.reason ?? 'done').sort()).toEqual([
      'STALE_VERSION',
      'done',
    ]);
  });
});

describe('the end of a unit', () => {
  test('names its successors from a day on; before that day it is still there', async () => {
    const [id, successor] = [await make(), await make({ name: 'Đơn vị kế thừa' })];
    const { endUnit } = await government.data(
      END,
      await change(id, { on: '2025-11-01', successorIds: [successor, successor] }),
    );
    expect(endUnit.unit).toMatchObject({
      validTo: '2025-11-01',
      isValid: false,
      successors: [{ on: '2025-11-01', successor: { id: successor } }],
    });
    expect(endUnit.unit.history.at(-1)).toEqual({ kind: 'ENDED', detail: 'Đơn vị kế thừa' });
    const { today, before, heir } = await government.data(
      `query ($ids: [ID!], $heir: ID!) {
        today: units(filter: { parentId: "38.skhcn" }) { nodes { id } }
        before: units(filter: { parentId: "38.skhcn", asOf: "2025-10-31" }) { nodes { id } }
        heir: unit(id: $heir) { predecessors { id name } }
        ended: units(filter: { ids: $ids }) { nodes { id } } }`,
      { ids: [id], heir: successor },
    );
    const ids = (page: { nodes: { id: string }[] }) => page.nodes.map((node) => node.id);
    expect(ids(today)).not.toContain(id);
    expect(ids(before)).toContain(id);
    expect(heir.predecessors).toMatchObject([{ id }]);
  });

  test('its code may be issued again from that day on', async () => {
    const id = await make({ code: 'TH.AGAIN' });
    await government.data(END, await change(id, { on: '2025-11-01', successorIds: [] }));
    expect(
      await government.refusal(CREATE, { input: draft({ code: 'TH.AGAIN', validFrom: '2025-10-31' }) }),
    ).toMatchObject({
      reason: 'UNIT_CODE_TAKEN',
    });
    await make({ code: 'TH.AGAIN', validFrom: '2025-11-01' });
  });

  test('with units still below it is refused, and they are named', async () => {
    const id = await make();
    const child = await make({ parentId: id, name: 'Phòng còn lại', kind: 'OFFICE' });
    const refusal = await government.refusal(END, await change(id, { on: '2025-11-01', successorIds: [] }));
    expect(refusal).toMatchObject({
      code: 'CONFLICT',
      reason: 'UNIT_HAS_CHILDREN',
      data: { count: 1, children: [{ id: child, name: 'Phòng còn lại' }] },
    });
    expect(refusal.message).toContain('Phòng còn lại');
    await government.data(MOVE, await change(child, { newParentId: '38.skhcn', on: '2025-11-01' }));
    await government.data(END, await change(id, { on: '2025-11-01', successorIds: [] }));
  });

  test.each([
    ['on its first day', { on: '2025-08-01', successorIds: [] }, 'END_NOT_AFTER_START', 'on'],
    [
      'with an unknown successor',
      { on: '2025-11-01', successorIds: ['38.nobody'] },
      'SUCCESSOR_UNKNOWN',
      'successorIds',
    ],
    [
      'with a successor elsewhere',
      { on: '2025-11-01', successorIds: ['19.ubnd'] },
      'SUCCESSOR_UNKNOWN',
      'successorIds',
    ],
    [
      'with a successor not yet there',
      { on: '2025-08-02', successorIds: ['later'] },
      'SUCCESSOR_NOT_VALID',
      'successorIds',
    ],
  ])('%s is refused, and nothing is stored', async (_, more, reason, field) => {
    const id = await make();
    const later = await make({ validFrom: '2026-01-01' });
    const successorIds = more.successorIds.map((wanted) => (wanted === 'later' ? later : wanted));
    expect(await government.refusal(END, await change(id, { ...more, successorIds }))).toMatchObject({ reason, field });
    expect(await versionOf(id)).toBe(1);
  });

  test('as its own successor, twice, or before an arranged change is refused', async () => {
    const id = await make();
    expect(await government.refusal(END, await change(id, { on: '2025-11-01', successorIds: [id] }))).toMatchObject({
      reason: 'SUCCESSOR_IS_ITSELF',
    });
    await government.data(RENAME, await change(id, { name: 'Tên về sau', on: '2025-12-01' }));
    expect(await government.refusal(END, await change(id, { on: '2025-11-01', successorIds: [] }))).toMatchObject({
      reason: 'UNIT_HAS_LATER_CHANGES',
      data: { changesOn: '2025-12-01' },
    });
    await government.data(END, await change(id, { on: '2026-01-01', successorIds: [] }));
    expect(await government.refusal(END, await change(id, { on: '2026-02-01', successorIds: [] }))).toMatchObject({
      reason: 'UNIT_ALREADY_ENDED',
    });
    expect(await government.refusal(MOVE, await change(id, { newParentId: '38.snv', on: '2026-03-01' }))).toMatchObject(
      {
        reason: 'UNIT_NOT_VALID_ON_DATE',
      },
    );
  });
});

describe('what a change leaves behind', () => {
  test('a line in the audit, a line in the list of changes, and a newer hierarchy for the other services', async () => {
    const version = async (): Promise<string | null> =>
      (await world.peer('plans').fetch('/hierarchy')).headers.get('etag');
    const before = await version();
    const id = await make({ name: 'Đơn vị có dấu vết' });
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

  test('a refused change leaves the hierarchy as it was', async () => {
    const [before] = await world.database.sql('SELECT version FROM units.hierarchy_state');
    await government.refusal(CREATE, { input: draft({ code: 'x' }) });
    expect(await world.database.sql('SELECT version FROM units.hierarchy_state')).toEqual([before]);
  });
});
