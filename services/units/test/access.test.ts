import { globSync, readFileSync } from 'node:fs';
import { untranslatedReasons } from '@lienthong/kit/refusal';
import { operationsOf } from '@lienthong/kit/subgraph';
import type { SignedClient } from '@lienthong/kit/testing';
import { operationsWithoutRule } from '@lienthong/policy/rule';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../src/refusals.en.ts';
import { vi } from '../src/refusals.vi.ts';
import { resolvers } from '../src/service.ts';
import { key, startWorld, type World } from './world.ts';

let world: World;
const clients = new Map<string, SignedClient>();
beforeAll(async () => {
  world = await startWorld();
  for (const subject of ACCOUNTS) clients.set(subject, await world.as(subject));
  clients.set('integrator', await world.as(null, { clientId: 'integrator-demo' }));
  clients.set('service', world.peer('reporting'));
});
afterAll(() => world.stop());

/** One account for each role, in the order of the columns below. */
const ACCOUNTS = [
  'nguoixem-chinhquyen',
  'skhcn-chuyenvien',
  'skhcn-giamdoc',
  'skhcn-thuongtruc',
  'bcd-thanhvien',
  'congan-antoan',
  'kiemtoan-chinhquyen',
  'quantri-chinhquyen',
  'chua-phan-cong',
];
const COLUMNS = [...ACCOUNTS, 'integrator', 'service'];

test('no operation is without a rule', () => {
  expect(operationsWithoutRule(operationsOf(resolvers))).toEqual([]);
  expect(operationsOf(resolvers)).toHaveLength(Object.keys(OPERATIONS).length);
});

test('every reason that the code can give has a sentence in both languages', () => {
  expect(untranslatedReasons({ vi, en })).toEqual([]);
  const used = new Set<string>();
  const folder = new URL('../src', import.meta.url).pathname;
  for (const file of globSync('**/*.ts', { cwd: folder })) {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    for (const [, reason] of text.matchAll(/new Refusal\(\s*'[A-Z_]+',\s*'([A-Z_]+)'/g)) used.add(reason ?? '');
    for (const [, reason] of text.matchAll(/reason: '([A-Z_]+)'/g)) used.add(reason ?? '');
  }
  const shared = ['STALE_VERSION', 'NOT_ALLOWED', 'INVALID_INPUT', 'CURSOR'];
  expect([...used].filter((reason) => !(reason in vi) && !shared.includes(reason))).toEqual([]);
});

const unit = '{ unit { id } }';
const OPERATIONS: Record<string, string> = {
  me: '{ me { portal } }',
  businessClock: '{ businessClock { today offsetSeconds } }',
  unit: '{ unit(id: "38.snv") { id } }',
  units: '{ units { totalCount } }',
  unitTree: '{ unitTree(provinceId: "38") { id } }',
  unitChanges: '{ unitChanges(from: "2025-01-01", to: "2025-12-31") { totalCount } }',
  administrativeUnit: '{ administrativeUnit(id: "38") { id } }',
  administrativeUnits: '{ administrativeUnits { totalCount } }',
  unitGroup: '{ unitGroup(id: "ubx") { id } }',
  unitGroups: '{ unitGroups { id } }',
  peopleOfOwnUnit: '{ people(unitId: "38.snv") { totalCount } }',
  createUnit: `mutation { createUnit(input: { idempotencyKey: "KEY", code: "TH.A", name: "A", bloc: GOVERNMENT, tier: PROVINCE, kind: "CENTRE", parentId: "38.snv", validFrom: "2025-08-01" }) ${unit} }`,
  renameUnit: `mutation { renameUnit(input: { idempotencyKey: "KEY", unitId: "38.snv", expectedVersion: 99, name: "A", on: "2025-08-01" }) ${unit} }`,
  moveUnit: `mutation { moveUnit(input: { idempotencyKey: "KEY", unitId: "38.snv", expectedVersion: 99, on: "2025-08-01" }) ${unit} }`,
  endUnit: `mutation { endUnit(input: { idempotencyKey: "KEY", unitId: "38.snv", expectedVersion: 99, on: "2025-08-01", successorIds: [] }) ${unit} }`,
  grantMembership:
    'mutation { grantMembership(input: { idempotencyKey: "KEY", personId: "nobody", unitId: "38.snv", role: VIEWER, validFrom: "2025-08-01" }) { membership { id } } }',
  endMembership:
    'mutation { endMembership(input: { idempotencyKey: "KEY", membershipId: "nothing", on: "2025-08-01" }) { membership { id } } }',
};

/** `+` answered or refused only for what was asked; otherwise the reason of the refusal. */
const N = 'NOT_ALLOWED';
const TABLE: Record<string, string[]> = {
  //                     viewer reporter approver standing steering security auditor administrator none              integrator      service
  me: /*              */ ['+', '+', '+', '+', '+', '+', '+', '+', '+', 'OUT_OF_SCOPE', '+'],
  businessClock: /*   */ ['+', '+', '+', '+', '+', '+', '+', '+', '+', '+', '+'],
  unit: /*            */ ['+', '+', '+', '+', '+', '+', '+', '+', 'NO_MEMBERSHIP', '+', '+'],
  units: /*           */ ['+', '+', '+', '+', '+', '+', '+', '+', 'NO_MEMBERSHIP', '+', '+'],
  unitTree: /*        */ ['+', '+', '+', '+', '+', '+', '+', '+', 'NO_MEMBERSHIP', '+', '+'],
  unitChanges: /*     */ ['+', '+', '+', '+', '+', '+', '+', '+', 'NO_MEMBERSHIP', '+', '+'],
  administrativeUnit: /**/ ['+', '+', '+', '+', '+', '+', '+', '+', 'NO_MEMBERSHIP', '+', '+'],
  administrativeUnits: /**/ ['+', '+', '+', '+', '+', '+', '+', '+', 'NO_MEMBERSHIP', '+', '+'],
  unitGroup: /*       */ ['+', '+', '+', '+', '+', '+', '+', '+', 'NO_MEMBERSHIP', '+', '+'],
  unitGroups: /*      */ ['+', '+', '+', '+', '+', '+', '+', '+', 'NO_MEMBERSHIP', '+', '+'],
  peopleOfOwnUnit: /* */ ['+', N, N, N, N, N, '+', '+', 'NO_MEMBERSHIP', 'OUT_OF_SCOPE', N],
  createUnit: /*      */ [N, N, N, N, N, N, N, '+', 'NO_MEMBERSHIP', 'OUT_OF_SCOPE', N],
  renameUnit: /*      */ [N, N, N, N, N, N, N, '+', 'NO_MEMBERSHIP', 'OUT_OF_SCOPE', N],
  moveUnit: /*        */ [N, N, N, N, N, N, N, '+', 'NO_MEMBERSHIP', 'OUT_OF_SCOPE', N],
  endUnit: /*         */ [N, N, N, N, N, N, N, '+', 'NO_MEMBERSHIP', 'OUT_OF_SCOPE', N],
  grantMembership: /* */ [N, N, N, N, N, N, N, '+', 'NO_MEMBERSHIP', 'OUT_OF_SCOPE', N],
  endMembership: /*   */ [N, N, N, N, N, N, N, '+', 'NO_MEMBERSHIP', 'OUT_OF_SCOPE', N],
};
describe('who may ask what', () => {
  test.each(Object.entries(TABLE))('%s', async (operation, expected) => {
    const answers: string[] = [];
    for (const column of COLUMNS) {
      const answer = await clients.get(column)?.ask((OPERATIONS[operation] ?? '').replace('KEY', key()));
      const refused = answer?.errors?.[0]?.extensions;
      const turnedAway = refused?.code === 'FORBIDDEN' || refused?.code === 'INTERNAL';
      answers.push(refused && turnedAway ? refused.reason : '+');
    }
    expect(Object.fromEntries(COLUMNS.map((column, index) => [column, answers[index]]))).toEqual(
      Object.fromEntries(COLUMNS.map((column, index) => [column, expected[index]])),
    );
  });

  test('no token, no answer, `_entities` and `_service` included', async () => {
    for (const query of [
      '{ businessClock { today } }',
      '{ _service { sdl } }',
      '{ _entities(representations: []) { __typename } }',
    ]) {
      const response = await fetch(`${world.running.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect(response.status).toBe(401);
    }
    expect((await fetch(`${world.running.url}/hierarchy`)).status).toBe(401);
    expect((await fetch(`${world.running.url}/actor`, { method: 'POST' })).status).toBe(401);
    expect((await fetch(`${world.running.url}/health/ready`)).status).toBe(200);
  });
});

describe('the second wall', () => {
  test('without settings the running role sees no row and writes none', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: world.database.url('units_run') });
    await client.connect();
    try {
      for (const table of [
        'units',
        'unit_names',
        'unit_placements',
        'unit_changes',
        'people',
        'memberships',
        'administrative_units',
        'unit_groups',
        'integrator_clients',
        'hierarchy_state',
      ]) {
        expect((await client.query(`SELECT 1 FROM ${table}`)).rowCount, table).toBe(0);
      }
      await expect(client.query('DELETE FROM units')).rejects.toThrow('permission denied');
      await expect(
        client.query("INSERT INTO people (id, subject, display_name) VALUES ('x', 'x', 'x')"),
      ).rejects.toThrow('row-level security');
      await client.query(`SELECT set_config('app.actor', 'x', false), set_config('app.provinces', '{38}', false)`);
      expect((await client.query("UPDATE units SET version = 2 WHERE id = '38.snv'")).rowCount).toBe(0);
      expect((await client.query('SELECT 1 FROM memberships')).rowCount).toBe(0);
    } finally {
      await client.end();
    }
  });
});
