import type { FileStore } from '@lienthong/kit/files';
import type { ServiceDefinition } from '@lienthong/kit/server';
import type { Actor } from '@lienthong/policy/actor';
import { guardOperation } from '@lienthong/policy/rule';
import { Assignment } from './assignments/assignment.entity.ts';
import { AssignmentResolver } from './assignments/assignment.resolver.ts';
import type { PlansContext } from './context.ts';
import { documentRoutes } from './drafts/document.routes.ts';
import { DraftChange } from './drafts/draft-change.entity.ts';
import { DraftReviewResolver } from './drafts/draft-review.resolver.ts';
import { PlanDraft } from './drafts/plan-draft.entity.ts';
import { draftById, rowById } from './drafts/plan-draft.loader.ts';
import { PlanDraftResolver } from './drafts/plan-draft.resolver.ts';
import { PlanDraftRow } from './drafts/plan-draft-row.entity.ts';
import { DraftAssigneeResolver, PlanDraftRowResolver } from './drafts/plan-draft-row.resolver.ts';
import { Evidence } from './evidence/evidence.entity.ts';
import { evidenceRoutes } from './evidence/evidence.routes.ts';
import { exportRoutes } from './exports/export.routes.ts';
import { Follower } from './followers/follower.entity.ts';
import { FollowerResolver } from './followers/follower.resolver.ts';
import { migrations } from './migrations.ts';
import { OverviewResolver } from './overview/overview.resolver.ts';
import { Plan, PlanReference } from './plans/plan.entity.ts';
import { planById } from './plans/plan.loader.ts';
import { PlanReferenceResolver, PlanResolver } from './plans/plan.resolver.ts';
import { ProgressResolver } from './progress/progress.resolver.ts';
import { ProgressReport } from './progress/progress-report.entity.ts';
import { progressReportById } from './progress/progress-report.loader.ts';
import { UnitProgress } from './progress/unit-progress.entity.ts';
import { UnitProgressResolver } from './progress/unit-progress.resolver.ts';
import { QuarantinedDocument, QuarantineRelease } from './quarantine/quarantined-document.entity.ts';
import { quarantinedById } from './quarantine/quarantined-document.loader.ts';
import { QuarantinedDocumentResolver } from './quarantine/quarantined-document.resolver.ts';
import { byId } from './reference.loader.ts';
import { refusals as en } from './refusals.en.ts';
import { refusals as vi } from './refusals.vi.ts';
import { Target } from './targets/target.entity.ts';
import { TargetResolver } from './targets/target.resolver.ts';
import { TaskGroup } from './task-groups/task-group.entity.ts';
import { taskGroupById } from './task-groups/task-group.loader.ts';
import { TaskGroupResolver } from './task-groups/task-group.resolver.ts';
import { Assignee } from './tasks/assignee.entity.ts';
import { AssigneeResolver, TimelineEntryResolver } from './tasks/assignee.resolver.ts';
import { Task, TaskPart } from './tasks/task.entity.ts';
import { taskById } from './tasks/task.loader.ts';
import { TaskResolver } from './tasks/task.resolver.ts';
import { TaskFieldsResolver } from './tasks/task-fields.resolver.ts';
import { TimelineEntry } from './tasks/timeline-entry.entity.ts';
import { Person, Unit, UnitGroup, unitReference } from './units/unit.reference.ts';
import { UnitResolver } from './units/unit.resolver.ts';
import { settingsOf } from './walls.ts';

export const entities = [
  Plan,
  PlanReference,
  TaskGroup,
  Task,
  TaskPart,
  Assignee,
  Target,
  Follower,
  UnitProgress,
  Assignment,
  ProgressReport,
  Evidence,
  TimelineEntry,
  PlanDraft,
  PlanDraftRow,
  DraftChange,
  QuarantinedDocument,
  QuarantineRelease,
];

export const resolvers = [
  PlanResolver,
  PlanReferenceResolver,
  TaskGroupResolver,
  TaskResolver,
  TaskFieldsResolver,
  AssigneeResolver,
  TimelineEntryResolver,
  ProgressResolver,
  UnitProgressResolver,
  AssignmentResolver,
  FollowerResolver,
  TargetResolver,
  OverviewResolver,
  UnitResolver,
  PlanDraftResolver,
  PlanDraftRowResolver,
  DraftAssigneeResolver,
  DraftReviewResolver,
  QuarantinedDocumentResolver,
];

export const graph: ServiceDefinition<Actor, PlansContext>['graph'] = {
  resolvers,
  orphanedTypes: [
    Unit,
    UnitGroup,
    Person,
    Plan,
    TaskGroup,
    Task,
    Assignment,
    ProgressReport,
    Evidence,
    Follower,
    Target,
    PlanDraft,
    PlanDraftRow,
    QuarantinedDocument,
  ],
  references: {
    Unit: ({ id }: { id: string }) => unitReference(id),
    Plan: ({ id }: { id: string }, context) => context.loaders.for(planById).load(id),
    TaskGroup: ({ id }: { id: string }, context) => context.loaders.for(taskGroupById).load(id),
    Task: ({ id }: { id: string }, context) => context.loaders.for(taskById).load(id),
    ProgressReport: ({ id }: { id: string }, context) => context.loaders.for(progressReportById).load(id),
    Assignment: ({ id }: { id: string }, context) => context.loaders.for(byId(Assignment)).load(id),
    Follower: ({ id }: { id: string }, context) => context.loaders.for(byId(Follower)).load(id),
    Target: ({ id }: { id: string }, context) => context.loaders.for(byId(Target)).load(id),
    Evidence: ({ id }: { id: string }, context) => context.loaders.for(byId(Evidence)).load(id),
    PlanDraft: ({ id }: { id: string }, context) => context.loaders.for(draftById).load(id),
    PlanDraftRow: ({ id }: { id: string }, context) => context.loaders.for(rowById).load(id),
    QuarantinedDocument: ({ id }: { id: string }, context) => context.loaders.for(quarantinedById).load(id),
  },
  guard: guardOperation,
};

/** The only place that knows all slices. */
export function plansService(files: FileStore): ServiceDefinition<Actor, PlansContext> {
  return {
    name: 'plans',
    entities,
    migrations,
    graph,
    refusals: { vi, en },
    settings: settingsOf,
    routes: [...evidenceRoutes(files), ...documentRoutes(), ...exportRoutes()],
  };
}
