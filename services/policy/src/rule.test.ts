import { expect, test } from 'vitest';
import { integrator, person } from '../test/world.ts';
import { guardOperation, operationsWithoutRule, Rule, type RuleName, ruleOf } from './rule.ts';

class Resolver {
  open(): void {}
  assign(): void {}
  forgotten(): void {}
  me(): void {}
  clock(): void {}
}
// By hand what `@Rule('…')` does on a method: this file is not about decorators.
const mark = (method: keyof Resolver, name: RuleName): void => Rule(name)(Resolver.prototype, method);
mark('open', 'Task.read');
mark('assign', 'Task.assign');
mark('me', 'SELF');
mark('clock', 'EVERYONE');

const operation = (method: keyof Resolver) => ({ kind: 'query' as const, name: method, target: Resolver, method });
const officer = person('38.skhcn', 'REPORTER');
const viewer = person('38.skhcn', 'VIEWER');
const nobody = { ...viewer, membership: null };

test('an operation that states no rule is found, and refused to everyone', () => {
  const all = (['open', 'assign', 'forgotten', 'me', 'clock'] as const).map(operation);
  expect(operationsWithoutRule(all)).toEqual(['forgotten']);
  expect(() => guardOperation({ actor: officer }, operation('forgotten'))).toThrow('FORBIDDEN NO_RULE');
  expect(ruleOf(operation('open'))).toBe('Task.read');
});

test('a role that no row lets do it is turned away at the door', () => {
  expect(() => guardOperation({ actor: officer }, operation('assign'))).not.toThrow();
  expect(() => guardOperation({ actor: viewer }, operation('assign'))).toThrow('FORBIDDEN NOT_ALLOWED');
});

test('a person without a membership gets to who they are and what day it is, and no further', () => {
  expect(() => guardOperation({ actor: nobody }, operation('me'))).not.toThrow();
  expect(() => guardOperation({ actor: nobody }, operation('clock'))).not.toThrow();
  expect(() => guardOperation({ actor: nobody }, operation('open'))).toThrow('FORBIDDEN NO_MEMBERSHIP');
});

test('an integrator is told that its scope is what is missing', () => {
  const plans = integrator(['plans:read'], ['38']);
  expect(() => guardOperation({ actor: plans }, operation('open'))).not.toThrow();
  const units = integrator(['units:read'], ['38']);
  expect(() => guardOperation({ actor: units }, operation('open'))).toThrow('FORBIDDEN OUT_OF_SCOPE');
  expect(() => guardOperation({ actor: plans }, operation('assign'))).toThrow('FORBIDDEN OUT_OF_SCOPE');
});
