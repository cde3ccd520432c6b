import type { SignedClient } from '@lienthong/kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeForm, MOVE, makeUnit, RENAME } from './make.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let government: SignedClient;
beforeAll(async () => {
  world = await startWorld();
  government = await world.as('quantri-chinhquyen');
});
afterAll(() => world.stop());

describe('another name', () => {
  test('holds from its day on; before it the old one is shown, and both are found', async () => {
    const id = await makeUnit(government, { name: 'Trung tâm Thông tin cũ' });
    const { renameUnit } = await government.data(
      RENAME,
      await changeForm(government, id, { name: 'Trung tâm Dữ liệu mới', on: '2025-10-01' }),
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
    const id = await makeUnit(government, { name: 'Tên hôm nay' });
    const { renameUnit } = await government.data(
      RENAME,
      await changeForm(government, id, { name: 'Tên ngày mai', on: '2026-01-01' }),
    );
    expect(renameUnit.unit.name).toBe('Tên hôm nay');
  });

  test('from the first day on replaces the old one', async () => {
    const id = await makeUnit(government, { name: 'Nhầm tên' });
    const { renameUnit } = await government.data(
      RENAME,
      await changeForm(government, id, { name: 'Đúng tên', on: '2025-08-01' }),
    );
    expect(renameUnit.unit.name).toBe('Đúng tên');
  });

  test('that is the same, or before the unit began, is refused', async () => {
    const id = await makeUnit(government, { name: 'Một tên' });
    expect(
      await government.refusal(RENAME, await changeForm(government, id, { name: 'Một tên', on: '2025-10-01' })),
    ).toMatchObject({
      reason: 'NAME_UNCHANGED',
    });
    expect(
      await government.refusal(RENAME, await changeForm(government, id, { name: 'Hai tên', on: '2025-07-31' })),
    ).toMatchObject({
      reason: 'UNIT_NOT_VALID_ON_DATE',
      field: 'on',
    });
  });
});

describe('a move', () => {
  test('holds from its day on; the tree of before is unchanged', async () => {
    const id = await makeUnit(government);
    const { moveUnit } = await government.data(
      MOVE,
      await changeForm(government, id, { newParentId: '38.snv', on: '2025-10-01' }),
    );
    expect(moveUnit.unit).toMatchObject({ version: 2, parent: { id: '38.snv' } });
    const { unit } = await government.data(
      'query ($id: ID!) { unit(id: $id) { before: parent(asOf: "2025-09-30") { id } after: parent(asOf: "2025-10-01") { id } history { kind detail } } }',
      { id },
    );
    expect(unit).toMatchObject({ before: { id: '38.skhcn' }, after: { id: '38.snv' } });
    expect(unit.history.map((entry: { kind: string }) => entry.kind)).toEqual(['CREATED', 'MOVED']);
  });

  test('below itself, or below a unit that stands below it, is refused', async () => {
    const upper = await makeUnit(government);
    const lower = await makeUnit(government, { parentId: upper, kind: 'CENTRE' });
    for (const newParentId of [upper, lower]) {
      expect(
        await government.refusal(MOVE, await changeForm(government, upper, { newParentId, on: '2025-10-01' })),
      ).toMatchObject({
        code: 'INVALID',
        reason: 'PARENT_BELOW_UNIT',
        field: 'newParentId',
      });
    }
  });

  test('two moves at once cannot close a ring', async () => {
    const [a, b] = [await makeUnit(government), await makeUnit(government)];
    const moves = [
      await changeForm(government, a, { newParentId: b, on: '2025-10-01' }),
      await changeForm(government, b, { newParentId: a, on: '2025-10-01' }),
    ];
    const answers = await Promise.all(moves.map((move) => government.ask(MOVE, move)));
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    expect(answers.find((answer) => answer.errors)?.errors?.[0]?.extensions.reason).toBe('PARENT_BELOW_UNIT');
  });

  test('to where it already stands, or from a form that is no longer fresh, is refused', async () => {
    const id = await makeUnit(government);
    expect(
      await government.refusal(MOVE, await changeForm(government, id, { newParentId: '38.skhcn', on: '2025-10-01' })),
    ).toMatchObject({
      reason: 'PARENT_UNCHANGED',
    });
    const stale = await changeForm(government, id, { newParentId: '38.stc', on: '2025-10-01' });
    await government.data(MOVE, await changeForm(government, id, { newParentId: '38.snv', on: '2025-10-01' }));
    expect(await government.refusal(MOVE, stale)).toMatchObject({
      code: 'CONFLICT',
      reason: 'STALE_VERSION',
      data: { expected: 1, actual: 2 },
    });
  });

  test('of two from the same form at once, one is stale', async () => {
    const id = await makeUnit(government);
    const moves = [
      await changeForm(government, id, { newParentId: '38.snv', on: '2025-10-01' }),
      await changeForm(government, id, { newParentId: '38.stc', on: '2025-10-01' }),
    ];
    const answers = await Promise.all(moves.map((move) => government.ask(MOVE, move)));
    expect(answers.map((answer) => answer.errors?.[0]?.extensions.reason ?? 'done').sort()).toEqual([
      'STALE_VERSION',
      'done',
    ]);
  });
});
