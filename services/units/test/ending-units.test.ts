import type { SignedClient } from '@lienthong/kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CREATE, changeForm, END, MOVE, makeUnit, RENAME, unitForm, versionOf } from './make.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let government: SignedClient;
beforeAll(async () => {
  world = await startWorld();
  government = await world.as('quantri-chinhquyen');
});
afterAll(() => world.stop());

describe('the end of a unit', () => {
  test('names its successors from a day on; before that day it is still there', async () => {
    const [id, successor] = [await makeUnit(government), await makeUnit(government, { name: 'Đơn vị kế thừa' })];
    const { endUnit } = await government.data(
      END,
      await changeForm(government, id, { on: '2025-11-01', successorIds: [successor, successor] }),
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
    const id = await makeUnit(government, { code: 'TH.AGAIN' });
    await government.data(END, await changeForm(government, id, { on: '2025-11-01', successorIds: [] }));
    expect(
      await government.refusal(CREATE, { input: unitForm({ code: 'TH.AGAIN', validFrom: '2025-10-31' }) }),
    ).toMatchObject({
      reason: 'UNIT_CODE_TAKEN',
    });
    await makeUnit(government, { code: 'TH.AGAIN', validFrom: '2025-11-01' });
  });

  test('with units still below it is refused, and they are named', async () => {
    const id = await makeUnit(government);
    const child = await makeUnit(government, { parentId: id, name: 'Phòng còn lại', kind: 'OFFICE' });
    const refusal = await government.refusal(
      END,
      await changeForm(government, id, { on: '2025-11-01', successorIds: [] }),
    );
    expect(refusal).toMatchObject({
      code: 'CONFLICT',
      reason: 'UNIT_HAS_CHILDREN',
      data: { count: 1, children: [{ id: child, name: 'Phòng còn lại' }] },
    });
    expect(refusal.message).toContain('Phòng còn lại');
    await government.data(MOVE, await changeForm(government, child, { newParentId: '38.skhcn', on: '2025-11-01' }));
    await government.data(END, await changeForm(government, id, { on: '2025-11-01', successorIds: [] }));
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
    const id = await makeUnit(government);
    const later = await makeUnit(government, { validFrom: '2026-01-01' });
    const successorIds = more.successorIds.map((wanted) => (wanted === 'later' ? later : wanted));
    expect(await government.refusal(END, await changeForm(government, id, { ...more, successorIds }))).toMatchObject({
      reason,
      field,
    });
    expect(await versionOf(government, id)).toBe(1);
  });

  test('as its own successor, twice, or before an arranged change is refused', async () => {
    const id = await makeUnit(government);
    expect(
      await government.refusal(END, await changeForm(government, id, { on: '2025-11-01', successorIds: [id] })),
    ).toMatchObject({
      reason: 'SUCCESSOR_IS_ITSELF',
    });
    await government.data(RENAME, await changeForm(government, id, { name: 'Tên về sau', on: '2025-12-01' }));
    expect(
      await government.refusal(END, await changeForm(government, id, { on: '2025-11-01', successorIds: [] })),
    ).toMatchObject({
      reason: 'UNIT_HAS_LATER_CHANGES',
      data: { changesOn: '2025-12-01' },
    });
    await government.data(END, await changeForm(government, id, { on: '2026-01-01', successorIds: [] }));
    expect(
      await government.refusal(END, await changeForm(government, id, { on: '2026-02-01', successorIds: [] })),
    ).toMatchObject({
      reason: 'UNIT_ALREADY_ENDED',
    });
    expect(
      await government.refusal(MOVE, await changeForm(government, id, { newParentId: '38.snv', on: '2026-03-01' })),
    ).toMatchObject({
      reason: 'UNIT_NOT_VALID_ON_DATE',
    });
  });
});
