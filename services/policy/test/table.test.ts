import { expect, test } from 'vitest';
import { decide } from '../src/decide.ts';
import { type ActionOf, POLICY, type PolicyRow, RESOURCES, type Resource } from '../src/table.ts';
import { type Expectation, expectations } from './expectations.ts';
import { type ActorName, actors, type RowName, rows, subject } from './world.ts';

const actorNames = Object.keys(actors) as ActorName[];
const rowNames = Object.keys(rows) as RowName[];

/** What the table decides otherwise than people expect. */
function disagreements({ resource, actions, allowed }: Expectation, table: readonly PolicyRow[] = POLICY): string[] {
  const found: string[] = [];
  for (const action of actions as ActionOf<Resource>[]) {
    for (const actor of actorNames) {
      for (const row of rowNames) {
        const expected = allowed[actor]?.includes(row) ?? false;
        const decision = decide(subject(actor), action, resource, rows[row], table);
        if (decision.allowed !== expected) {
          found.push(`${actor} ${expected ? 'may not' : 'may'} ${action} a ${resource} ${row} (${decision.ruleId})`);
        }
      }
    }
  }
  return found;
}

test.each(
  expectations.map(
    (expectation) => [`${expectation.actions.join(', ')} of ${expectation.resource}`, expectation] as const,
  ),
)('who may: %s', (_title, expectation) => {
  expect(disagreements(expectation)).toEqual([]);
});

test('every action of every resource has its expectation', () => {
  const stated = new Set(
    expectations.flatMap(({ resource, actions }) => actions.map((action) => `${resource}.${action}`)),
  );
  const all = Object.entries(RESOURCES).flatMap(([resource, actions]) =>
    actions.map((action) => `${resource}.${action}`),
  );
  expect(all.filter((name) => !stated.has(name))).toEqual([]);
});

test('no row of the table can go without someone noticing', () => {
  const unnoticed = POLICY.filter((row) => {
    const without = POLICY.filter((other) => other !== row);
    const concerned = expectations.filter((expectation) => expectation.resource === row.resource);
    return concerned.every((expectation) => disagreements(expectation, without).length === 0);
  });
  expect(unnoticed.map((row) => row.id)).toEqual([]);
});

test('no row can be opened to the other bloc without someone noticing', () => {
  const unnoticed: string[] = [];
  for (const row of POLICY.filter((candidate) => candidate.bloc === 'own')) {
    const changed = POLICY.map((other) => (other === row ? { ...row, bloc: 'any' as const } : other));
    const concerned = expectations.filter((expectation) => expectation.resource === row.resource);
    if (concerned.every((expectation) => disagreements(expectation, changed).length === 0)) unnoticed.push(row.id);
  }
  expect(unnoticed).toEqual([]);
});

test('no action and no role of a row can go without someone noticing', () => {
  const unnoticed: string[] = [];
  for (const row of POLICY) {
    const concerned = expectations.filter((expectation) => expectation.resource === row.resource);
    const lists = { actions: row.actions, roles: row.roles };
    for (const [list, values] of Object.entries(lists)) {
      for (const value of values) {
        const smaller = { ...row, [list]: values.filter((other) => other !== value) } as PolicyRow;
        const changed = POLICY.map((other) => (other === row ? smaller : other));
        if (concerned.every((expectation) => disagreements(expectation, changed).length === 0)) {
          unnoticed.push(`${row.id} without ${value}`);
        }
      }
    }
  }
  expect(unnoticed).toEqual([]);
}, 60_000);

test('a row that reads only the own bloc reads the whole of it, as the second wall does', () => {
  const partial = POLICY.filter(
    (row) =>
      row.bloc === 'own' && (row.actions as readonly string[]).includes('read') && !row.relations.includes('OTHER'),
  );
  expect(partial.map((row) => row.id)).toEqual([]);
});

test('ids are unique and every row says why', () => {
  expect(new Set(POLICY.map((row) => row.id)).size).toBe(POLICY.length);
  expect(POLICY.filter((row) => row.why.length < 10)).toEqual([]);
  for (const row of POLICY) {
    const known = RESOURCES[row.resource] as readonly string[];
    expect(row.actions.filter((action) => !known.includes(action))).toEqual([]);
  }
});
