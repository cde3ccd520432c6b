import type { Role } from './actor.ts';

export type Relation = 'OWN' | 'CHILD' | 'PARENT' | 'SIBLING' | 'PARTICIPANT' | 'FOLLOWING' | 'OTHER';

export const RELATIONS: readonly Relation[] = [
  'OWN',
  'CHILD',
  'PARENT',
  'SIBLING',
  'PARTICIPANT',
  'FOLLOWING',
  'OTHER',
];

/** What may be done to each kind of thing; `read` covers lists, counts and references from other services. */
export const RESOURCES = {
  Unit: ['read', 'manage', 'export'],
  Person: ['read', 'manage'],
  Membership: ['read', 'manage'],
  Plan: ['read', 'manage', 'export'],
  Task: ['read', 'manage', 'assign', 'reportProgress', 'export'],
  Assignment: ['read', 'assign'],
  ProgressReport: ['read', 'create', 'approve', 'return', 'confirm'],
  Evidence: ['read', 'create'],
  Follower: ['read', 'manage'],
  PlanDraft: ['read', 'manage'],
  QuarantinedDocument: ['read', 'release'],
  ReportingRegime: ['read', 'manage'],
  ReportObligation: ['read', 'create', 'manage'],
  Report: ['read', 'create', 'submit', 'accept', 'return', 'remind', 'export'],
  InformationSystem: ['read', 'register', 'manage', 'export'],
  SecurityLevelDossier: ['read', 'create', 'advance', 'approve'],
  ComplianceCheck: ['read', 'manage'],
  CheckRun: ['read', 'run'],
  AuditEntry: ['read', 'export'],
} as const satisfies Record<string, readonly string[]>;

export type Resource = keyof typeof RESOURCES;
export type ActionOf<R extends Resource> = (typeof RESOURCES)[R][number];
export type Action = ActionOf<Resource>;

export interface PolicyRow<R extends Resource = Resource> {
  id: string;
  roles: readonly Role[];
  /** For SERVICE: which services; none named means any. */
  services?: readonly string[];
  relations: readonly Relation[];
  resource: R;
  actions: readonly ActionOf<R>[];
  /** `own`: the row must belong to the actor's bloc; `any`: whatever the walls let through (one's own tree, say). */
  bloc: 'own' | 'any';
  why: string;
}

function row<R extends Resource>(
  id: string,
  roles: readonly Role[],
  relations: readonly Relation[],
  resource: R,
  actions: readonly ActionOf<R>[],
  bloc: PolicyRow['bloc'],
  why: string,
  services?: readonly string[],
): PolicyRow {
  return { id, roles, relations, resource, actions, bloc, why, ...(services ? { services } : {}) } as PolicyRow;
}

const PEOPLE: readonly Role[] = [
  'VIEWER',
  'REPORTER',
  'APPROVER',
  'STANDING_AGENCY',
  'STEERING_COMMITTEE',
  'UNIT_ADMINISTRATOR',
  'SECURITY_OFFICER',
  'AUDITOR',
];
/** Those who work on plans and reports, so whose unit's following counts for them. */
const PLAN_STAFF: readonly Role[] = ['VIEWER', 'REPORTER', 'APPROVER', 'STANDING_AGENCY', 'STEERING_COMMITTEE'];
const COLLECTORS: readonly Role[] = ['STANDING_AGENCY', 'STEERING_COMMITTEE', 'AUDITOR'];
const WRITERS: readonly Role[] = ['REPORTER', 'APPROVER', 'STANDING_AGENCY'];

const ANYONE: readonly Relation[] = RELATIONS;
const NEAR: readonly Relation[] = ['OWN', 'CHILD', 'PARTICIPANT'];
const OWN: readonly Relation[] = ['OWN'];
const OWN_AND_BELOW: readonly Relation[] = ['OWN', 'CHILD'];
const FOLLOWED: readonly Relation[] = ['FOLLOWING'];

/**
 * The whole of who may do what. Nothing else permits anything; what no row allows is refused.
 * Two walls stand before it (`decide.ts`): between provinces always, between blocs except for those who take part in
 * a row or follow it.
 */
// biome-ignore format: a table is read in rows
export const POLICY: readonly PolicyRow[] = [
  row('U1', PEOPLE, ANYONE, 'Unit', ['read', 'export'], 'any', 'The directory of offices is open within a province: tasks name units of both blocs.'),
  row('U2', ['UNIT_ADMINISTRATOR'], ANYONE, 'Unit', ['manage'], 'own', 'Whoever administers a bloc keeps its tree: mergers change units that stand under no one yet.'),
  row('U3', PEOPLE, OWN, 'Person', ['read'], 'any', 'Colleagues see each other, so that work can be handed on.'),
  row('U4', ['UNIT_ADMINISTRATOR', 'STANDING_AGENCY', 'APPROVER'], ['CHILD'], 'Person', ['read'], 'any', 'Work is handed on within what one answers for.'),
  row('U5', ['UNIT_ADMINISTRATOR'], OWN_AND_BELOW, 'Person', ['manage'], 'any', "Staff come and go in the administrator's own tree."),
  row('U6', PEOPLE, OWN, 'Membership', ['read'], 'any', 'A unit knows who holds which role in it.'),
  row('U7', ['UNIT_ADMINISTRATOR', 'STANDING_AGENCY', 'APPROVER'], ['CHILD'], 'Membership', ['read'], 'any', 'Who answers for a unit below must be known above it.'),
  row('U8', ['UNIT_ADMINISTRATOR'], OWN_AND_BELOW, 'Membership', ['manage'], 'any', 'Roles are given where the people are.'),
  row('U9', ['AUDITOR'], ANYONE, 'Membership', ['read'], 'own', 'An inspection asks who held which role.'),
  row('U10', ['AUDITOR'], ANYONE, 'Person', ['read'], 'own', 'An inspection asks who acted.'),
  row('U11', ['UNIT_ADMINISTRATOR'], ANYONE, 'Membership', ['read', 'manage'], 'own', 'Whoever keeps the tree of a bloc (province level) gives roles in units that stand under no one, such as the Front.'),
  row('U12', ['UNIT_ADMINISTRATOR'], ANYONE, 'Person', ['read', 'manage'], 'own', 'Whoever gives roles knows the people.'),

  row('P1', PEOPLE, NEAR, 'Plan', ['read'], 'any', 'A unit sees the plans that charge it, or units below it, with tasks.'),
  row('P2', PLAN_STAFF, FOLLOWED, 'Plan', ['read', 'export'], 'any', 'A following body sees the plan it follows.'),
  row('P3', COLLECTORS, ANYONE, 'Plan', ['read', 'export'], 'own', 'Who directs, collects or inspects a bloc sees its plans.'),
  row('P4', ['STANDING_AGENCY'], ['OWN', 'FOLLOWING'], 'Plan', ['manage'], 'any', 'The standing agency keeps the plan it issued or follows.'),
  row('T1', PEOPLE, NEAR, 'Task', ['read', 'export'], 'any', 'Lead and coordinating units of either bloc share the task they share.'),
  row('T2', PLAN_STAFF, FOLLOWED, 'Task', ['read', 'export'], 'any', 'A following body sees the rows it follows in both blocs.'),
  row('T3', COLLECTORS, ANYONE, 'Task', ['read', 'export'], 'own', 'Who directs, collects or inspects a bloc sees its tasks.'),
  row('T4', ['STANDING_AGENCY'], ['OWN', 'FOLLOWING'], 'Task', ['manage'], 'any', "Corrections of a plan's rows go through whoever keeps it."),
  row('T5', WRITERS, OWN, 'Task', ['assign'], 'any', 'A lead unit hands its task to one of its officers.'),
  row('T6', ['STANDING_AGENCY'], FOLLOWED, 'Task', ['assign'], 'any', 'The standing agency names the officer who follows a task.'),
  row('T7', WRITERS, OWN, 'Task', ['reportProgress'], 'any', 'Only a lead unit reports progress; a coordinating unit helps, and does not report.'),
  row('A1', PEOPLE, NEAR, 'Assignment', ['read'], 'any', 'Those who share a task see who works on it.'),
  row('A2', PLAN_STAFF, FOLLOWED, 'Assignment', ['read'], 'any', 'A following body knows whom to ask.'),
  row('A3', COLLECTORS, ANYONE, 'Assignment', ['read'], 'own', 'Who directs, collects or inspects a bloc sees who works on what.'),
  row('A4', WRITERS, OWN, 'Assignment', ['assign'], 'any', 'A lead unit hands its task to one of its officers.'),
  row('A5', ['STANDING_AGENCY'], FOLLOWED, 'Assignment', ['assign'], 'any', 'The standing agency names the officer who follows a task.'),
  row('R1', PEOPLE, NEAR, 'ProgressReport', ['read'], 'any', 'What a lead unit reports is read by those who share the task.'),
  row('R2', PLAN_STAFF, FOLLOWED, 'ProgressReport', ['read'], 'any', 'A following body reads what was reported.'),
  row('R3', COLLECTORS, ANYONE, 'ProgressReport', ['read'], 'own', 'Who directs, collects or inspects a bloc reads what it reported.'),
  row('R4', WRITERS, OWN, 'ProgressReport', ['create'], 'any', 'Only a lead unit reports progress.'),
  row('R5', ['APPROVER'], OWN, 'ProgressReport', ['approve', 'return'], 'any', 'The head of the lead unit answers for what leaves it.'),
  row('R6', ['STANDING_AGENCY'], FOLLOWED, 'ProgressReport', ['confirm', 'return'], 'any', 'The following standing agency accepts a result or sends it back.'),
  row('E1', PEOPLE, NEAR, 'Evidence', ['read'], 'any', 'Evidence is seen by those who share the task.'),
  row('E2', PLAN_STAFF, FOLLOWED, 'Evidence', ['read'], 'any', 'A result is accepted on its evidence.'),
  row('E3', COLLECTORS, ANYONE, 'Evidence', ['read'], 'own', 'Who directs, collects or inspects a bloc sees its evidence.'),
  row('E4', WRITERS, OWN, 'Evidence', ['create'], 'any', 'Evidence comes from the unit that reports.'),
  row('F1', PEOPLE, NEAR, 'Follower', ['read'], 'any', 'A unit knows who follows its tasks.'),
  row('F2', PLAN_STAFF, FOLLOWED, 'Follower', ['read'], 'any', 'A following body knows what it follows.'),
  row('F3', COLLECTORS, ANYONE, 'Follower', ['read'], 'own', 'Who directs, collects or inspects a bloc knows who follows what.'),
  row('F4', ['STANDING_AGENCY'], OWN, 'Follower', ['manage'], 'own', 'The standing agency of a plan names those who follow it; nobody opens the other bloc to itself.'),
  row('W1', ['STANDING_AGENCY'], OWN, 'PlanDraft', ['read', 'manage'], 'any', 'The standing agency that received a document reads it into tasks; until they are confirmed they are nobody else’s.'),
  row('Q1', ['SECURITY_OFFICER'], ANYONE, 'QuarantinedDocument', ['read', 'release'], 'own', 'The supervising body of a bloc (province level) judges what came in under a secrecy marking.'),
  row('Q2', ['SECURITY_OFFICER'], OWN_AND_BELOW, 'QuarantinedDocument', ['read'], 'any', 'A security officer knows what was sent from the own unit and from those below it.'),
  row('Q3', ['AUDITOR'], ANYONE, 'QuarantinedDocument', ['read'], 'own', 'An inspection of a bloc sees which secrets were nearly let in, and who let them go.'),
  row('Q4', ['STANDING_AGENCY'], OWN, 'QuarantinedDocument', ['read'], 'any', 'Whoever sent it sees that it was refused, and whether it may be sent again.'),

  row('G1', PEOPLE, NEAR, 'ReportingRegime', ['read'], 'any', 'Whoever owes a report knows by which regime.'),
  row('G2', PLAN_STAFF, FOLLOWED, 'ReportingRegime', ['read'], 'any', 'Whoever receives reports knows by which regime.'),
  row('G3', COLLECTORS, ANYONE, 'ReportingRegime', ['read'], 'own', 'Who directs, collects or inspects a bloc knows its regimes.'),
  row('G4', ['STANDING_AGENCY'], ['OWN', 'FOLLOWING'], 'ReportingRegime', ['manage'], 'any', 'The body that receives reports sets when they are due.'),
  row('O1', PEOPLE, NEAR, 'ReportObligation', ['read'], 'any', 'A unit sees what it, or a unit below it, owes.'),
  row('O2', PLAN_STAFF, FOLLOWED, 'ReportObligation', ['read'], 'any', 'A receiving body sees who is late.'),
  row('O3', COLLECTORS, ANYONE, 'ReportObligation', ['read'], 'own', 'Who directs, collects or inspects a bloc sees who is late.'),
  row('O4', ['STANDING_AGENCY'], ['OWN', 'FOLLOWING'], 'ReportObligation', ['create', 'manage'], 'any', 'The receiving body asks for an ad hoc report and excuses one.'),
  row('B1', PEOPLE, NEAR, 'Report', ['read'], 'any', 'A unit reads its own reports and those of units below it.'),
  row('B2', PLAN_STAFF, FOLLOWED, 'Report', ['read', 'export'], 'any', 'A receiving body reads what it receives and adds it up.'),
  row('B3', COLLECTORS, ANYONE, 'Report', ['read', 'export'], 'own', 'Who directs, collects or inspects a bloc reads its reports.'),
  row('B4', WRITERS, OWN, 'Report', ['create', 'submit'], 'any', 'The unit that owes a report writes and sends it.'),
  row('B5', ['STANDING_AGENCY', 'APPROVER'], FOLLOWED, 'Report', ['accept', 'return'], 'any', 'The receiving body, by its desk or its head, accepts a report or sends it back.'),
  row('B6', ['STANDING_AGENCY'], FOLLOWED, 'Report', ['remind'], 'any', 'The receiving body asks for a report that has not come.'),

  row('S1', PEOPLE, OWN_AND_BELOW, 'InformationSystem', ['read'], 'any', 'A unit sees its own systems and those of units below it.'),
  row('S2', ['SECURITY_OFFICER'], ANYONE, 'InformationSystem', ['read', 'export'], 'own', 'The supervising body of a bloc (province level) checks its systems: the police for the government, the Party office for the Party.'),
  row('S3', COLLECTORS, ANYONE, 'InformationSystem', ['read', 'export'], 'own', 'Who directs, collects or inspects a bloc sees how safe its systems are.'),
  row('S4', ['SECURITY_OFFICER'], OWN_AND_BELOW, 'InformationSystem', ['register', 'manage'], 'any', "A security officer keeps the register of the unit's systems."),
  row('S5', ['SECURITY_OFFICER'], ANYONE, 'InformationSystem', ['register', 'manage'], 'own', 'The supervising body (province level) registers systems for units that have no officer yet.'),
  row('D1', PEOPLE, OWN_AND_BELOW, 'SecurityLevelDossier', ['read'], 'any', 'A unit sees its own dossiers and those of units below it.'),
  row('D2', ['SECURITY_OFFICER'], ANYONE, 'SecurityLevelDossier', ['read'], 'own', 'The supervising body appraises what it can read.'),
  row('D3', COLLECTORS, ANYONE, 'SecurityLevelDossier', ['read'], 'own', 'Who directs, collects or inspects a bloc sees where its dossiers stand.'),
  row('D4', ['SECURITY_OFFICER'], ANYONE, 'SecurityLevelDossier', ['create', 'advance'], 'own', 'The officer drafts and submits; the supervising body (province level) appraises.'),
  row('D5', ['APPROVER'], OWN, 'SecurityLevelDossier', ['approve'], 'any', 'The head of the owning unit approves its level.'),
  row('C1', PEOPLE, OWN_AND_BELOW, 'ComplianceCheck', ['read'], 'any', 'A unit sees what its systems are checked for.'),
  row('C2', ['SECURITY_OFFICER'], ANYONE, 'ComplianceCheck', ['read', 'manage'], 'own', 'Checks are set up by those who answer for security.'),
  row('C3', COLLECTORS, ANYONE, 'ComplianceCheck', ['read'], 'own', 'Who directs, collects or inspects a bloc sees its checks.'),
  row('K1', PEOPLE, OWN_AND_BELOW, 'CheckRun', ['read'], 'any', 'A unit sees the results of its own checks.'),
  row('K2', ['SECURITY_OFFICER'], ANYONE, 'CheckRun', ['read', 'run'], 'own', 'Checks are run by those who answer for security.'),
  row('K3', COLLECTORS, ANYONE, 'CheckRun', ['read'], 'own', 'Who directs, collects or inspects a bloc sees the results.'),
  row('L1', ['AUDITOR'], ANYONE, 'AuditEntry', ['read', 'export'], 'own', 'An inspection of a bloc reads who did what in it.'),

  row('I1', ['INTEGRATOR'], ANYONE, 'Unit', ['read'], 'any', 'Scope units:read.'),
  row('I2', ['INTEGRATOR'], ANYONE, 'Plan', ['read'], 'any', 'Scope plans:read.'),
  row('I3', ['INTEGRATOR'], ANYONE, 'Task', ['read', 'export'], 'any', 'Scope plans:read.'),
  row('I4', ['INTEGRATOR'], ANYONE, 'ProgressReport', ['read'], 'any', 'Scope plans:read.'),
  row('I5', ['INTEGRATOR'], ANYONE, 'Assignment', ['read'], 'any', 'Scope plans:read.'),
  row('I6', ['INTEGRATOR'], ANYONE, 'Follower', ['read'], 'any', 'Scope plans:read.'),
  row('I7', ['INTEGRATOR'], ANYONE, 'ReportingRegime', ['read'], 'any', 'Scope reporting:read.'),
  row('I8', ['INTEGRATOR'], ANYONE, 'ReportObligation', ['read'], 'any', 'Scope reporting:read.'),
  row('I9', ['INTEGRATOR'], ANYONE, 'Report', ['read'], 'any', 'Scope reporting:read.'),
  row('I10', ['INTEGRATOR'], ANYONE, 'InformationSystem', ['read'], 'any', 'Scope compliance:read.'),
  row('I11', ['INTEGRATOR'], ANYONE, 'SecurityLevelDossier', ['read'], 'any', 'Scope compliance:read.'),
  row('I12', ['INTEGRATOR'], ANYONE, 'ComplianceCheck', ['read'], 'any', 'Scope compliance:read.'),
  row('I13', ['INTEGRATOR'], ANYONE, 'CheckRun', ['read'], 'any', 'Scope compliance:read.'),

  row('V1', ['SERVICE'], ANYONE, 'Unit', ['read'], 'any', 'Every service resolves units.', ['units', 'plans', 'reporting', 'compliance', 'gateway']),
  row('V2', ['SERVICE'], ANYONE, 'Plan', ['read'], 'any', 'Reports are filled in from the plan they belong to.', ['plans', 'reporting']),
  row('V3', ['SERVICE'], ANYONE, 'Task', ['read'], 'any', 'Reports are filled in from the tasks they speak of.', ['plans', 'reporting']),
  row('V4', ['SERVICE'], ANYONE, 'ProgressReport', ['read'], 'any', 'Reports are filled in from progress.', ['plans', 'reporting']),
  row('V5', ['SERVICE'], ANYONE, 'Follower', ['read'], 'any', 'Who follows a plan receives its reports.', ['plans', 'reporting']),
  row('V6', ['SERVICE'], ANYONE, 'ReportingRegime', ['read', 'manage'], 'any', 'Its own job keeps regimes in step.', ['reporting']),
  row('V7', ['SERVICE'], ANYONE, 'ReportObligation', ['read', 'create', 'manage'], 'any', "Its own job opens each period's obligations.", ['reporting']),
  row('V8', ['SERVICE'], ANYONE, 'Report', ['read', 'remind'], 'any', 'Its own job reminds.', ['reporting']),
  row('V9', ['SERVICE'], ANYONE, 'InformationSystem', ['read'], 'any', 'Its own job checks systems.', ['compliance']),
  row('V10', ['SERVICE'], ANYONE, 'ComplianceCheck', ['read'], 'any', 'Its own job looks for checks that are due.', ['compliance']),
  row('V11', ['SERVICE'], ANYONE, 'CheckRun', ['read', 'run'], 'any', 'Its own job runs checks that are due.', ['compliance']),
  row('V12', ['SERVICE'], ANYONE, 'SecurityLevelDossier', ['read', 'advance'], 'any', 'A merger makes dossiers due for redetermination.', ['compliance']),
  row('V13', ['SERVICE'], ANYONE, 'Membership', ['read'], 'any', 'A task is given to an officer only where that officer works.', ['plans']),
  row('V14', ['SERVICE'], ANYONE, 'Person', ['read'], 'any', 'A task is given to an officer only where that officer works.', ['plans']),
];

/**
 * The directory: names that both blocs need to speak of each other. The wall between blocs does not hide them;
 * the wall between provinces does.
 */
export const DIRECTORY: ReadonlySet<Resource> = new Set<Resource>(['Unit']);

/**
 * Rows whose OTHER relation reaches the whole bloc for these roles only where the unit stands for the province:
 * elsewhere such an officer sees the own unit and what is below it.
 */
export const PROVINCE_LEVEL_ROLES: ReadonlySet<Role> = new Set<Role>(['SECURITY_OFFICER', 'UNIT_ADMINISTRATOR']);

const ADMINISTRATIVE_SEATS: ReadonlySet<string> = new Set([
  'PROVINCIAL_PARTY_COMMITTEE',
  'PARTY_OFFICE',
  'PEOPLES_COMMITTEE',
  'GOVERNMENT_OFFICE',
]);

/** The kinds of unit that stand for the province: security is supervised by the police and the Party office. */
export function standsForProvince(role: Role, unitKind: string): boolean {
  return ADMINISTRATIVE_SEATS.has(unitKind) || (role === 'SECURITY_OFFICER' && unitKind === 'POLICE');
}

/** What an integrator's scope opens. */
export const SCOPE_OF: Readonly<Record<Resource, string | null>> = {
  Unit: 'units:read',
  Person: null,
  Membership: null,
  Plan: 'plans:read',
  Task: 'plans:read',
  Assignment: 'plans:read',
  ProgressReport: 'plans:read',
  Evidence: null,
  Follower: 'plans:read',
  PlanDraft: null,
  QuarantinedDocument: null,
  ReportingRegime: 'reporting:read',
  ReportObligation: 'reporting:read',
  Report: 'reporting:read',
  InformationSystem: 'compliance:read',
  SecurityLevelDossier: 'compliance:read',
  ComplianceCheck: 'compliance:read',
  CheckRun: 'compliance:read',
  AuditEntry: null,
};
