import { Refusal } from '@lienthong/kit/refusal';
import type { Operation } from '@lienthong/kit/subgraph';
import { type Actor, roleOf } from './actor.ts';
import { couldEver } from './decide.ts';
import { type Action, type ActionOf, RESOURCES, type Resource } from './table.ts';

/** `Task.assign`, or one of the few that need no membership (`SELF`) or only a signed-in actor (`EVERYONE`). */
export type RuleName = { [R in Resource]: `${R}.${ActionOf<R>}` }[Resource] | 'SELF' | 'EVERYONE';

const rules = new WeakMap<object, Map<string, RuleName>>();

/**
 * States who may call an operation. It opens the door for those for whom some row of the table could allow it;
 * the service still asks `context.demand` about the very object.
 *
 * `SELF` and `EVERYONE` let anyone in who is signed in: `SELF` answers only about the asker (`me`), `EVERYONE` says
 * nothing about anyone (the business clock).
 */
export function Rule(name: RuleName) {
  return (prototype: object, method: string | symbol): void => {
    const own = rules.get(prototype) ?? new Map<string, RuleName>();
    own.set(String(method), name);
    rules.set(prototype, own);
  };
}

export function ruleOf(operation: Pick<Operation, 'target' | 'method'>): RuleName | undefined {
  return rules.get(operation.target.prototype as object)?.get(operation.method);
}

/** The names of operations that state no rule; each service has a test that this is empty. */
export function operationsWithoutRule(operations: readonly Operation[]): string[] {
  return operations.filter((operation) => ruleOf(operation) === undefined).map(({ name }) => name);
}

export function parseRule(name: RuleName): { resource: Resource; action: Action } | undefined {
  const [resource, action] = name.split('.') as [Resource, Action | undefined];
  return action && (RESOURCES[resource] as readonly string[] | undefined)?.includes(action)
    ? { resource, action }
    : undefined;
}

/** For `graph.guard`: refuses an operation without a rule, and an actor whom no row could let through. */
export function guardOperation(context: { actor: Actor }, operation: Operation): void {
  const name = ruleOf(operation);
  if (!name) throw new Refusal('FORBIDDEN', 'NO_RULE', { operation: operation.name });
  const { actor } = context;
  const rule = parseRule(name);
  if (!rule) {
    if (actor.kind === 'integrator' && name === 'SELF') throw new Refusal('FORBIDDEN', 'OUT_OF_SCOPE');
    return;
  }
  if (roleOf(actor) === null) throw new Refusal('FORBIDDEN', 'NO_MEMBERSHIP');
  if (couldEver(actor, rule.action, rule.resource)) return;
  throw new Refusal('FORBIDDEN', actor.kind === 'integrator' ? 'OUT_OF_SCOPE' : 'NOT_ALLOWED', {
    operation: operation.name,
  });
}
