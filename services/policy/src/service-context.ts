import type { RequestContext } from '@lienthong/kit/context';
import type { Settings } from '@lienthong/kit/database';
import { Refusal } from '@lienthong/kit/refusal';
import type { Actor } from './actor.ts';
import { type Decision, decide, type Facts, type Subject } from './decide.ts';
import type { Hierarchy } from './hierarchy.ts';
import { rlsSettings } from './rls.ts';
import type { ActionOf, Resource } from './table.ts';

/** What the policy adds to each request's context. */
export interface PolicyContext {
  readonly hierarchy: Hierarchy;
  /** Who asks, on today's business date. */
  readonly subject: Subject;
  decide<R extends Resource>(action: ActionOf<R>, resource: R, facts: Facts): Decision;
  may<R extends Resource>(action: ActionOf<R>, resource: R, facts: Facts): boolean;
  /** Refuses with FORBIDDEN unless allowed. */
  demand<R extends Resource>(action: ActionOf<R>, resource: R, facts: Facts): void;
}

export type ServiceContext = RequestContext<Actor> & PolicyContext;

/** For `ServiceRuntime.extend`: `extend: withPolicy(() => source.current())`. */
export function withPolicy(current: () => Hierarchy): (base: RequestContext<Actor>) => PolicyContext {
  return (base) => {
    const hierarchy = current();
    const subject: Subject = { actor: base.actor, hierarchy, on: base.clock.today() };
    const judge: PolicyContext['decide'] = (action, resource, facts) => decide(subject, action, resource, facts);
    return {
      hierarchy,
      subject,
      decide: judge,
      may: (action, resource, facts) => judge(action, resource, facts).allowed,
      demand: (action, resource, facts) => {
        const { allowed, ruleId } = judge(action, resource, facts);
        if (!allowed) throw new Refusal('FORBIDDEN', 'NOT_ALLOWED', { action, resource, ruleId });
      },
    };
  };
}

/** For `ServiceDefinition.settings`: the row-level settings for a service whose rows are read as this resource. */
export function settingsFor<C extends { subject: Subject }>(
  resource: Resource,
  follows: (context: C) => Promise<readonly string[]> | readonly string[] = () => [],
): (context: C) => Promise<Settings> {
  return async (context) => rlsSettings(context.subject, await follows(context), resource);
}
