import type { ServiceDefinition } from '@lienthong/kit/server';
import type { Actor } from '@lienthong/policy/actor';
import { guardOperation } from '@lienthong/policy/rule';
import { settingsFor } from '@lienthong/policy/service-context';
import { CreateSystems1763600000000 } from '../migrations/1763600000000-create-systems.ts';
import { CreateDossiers1763600100000 } from '../migrations/1763600100000-create-dossiers.ts';
import { CreateChecks1763600200000 } from '../migrations/1763600200000-create-checks.ts';
import { AddHousekeeping1763800000000 } from '../migrations/1763800000000-add-housekeeping.ts';
import { checkById, runById } from './checks/check.loader.ts';
import { CheckResolver, CheckRunResolver } from './checks/check.resolver.ts';
import { CheckRun, ComplianceCheck } from './checks/compliance-check.entity.ts';
import type { ComplianceContext } from './context.ts';
import { CoverageResolver } from './coverage/coverage.resolver.ts';
import { dossierById } from './dossiers/dossier.loader.ts';
import { DossierEventResolver, DossierResolver } from './dossiers/dossier.resolver.ts';
import { DossierEvent, SecurityLevelDossier } from './dossiers/security-level-dossier.entity.ts';
import { refusalsEn } from './refusals.en.ts';
import { refusalsVi } from './refusals.vi.ts';
import { InformationSystem } from './systems/information-system.entity.ts';
import { systemById } from './systems/system.directory.ts';
import { SystemResolver } from './systems/system.resolver.ts';
import { Unit } from './units/unit.reference.ts';
import { UnitResolver } from './units/unit.resolver.ts';

export const entities = [InformationSystem, SecurityLevelDossier, DossierEvent, ComplianceCheck, CheckRun];
export const migrations = [
  CreateSystems1763600000000,
  CreateDossiers1763600100000,
  CreateChecks1763600200000,
  AddHousekeeping1763800000000,
];
export const resolvers = [
  SystemResolver,
  DossierResolver,
  DossierEventResolver,
  CheckResolver,
  CheckRunResolver,
  CoverageResolver,
  UnitResolver,
];

const key = ({ id }: { id: string }): string => id;

export const definition: ServiceDefinition<Actor, ComplianceContext> = {
  name: 'compliance',
  entities,
  migrations,
  graph: {
    resolvers,
    orphanedTypes: [Unit, InformationSystem, SecurityLevelDossier, ComplianceCheck, CheckRun],
    guard: guardOperation,
    references: {
      Unit: (reference) => ({ id: key(reference) }),
      InformationSystem: (reference, { loaders }) => loaders.for(systemById).load(key(reference)),
      SecurityLevelDossier: (reference, { loaders }) => loaders.for(dossierById).load(key(reference)),
      ComplianceCheck: (reference, { loaders }) => loaders.for(checkById).load(key(reference)),
      CheckRun: (reference, { loaders }) => loaders.for(runById).load(key(reference)),
    },
  },
  refusals: { vi: refusalsVi, en: refusalsEn },
  settings: settingsFor<ComplianceContext>('InformationSystem'),
};
