import type { SignedClient } from '@lienthong/kit/testing';
import { key } from './world.ts';

export const CREATE =
  'mutation ($input: CreateUnitInput!) { createUnit(input: $input) { unit { id name code version parent { id } territory { id } validFrom history { kind detail recordedBy } } } }';
export const RENAME =
  'mutation ($input: RenameUnitInput!) { renameUnit(input: $input) { unit { id name shortName version } } }';
export const MOVE =
  'mutation ($input: MoveUnitInput!) { moveUnit(input: $input) { unit { id version parent { id } } } }';
export const END =
  'mutation ($input: EndUnitInput!) { endUnit(input: $input) { unit { id validTo isValid successors { on successor { id } } history { kind detail } } } }';

let codes = 0;

/** The form of a new centre below the department of science, with whatever a test wants otherwise. */
export function unitForm(more: object = {}): Record<string, unknown> {
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

export async function makeUnit(by: SignedClient, more: object = {}): Promise<string> {
  const { createUnit } = await by.data(CREATE, { input: unitForm(more) });
  return createUnit.unit.id;
}

export async function versionOf(by: SignedClient, id: string): Promise<number> {
  return (await by.data('query ($id: ID!) { unit(id: $id) { version } }', { id })).unit.version;
}

/** The form of a change, filled from the unit as it stands now. */
export async function changeForm(by: SignedClient, unitId: string, more: object): Promise<{ input: object }> {
  return { input: { idempotencyKey: key(), unitId, expectedVersion: await versionOf(by, unitId), ...more } };
}
