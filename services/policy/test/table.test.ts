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

test('every action of every resource has its expectation, but for exporting the directory', () => {
  const stated = new Set(
    expectations.flatMap(({ resource, actions }) => actions.map((action) => `${resource}.${action}`)),
  );
  const all = Object.entries(RESOURCES).flatMap(([resource, actions]) =>
    actions.map((action) => `${resource}.${action}`),
  );
  expect(all.filter((name) => !stated.has(name))).toEqual(['Unit.export']);
});

test('no row of the table can go without someone noticing', () => {
  const unnoticed = POLICY.filter((row) => {
    const without = POLICY.filter((other) => other !== row);
    const concerned = expectations.filter((expectation) => expectation.resource === row.resource);
    return concerned.every((expectation) => disagreements(expectation, without).length === 0);
  });
  expect(unnoticed.map((row) => row.id)).toEqual([]);
});

test('no role can be added to a row, and no bloc opened, without someone noticing', () => {
  const unnoticed: string[] = [];
  for (const row of POLICY.filter((candidate) => candidate.bloc === 'own')) {
    const changed = POLICY.map((other) => (other === row ? { ...row, bloc: 'any' as const } : other));
    const concerned = expectations.filter((expectation) => expectation.resource === row.resource);
    if (concerned.every((expectation) => disagreements(expectation, changed).length === 0)) unnoticed.push(row.id);
  }
  expect(unnoticed).toEqual([]);
});

test('ids are unique and every row says why', () => {
  expect(new Set(POLICY.map((row) => row.id)).size).toBe(POLICY.length);
  expect(POLICY.filter((row) => row.why.length < 10)).toEqual([]);
  for (const row of POLICY) {
    const known = RESOURCES[row.resource] as readonly string[];
    expect(row.actions.filter((action) => !known.includes(action))).toEqual([]);
  }
});
