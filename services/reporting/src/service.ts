import type { EntityClass, MigrationClass } from '@lienthong/kit/database';
import type { RefusalBook } from '@lienthong/kit/refusal';
import type { ServiceDefinition } from '@lienthong/kit/server';
import type { ResolverClass } from '@lienthong/kit/subgraph';
import type { Actor } from '@lienthong/policy/actor';
import { ownKeys } from '@lienthong/policy/decide';
import { guardOperation } from '@lienthong/policy/rule';
import { settingsFor } from '@lienthong/policy/service-context';
import { AddHousekeeping1763800000000 } from '../migrations/1763800000000-add-housekeeping.ts';
import { CreateReporting20251101000000 } from '../migrations/20251101000000-create-reporting.ts';
import { consolidatedRoute } from './consolidation/consolidated.route.ts';
import { ConsolidationResolver } from './consolidation/consolidation.resolver.ts';
import { PunctualityResolver } from './consolidation/punctuality.resolver.ts';
import { ReportObligation } from './obligations/obligation.entity.ts';
import { ObligationResolver } from './obligations/obligation.resolver.ts';
import { findObligation } from './obligations/obligation.service.ts';
import { ReportRequestResolver } from './obligations/report-request.resolver.ts';
import { Plan, planReference } from './plans/plan.reference.ts';
import { PlanResolver } from './plans/plan.resolver.ts';
import { refusalsEn } from './refusals.en.ts';
import { refusalsVi } from './refusals.vi.ts';
import { ReportingRegime } from './regimes/regime.entity.ts';
import { RegimeResolver } from './regimes/regime.resolver.ts';
import { findRegime } from './regimes/regime.service.ts';
import { RegimeProgress } from './regimes/regime-progress.entity.ts';
import { RegimeReporter } from './regimes/regime-reporter.entity.ts';
import type { ReportingContext } from './reporting-context.ts';
import { Report } from './reports/report.entity.ts';
import { ReportResolver } from './reports/report.resolver.ts';
import { findReport } from './reports/report.service.ts';
import { ReportSubmission, ReportTask, StoredFigure } from './reports/report-parts.entity.ts';
import { Task, taskReference } from './tasks/task.reference.ts';
import { TaskResolver } from './tasks/task.resolver.ts';
import { Unit, unitReference } from './units/unit.reference.ts';
import { UnitResolver } from './units/unit.resolver.ts';
import { UnitGroup } from './units/unit-group.reference.ts';

export const entities: readonly EntityClass[] = [
  ReportingRegime,
  RegimeReporter,
  RegimeProgress,
  ReportObligation,
  Report,
  StoredFigure,
  ReportTask,
  ReportSubmission,
];

export const migrations: readonly MigrationClass[] = [CreateReporting20251101000000, AddHousekeeping1763800000000];

export const resolvers: readonly ResolverClass[] = [
  RegimeResolver,
  ObligationResolver,
  ReportRequestResolver,
  ReportResolver,
  ConsolidationResolver,
  PunctualityResolver,
  UnitResolver,
  PlanResolver,
  TaskResolver,
];

export const refusals: RefusalBook = { vi: refusalsVi, en: refusalsEn };

const receivedBy = ({ actor, hierarchy, subject }: ReportingContext): string[] =>
  actor.membership ? [...ownKeys(hierarchy, actor.membership.unitId, subject.on)] : [];

const settings = settingsFor<ReportingContext>('ReportObligation', receivedBy);

export const service: ServiceDefinition<Actor, ReportingContext> = {
  name: 'reporting',
  entities,
  migrations,
  refusals,
  // Reports are no other service's business: such a peer is told of no row.
  settings: async (context) => ({
    ...(await settings(context)),
    ...(context.actor.kind === 'service' && context.actor.id !== 'reporting' ? { 'app.service': '' } : {}),
  }),
  routes: [consolidatedRoute],
  graph: {
    resolvers,
    orphanedTypes: [ReportingRegime, ReportObligation, Report, Unit, UnitGroup, Plan, Task],
    guard: guardOperation,
    references: {
      ReportingRegime: ({ id }: { id: string }, context) => findRegime(context, id),
      ReportObligation: ({ id }: { id: string }, context) => findObligation(context, id),
      Report: ({ id }: { id: string }, context) => findReport(context, id),
      Unit: ({ id }: { id: string }) => unitReference(id),
      Plan: ({ id }: { id: string }) => planReference(id),
      Task: ({ id }: { id: string }) => taskReference(id),
    },
  },
};
