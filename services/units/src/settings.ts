import { arrayLiteral, type Settings } from '@lienthong/kit/database';
import { decide, type Subject, subtreeKeys } from '@lienthong/policy/decide';
import { rlsSettings } from '@lienthong/policy/rls';
import { managedBlocs, unitFacts } from './units/unit.policy.ts';

/**
 * The row-level settings of this service: people are read as the policy says of memberships, units by province,
 * and what may be changed stands in two settings of its own.
 */
export function settingsOf({ subject }: { subject: Subject }): Settings {
  const { actor, hierarchy, on } = subject;
  const { membership } = actor;
  const managesOwn =
    membership !== null &&
    decide(subject, 'manage', 'Unit', unitFacts({ ...membership, id: membership.unitId })).allowed;
  return {
    ...rlsSettings(subject, [], 'Membership'),
    'app.managed_units': arrayLiteral(managesOwn ? subtreeKeys(hierarchy, membership.unitId, on) : []),
    'app.managed_blocs': arrayLiteral(managedBlocs(subject)),
  };
}
