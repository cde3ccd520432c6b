import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, ROLES, type Role, serviceActor } from '../src/actor.ts';
import { decide, type Facts, relationsOf } from '../src/decide.ts';
import { type ActionOf, DIRECTORY, RESOURCES, type Resource } from '../src/table.ts';
import { hierarchy, integrator, ON, person, unitIds } from './world.ts';

const anyPerson = fc
  .tuple(
    fc.constantFrom(...unitIds),
    fc.constantFrom(...ROLES.filter((role) => role !== 'INTEGRATOR' && role !== 'SERVICE')),
  )
  .map(([unitId, role]) => person(unitId, role as Role));

const scopes = ['units:read', 'plans:read', 'reporting:read', 'compliance:read'];
const provinces = fc.subarray(['38', '19']);
const anyActor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 6, arbitrary: anyPerson },
  { weight: 1, arbitrary: fc.tuple(fc.subarray(scopes), provinces).map(([s, p]) => integrator(s, p)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('units', 'plans', 'reporting', 'compliance', 'stranger'), provinces)
      .map(([id, p]) => serviceActor(id, p)),
  },
);

const unitKeys = [...unitIds, 'g:ubx', 'g:cdvlq', 'g:unknown', '38.unknown'];
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    provinceId: fc.constantFrom('38', '19', '82'),
    blocs: fc.subarray(['PARTY', 'GOVERNMENT'] as const),
    unitIds: fc.uniqueArray(fc.constantFrom(...unitKeys), { maxLength: 4 }),
    leads: fc.option(fc.nat(3), { nil: undefined }),
    followers: fc.uniqueArray(fc.constantFrom(...unitKeys), { maxLength: 2 }),
  })
  .map(({ leads, ...facts }) =>
    leads === undefined ? facts : { ...facts, leadUnitIds: facts.unitIds.slice(0, leads) },
  );

const anyAsking = fc
  .constantFrom(...(Object.keys(RESOURCES) as Resource[]))
  .chain((resource) =>
    fc.tuple(fc.constant(resource), fc.constantFrom(...(RESOURCES[resource] as readonly ActionOf<Resource>[]))),
  );

const RUNS = { numRuns: 5000 };
const ask = (actor: Actor, [resource, action]: [Resource, ActionOf<Resource>], facts: Facts) =>
  decide({ actor, hierarchy, on: ON }, action, resource, facts);

test('nothing is ever allowed across provinces, to anyone', () => {
  fc.assert(
    fc.property(anyActor, anyAsking, anyFacts, (actor, asking, facts) => {
      const bound = actor.kind === 'person' ? [actor.membership?.provinceId] : actor.provinceIds;
      if (!bound.includes(facts.provinceId)) expect(ask(actor, asking, facts).allowed).toBe(false);
    }),
    RUNS,
  );
});

test('nobody reaches a row of the other bloc without taking part in it or following it', () => {
  fc.assert(
    fc.property(anyPerson, anyAsking, anyFacts, (actor, asking, facts) => {
      const own = actor.membership?.bloc;
      if (facts.blocs.length === 0 || (own && facts.blocs.includes(own)) || DIRECTORY.has(asking[0])) return;
      const relations = relationsOf(actor, hierarchy, ON, facts);
      if (relations.includes('PARTICIPANT') || relations.includes('FOLLOWING')) return;
      expect(ask(actor, asking, facts).allowed).toBe(false);
    }),
    RUNS,
  );
});

test('an inspector, an integrator and a viewer change nothing', () => {
  const watching = fc.oneof(
    fc.constantFrom(...unitIds).map((unitId) => person(unitId, 'AUDITOR')),
    fc.constantFrom(...unitIds).map((unitId) => person(unitId, 'VIEWER')),
    fc.subarray(scopes).map((s) => integrator(s, ['38', '19'])),
  );
  fc.assert(
    fc.property(watching, anyAsking, anyFacts, (actor, asking, facts) => {
      if (asking[1] === 'read' || asking[1] === 'export') return;
      expect(ask(actor, asking, facts).allowed).toBe(false);
    }),
    RUNS,
  );
});

test('an integrator without the scope reads nothing of it', () => {
  fc.assert(
    fc.property(fc.subarray(scopes), anyAsking, anyFacts, (granted, asking, facts) => {
      if (granted.length > 0) return;
      expect(ask(integrator([], ['38', '19']), asking, facts).allowed).toBe(false);
    }),
    RUNS,
  );
});

test('a person without a membership may do nothing', () => {
  const nobody = { ...person('38.skhcn', 'STANDING_AGENCY'), membership: null };
  fc.assert(
    fc.property(anyAsking, anyFacts, (asking, facts) => {
      expect(ask(nobody, asking, facts)).toEqual({ allowed: false, ruleId: 'no-membership' });
    }),
    RUNS,
  );
});

test('being above or beside a unit does not let anyone act in its place', () => {
  const acting = new Set(['reportProgress', 'approve', 'submit']);
  fc.assert(
    fc.property(anyPerson, anyAsking, anyFacts, (actor, asking, facts) => {
      if (!acting.has(asking[1]) || relationsOf(actor, hierarchy, ON, facts).includes('OWN')) return;
      expect(ask(actor, asking, facts).allowed).toBe(false);
    }),
    RUNS,
  );
});
