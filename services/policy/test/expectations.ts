import type { Resource } from '../src/table.ts';
import type { ActorName, RowName } from './world.ts';

/** Written down by hand from what people do, not worked out from the table: who may do what to which of the rows. */
export type Expectation = { resource: Resource; actions: string[]; allowed: Partial<Record<ActorName, RowName[]>> };

const GOVERNMENT: RowName[] = [
  'of science',
  'of the support team',
  'of finance',
  'of the people’s committee',
  'of the commune',
  'of the commune that was merged',
  'of all communes',
  'of finance, the Party office following',
];
const PARTY: RowName[] = [
  'of the Party office',
  'of the Party office, science helping',
  'of the Party office, science leading',
  'of the Party office, science following',
];
const COMMUNE: RowName[] = ['of the commune', 'of the commune that was merged', 'of all communes'];
const LED_BY_SCIENCE: RowName[] = ['of science', 'of the Party office, science leading'];
const SHARED_BY_SCIENCE: RowName[] = [...LED_BY_SCIENCE, 'of the support team', 'of the Party office, science helping'];
const FOLLOWED_BY_SCIENCE: RowName[] = ['of the Party office, science following'];
const FOLLOWED_BY_PARTY: RowName[] = ['of finance, the Party office following'];
const SHARED_PARTY: RowName[] = ['of the Party office, science helping', 'of the Party office, science leading'];
const ALL: RowName[] = [...GOVERNMENT, ...PARTY, 'of the court'];

/** Rows that units of both blocs may share, and that some unit may follow: plans, tasks, reports and what hangs on them. */
const sharedReaders: Expectation['allowed'] = {
  'the Party desk': [...PARTY, ...FOLLOWED_BY_PARTY],
  'the Party security officer': PARTY,
  'the Party administrator': PARTY,
  'the director': PARTY,
  'the Party inspector': PARTY,
  'the science officer': [...SHARED_BY_SCIENCE, ...FOLLOWED_BY_SCIENCE],
  'the science viewer': [...SHARED_BY_SCIENCE, ...FOLLOWED_BY_SCIENCE],
  'the science director': [...GOVERNMENT, ...SHARED_PARTY, ...FOLLOWED_BY_SCIENCE],
  'the science inspector': [...GOVERNMENT, ...SHARED_PARTY],
  'the head of science': [...SHARED_BY_SCIENCE, ...FOLLOWED_BY_SCIENCE],
  'the science desk': [...GOVERNMENT, ...SHARED_PARTY, ...FOLLOWED_BY_SCIENCE],
  'the science administrator': SHARED_BY_SCIENCE,
  'the science security officer': SHARED_BY_SCIENCE,
  // Whoever stands above a unit that takes part, takes part.
  'the chairman': [...GOVERNMENT, ...SHARED_PARTY],
  'the government administrator': [...GOVERNMENT, ...SHARED_PARTY],
  'the commune officer': COMMUNE,
  'the court officer': ['of the court'],
};
const OF_A_BLOC: RowName[] = [...GOVERNMENT, ...PARTY];
const plansIntegrators = { 'an integrator': OF_A_BLOC, 'an integrator of plans': OF_A_BLOC } as const;
const followed = { 'the science desk': FOLLOWED_BY_SCIENCE, 'the Party desk': FOLLOWED_BY_PARTY } as const;
const collectors: Expectation['allowed'] = {
  'the Party desk': [...PARTY, ...FOLLOWED_BY_PARTY],
  'the director': PARTY,
  'the Party inspector': PARTY,
  'the science officer': FOLLOWED_BY_SCIENCE,
  'the science viewer': FOLLOWED_BY_SCIENCE,
  'the science director': [...GOVERNMENT, ...FOLLOWED_BY_SCIENCE],
  'the science inspector': GOVERNMENT,
  'the head of science': FOLLOWED_BY_SCIENCE,
  'the science desk': [...GOVERNMENT, ...FOLLOWED_BY_SCIENCE],
};
const reporters: Expectation['allowed'] = {
  'the Party desk': ['of the Party office', 'of the Party office, science helping', ...FOLLOWED_BY_SCIENCE],
  'the science officer': LED_BY_SCIENCE,
  'the head of science': LED_BY_SCIENCE,
  'the science desk': LED_BY_SCIENCE,
  'the chairman': ['of the people’s committee'],
  'the commune officer': COMMUNE,
  'the court officer': ['of the court'],
};
const ownOrFollowed: Expectation['allowed'] = {
  'the Party desk': [...(reporters['the Party desk'] ?? []), ...FOLLOWED_BY_PARTY],
  'the science desk': [...LED_BY_SCIENCE, ...FOLLOWED_BY_SCIENCE],
};
/** Systems belong to one unit and are nobody else's: no one follows them, and helping with a task opens none. */
const systemReaders: Expectation['allowed'] = {
  'the Party desk': PARTY,
  'the Party security officer': PARTY,
  'the Party administrator': PARTY.filter((row) => row !== 'of the Party office, science leading'),
  'the director': PARTY,
  'the Party inspector': PARTY,
  'the science officer': [...LED_BY_SCIENCE, 'of the support team'],
  'the science viewer': [...LED_BY_SCIENCE, 'of the support team'],
  'the science director': [...GOVERNMENT, 'of the Party office, science leading'],
  'the science inspector': [...GOVERNMENT, 'of the Party office, science leading'],
  'the head of science': [...LED_BY_SCIENCE, 'of the support team'],
  'the science desk': [...GOVERNMENT, 'of the Party office, science leading'],
  'the science administrator': [...LED_BY_SCIENCE, 'of the support team'],
  'the science security officer': [...LED_BY_SCIENCE, 'of the support team'],
  'the chairman': [...GOVERNMENT, 'of the Party office, science leading'],
  'the government administrator': [...GOVERNMENT, 'of the Party office, science leading'],
  'the police officer': GOVERNMENT,
  'the commune officer': COMMUNE,
  'the court officer': ['of the court'],
  'an integrator': OF_A_BLOC,
};
const securityOfficers: Expectation['allowed'] = {
  'the Party security officer': PARTY,
  'the police officer': GOVERNMENT,
};
const scienceSecurity: RowName[] = ['of science', 'of the support team'];

/** The directory of offices is open to everyone within the province. */
const directory: Expectation['allowed'] = {
  ...Object.fromEntries((Object.keys(sharedReaders) as ActorName[]).map((name) => [name, ALL])),
  'the Party viewer': ALL,
  'the police officer': ALL,
  'the desk of the other province': ['of science in the other province'],
};

export const expectations: Expectation[] = [
  { resource: 'Unit', actions: ['export'], allowed: directory },
  {
    resource: 'Unit',
    actions: ['read'],
    allowed: {
      ...directory,
      'an integrator': ALL,
      'the reporting service': ALL,
      'the plans service': ALL,
      'the compliance service': ALL,
      'the units service': ALL,
    },
  },
  {
    resource: 'Unit',
    actions: ['manage'],
    allowed: {
      'the Party administrator': PARTY,
      'the government administrator': GOVERNMENT,
      'the science administrator': scienceSecurity,
    },
  },
  ...(['Person', 'Membership'] as const).flatMap((resource): Expectation[] => [
    {
      resource,
      actions: ['read'],
      allowed: {
        'the Party desk': ['of the Party office', 'of the Party office, science helping', ...FOLLOWED_BY_SCIENCE],
        'the Party security officer': [
          'of the Party office',
          'of the Party office, science helping',
          ...FOLLOWED_BY_SCIENCE,
        ],
        // Also where a unit stands under no one, such as the Front.
        'the Party administrator': PARTY,
        'the Party inspector': PARTY,
        'the science officer': LED_BY_SCIENCE,
        'the science security officer': LED_BY_SCIENCE,
        'the science viewer': LED_BY_SCIENCE,
        'the science director': LED_BY_SCIENCE,
        'the science inspector': [...GOVERNMENT, 'of the Party office, science leading'],
        'the head of science': [...LED_BY_SCIENCE, 'of the support team'],
        'the science desk': [...LED_BY_SCIENCE, 'of the support team'],
        'the science administrator': [...LED_BY_SCIENCE, 'of the support team'],
        'the chairman': [...GOVERNMENT, 'of the Party office, science leading'],
        'the government administrator': [...GOVERNMENT, 'of the Party office, science leading'],
        'the commune officer': COMMUNE,
        'the court officer': ['of the court'],
        // A task is given to an officer only where that officer works.
        'the plans service': ALL,
      },
    },
    {
      resource,
      actions: ['manage'],
      allowed: {
        // Also where a unit stands under no one, such as the Front.
        'the Party administrator': PARTY,
        'the science administrator': [...LED_BY_SCIENCE, 'of the support team'],
        'the government administrator': [...GOVERNMENT, 'of the Party office, science leading'],
      },
    },
  ]),
  {
    resource: 'Plan',
    actions: ['read'],
    allowed: { ...sharedReaders, ...plansIntegrators, 'the plans service': ALL, 'the reporting service': ALL },
  },
  { resource: 'Plan', actions: ['export'], allowed: collectors },
  { resource: 'Plan', actions: ['manage'], allowed: ownOrFollowed },
  {
    resource: 'Task',
    actions: ['read'],
    allowed: { ...sharedReaders, ...plansIntegrators, 'the plans service': ALL, 'the reporting service': ALL },
  },
  { resource: 'Task', actions: ['export'], allowed: { ...sharedReaders, ...plansIntegrators } },
  { resource: 'Task', actions: ['manage'], allowed: ownOrFollowed },
  { resource: 'Task', actions: ['assign'], allowed: { ...reporters, ...ownOrFollowed } },
  { resource: 'Task', actions: ['reportProgress'], allowed: reporters },
  { resource: 'Assignment', actions: ['read'], allowed: { ...sharedReaders, ...plansIntegrators } },
  { resource: 'Assignment', actions: ['assign'], allowed: { ...reporters, ...ownOrFollowed } },
  {
    resource: 'ProgressReport',
    actions: ['read'],
    allowed: { ...sharedReaders, ...plansIntegrators, 'the plans service': ALL, 'the reporting service': ALL },
  },
  { resource: 'ProgressReport', actions: ['create'], allowed: reporters },
  {
    resource: 'ProgressReport',
    actions: ['approve'],
    allowed: { 'the head of science': LED_BY_SCIENCE, 'the chairman': ['of the people’s committee'] },
  },
  { resource: 'ProgressReport', actions: ['confirm'], allowed: followed },
  {
    resource: 'ProgressReport',
    actions: ['return'],
    allowed: { ...followed, 'the head of science': LED_BY_SCIENCE, 'the chairman': ['of the people’s committee'] },
  },
  { resource: 'Evidence', actions: ['read'], allowed: sharedReaders },
  { resource: 'Evidence', actions: ['create'], allowed: reporters },
  {
    resource: 'Follower',
    actions: ['read'],
    allowed: { ...sharedReaders, ...plansIntegrators, 'the plans service': ALL, 'the reporting service': ALL },
  },
  {
    resource: 'Follower',
    actions: ['manage'],
    allowed: {
      'the Party desk': ['of the Party office', 'of the Party office, science helping', ...FOLLOWED_BY_SCIENCE],
      'the science desk': ['of science'],
    },
  },
  {
    resource: 'PlanDraft',
    actions: ['read', 'manage'],
    allowed: {
      'the Party desk': reporters['the Party desk'] ?? [],
      'the science desk': LED_BY_SCIENCE,
    },
  },
  {
    resource: 'QuarantinedDocument',
    actions: ['read'],
    allowed: {
      ...securityOfficers,
      'the science security officer': [...LED_BY_SCIENCE, 'of the support team'],
      'the Party inspector': PARTY,
      'the science inspector': GOVERNMENT,
      'the Party desk': reporters['the Party desk'] ?? [],
      'the science desk': LED_BY_SCIENCE,
    },
  },
  {
    resource: 'QuarantinedDocument',
    actions: ['release'],
    allowed: { ...securityOfficers, 'the science security officer': scienceSecurity },
  },
  {
    resource: 'ReportingRegime',
    actions: ['read'],
    allowed: { ...sharedReaders, 'an integrator': OF_A_BLOC, 'the reporting service': ALL },
  },
  { resource: 'ReportingRegime', actions: ['manage'], allowed: { ...ownOrFollowed, 'the reporting service': ALL } },
  {
    resource: 'ReportObligation',
    actions: ['read'],
    allowed: { ...sharedReaders, 'an integrator': OF_A_BLOC, 'the reporting service': ALL },
  },
  {
    resource: 'ReportObligation',
    actions: ['create', 'manage'],
    allowed: { ...ownOrFollowed, 'the reporting service': ALL },
  },
  {
    resource: 'Report',
    actions: ['read'],
    allowed: { ...sharedReaders, 'an integrator': OF_A_BLOC, 'the reporting service': ALL },
  },
  { resource: 'Report', actions: ['export'], allowed: collectors },
  { resource: 'Report', actions: ['create', 'submit'], allowed: reporters },
  {
    resource: 'Report',
    actions: ['accept', 'return'],
    allowed: { ...followed, 'the head of science': FOLLOWED_BY_SCIENCE },
  },
  { resource: 'Report', actions: ['remind'], allowed: { ...followed, 'the reporting service': ALL } },
  {
    resource: 'InformationSystem',
    actions: ['read'],
    allowed: { ...systemReaders, 'the compliance service': ALL },
  },
  {
    resource: 'InformationSystem',
    actions: ['export'],
    allowed: {
      ...securityOfficers,
      'the science security officer': scienceSecurity,
      'the science director': GOVERNMENT,
      'the science inspector': GOVERNMENT,
      'the Party desk': PARTY,
      'the director': PARTY,
      'the Party inspector': PARTY,
      'the science desk': GOVERNMENT,
    },
  },
  {
    resource: 'InformationSystem',
    actions: ['register', 'manage'],
    allowed: {
      ...securityOfficers,
      'the science security officer': [...scienceSecurity, 'of the Party office, science leading'],
    },
  },
  {
    resource: 'SecurityLevelDossier',
    actions: ['read'],
    allowed: { ...systemReaders, 'the compliance service': ALL },
  },
  {
    resource: 'SecurityLevelDossier',
    actions: ['create'],
    allowed: { ...securityOfficers, 'the science security officer': scienceSecurity },
  },
  {
    resource: 'SecurityLevelDossier',
    actions: ['advance'],
    allowed: {
      ...securityOfficers,
      'the science security officer': scienceSecurity,
      'the compliance service': ALL,
    },
  },
  {
    resource: 'SecurityLevelDossier',
    actions: ['approve'],
    allowed: { 'the head of science': LED_BY_SCIENCE, 'the chairman': ['of the people’s committee'] },
  },
  { resource: 'ComplianceCheck', actions: ['read'], allowed: { ...systemReaders, 'the compliance service': ALL } },
  {
    resource: 'ComplianceCheck',
    actions: ['manage'],
    allowed: { ...securityOfficers, 'the science security officer': scienceSecurity },
  },
  { resource: 'CheckRun', actions: ['read'], allowed: { ...systemReaders, 'the compliance service': ALL } },
  {
    resource: 'CheckRun',
    actions: ['run'],
    allowed: {
      ...securityOfficers,
      'the science security officer': scienceSecurity,
      'the compliance service': ALL,
    },
  },
  {
    resource: 'AuditEntry',
    actions: ['read', 'export'],
    allowed: { 'the Party inspector': PARTY, 'the science inspector': GOVERNMENT },
  },
];
