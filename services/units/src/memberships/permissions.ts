import type { Actor } from '@lienthong/policy/actor';
import { couldEver } from '@lienthong/policy/decide';
import type { Action, Resource } from '@lienthong/policy/table';

/** What menus and buttons ask about, each as a question to the policy table. */
const PERMISSIONS: Readonly<Record<string, readonly [Action, Resource]>> = {
  'plans.read': ['read', 'Plan'],
  'plans.export': ['export', 'Task'],
  'plans.assign': ['assign', 'Task'],
  'plans.report': ['reportProgress', 'Task'],
  'plans.approve': ['approve', 'ProgressReport'],
  'plans.confirm': ['confirm', 'ProgressReport'],
  'drafts.manage': ['manage', 'PlanDraft'],
  'quarantine.read': ['read', 'QuarantinedDocument'],
  'quarantine.release': ['release', 'QuarantinedDocument'],
  'reports.read': ['read', 'ReportObligation'],
  'reports.submit': ['submit', 'Report'],
  'reports.accept': ['accept', 'Report'],
  'units.read': ['read', 'Unit'],
  'units.manage': ['manage', 'Unit'],
  'people.read': ['read', 'Membership'],
  'people.manage': ['manage', 'Membership'],
  'systems.read': ['read', 'InformationSystem'],
  'systems.register': ['register', 'InformationSystem'],
  'dossiers.advance': ['advance', 'SecurityLevelDossier'],
  'dossiers.approve': ['approve', 'SecurityLevelDossier'],
  'checks.manage': ['manage', 'ComplianceCheck'],
  'checks.run': ['run', 'CheckRun'],
  'audit.read': ['read', 'AuditEntry'],
};

/** What the actor may do to something, somewhere; whether to this very thing is asked of the thing. */
export function permissionsOf(actor: Actor): string[] {
  return Object.entries(PERMISSIONS)
    .filter(([, [action, resource]]) => couldEver(actor, action, resource))
    .map(([name]) => name);
}
