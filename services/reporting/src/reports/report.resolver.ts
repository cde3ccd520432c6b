import { Rule } from '@lienthong/policy/rule';
import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { ReportObligation } from '../obligations/obligation.entity.ts';
import { getObligation } from '../obligations/obligation.service.ts';
import type { ReportingContext } from '../reporting-context.ts';
import { Task, taskReference } from '../tasks/task.reference.ts';
import { Unit, unitReference } from '../units/unit.reference.ts';
import { figuresInOrder, ReportFigure } from './figure.ts';
import { Report } from './report.entity.ts';
import {
  AcceptReportInput,
  MarkEnteredInput,
  ReturnReportInput,
  SaveReportDraftInput,
  SubmitReportInput,
} from './report.inputs.ts';
import { figuresByReport, submissionsByReport, tasksByReport } from './report.loader.ts';
import {
  acceptReport,
  findReport,
  markEnteredInCentralSystem,
  returnReport,
  saveReportDraft,
  submitReport,
  type Written,
} from './report.service.ts';
import { ReportDraft, reportDraft } from './report-draft.ts';
import { ReportSubmission } from './report-parts.entity.ts';

@ObjectType()
abstract class ReportPayload {
  @Field(() => Report, { description: 'The report after the change.' })
  report!: Report;

  @Field(() => ReportObligation, { description: 'The owed report it answers.' })
  obligation!: ReportObligation;
}

@ObjectType({ description: 'The draft as it is kept.' })
class SaveReportDraftPayload extends ReportPayload {}

@ObjectType({ description: 'The report as handed in.' })
class SubmitReportPayload extends ReportPayload {}

@ObjectType({ description: 'The report as taken in.' })
class AcceptReportPayload extends ReportPayload {}

@ObjectType({ description: 'The report as sent back.' })
class ReturnReportPayload extends ReportPayload {}

@ObjectType({ description: 'The report with its note of entry.' })
class MarkEnteredPayload extends ReportPayload {}

@Resolver(() => Report)
export class ReportResolver {
  @Rule('Report.read')
  @Query(() => Report, { nullable: true, description: 'One report.' })
  report(
    @Arg('id', () => ID, { description: 'Id of the report.' }) id: string,
    @Ctx() context: ReportingContext,
  ): Promise<Report | null> {
    return findReport(context, id);
  }

  @Rule('Report.create')
  @Query(() => ReportDraft, {
    description: 'What the form of an owed report starts with: figures from the tasks, or what was saved.',
  })
  reportDraft(
    @Arg('obligationId', () => ID, { description: 'Which owed report.' }) obligationId: string,
    @Ctx() context: ReportingContext,
  ): Promise<ReportDraft> {
    return reportDraft(context, obligationId);
  }

  @Rule('Report.create')
  @Mutation(() => SaveReportDraftPayload, { description: 'Keeps what was typed, without handing it in (lưu nháp).' })
  saveReportDraft(
    @Arg('input', () => SaveReportDraftInput) input: SaveReportDraftInput,
    @Ctx() context: ReportingContext,
  ): Promise<Written> {
    return saveReportDraft(context, input);
  }

  @Rule('Report.submit')
  @Mutation(() => SubmitReportPayload, {
    description: 'Hands a report in, or hands a returned one in again (nộp báo cáo).',
  })
  submitReport(
    @Arg('input', () => SubmitReportInput) input: SubmitReportInput,
    @Ctx() context: ReportingContext,
  ): Promise<Written> {
    return submitReport(context, input);
  }

  @Rule('Report.accept')
  @Mutation(() => AcceptReportPayload, { description: 'Takes a report in (tiếp nhận).' })
  acceptReport(
    @Arg('input', () => AcceptReportInput) input: AcceptReportInput,
    @Ctx() context: ReportingContext,
  ): Promise<Written> {
    return acceptReport(context, input);
  }

  @Rule('Report.return')
  @Mutation(() => ReturnReportPayload, { description: 'Sends a report back with a reason (trả lại).' })
  returnReport(
    @Arg('input', () => ReturnReportInput) input: ReturnReportInput,
    @Ctx() context: ReportingContext,
  ): Promise<Written> {
    return returnReport(context, input);
  }

  @Rule('Report.accept')
  @Mutation(() => MarkEnteredPayload, {
    description: 'Notes who entered a report in the central system and when (đã nhập hệ thống Trung ương).',
  })
  markEnteredInCentralSystem(
    @Arg('input', () => MarkEnteredInput) input: MarkEnteredInput,
    @Ctx() context: ReportingContext,
  ): Promise<Written> {
    return markEnteredInCentralSystem(context, input);
  }

  @FieldResolver(() => ReportObligation, { description: 'The owed report it answers.' })
  obligation(@Root() report: Report, @Ctx() context: ReportingContext): Promise<ReportObligation> {
    return getObligation(context, report.obligationId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit that reports (đơn vị báo cáo).' })
  unit(@Root() report: Report): Unit {
    return unitReference(report.unitId);
  }

  @FieldResolver(() => [Task], { nullable: 'items', description: 'The tasks it speaks of (nhiệm vụ).' })
  async tasks(@Root() report: Report, @Ctx() context: ReportingContext): Promise<Task[]> {
    return (await context.loaders.for(tasksByReport).load(report.id)).map((task) => taskReference(task.taskId));
  }

  @FieldResolver(() => [ReportFigure], { description: 'Its numbers in the order of the form (số liệu).' })
  async figures(@Root() report: Report, @Ctx() context: ReportingContext): Promise<ReportFigure[]> {
    return figuresInOrder(await context.loaders.for(figuresByReport).load(report.id), context.locale);
  }

  @FieldResolver(() => [ReportSubmission], {
    description: 'Every handing in, first to last, each kept as it was (các lần nộp).',
  })
  submissions(@Root() report: Report, @Ctx() context: ReportingContext): Promise<ReportSubmission[]> {
    return context.loaders.for(submissionsByReport).load(report.id);
  }
}
