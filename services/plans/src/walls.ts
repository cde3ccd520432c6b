import type { Settings } from '@lienthong/kit/database';
import { rlsSettings } from '@lienthong/policy/rls';
import type { PlansContext } from './context.ts';

/**
 * What PostgreSQL's row-level policies read. Tasks set the walls of most tables; drafts and refused documents are
 * seen by others than tasks are, and have settings of their own.
 */
export function settingsOf({ subject, following }: PlansContext): Settings {
  const drafts = rlsSettings(subject, [], 'PlanDraft');
  const quarantine = rlsSettings(subject, [], 'QuarantinedDocument');
  return {
    ...rlsSettings(subject, following.keys, 'Task'),
    'app.draft_units': drafts['app.units'] ?? '{}',
    'app.quarantine_units': quarantine['app.units'] ?? '{}',
    'app.quarantine_blocs': quarantine['app.blocs'] ?? '{}',
  };
}
