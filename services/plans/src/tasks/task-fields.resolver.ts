import { type Page, PageArgs, paginate } from '@lienthong/kit/connection';
import { Refusal } from '@lienthong/kit/refusal';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Assignment } from '../assignments/assignment.entity.ts';
import type { PlansContext } from '../context.ts';
import { loadPlan } from '../plans/plan.directory.ts';
import { Plan } from '../plans/plan.entity.ts';
import { ProgressReportConnection } from '../progress/progress-report.directory.ts';
import { ProgressReport } from '../progress/progress-report.entity.ts';
import { UnitProgress } from '../progress/unit-progress.entity.ts';
import { findTaskGroup } from '../task-groups/task-group.directory.ts';
import { TaskGroup } from '../task-groups/task-group.entity.ts';
import { Unit, unitReference } from '../units/unit.reference.ts';
import { Assignee, type AssigneeSide } from './assignee.entity.ts';
import { bearersOf, partsOf, readingDay } from './bearers.ts';
import { Task, TaskPart } from './task.entity.ts';
import {
  assigneesOfTask,
  assignmentsOfTask,
  latestReportOfTask,
  ownPartOfTask,
  partsOfTask,
  taskById,
  timelineOfTask,
  unitProgressOfTask,
  waitingResultsOfTask,
} from './task.loader.ts';
import { permissionsOn } from './task.policy.ts';
import { daysLateOn, daysLeftOn, standingOn, TaskStanding } from './task.standing.ts';
import { TaskState } from './task.state.ts';
import { TimelineEntry } from './timeline-entry.entity.ts';

/** A row that names the communes' committees of both blocs is borne by more than three hundred units. */
const MOST_BEARERS = 500;
const MOST_PARTS = 500;

@Resolver(() => Task)
export class TaskFieldsResolver {
  @FieldResolver(() => Plan, { description: 'The plan it stands in.' })
  plan(@Root() task: Task, @Ctx() context: PlansContext): Promise<Plan> {
    return loadPlan(context, task.planId);
  }

  @FieldResolver(() => TaskGroup, { nullable: true, description: 'The heading it stands under.' })
  async taskGroup(@Root() task: Task, @Ctx() context: PlansContext): Promise<TaskGroup | null> {
    return findTaskGroup(context, task.taskGroupId);
  }

  @FieldResolver(() => [Assignee], { description: 'Who answers for it, as the row names them (chủ trì).' })
  leads(@Root() task: Task, @Ctx() context: PlansContext): Promise<Assignee[]> {
    return assigneesOn(context, task, 'LEAD');
  }

  @FieldResolver(() => [Assignee], { description: 'Who helps, as the row names them (phối hợp).' })
  coordinators(@Root() task: Task, @Ctx() context: PlansContext): Promise<Assignee[]> {
    return assigneesOn(context, task, 'COORDINATOR');
  }

  @FieldResolver(() => [Unit], { nullable: true, description: 'The lead units that the row names one by one.' })
  async leadUnits(@Root() task: Task, @Ctx() context: PlansContext): Promise<Unit[]> {
    return namedUnits(await assigneesOn(context, task, 'LEAD'));
  }

  @FieldResolver(() => [Unit], { nullable: true, description: 'The coordinating units that the row names one by one.' })
  async coordinatingUnits(@Root() task: Task, @Ctx() context: PlansContext): Promise<Unit[]> {
    return namedUnits(await assigneesOn(context, task, 'COORDINATOR'));
  }

  @FieldResolver(() => [Unit], {
    nullable: true,
    description:
      'The units that answer for it today: ended ones through their successors, groups by their members; at most 500.',
  })
  bearers(
    @Root() task: Task,
    @Ctx() { hierarchy, clock }: PlansContext,
    @Arg('first', () => Int, { defaultValue: MOST_BEARERS, description: 'How many at most, from 1 to 500.' })
    first: number,
  ): Unit[] {
    if (first < 1 || first > MOST_BEARERS) {
      throw new Refusal('INVALID', 'PAGE_SIZE', { max: MOST_BEARERS, field: 'first' });
    }
    return bearersOf(task, hierarchy, clock.today()).slice(0, first).map(unitReference);
  }

  @FieldResolver(() => Int, { description: 'How many units answer for it today.' })
  bearerCount(@Root() task: Task, @Ctx() { hierarchy, clock }: PlansContext): number {
    return bearersOf(task, hierarchy, clock.today()).length;
  }

  @FieldResolver(() => Int, { description: 'How many of them have completed their part.' })
  bearersDone(@Root() task: Task, @Ctx() context: PlansContext): number {
    return task.state === TaskState.COMPLETED ? this.bearerCount(task, context) : task.bearersDone;
  }

  @FieldResolver(() => [UnitProgress], {
    description: 'The part of each unit that answers for it, as far as you may see; at most 500.',
  })
  async unitProgress(@Root() task: Task, @Ctx() context: PlansContext): Promise<UnitProgress[]> {
    const rows = await context.loaders.for(unitProgressOfTask).load(task.id);
    const today = context.clock.today();
    const bearers = bearersOf(task, context.hierarchy, today);
    const parts = partsOf(rows, bearers, context.hierarchy, readingDay(task, today));
    return [...parts]
      .slice(0, MOST_PARTS)
      .map(([unitId, part]) => Object.assign(new UnitProgress(), part, { taskId: task.id, unitId }));
  }

  @FieldResolver(() => UnitProgress, { nullable: true, description: 'The part of your own unit, where it has begun.' })
  async ownProgress(@Root() task: Task, @Ctx() context: PlansContext): Promise<UnitProgress | null> {
    return (await context.loaders.for(ownPartOfTask).load(task.id)).progress;
  }

  @FieldResolver(() => [TaskPart], { description: 'Its enumerated parts.' })
  parts(@Root() task: Task, @Ctx() context: PlansContext): Promise<TaskPart[]> {
    return context.loaders.for(partsOfTask).load(task.id);
  }

  @FieldResolver(() => Task, { nullable: true, description: 'The task of another document that it repeats.' })
  async sameAs(@Root() task: Task, @Ctx() context: PlansContext): Promise<Task | null> {
    return task.sameAsId === null ? null : context.loaders.for(taskById).load(task.sameAsId);
  }

  @FieldResolver(() => TaskStanding, { description: 'How it stands on the business date.' })
  standing(@Root() task: Task, @Ctx() { clock }: PlansContext): TaskStanding {
    return standingOn(clock.today(), task);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Days after its day, until done or until today.' })
  daysLate(@Root() task: Task, @Ctx() { clock }: PlansContext): number | null {
    return daysLateOn(clock.today(), task);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Days until its day; null when done, late or without one.' })
  daysLeft(@Root() task: Task, @Ctx() { clock }: PlansContext): number | null {
    return daysLeftOn(clock.today(), task);
  }

  @FieldResolver(() => [Assignment], { description: 'Who works on it now.' })
  assignments(@Root() task: Task, @Ctx() context: PlansContext): Promise<Assignment[]> {
    return context.loaders.for(assignmentsOfTask).load(task.id);
  }

  @FieldResolver(() => ProgressReport, { nullable: true, description: 'The newest report that you may see.' })
  latestReport(@Root() task: Task, @Ctx() context: PlansContext): Promise<ProgressReport | null> {
    return context.loaders.for(latestReportOfTask).load(task.id);
  }

  @FieldResolver(() => [ProgressReport], {
    description: 'Reports whose claimed result waits for confirmation: name one when several wait.',
  })
  waitingResults(@Root() task: Task, @Ctx() context: PlansContext): Promise<ProgressReport[]> {
    return context.loaders.for(waitingResultsOfTask).load(task.id);
  }

  @FieldResolver(() => ProgressReportConnection, { nullable: true, description: 'Its reports, the newest first.' })
  progressReports(
    @Root() task: Task,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: PlansContext,
  ): Promise<Page<ProgressReport>> {
    const keys = [
      { sql: 'report.reported_at', type: 'timestamptz', direction: 'DESC' as const },
      { sql: 'report.id', type: 'text', direction: 'DESC' as const },
    ];
    return paginate(
      context,
      (manager) =>
        manager.createQueryBuilder(ProgressReport, 'report').where('report.task_id = :taskId', { taskId: task.id }),
      keys,
      page,
    );
  }

  @FieldResolver(() => [TimelineEntry], { description: 'What happened to it, the oldest first; the newest 500.' })
  timeline(@Root() task: Task, @Ctx() context: PlansContext): Promise<TimelineEntry[]> {
    return context.loaders.for(timelineOfTask).load(task.id);
  }

  @FieldResolver(() => [String], {
    description: 'What you may do with it now: assign, reportProgress, markPart, approve, return, confirm.',
  })
  permissions(@Root() task: Task, @Ctx() context: PlansContext): Promise<string[]> {
    return permissionsOn(context, task);
  }
}

async function assigneesOn(context: PlansContext, task: Task, side: AssigneeSide): Promise<Assignee[]> {
  const all = await context.loaders.for(assigneesOfTask).load(task.id);
  return all.filter((assignee) => assignee.side === side).map((assignee) => named(context, task, assignee));
}

function named({ hierarchy, clock, locale }: PlansContext, task: Task, assignee: Assignee): Assignee {
  const { unitId, groupId } = assignee;
  const known = unitId !== null ? hierarchy.find(unitId) : groupId !== null ? hierarchy.group(groupId) : undefined;
  assignee.label = assignee.externalName ?? (locale === 'en' ? known?.nameEn : known?.name) ?? unitId ?? groupId ?? '';
  const on = readingDay(task, clock.today());
  const members = groupId === null ? [] : hierarchy.members(groupId, task.provinceId, on);
  // A class that nobody can enumerate has no count, rather than none.
  assignee.memberCount = members.length === 0 ? null : members.length;
  return assignee;
}

const namedUnits = (assignees: Assignee[]): Unit[] =>
  assignees.flatMap(({ unitId }) => (unitId === null ? [] : unitReference(unitId)));
