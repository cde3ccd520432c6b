import { Rule } from '@lienthong/policy/rule';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { PlansContext } from '../context.ts';
import { Evidence } from '../evidence/evidence.entity.ts';
import { findTask, loadTask } from '../tasks/task.directory.ts';
import { Task } from '../tasks/task.entity.ts';
import {
  ApproveProgressReportPayload,
  ConfirmTaskResultPayload,
  RejectTaskResultPayload,
  type ReportedPayload,
  ReportTaskProgressPayload,
  ReturnProgressReportPayload,
} from '../tasks/task.payloads.ts';
import { factsOf } from '../tasks/task.policy.ts';
import { Unit, unitNameOf, unitReference } from '../units/unit.reference.ts';
import {
  ApproveProgressReportInput,
  ConfirmTaskResultInput,
  RejectTaskResultInput,
  ReportTaskProgressInput,
  ReturnProgressReportInput,
} from './progress.inputs.ts';
import {
  approveProgressReport,
  confirmTaskResult,
  type Decided,
  rejectTaskResult,
  reportTaskProgress,
  returnProgressReport,
} from './progress.service.ts';
import { ProgressReport } from './progress-report.entity.ts';
import { evidenceOfReport, progressReportById } from './progress-report.loader.ts';

@Resolver(() => ProgressReport)
export class ProgressResolver {
  @FieldResolver(() => Task, { description: 'The task it is about.' })
  task(@Root() report: ProgressReport, @Ctx() context: PlansContext): Promise<Task> {
    return loadTask(context, report.taskId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that reports.' })
  unit(@Root() report: ProgressReport): Unit {
    return unitReference(report.unitId);
  }

  @FieldResolver(() => String, { description: 'The name of that unit, as last heard from the units service.' })
  unitName(@Root() { unitId }: ProgressReport, @Ctx() context: PlansContext): string {
    return unitNameOf(context, unitId);
  }

  @FieldResolver(() => [Evidence], { description: 'The files that support it.' })
  async evidence(@Root() report: ProgressReport, @Ctx() context: PlansContext): Promise<Evidence[]> {
    const task = await findTask(context, report.taskId);
    if (!task || !context.may('read', 'Evidence', factsOf(context, task))) return [];
    return context.loaders.for(evidenceOfReport).load(report.id);
  }

  @Rule('Task.reportProgress')
  @Mutation(() => ReportTaskProgressPayload, {
    description: 'A lead unit reports progress on its part of a task (báo cáo tiến độ).',
  })
  async reportTaskProgress(
    @Arg('input', () => ReportTaskProgressInput) input: ReportTaskProgressInput,
    @Ctx() context: PlansContext,
  ): Promise<ReportTaskProgressPayload> {
    return shown(context, await reportTaskProgress(context, input));
  }

  @Rule('ProgressReport.approve')
  @Mutation(() => ApproveProgressReportPayload, { description: 'The head of the unit approves a report (duyệt).' })
  async approveProgressReport(
    @Arg('input', () => ApproveProgressReportInput) input: ApproveProgressReportInput,
    @Ctx() context: PlansContext,
  ): Promise<ApproveProgressReportPayload> {
    return shown(context, await approveProgressReport(context, input));
  }

  @Rule('ProgressReport.return')
  @Mutation(() => ReturnProgressReportPayload, {
    description: 'The head of the unit returns a report with a reason (trả lại).',
  })
  async returnProgressReport(
    @Arg('input', () => ReturnProgressReportInput) input: ReturnProgressReportInput,
    @Ctx() context: PlansContext,
  ): Promise<ReturnProgressReportPayload> {
    return shown(context, await returnProgressReport(context, input));
  }

  @Rule('ProgressReport.confirm')
  @Mutation(() => ConfirmTaskResultPayload, {
    description: 'A following body confirms a claimed result (xác nhận kết quả).',
  })
  async confirmTaskResult(
    @Arg('input', () => ConfirmTaskResultInput) input: ConfirmTaskResultInput,
    @Ctx() context: PlansContext,
  ): Promise<ConfirmTaskResultPayload> {
    return shown(context, await confirmTaskResult(context, input));
  }

  @Rule('ProgressReport.confirm')
  @Mutation(() => RejectTaskResultPayload, {
    description: 'A following body rejects a claimed result with a reason (không xác nhận).',
  })
  async rejectTaskResult(
    @Arg('input', () => RejectTaskResultInput) input: RejectTaskResultInput,
    @Ctx() context: PlansContext,
  ): Promise<RejectTaskResultPayload> {
    return shown(context, await rejectTaskResult(context, input));
  }
}

async function shown(context: PlansContext, { taskId, progressReportId }: Decided): Promise<ReportedPayload> {
  const [task, progressReport] = await Promise.all([
    loadTask(context, taskId),
    context.loaders.for(progressReportById).load(progressReportId),
  ]);
  return { task, progressReport: progressReport as ProgressReport };
}
